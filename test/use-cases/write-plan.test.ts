import fc from 'fast-check';
import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { type PlanValues } from '../../src/domain/check-plan';
import { writePlan } from '../../src/use-cases/write-plan';
import { aConsent, aDisqualification, anAction } from '../builders/cases';
import { actionId, caseId, day, personId } from '../builders/ids';
import {
  AUTHOR,
  aHouse,
  caseIn,
  COORDINATOR,
  type House,
  interrupted,
  keptIn,
  OWNER,
  putReferral,
  type Who,
} from './asking';

const TASK = anAction();
const VALUES: PlanValues = {
  'goal-1': 'Jeg vil ha et sted å bo',
  'goal-2': '',
  'goal-3': 'Treffe søsteren min',
  contact: OWNER,
  measures: TASK.id,
  review: '2027-01-15',
};
const participant = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state: 'mapping', presented: true, actions: [briefOf(TASK)], ...over });
  house.putTask(TASK);
  return house;
};
type How = {
  readonly who?: Who;
  readonly values?: PlanValues;
  readonly confirmed?: string;
  readonly seen?: string;
  readonly command?: string;
};
const write = (house: House, { who = 'coordinator', values = VALUES, command = 'plan', ...how }: How = {}) =>
  writePlan(house)({
    ...house.ask(who, { command }),
    ...{ caseId: caseId(), values },
    ...(how.seen === undefined ? {} : { seen: how.seen }),
    ...(how.confirmed === undefined ? {} : { confirmed: personId(how.confirmed) }),
  });
const plans = ({ inside }: House) => [...inside.plans.values()];
const wordsOf = (house: House, version: number): unknown =>
  JSON.parse(plans(house).find(({ plan }) => plan.version === version)?.words?.box ?? 'null');

describe('writePlan', () => {
  it('keeps the plan apart, sealed as the coordinator’s, and its brief in the case', async () => {
    const house = participant();

    expect(await write(house)).toMatchObject({ ok: true });

    expect(caseIn(house, caseId())?.plan).toEqual({ version: 1, contact: OWNER, writtenOn: '2026-12-04' });
    expect(plans(house)).toMatchObject([
      {
        plan: { version: 1, contact: OWNER, writtenBy: COORDINATOR },
        words: { origin: 'sent-ute-koordinering', section: 'C' },
      },
    ]);
    expect(wordsOf(house, 1)).toEqual({
      goals: ['Jeg vil ha et sted å bo', 'Treffe søsteren min'],
      measures: [TASK.id],
      reviewOn: '2027-01-15',
    });
    const open = [
      caseIn(house, caseId()),
      house.events(),
      house.sent(),
      plans(house).map(({ plan }) => plan),
    ];
    expect(JSON.stringify(open)).not.toMatch(/sted å bo|2027-01-15/);
  });

  it('writes a new version beside the old one', async () => {
    const house = participant();
    await write(house);
    const first = wordsOf(house, 1);

    await write(house, { values: { ...VALUES, 'goal-1': 'Noe annet' }, command: 'second' });

    expect(caseIn(house, caseId())?.plan).toMatchObject({ version: 2 });
    expect(wordsOf(house, 1)).toEqual(first);
    expect(wordsOf(house, 2)).toMatchObject({ goals: ['Noe annet', 'Treffe søsteren min'] });
  });

  it('asks before the participant gets another contact person, and writes nothing', async () => {
    const house = participant();
    await write(house);
    const before = keptIn(house);

    const asked = await write(house, { values: { ...VALUES, contact: AUTHOR }, command: 'second' });

    expect(asked).toEqual({
      ok: true,
      value: { problems: [{ field: 'contact', problem: 'changes-contact' }] },
    });
    expect(keptIn(house)).toBe(before);
  });

  it('takes a yes for the one it was said of, and for nobody else', async () => {
    const house = participant();
    await write(house);
    const values = { ...VALUES, contact: AUTHOR };

    const other = await write(house, { values, confirmed: 'medlem-dps', command: 'second' });
    const meant = await write(house, { values, confirmed: AUTHOR, command: 'third' });

    expect(other).toMatchObject({ ok: true, value: { problems: [{ problem: 'changes-contact' }] } });
    expect(meant).toMatchObject({ ok: true, value: { kase: { plan: { version: 2, contact: AUTHOR } } } });
  });

  it('does not write over a version nobody has seen', async () => {
    const house = participant();
    await write(house);

    const late = await write(house, { seen: '0', command: 'late' });

    expect(late).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect(plans(house)).toHaveLength(1);
  });

  it('refuses one that somebody else was first to write in the same moment', async () => {
    const house = participant();
    const world = interrupted(house, () => {
      const file = house.inside.cases.get(caseId());
      if (file === undefined) return;
      const plan = { version: 1, contact: AUTHOR, writtenOn: day('2026-12-04') };
      house.inside.cases.set(caseId(), {
        ...file,
        kase: { ...file.kase, plan } satisfies Case,
        version: 'other' as never,
      });
    });

    const late = await writePlan(world)({
      ...house.ask('coordinator'),
      ...{ caseId: caseId(), values: VALUES, seen: '0' },
    });

    expect(late).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
  });

  it('is one version when the same press comes twice', async () => {
    const house = participant();
    await write(house, { seen: '0' });

    expect(await write(house, { seen: '0' })).toMatchObject({ ok: true });
    expect(plans(house)).toHaveLength(1);
  });

  it.each<[string, PlanValues, { readonly field: string; readonly problem: string }]>([
    ['no goal', { 'goal-1': ' ', 'goal-3': '' }, { field: 'goal-1', problem: 'unanswered' }],
    ['a goal that is too long', { 'goal-3': 'x'.repeat(201) }, { field: 'goal-3', problem: 'too-long' }],
    ['an identity number', { 'goal-1': '01019012345' }, { field: 'goal-1', problem: 'holds-number' }],
    ['nobody to contact', { contact: '' }, { field: 'contact', problem: 'unanswered' }],
    [
      'somebody the directory does not know',
      { contact: 'ukjent' },
      { field: 'contact', problem: 'unknown-person' },
    ],
    ['somebody removed', { contact: 'sluttet' }, { field: 'contact', problem: 'unknown-person' }],
    [
      'a task of another case',
      { measures: `${TASK.id},${actionId('other')}` },
      { field: 'measures', problem: 'unknown-measure' },
    ],
    ['no day', { review: '' }, { field: 'review', problem: 'unanswered' }],
    ['a day that has passed', { review: '2026-12-03' }, { field: 'review', problem: 'past-date' }],
    ['a day in more than a year', { review: '2027-12-05' }, { field: 'review', problem: 'far-date' }],
  ])('says what is wrong with %s, and writes nothing', async (_, over, wrong) => {
    const house = participant();
    const before = keptIn(house);

    const said = await write(house, { values: { ...VALUES, ...over } });

    expect(said).toEqual({ ok: true, value: { problems: [wrong] } });
    expect(keptIn(house)).toBe(before);
  });

  it('does not make somebody disqualified the contact person', async () => {
    const house = participant({ disqualified: [aDisqualification(OWNER)] });

    const said = await write(house);

    expect(said).toMatchObject({ value: { problems: [{ field: 'contact', problem: 'unknown-person' }] } });
  });

  it.each<[string, object, readonly [who: Who, kind: string]]>([
    ['a member', {}, ['member', 'wrong-state']],
    ['the author', {}, ['author', 'wrong-state']],
    ['an owner', {}, ['owner', 'wrong-state']],
    ['a colleague of the author', {}, ['colleague', 'not-available']],
    ['a coordinator who is removed', {}, ['gone', 'not-available']],
    [
      'a coordinator who is disqualified',
      { disqualified: [aDisqualification(COORDINATOR)] },
      ['coordinator', 'not-available'],
    ],
    ['a coordinator before consent', { state: 'awaiting-consent' }, ['coordinator', 'wrong-state']],
    [
      'a coordinator whose consent has run out',
      { consent: aConsent({ until: day('2026-12-03') }) },
      ['coordinator', 'wrong-state'],
    ],
  ])('refuses %s', async (_, over, [who, kind]) => {
    const house = participant(over);

    expect(await write(house, { who, values: {} })).toEqual({ ok: false, error: { kind } });
    expect(plans(house)).toEqual([]);
  });
});

describe('versions of a plan', () => {
  const CONTACTS = [OWNER, AUTHOR, personId('medlem-dps')];
  const writing = fc.record({
    goal: fc.constantFrom('Bolig', 'Jobb', 'Ro'),
    contact: fc.constantFrom(...CONTACTS),
    says: fc.boolean(),
    stale: fc.boolean(),
  });

  const versionIn = (house: House): number => caseIn(house, caseId())?.plan?.version ?? 0;
  type Writing = { goal: string; contact: string; says: boolean; stale: boolean };
  const howOf = (house: House, { goal, contact, says, stale }: Writing): How => ({
    values: { ...VALUES, 'goal-1': goal, contact },
    seen: stale ? 'old' : String(versionIn(house)),
    ...(says ? { confirmed: contact } : {}),
  });

  it('are never changed, and count from one without a gap, whatever is written', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(writing, { maxLength: 8 }), async writings => {
        const house = participant();
        const first: string[] = [];
        for (const [at, one] of writings.entries()) {
          await write(house, { ...howOf(house, one), command: `w${String(at)}` });
          const kept = plans(house).map(one => JSON.stringify(one));
          expect(kept.slice(0, first.length)).toEqual(first);
          first.splice(0, first.length, ...kept);
        }
        expect(plans(house).map(({ plan }) => plan.version)).toEqual(first.map((_, at) => at + 1));
        expect(versionIn(house)).toBe(first.length);
      }),
      { numRuns: 60 },
    );
  });
});
