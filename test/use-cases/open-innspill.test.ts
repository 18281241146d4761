import { type Grant } from '../../src/domain/consent';
import { aConsent, aDisqualification } from '../builders/cases';
import { aContribution, putContribution } from '../builders/contributions';
import { agencyId, caseId, day, meetingId, personId, seatId } from '../builders/ids';
import { anEndedMeeting } from '../builders/meetings';
import { aHouse, AUTHOR, type House, ORIGIN, putReferral, type Who } from './asking';

const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const TEXT = 'Kan tilby samtale hver torsdag';
const REFUSED = { ok: false, error: { kind: 'not-available' } };

const inCase = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, {
    state: 'ready-for-review',
    presented: true,
    meetingId: meetingId(),
    ...over,
  } as never);
  return house;
};
const consented = (...grants: readonly Grant[]): House =>
  inCase({ state: 'active', consent: aConsent({ grants }) });
const open = (house: House, who: Who = 'member') =>
  house.does.openInnspill({ ...house.ask(who), caseId: caseId() });
const seenBy = async (house: House, who: Who) => {
  const opened = await open(house, who);
  if (!opened.ok) throw new Error('refused');
  return opened.value.seen;
};
const disclosed = (house: House) => house.events().at(-1)?.disclosed;

describe('openInnspill', () => {
  it.each<Who>(['member', 'chair', 'coordinator', 'author'])(
    'shows the answers to %s, who works on the case',
    async who => {
      const house = inCase();
      putContribution(house, aContribution({ answer: 'needs-clarifying' }));

      expect(await seenBy(house, who)).toEqual([
        { seat: 'dps', by: 'medlem-dps', onBehalf: false, answer: 'needs-clarifying' },
      ]);
    },
  );

  it('says on which day the meeting was, of an answer to an earlier one', async () => {
    const house = inCase();
    const moved = { id: meetingId('2026-11-25'), on: day('2026-11-26') };
    house.putMeeting(anEndedMeeting(moved));
    putContribution(house, aContribution({ meetingId: moved.id }));
    putContribution(house, aContribution({ seat: seatId('politi'), agency: POLICE }));

    const days = (await seenBy(house, 'member')).map(({ seat, on }) => [seat, on]);

    expect(days).toEqual([
      ['dps', '2026-11-26'],
      ['politi', undefined],
    ]);
  });

  it('says it of every answer when the case stands on no agenda', async () => {
    const house = inCase({ state: 'deferred', meetingId: undefined });
    putContribution(house, aContribution());

    expect((await seenBy(house, 'member')).map(({ on }) => on)).toEqual(['2026-12-09']);
  });

  it.each<Who>(['colleague', 'owner', 'admin', 'leader'])('is refused %s', async who => {
    const house = inCase();
    putContribution(house, aContribution());

    expect(await open(house, who)).toEqual(REFUSED);
    expect(house.events().at(-1)).toMatchObject({ operation: 'open-innspill', allowed: false });
  });

  it('is refused who is disqualified', async () => {
    const house = inCase({ disqualified: [aDisqualification(personId('medlem-dps'))] });

    expect(await open(house)).toEqual(REFUSED);
  });

  it('shows the words to the own agency, and stores that first', async () => {
    const house = inCase();
    putContribution(house, aContribution({ group: 'D' }), TEXT);

    expect(await seenBy(house, 'member')).toMatchObject([{ answer: 'can', text: TEXT, group: 'D' }]);
    expect(disclosed(house)).toEqual([{ origin: DPS, section: 'notes' }]);
  });

  it.each<Who>(['chair', 'coordinator', 'author'])('tells %s of no words without consent', async who => {
    const house = inCase();
    putContribution(house, aContribution({ group: 'D' }), TEXT);

    const seen = await seenBy(house, who);

    expect(seen).toEqual([{ seat: 'dps', by: 'medlem-dps', onBehalf: false, answer: 'can' }]);
    expect(disclosed(house)).toEqual([]);
  });

  it('shows the words where a consent opens their group from that agency, and names the group', async () => {
    const house = consented({ group: 'D', from: DPS, to: POLICE });
    putContribution(house, aContribution({ group: 'D' }), TEXT);

    expect(await seenBy(house, 'chair')).toMatchObject([{ text: TEXT, group: 'D' }]);
    expect(disclosed(house)).toEqual([
      { origin: DPS, section: 'notes' },
      { origin: DPS, section: 'D' },
    ]);
  });

  it('shows no words of another group than the consent opens', async () => {
    const house = consented({ group: 'C', from: DPS, to: POLICE }, { group: 'D', from: ORIGIN, to: POLICE });
    putContribution(house, aContribution({ group: 'D' }), TEXT);

    expect((await seenBy(house, 'chair'))[0]).not.toHaveProperty('text');
  });

  it('tells that nobody there knows the person only where the identity is open', async () => {
    const closed = consented();
    const opened = consented({ group: 'B', from: DPS, to: POLICE });
    for (const house of [closed, opened])
      putContribution(house, aContribution({ answer: 'unknown-here', knowing: true }));

    expect((await seenBy(closed, 'chair'))[0]).not.toHaveProperty('answer');
    expect((await seenBy(opened, 'chair'))[0]).toMatchObject({ answer: 'unknown-here' });
    expect(disclosed(closed)).toEqual([]);
    expect(disclosed(opened)).toEqual([{ origin: DPS, section: 'B' }]);
  });

  it('tells a no by who could have said that, no more than that, so that neither is guessed', async () => {
    const house = consented();
    putContribution(house, aContribution({ answer: 'cannot', knowing: true }));

    expect((await seenBy(house, 'chair'))[0]).not.toHaveProperty('answer');
    expect((await seenBy(house, 'member'))[0]).toMatchObject({ answer: 'cannot' });
  });

  it('says who registered it on behalf of the seat', async () => {
    const house = inCase();
    putContribution(house, aContribution({ by: AUTHOR, onBehalf: true }));

    expect(await seenBy(house, 'chair')).toMatchObject([{ by: AUTHOR, onBehalf: true }]);
  });

  it('shows what each seat answered last, also when that was for an earlier meeting', async () => {
    const house = inCase();
    const earlier = meetingId('2026-11-25');
    putContribution(house, aContribution({ meetingId: earlier, answer: 'cannot', group: 'D' }), TEXT);
    putContribution(house, aContribution({ seat: seatId('politi'), agency: POLICE }));
    putContribution(
      house,
      aContribution({ seat: seatId('politi'), agency: POLICE, meetingId: earlier, answer: 'cannot' }),
    );

    const answers = (await seenBy(house, 'chair')).map(({ seat, answer }) => [seat, answer]);

    expect(answers.toSorted()).toEqual([
      ['dps', 'cannot'],
      ['politi', 'can'],
    ]);
    expect((await seenBy(house, 'member')).find(({ seat }) => seat === 'dps')).toMatchObject({ text: TEXT });
  });

  it('has nothing to show before anybody has answered', async () => {
    expect(await seenBy(inCase(), 'member')).toEqual([]);
  });
});
