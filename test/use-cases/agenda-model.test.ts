import fc from 'fast-check';
import { isPaused } from '../../src/domain/pause';
import { isEnded } from '../../src/domain/case';
import { type Refusal } from '../../src/domain/refusal';
import { type Result } from '../../src/result';
import { aConsent } from '../builders/cases';
import { caseCode, caseId, day, meetingId, seatId, instant } from '../builders/ids';
import { aHouse, caseIn, type House, type Who } from './asking';
import { layAll, putNamed } from './on-agenda';

const NAMES = ['ready', 'urgent', 'waits', 'maps', 'active', 'expired'] as const;
type Name = (typeof NAMES)[number];

/** A house with a case for each way onto an agenda. */
const furnished = (): House => {
  const house = aHouse();
  const consent = aConsent();
  putNamed(house, 'ready');
  putNamed(house, 'urgent', { urgent: true });
  putNamed(house, 'waits', { state: 'awaiting-consent' });
  putNamed(house, 'maps', { state: 'mapping', consent });
  putNamed(house, 'active', { state: 'active', consent });
  putNamed(house, 'expired', { state: 'consent-expired', consent });
  return house;
};

const PRESSES = [
  'publish',
  'add',
  'take-off',
  'move-first',
  'move-after',
  'pause',
  'resume',
  'refuse',
  'withdraw',
  'conclude',
  'lay',
  'start',
  'decide',
] as const;
type Press = (typeof PRESSES)[number];
type Step = { readonly press: Press; readonly name: Name; readonly at: number };

type Done = Promise<Result<unknown, Refusal>>;
const meeting = { meetingId: meetingId() };
const asking = (house: House, { press, name, at }: Step, who: Who = 'coordinator') => ({
  ...house.ask(who, { command: `${press} ${name} ${String(at)}` }),
  caseId: caseId(name),
});

const doing: Readonly<Record<Press, (house: House, step: Step) => Done>> = {
  publish: (house, step) => house.does.publishAgenda({ ...asking(house, step), ...meeting }),
  add: (house, step) => house.does.addToAgenda(asking(house, step)),
  'take-off': (house, step) => house.does.takeOffAgenda({ ...asking(house, step), reason: 'time' }),
  'move-first': (house, step) =>
    house.does.orderAgenda({ ...asking(house, step), ...meeting, code: caseCode(step.name), after: 'first' }),
  'move-after': (house, step) =>
    house.does.orderAgenda({
      ...asking(house, step),
      ...meeting,
      code: caseCode(step.name),
      after: caseCode(NAMES[step.at % NAMES.length] ?? 'ready'),
    }),
  pause: (house, step) => house.does.pauseCase({ ...asking(house, step), until: day('2027-03-01') }),
  resume: (house, step) => house.does.resumeCase(asking(house, step)),
  refuse: (house, step) =>
    house.does.refuseConsent({ ...asking(house, step, 'author'), askAgainAfter: day('2027-03-01') }),
  withdraw: (house, step) => house.does.withdrawConsent(asking(house, step, 'author')),
  conclude: (house, step) => house.does.concludeCase({ ...asking(house, step), reason: 'other' }),
  lay: async house => {
    await layAll(house);
    return { ok: true, value: undefined };
  },
  start: (house, step) =>
    house.does.startMeeting({
      ...asking(house, step),
      at: instant('2026-12-09T08:05'),
      ...meeting,
      present: ['sosial', 'dps', 'politi'].map(seat => seatId(seat)),
    }),
  decide: (house, step) =>
    house.does.recordDecision({
      ...asking(house, step),
      ...meeting,
      outcome: step.at % 2 === 0 ? { kind: 'taken-in' } : { kind: 'declined', reason: 'outside' },
      rationale: '',
    }),
};

const twice = (list: readonly unknown[]): readonly unknown[] =>
  list.filter((one, place) => list.indexOf(one) !== place);

/** What is wrong with the agenda as anybody may see it now: nothing, whatever was pressed. */
const wrongIn = async (house: House, command: string): Promise<readonly unknown[]> => {
  const opened = await house.does.openAgenda(house.ask('coordinator', { command }));
  if (!opened.ok) return [opened.error];
  const { meeting: now, entries, items } = opened.value;
  const standing = items.filter(({ closed }) => !closed);
  const declinedHere = new Set(
    items.flatMap(item => (item.decision?.outcome.kind === 'declined' ? [item.caseId] : [])),
  );
  const shown = [...entries.map(({ kase }) => kase.id), ...standing.map(item => item.caseId)];
  const cases = shown.flatMap(id => caseIn(house, id) ?? []);
  return [
    ...twice(now.agenda),
    ...twice(items.map(item => item.caseId)),
    ...twice(items.map(({ number }) => number)),
    ...twice(entries.map(({ kase }) => kase.id)),
    ...cases.filter(kase => isEnded(kase) && !declinedHere.has(kase.id)),
    ...(now.state === 'planned' ? cases.filter(kase => isPaused(kase, now.on)) : []),
  ];
};

const someStep = (): fc.Arbitrary<Omit<Step, 'at'>> =>
  fc.record({
    // Those that put a case on are pressed more often than those that end one.
    press: fc.constantFrom<Press>(...PRESSES, 'add', 'add', 'add', 'lay', 'lay', 'pause', 'resume', 'resume'),
    name: fc.constantFrom(...NAMES),
  });
const someStart = (): fc.Arbitrary<readonly Omit<Step, 'at'>[]> =>
  fc
    .constantFrom<readonly Press[]>([], ['publish'], ['publish', 'lay'], ['publish', 'lay', 'start'])
    .map(presses => presses.map(press => ({ press, name: 'ready' as const })));

/** Every press once, where it can be done: or the model would prove nothing. */
const SCRIPT: readonly (readonly [Press, Name])[] = [
  ['move-first', 'waits'],
  ['publish', 'ready'],
  ['lay', 'ready'],
  ['add', 'maps'],
  ['lay', 'maps'],
  ['take-off', 'maps'],
  ['move-after', 'urgent'],
  ['pause', 'waits'],
  ['resume', 'waits'],
  ['refuse', 'waits'],
  ['withdraw', 'active'],
  ['conclude', 'expired'],
  ['start', 'ready'],
  ['decide', 'ready'],
];

describe('an agenda', () => {
  it('is what these presses change', async () => {
    const house = furnished();
    const done: Press[] = [];

    for (const [at, [press, name]] of SCRIPT.entries()) {
      const result = await doing[press](house, { press, name, at });
      if (result.ok) done.push(press);
    }

    expect([...PRESSES].filter(press => !done.includes(press))).toEqual([]);
  });

  it('holds no case twice, none that has ended or waits, and no number twice, whatever is pressed in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(someStart(), fc.array(someStep(), { maxLength: 24 }), async (start, rest) => {
        const house = furnished();
        for (const [at, step] of [...start, ...rest].entries()) {
          await doing[step.press](house, { ...step, at });
          expect(await wrongIn(house, `look ${String(at)}`)).toEqual([]);
        }
        await layAll(house);
        await layAll(house);
        expect(await wrongIn(house, 'last look')).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('nor when two press at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        someStart(),
        fc.array(fc.tuple(someStep(), someStep()), { maxLength: 10 }),
        async (start, pairs) => {
          const house = furnished();
          for (const [at, step] of start.entries()) await doing[step.press](house, { ...step, at });
          for (const [place, [one, other]] of pairs.entries()) {
            const at = 100 + place * 2;
            await Promise.all([
              doing[one.press](house, { ...one, at }),
              doing[other.press](house, { ...other, at: at + 1 }),
            ]);
          }
          await layAll(house);
          await layAll(house);

          expect(await wrongIn(house, 'last look')).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
