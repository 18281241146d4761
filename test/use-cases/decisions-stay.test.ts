import fc from 'fast-check';
import { type Outcome } from '../../src/domain/decision';
import { anItem } from '../builders/cases';
import { caseId, meetingId, seatId } from '../builders/ids';
import { aRunningMeeting } from '../builders/meetings';
import { aHouse, type House, putReferral, type Who } from './asking';
import { type Changing } from './changing';
import { CASE_VERBS, MEETING_VERBS } from './verbs';

const [FIRST, LATER] = [meetingId(), meetingId('2026-12-23')];
const PEOPLE: readonly Who[] = ['author', 'coordinator', 'standIn', 'member', 'chair', 'owner', 'leader'];
const DECISIONS = [
  ['ready-for-review', { kind: 'taken-in' }, undefined],
  ['ready-for-review', { kind: 'deferred', reason: 'time' }, undefined],
  ['active', { kind: 'recommended' }, 'Skal det søkes?'],
  ['awaiting-consent', { kind: 'not-recommended' }, 'Skal det søkes?'],
] as const satisfies readonly (readonly [string, Outcome, string | undefined])[];

/** Deciding again, in this meeting and a later one, beside every other verb of a case and a meeting. */
const decidesOn =
  (meeting: typeof FIRST, question?: string): Changing['ask'] =>
  (does, asked) =>
    does.recordDecision({
      ...{ ...asked, caseId: caseId(), meetingId: meeting, rationale: 'Noe annet' },
      ...(question === undefined
        ? { outcome: { kind: 'declined', reason: 'other' } }
        : { outcome: { kind: 'not-recommended' }, question }),
    });
const VERBS: readonly (readonly [string, Changing['ask']])[] = [
  ...[...CASE_VERBS, ...MEETING_VERBS].map(({ operation, ask }) => [operation, ask] as const),
  ...[FIRST, LATER].flatMap(meeting =>
    [undefined, 'Og nå?'].map(question => ['record-decision', decidesOn(meeting, question)] as const),
  ),
  [
    'start-meeting',
    (does, asked) => does.startMeeting({ ...asked, meetingId: FIRST, present: [seatId('politi')] }),
  ],
];

const decidedIn = async ([state, outcome, question]: (typeof DECISIONS)[number]): Promise<House> => {
  const house = aHouse();
  putReferral(house, { state, presented: true, meetingId: FIRST });
  for (const id of [FIRST, LATER]) {
    house.putMeeting(aRunningMeeting({ id, agenda: [caseId()] }));
    house.putItem(anItem({ meetingId: id }));
  }
  await house.does.recordDecision({
    ...{ ...house.ask('chair', { command: 'first' }), caseId: caseId(), meetingId: FIRST },
    ...{ outcome, rationale: 'Slik mente gruppen', dissent: { seat: seatId('dps'), text: 'Ikke vi' } },
    ...(question === undefined ? {} : { question }),
  });
  return house;
};

const kept = ({ inside }: House): string => {
  const { item, rationale } = inside.items.get(`${caseId()}/${FIRST}`) ?? {};
  return JSON.stringify([item?.decision, rationale]);
};

describe('a decision', () => {
  it('never changes, and its words never do, whatever is pressed after it and by whom', async () => {
    const presses = fc.array(fc.tuple(fc.constantFrom(...VERBS), fc.constantFrom(...PEOPLE)), {
      minLength: 1,
      maxLength: 12,
    });

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...DECISIONS), presses, async (decision, pressed) => {
        const house = await decidedIn(decision);
        const before = kept(house);

        for (const [place, [[, ask], who]] of pressed.entries())
          await ask(house.does, house.ask(who, { command: `press ${place.toString()}` }));

        expect(before).toContain('Slik mente gruppen');
        expect(kept(house)).toBe(before);
      }),
      { numRuns: 150 },
    );
  });
});
