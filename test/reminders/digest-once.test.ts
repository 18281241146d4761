import { briefOf } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { nextReminder } from '../../src/domain/ladder';
import { type Person } from '../../src/domain/people';
import { type Instant, type TimeOfDay } from '../../src/domain/time';
import { useCasesIn } from '../../src/use-cases/all';
import { aCase, aConsent, anAction } from '../builders/cases';
import { actionId, commandId, day, instant, outboxId, personId } from '../builders/ids';
import { accountOf, aPerson } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { addEntry, keepEntry } from '../fakes/store-state';
import { aScene, type Scene } from './scene';

const OWNER = personId('ansvarlig');
const STAND_IN = personId('stedfortreder');
const HOUR = 3_600_000;
const owner = (over: Partial<Person> = {}): Person => aPerson({ id: OWNER, roles: [], ...over });

type Given = { readonly dues: readonly string[]; readonly kase?: object; readonly task?: object };
/** Tasks of one owner, from half past six in the morning of Saturday 5 December 2026. */
const aStory = ({ dues, kase = {}, task = {} }: Given) => {
  const scene = aScene();
  scene.setNow(instant('2026-12-05T05:30'));
  scene.join(aPerson({ id: STAND_IN, roles: [] }));
  scene.join(owner());
  const tasks = dues.map((due, place) => {
    const action = anAction({ id: actionId(String(place)), due: day(due), owner: OWNER, ...task });
    return scene.putTask(action, nextReminder(action.due, scene.inside.now, scene));
  });
  const consent = aConsent({ until: day('2027-12-01') });
  const put = (over: object): Case =>
    scene.putCase(
      aCase({ state: 'mapping', presented: true, consent, actions: tasks.map(briefOf), ...over } as never),
    );
  put(kase);
  const { tick } = scene.replica();
  /** Who is told, and when, until then. */
  const until = async (end: Instant, step = HOUR): Promise<readonly string[]> => {
    const rung: string[] = [];
    while (scene.inside.now <= end) {
      const before = scene.teams.arrived.length;
      await tick();
      for (const { way, where } of scene.teams.arrived.slice(before))
        rung.push(`${way === 'chat' ? where.replace('chat ', '') : way} ${scene.inside.now.slice(0, 16)}`);
      scene.pass(step);
    }
    return rung;
  };
  return { scene, put, until, tick };
};
const asking = (scene: Scene, id: Person['id'], command: string) => {
  const by = scene.inside.people.get(id);
  if (by === undefined) throw new Error('nobody');
  const { now: at } = scene.inside;
  return { commandId: commandId(command), by, account: accountOf(by.person), at, within: inTime() };
};
const digestOn = (scene: Scene, on: string) => ({
  id: outboxId(`of ${on}`),
  errand: { kind: 'digest' as const, to: OWNER, on: day(on) },
  at: scene.inside.now,
});

describe('an absence that ends early', () => {
  const DAYS = { from: '2026-12-05', to: '2027-06-30' };

  it('leaves its owner to hear at once of what rang meanwhile', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-09'] });
    scene.join(owner({ absence: { from: day(DAYS.from), to: day(DAYS.to) } }));
    const meanwhile = await until(instant('2026-12-17T12:00'));

    await useCasesIn(scene).endAbsence({ ...asking(scene, OWNER, 'end'), to: day(DAYS.to) });
    const after = await until(instant('2026-12-21T12:00'));

    expect(meanwhile.filter(line => line.startsWith(OWNER))).toEqual([]);
    expect(after.filter(line => line.startsWith(OWNER))).toEqual([`${OWNER} 2026-12-17T12:30`]);
  });

  it('has those told instead see in the same message that they need not do it', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-09'], task: { standIn: STAND_IN } });
    scene.join(owner({ absence: { from: day(DAYS.from), to: day(DAYS.to) } }));
    await until(instant('2026-12-07T12:00'));

    await useCasesIn(scene).endAbsence({ ...asking(scene, OWNER, 'end'), to: day(DAYS.to) });
    await until(instant('2026-12-07T13:00'));

    const edits = scene.teams.arrived.filter(({ way }) => way === 'edit');
    expect(edits.map(({ letter: { message } }) => message)).toMatchObject([{ kind: 'digest', actions: [] }]);
  });
});

describe('an absence that begins', () => {
  const DAYS = { from: '2026-12-08', to: '2026-12-11' };
  const leave = (scene: Scene, command = 'leave') =>
    useCasesIn(scene).setAbsence({ ...asking(scene, OWNER, command), values: DAYS });

  it('rings the next working day for whoever has had the digest of today', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-07', '2026-12-10'], task: { standIn: STAND_IN } });
    const before = await until(instant('2026-12-08T08:00'));

    await leave(scene);
    await leave(scene);
    const after = await until(instant('2026-12-09T12:00'));

    expect(before).toContain(`${STAND_IN} 2026-12-08T07:30`);
    expect(after).toEqual([`${STAND_IN} 2026-12-09T07:30`]);
  });

  it('rings today for whoever has chosen a later hour since their digest of yesterday', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-10'], task: { standIn: STAND_IN } });
    await until(instant('2026-12-08T08:00'));
    await leave(scene);
    scene.join(aPerson({ id: STAND_IN, roles: [], digestAt: '14:00' as TimeOfDay }));

    const after = await until(instant('2026-12-09T12:00'));

    expect(after).toEqual([`${STAND_IN} 2026-12-08T13:30`]);
  });

  it('rings only once where the digest of the day comes after it', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-07', '2026-12-10'], task: { standIn: STAND_IN } });
    await until(instant('2026-12-08T05:00'));

    await leave(scene);
    const after = await until(instant('2026-12-09T12:00'));

    expect(after.filter(line => line.startsWith(STAND_IN))).toEqual([`${STAND_IN} 2026-12-08T07:30`]);
  });
});

describe('a digest', () => {
  it('is sent once a day, when one of two that were due together is throttled', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-07'] });
    scene.setNow(instant('2026-12-07T07:30'));
    addEntry(scene.inside, `person:${OWNER}`, digestOn(scene, '2026-12-04'));
    scene.teams.moods.push({ kind: 'throttled', retryAfterMs: 5_000 });

    const rung = await until(instant('2026-12-07T07:35'), 60_000);

    expect(rung).toHaveLength(1);
  });

  it('of another day that is tried again says nothing after today’s', async () => {
    const { scene, until } = aStory({ dues: ['2026-12-07'] });
    scene.setNow(instant('2026-12-07T07:30'));
    const first = await until(instant('2026-12-07T08:00'));
    const entry = digestOn(scene, '2026-12-04');
    keepEntry(scene.inside, { entry, partition: `person:${OWNER}`, state: 'dead', attempts: 1, epoch: 1 });

    await useCasesIn(scene).retryMessage({
      ...asking(scene, personId('koordinator'), 'retry'),
      entryId: entry.id,
    });
    const again = await until(instant('2026-12-07T10:00'));

    expect([first.length, again]).toEqual([1, []]);
  });
});

describe('a rung that comes while nobody may be told', () => {
  it('rings on the first working morning after a case has rested', async () => {
    const { until } = aStory({ dues: ['2026-12-09'], kase: { pausedUntil: day('2026-12-19') } });

    const rung = await until(instant('2026-12-31T12:00'));

    expect(rung).toEqual([`${OWNER} 2026-12-21T07:30`, 'koordinator 2026-12-21T07:30']);
  });

  it('rings once consent is there again', async () => {
    const { put, until } = aStory({ dues: ['2026-12-09'], kase: { state: 'consent-expired' } });
    const before = await until(instant('2026-12-20T12:00'));

    put({});
    const after = await until(instant('2026-12-31T12:00'));

    expect([before, after.map(line => line.slice(-16))]).toEqual([
      [],
      ['2026-12-21T07:30', '2026-12-21T07:30'],
    ]);
  });

  it('never rings when the case ends', async () => {
    const { put, until } = aStory({ dues: ['2026-12-09'], kase: { pausedUntil: day('2026-12-19') } });
    await until(instant('2026-12-11T12:00'));

    put({ state: 'withdrawn' });

    expect(await until(instant('2026-12-31T12:00'))).toEqual([]);
  });

  it('rings the next working morning when the case rested only over the hour of the digest', async () => {
    const { put, until } = aStory({ dues: ['2026-12-09'] });
    await until(instant('2026-12-07T06:00'));
    put({ pausedUntil: day('2026-12-30') });
    const meanwhile = await until(instant('2026-12-07T09:00'));

    put({});
    const after = await until(instant('2026-12-08T12:00'));

    expect([meanwhile, after]).toEqual([[], [`${OWNER} 2026-12-08T07:30`]]);
  });
});
