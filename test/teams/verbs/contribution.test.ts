import { type Case } from '../../../src/domain/case';
import { aCase, aConsent, aDisqualification, anItem } from '../../builders/cases';
import { aContribution, putContribution } from '../../builders/contributions';
import { agencyId, caseCode, caseId, meetingId, NOON, personId, seatId } from '../../builders/ids';
import { aMeeting, aProgramme } from '../../builders/meetings';
import { inputIn, verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, COORDINATOR, type House, keptIn, ORIGIN, type Who } from '../../use-cases/asking';
import { aFront, isRefusal, wrongWith } from '../front';

const MEETING = meetingId();
const POLICE = seatId('politi');
const DPS = agencyId('kronstad-dps');
const TEXT = 'Kan tilby samtale hver torsdag';
const idOf = (number: number) => caseId(`case ${String(number)}`);
const codeOf = (number: number) => caseCode(`code ${String(number)}`);

const programme = aProgramme({
  seats: aProgramme().seats.map(seat => (seat.id === POLICE ? { ...seat, registrar: COORDINATOR } : seat)),
});
const withCases = (count: number, over: Partial<Case> = {}): House => {
  const house = aHouse({ programme });
  const numbers = Array.from({ length: count }, (_, place) => place + 1);
  numbers.forEach(number => {
    const [id, code] = [idOf(number), codeOf(number)];
    const on = { state: 'ready-for-review', presented: true, meetingId: MEETING } as const;
    house.putCase(aCase({ id, code, ...on, ...over } as never));
    house.putItem(anItem({ caseId: id, code, number }));
  });
  house.putMeeting(aMeeting({ publishedAt: NOON, agenda: numbers.map(idOf) }));
  return house;
};
const HERE = { meetingId: MEETING, seat: 'dps', page: 1 };
const typed = (number: number, answer: string, more: { text?: string; group?: string } = {}) => ({
  [`answer-${idOf(number)}`]: answer,
  [`text-${idOf(number)}`]: more.text ?? '',
  [`group-${idOf(number)}`]: more.group ?? '',
});
const given = (house: House, number: number, seat = 'dps') =>
  house.inside.contributions.get(`${idOf(number)}/${MEETING}/${seat}`)?.contribution.answer;

describe('contribute', () => {
  it('saves each case that was answered, passes over the others, and says how many', async () => {
    const { house, press } = aFront(withCases(3));
    const data = { ...HERE, ...typed(1, 'can'), ...typed(2, 'cannot'), ...typed(3, '') };

    const card = await press('member', 'contribute', data);

    expect([1, 2, 3].map(number => given(house, number))).toEqual(['can', 'cannot', undefined]);
    expect(wordsIn(card)).toContain('Besvart: 2 av 3 saker');
  });

  it('saves nothing twice when it is pressed twice', async () => {
    const { house, press } = aFront(withCases(1));
    const data = { ...HERE, nonce: 'once', ...typed(1, 'can', { text: TEXT, group: 'D' }) };
    await press('member', 'contribute', data);

    const card = await press('member', 'contribute', data);

    expect(wordsIn(card)).toContain('Innspill sendt');
    expect(house.events().filter(({ operation }) => operation === 'contribute')).toHaveLength(1);
  });

  it('keeps what was typed where something is wrong, and saves the others', async () => {
    const { house, press } = aFront(withCases(2));
    const data = { ...HERE, ...typed(1, 'can', { text: TEXT }), ...typed(2, 'cannot') };

    const card = await press('member', 'contribute', data);

    expect([1, 2].map(number => given(house, number))).toEqual([undefined, 'cannot']);
    expect(wrongWith(card)).toEqual([]);
    expect(wordsIn(card)).toContain(`Det gjelder ${codeOf(1)}. De andre svarene er lagret.`);
    expect(inputIn(card, `text-${idOf(1)}`)['value']).toBe(TEXT);
    expect(inputIn(card, `answer-${idOf(1)}`)['value']).toBe('can');
  });

  it('goes to the next page when it has saved this one', async () => {
    const { house, press } = aFront(withCases(6));

    const card = await press('member', 'contribute', { ...HERE, then: 2, ...typed(1, 'can') });

    expect(given(house, 1)).toBe('can');
    expect(inputIn(card, `answer-${idOf(6)}`)).toMatchObject({ type: 'Input.ChoiceSet' });
  });

  it('goes to another seat when it has saved this one', async () => {
    const seats = programme.seats.map(seat => ({ ...seat, registrar: COORDINATOR }));
    const house = withCases(1);
    const { press } = aFront(house, { ...house, programme: { ...programme, seats } });
    const data = { ...HERE, other: 'yes', 'for-seat': 'politi', ...typed(1, 'can') };

    const card = await press('coordinator', 'contribute', data);

    expect(given(house, 1)).toBe('can');
    expect(wordsIn(card)).toContain('Politiets innsatsgruppe, på vegne av');
  });

  it('says so when nothing was chosen', async () => {
    const { house, press } = aFront(withCases(1));
    const before = keptIn(house);

    const card = await press('member', 'contribute', { ...HERE, ...typed(1, '') });

    expect(wordsIn(card)).toContain('Ingenting er valgt');
    expect(keptIn(house)).toBe(before);
  });

  it('is refused of a case they are disqualified on, with one made by hand, too', async () => {
    const disqualified = [aDisqualification(personId('medlem-dps'))];
    const { house, press } = aFront(withCases(1, { disqualified }));
    const before = keptIn(house);

    const card = await press('member', 'contribute', { ...HERE, ...typed(1, 'can') });

    expect(isRefusal(card, 'not-available')).toBe(true);
    expect(keptIn(house)).toBe(before);
  });

  it.each(['dps', 'politi'])(
    'takes no "ikke kjent hos oss" made by hand without consent, for %s',
    async seat => {
      const { house, press } = aFront(withCases(1));
      const before = keptIn(house);
      const who: Who = seat === 'dps' ? 'member' : 'coordinator';

      const card = await press(who, 'contribute', { ...HERE, seat, ...typed(1, 'unknown-here') });

      expect(wordsIn(card)).toContain('Dette svaret krever et samtykke som dekker navnet.');
      expect(JSON.stringify(inputIn(card, `answer-${idOf(1)}`)['choices'])).not.toContain('unknown-here');
      expect(keptIn(house)).toBe(before);
    },
  );

  it('takes it where consent has told the agency who it is', async () => {
    const consent = aConsent();
    const house = withCases(1, { state: 'active', consent, holdings: [{ origin: ORIGIN, section: 'B' }] });

    await aFront(house).press('member', 'contribute', { ...HERE, ...typed(1, 'unknown-here') });

    expect(given(house, 1)).toBe('unknown-here');
  });
});

describe('open-contributions', () => {
  it('leaves the form in the presser’s own chat when it is pressed in the channel', async () => {
    const { house, press } = aFront(withCases(1));
    putContribution(house, aContribution({ caseId: idOf(1), group: 'D' }), TEXT);
    const inChannel = { who: 'member', conversation: { kind: 'channel', id: '19:group' } } as const;

    const card = await press(inChannel, 'open-contributions', { meetingId: MEETING, caseId: idOf(1) });

    expect(wordsIn(card)).toContain('Fortsett i chatten med Sent ute');
    expect(verbsIn(card)).toEqual(['close-item']);
    expect(house.sent()).toMatchObject([{ kind: 'notice', notice: { kind: 'form', form: 'contribute' } }]);
  });

  it('is refused in the channel where it is about no case', async () => {
    const { press } = aFront(withCases(1));
    const inChannel = { who: 'member', conversation: { kind: 'channel', id: '19:group' } } as const;

    const card = await press(inChannel, 'open-contributions', { meetingId: MEETING });

    expect(isRefusal(card, 'not-available')).toBe(true);
  });

  it('fills in the own words, in the presser’s chat', async () => {
    const { house, press } = aFront(withCases(1));
    putContribution(house, aContribution({ caseId: idOf(1), group: 'D' }), TEXT);

    const card = await press('member', 'open-contributions', {});

    expect(inputIn(card, `text-${idOf(1)}`)['value']).toBe(TEXT);
  });
});

describe('open-innspill', () => {
  it('shows nobody of another agency what was said in words', async () => {
    const { house, press } = aFront(withCases(1));
    putContribution(house, aContribution({ caseId: idOf(1), group: 'D', agency: DPS }), TEXT);

    const cards = await Promise.all(
      (['chair', 'coordinator', 'author'] as const).map(who =>
        press(who, 'open-innspill', { caseId: idOf(1) }),
      ),
    );

    expect(cards.every(card => wordsIn(card).includes('Kan bidra'))).toBe(true);
    expect(JSON.stringify(cards)).not.toContain(TEXT);
  });
});
