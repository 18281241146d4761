import { createStatuteWatch } from '../../src/reminders/statute-watch';
import { day, instant, statuteId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aScene } from './scene';

const [hpl22, hpl23] = aProgramme().statutes;
if (hpl22 === undefined || hpl23 === undefined) throw new Error('the programme has no statutes');
const STATUTES = [
  { ...hpl22, validTo: day('2026-12-03') },
  { ...hpl23, validTo: day('2027-01-31') },
  { ...hpl23, id: statuteId('gammel'), validTo: day('2020-01-01'), retired: true as const },
];

const watching = () => {
  const logged: string[] = [];
  const world = { ...aScene(), programme: aProgramme({ statutes: STATUTES }) };
  const { look } = createStatuteWatch({
    world,
    log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`),
  });
  return {
    logged,
    look: (...at: readonly string[]) => {
      for (const text of at) look(instant(text));
    },
  };
};

describe('createStatuteWatch', () => {
  it('says which have expired and which soon will, by their ids alone', () => {
    const { look, logged } = watching();

    look('2026-12-04T11:00');

    expect(logged).toEqual(['statute-expired {"id":"hpl-22"}', 'statute-expiring {"id":"hpl-23"}']);
  });

  it('says it once a day, by the calendar of Bergen', () => {
    const { look, logged } = watching();

    look('2026-12-04T11:00', '2026-12-04T22:59', '2026-12-04T23:00', '2026-12-05T11:00');

    expect(logged).toHaveLength(4);
  });

  it('is asked by whoever leads, at every turn, and stops nothing', async () => {
    const scene = aScene();
    const world = { programme: aProgramme({ statutes: STATUTES }) };
    const [first, second] = ['replica-1', 'replica-2'].map(holder => scene.replica({ holder, world }));

    await first?.tick();
    await second?.tick();
    await first?.tick();

    expect(scene.logged).toEqual(['statute-expired hpl-22', 'statute-expiring hpl-23']);
  });
});
