import { briefOf } from '../../src/domain/action';
import { digestLines } from '../../src/use-cases/digest-lines';
import { aDisqualification, aCase, aConsent, anAction } from '../builders/cases';
import { actionId, agencyId, caseId, day, personId } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';

const OWNER = aPerson({ id: personId('ansvarlig'), roles: [] });
const STAND_IN = aPerson({ id: personId('stedfortreder'), roles: [] });
const today = day('2026-12-07');

type Task = NonNullable<Parameters<typeof anAction>[0]>;
const aCaseWith = (tasks: readonly Task[], over: Parameters<typeof aCase<'mapping'>>[0] = {}) => {
  const scene = aScene();
  const actions = tasks.map((task, place) =>
    scene.putTask(anAction({ id: actionId(`task ${place.toString()}`), ...task })),
  );
  scene.putCase(aCase({ state: 'mapping', actions: actions.map(briefOf), ...over }));
  return scene;
};
const duesFor = async (scene: ReturnType<typeof aCaseWith>, reader = OWNER) => {
  const lines = await digestLines(scene)({ reader, today, within: inTime() });
  return lines.map(({ due }) => due);
};

describe('digestLines, of a task about an incident', () => {
  const task = { title: 'follow-up-incident', due: day('2026-11-02'), owner: OWNER.id } as const;
  const incidents = [anIncident({ action: actionId('task 0') })];
  const police = aCoordinator({ agency: agencyId('sosiale-tjenester') });

  it('reminds its owner before there is a consent, and after it is gone', async () => {
    const states = ['submitted', 'consent-expired', 'mapping'] as const;

    const dues = await Promise.all(
      states.map(state => duesFor(aCaseWith([task], { state, incidents } as never))),
    );

    expect(dues).toEqual(states.map(() => ['2026-11-02']));
    expect(await duesFor(aCaseWith([task], { state: 'submitted' } as never))).toEqual([]);
    expect(await duesFor(aCaseWith([task], { state: 'concluded', incidents } as never))).toEqual([]);
  });

  it('tells the coordinator of no other agency’s, however late it is', async () => {
    const scene = aCaseWith([task, { due: day('2026-11-03'), owner: OWNER.id }], { incidents });

    expect(await duesFor(scene, aCoordinator())).toEqual(['2026-11-03']);
    expect(await duesFor(scene, police)).toEqual(['2026-11-02', '2026-11-03']);
  });
});

describe('digestLines', () => {
  it('holds what is overdue or due within two working days, soonest first', async () => {
    const scene = aCaseWith([
      { due: day('2026-12-09') },
      { due: day('2026-11-02') },
      { due: day('2026-12-10') },
      { due: today },
    ]);

    const dues = await duesFor(scene);

    expect(dues).toEqual(['2026-11-02', '2026-12-07', '2026-12-09']);
  });

  it('holds the tasks one stands in for from the day after', async () => {
    const standIn = STAND_IN.id;
    const scene = aCaseWith([
      { standIn, due: today },
      { standIn, due: day('2026-12-06') },
    ]);

    const dues = await duesFor(scene, STAND_IN);

    expect(dues).toEqual(['2026-12-06']);
  });

  it('holds for a coordinator what everyone has had for five working days, and the own once', async () => {
    const coordinator = aCoordinator();
    const scene = aCaseWith([
      { due: day('2026-11-30') },
      { due: day('2026-12-01') },
      { due: day('2026-11-27'), owner: coordinator.id },
    ]);

    const dues = await duesFor(scene, coordinator);

    expect(dues).toEqual(['2026-11-27', '2026-11-30']);
  });

  it('holds nothing for a coordinator who is disqualified', async () => {
    const coordinator = aCoordinator();
    const scene = aCaseWith([{ due: day('2026-11-30') }], {
      disqualified: [aDisqualification(coordinator.id)],
    });

    const dues = await duesFor(scene, coordinator);

    expect(dues).toEqual([]);
  });

  it('holds nothing of a case the reader may no longer see', async () => {
    const scene = aCaseWith([{ due: today }], { disqualified: [aDisqualification(OWNER.id)] });

    const dues = await duesFor(scene);

    expect(dues).toEqual([]);
  });

  it.each(['withdrawn', 'consent-expired', 'awaiting-consent'] as const)(
    'holds nothing of a case that is %s',
    async state => {
      const scene = aCaseWith([{ due: day('2026-11-30') }], { state: state as never });

      const dues = await Promise.all([duesFor(scene), duesFor(scene, aCoordinator())]);

      expect(dues).toEqual([[], []]);
    },
  );

  it('holds nothing of a case that is not there', async () => {
    const scene = aCaseWith([{ due: today, caseId: caseId('elsewhere') }]);

    const dues = await duesFor(scene);

    expect(dues).toEqual([]);
  });
});

describe('digestLines, while an owner is away', () => {
  const member = aMember();
  const absence = { from: today, to: day('2026-12-11'), standIn: member.id };
  const withAway = (task: Task, over: Parameters<typeof aCase<'mapping'>>[0] = {}) => {
    const scene = aCaseWith([task], { presented: true, ...over });
    scene.join({ ...OWNER, absence });
    return scene;
  };

  it('holds the owner’s tasks for who stands in for them, and works on the case', async () => {
    const scene = withAway({ due: today });

    expect(await duesFor(scene, member)).toEqual(['2026-12-07']);
    expect(await duesFor(scene, aCoordinator())).toEqual([]);
  });

  it('holds them no more when the owner is back', async () => {
    const scene = withAway({ due: today });
    scene.join({ ...OWNER, absence: { ...absence, to: day('2026-12-06'), from: day('2026-12-01') } });

    expect(await duesFor(scene, member)).toEqual([]);
    expect(await duesFor(scene)).toEqual(['2026-12-07']);
  });

  it('holds them for the coordinator at once, where who stands in has no standing in the case', async () => {
    const scene = withAway({ due: today }, { presented: false });

    expect(await duesFor(scene, member)).toEqual([]);
    expect(await duesFor(scene, aCoordinator())).toEqual(['2026-12-07']);
  });

  it.each<[string, object]>([
    ['has ended', { state: 'concluded' }],
    ['was withdrawn', { state: 'withdrawn' }],
    ['has no consent in force', { consent: aConsent({ until: day('2026-12-06') }) }],
    ['waits for a new consent', { state: 'consent-expired' }],
    ['is paused', { pausedUntil: day('2026-12-24') }],
  ])('holds nothing of a case that %s, for anybody', async (_, over) => {
    const scene = withAway({ due: day('2026-11-02'), standIn: STAND_IN.id }, over);
    scene.join(STAND_IN);
    const readers = [member, STAND_IN, aCoordinator(), OWNER];

    expect(await Promise.all(readers.map(reader => duesFor(scene, reader)))).toEqual([[], [], [], []]);
  });
});
