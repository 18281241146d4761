import { briefOf } from '../../src/domain/action';
import { nextReminder } from '../../src/domain/ladder';
import { plusDays } from '../../src/domain/time';
import { entryOn } from '../../src/use-cases/put-on-agenda';
import { aCase, aConsent, anAction } from '../builders/cases';
import { day, instant, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aPerson } from '../builders/people';
import { aScene, type Scene } from './scene';

const OWNER = personId('ansvarlig');
const STAND_IN = personId('stedfortreder');
const HALF_DAY = 43_200_000;
const DUE = day('2026-12-09');

const aLadder = (join: (scene: Scene) => void = () => undefined) => {
  const scene = aScene();
  scene.setNow(instant('2026-12-05T05:30'));
  scene.join(aPerson({ id: STAND_IN, roles: [] }));
  join(scene);
  const task = scene.putTask(
    anAction({ due: DUE, owner: OWNER, standIn: STAND_IN }),
    nextReminder(DUE, scene.inside.now, scene),
  );
  const consent = aConsent({ until: day('2027-12-01') });
  const kase = aCase({ state: 'mapping', presented: true, consent, actions: [briefOf(task)] });
  scene.putCase(kase);
  return { scene, kase };
};

/** Who is rung for, by day, over two weeks. */
const rungIn = async ({ scene }: ReturnType<typeof aLadder>): Promise<Readonly<Record<string, string>>> => {
  const { tick } = scene.replica();
  const rung: Record<string, string> = {};
  for (let half = 0; half < 28; half += 1) {
    const before = scene.teams.arrived.length;
    await tick();
    const on = scene.calendar.dayOf(scene.inside.now);
    const told = scene.teams.arrived.slice(before).map(({ where }) => where.replace('chat ', ''));
    if (told.length > 0)
      rung[on] = [...(rung[on] === undefined ? [] : [rung[on]]), ...told.toSorted()].join(' ');
    scene.pass(HALF_DAY);
  }
  return rung;
};

describe('the ladder of a task nobody deals with', () => {
  it('is the owner’s, then the stand-in’s too, then the coordinator’s', async () => {
    expect(await rungIn(aLadder())).toEqual({
      '2026-12-07': 'ansvarlig',
      '2026-12-09': 'ansvarlig',
      '2026-12-10': 'ansvarlig stedfortreder',
      '2026-12-16': 'ansvarlig koordinator stedfortreder',
    });
  });

  it('is the group’s on the day it is the coordinator’s, and not before', () => {
    const { scene, kase } = aLadder();
    const kindOn = (on: string) =>
      entryOn(kase, aMeeting({ on: day(on) }), { ...scene, today: plusDays(DUE, 1) })?.kind;

    expect([kindOn('2026-12-15'), kindOn('2026-12-16')]).toEqual([undefined, 'overdue-actions']);
  });

  it('is the stand-in’s from the first rung while the owner is away, who hears on being back', async () => {
    const ladder = aLadder(scene => {
      const absence = { from: day('2026-12-07'), to: day('2026-12-10') };
      scene.join(aPerson({ id: OWNER, roles: [], absence }));
    });

    expect(await rungIn(ladder)).toEqual({
      '2026-12-07': 'stedfortreder',
      '2026-12-09': 'stedfortreder',
      '2026-12-10': 'stedfortreder',
      '2026-12-11': 'ansvarlig',
      '2026-12-16': 'ansvarlig koordinator stedfortreder',
    });
  });

  it('is the coordinator’s from the first rung, when the owner and the stand-in are away', async () => {
    const absence = { from: day('2026-12-07'), to: day('2026-12-18') };
    const ladder = aLadder(scene => {
      [OWNER, STAND_IN].forEach(id => scene.join(aPerson({ id, roles: [], absence })));
    });

    expect(await rungIn(ladder)).toEqual({
      '2026-12-07': 'koordinator',
      '2026-12-09': 'koordinator',
      '2026-12-10': 'koordinator',
      '2026-12-16': 'koordinator',
    });
  });
});
