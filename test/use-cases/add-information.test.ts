import { type FormValues } from '../../src/domain/draft';
import { caseId, commandId, day, instant, meetingId, NOON } from '../builders/ids';
import { SHORTEST_FORM } from '../builders/referrals';
import {
  aHouse,
  AUTHOR,
  caseIn,
  COORDINATOR,
  type House,
  keptIn,
  putReferral,
  sealedIn,
  STAND_IN,
} from './asking';
import { carried } from './carried';

const add = (house: House, values: FormValues = SHORTEST_FORM, who: 'author' | 'colleague' = 'author') =>
  house.does.addInformation({ ...house.ask(who), caseId: caseId(), values });

describe('addInformation', () => {
  it('brings a case that lacked it back to the coordinator', async () => {
    const house = aHouse();
    putReferral(house, { state: 'needs-info', since: instant('2026-12-01T08:00') } as never);

    const added = await add(house);

    expect(added).toMatchObject({ ok: true, value: { kase: { state: 'submitted', answered: true } } });
    expect(caseIn(house, caseId())).toMatchObject({ state: 'submitted', answered: true, since: NOON });
    expect(await carried(house)).toMatchObject([
      { kind: 'notice', to: COORDINATOR, notice: { kind: 'new-information' } },
      { kind: 'notice', to: STAND_IN, notice: { kind: 'new-information' } },
    ]);
  });

  it.each(['submitted', 'ready-for-review', 'deferred', 'awaiting-consent'] as const)(
    'leaves a case that is %s where it is',
    async state => {
      const house = aHouse();
      putReferral(house, { state });

      await add(house);

      expect(caseIn(house, caseId())?.state).toBe(state);
    },
  );

  it('seals what is typed under the agency the case came from, and keeps the process answers in the case', async () => {
    const house = aHouse();
    putReferral(house, { informedAt: instant('2026-11-20T08:00') });

    await add(house, {
      ...SHORTEST_FORM,
      words: 'Vil ha et sted å bo',
      informed: 'unsafe',
      'contact-consent': 'no',
      anonymous: 'no',
      urgent: 'yes',
      'urgent-reason': 'Løslates',
    });

    expect(caseIn(house, caseId())).toMatchObject({
      informed: 'unsafe',
      contactConsent: 'no',
      informedAt: NOON,
      recognisable: true,
      urgent: true,
    });
    expect(sealedIn(house, caseId())).toMatchObject({
      'sosiale-tjenester/C': { words: 'Vil ha et sted å bo', urgent: 'Løslates' },
    });
    expect(JSON.stringify(caseIn(house, caseId()))).not.toContain('sted å bo');
    expect(JSON.stringify(house.events())).not.toContain('sted å bo');
  });

  it('leaves what was mapped while the person took part, when they have come back', async () => {
    const house = aHouse();
    const piece = { level: 'red', text: 'Sover ute', on: day('2026-11-20'), by: AUTHOR } as const;
    const past = [{ state: 'active', since: NOON }] as const;
    putReferral(house, { state: 'awaiting-consent', past } as never);
    const file = house.inside.cases.get(caseId());
    const sealed = file?.sealed.map(one =>
      one.section === 'C' ? { ...one, box: JSON.stringify({ mapping: { housing: piece } }) } : one,
    );
    if (file !== undefined && sealed !== undefined) house.inside.cases.set(caseId(), { ...file, sealed });

    await add(house, { ...SHORTEST_FORM, words: 'Vil ha et sted å bo' });

    expect(sealedIn(house, caseId())).toMatchObject({
      'sosiale-tjenester/C': { words: 'Vil ha et sted å bo', mapping: { housing: piece } },
    });
  });

  it('holds what came new, and goes on holding the rest once', async () => {
    const house = aHouse();
    putReferral(house, { holdings: [{ origin: house.who.author.person.agency, section: 'C' }] });

    await add(house, { ...SHORTEST_FORM, contact: 'prison' });

    expect(caseIn(house, caseId())?.holdings.map(({ section }) => section)).toEqual([
      'C',
      'D',
      'E',
      'F',
      'summary',
      'contact',
    ]);
  });

  it('takes away what was taken out of the form', async () => {
    const house = aHouse();
    putReferral(house);
    expect(JSON.stringify(sealedIn(house, caseId()))).toContain('police');

    await add(house, { ...SHORTEST_FORM, contact: 'mo' });

    expect(JSON.stringify(sealedIn(house, caseId()))).not.toContain('police');
    const opened = await house.does.startInformation({
      ...house.ask('author', { command: 'look' }),
      caseId: caseId(),
    });
    expect(opened).toMatchObject({ ok: true, value: { values: { contact: 'mo' } } });
  });

  it('stays urgent once it was', async () => {
    const house = aHouse();
    putReferral(house, { urgent: true });

    await add(house);

    expect(caseIn(house, caseId())?.urgent).toBe(true);
  });

  it('draws the card in the channel anew', async () => {
    const house = aHouse();
    putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);

    await add(house);

    expect(house.sent()).toContainEqual({ kind: 'edit-item', meetingId: meetingId(), caseId: caseId() });
  });

  it('says what is wrong with the form, and changes nothing', async () => {
    const house = aHouse();
    putReferral(house);
    const kept = keptIn(house);

    const added = await add(house, { ...SHORTEST_FORM, scene: '', words: 'Ring 010190 12345' });

    expect(added).toEqual({
      ok: true,
      value: {
        problems: [
          { field: 'scene', problem: 'unanswered' },
          { field: 'words', problem: 'holds-number' },
        ],
      },
    });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toEqual([]);
  });

  it.each([
    ['a form that is wrong', {}],
    ['a form that is right', SHORTEST_FORM],
  ])('is refused to somebody else with %s, and recorded as refused', async (_, values) => {
    const house = aHouse();
    putReferral(house);

    const refused = await add(house, values, 'colleague');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'add-information', allowed: false }]);
  });

  it('tells the author, asked twice, what became of it', async () => {
    const house = aHouse();
    putReferral(house, { state: 'needs-info' } as never);
    await add(house);

    const again = await add(house);

    expect(again).toMatchObject({ ok: true, value: { kase: { state: 'submitted', author: AUTHOR } } });
    expect(house.events()).toMatchObject([{ commandId: commandId() }]);
  });
});
