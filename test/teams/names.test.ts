import { directoryNames } from '../../src/teams/names';
import { agencyId, day, personId } from '../builders/ids';
import { aMember, aPerson } from '../builders/people';
import { fakeWorld, inTime } from '../fakes/fake-world';

const atTime = () => {
  const world = fakeWorld();
  world.enrol(aPerson());
  const time = { now: 0, reads: 0 };
  const all = (within: AbortSignal) => {
    time.reads += 1;
    return world.people.all(within);
  };
  return { world, time, names: directoryNames({ all }, () => time.now) };
};

describe('directoryNames', () => {
  it('gives people’s names, and no name for somebody it does not know', async () => {
    const { names } = atTime();

    const nameOf = await names.current(inTime());

    expect([nameOf(personId('innmelder')), nameOf(personId('ukjent'))]).toEqual([
      'Innmelder, MO-senter',
      '…',
    ]);
  });

  it('T18 gives no name that does anything where it is shown', async () => {
    const { world, names } = atTime();
    world.enrol(aPerson({ id: personId('skjelm'), name: '<at>alle</at> [her](https://x.invalid)\u202e' }));

    const nameOf = await names.current(inTime());

    expect(nameOf(personId('skjelm'))).toBe('atalle/at her(https://x.invalid)');
  });

  it('reads the directory once a minute', async () => {
    const { names, time } = atTime();
    await names.current(inTime());
    time.now = 59_999;
    await names.current(inTime());
    expect(time.reads).toBe(1);

    time.now = 60_000;
    await names.current(inTime());

    expect(time.reads).toBe(2);
  });

  it('knows a new colleague within the minute', async () => {
    const { world, names, time } = atTime();
    await names.current(inTime());
    world.enrol(aPerson({ id: personId('ny'), name: 'Ny kollega' }));
    time.now = 60_000;

    const nameOf = await names.current(inTime());

    expect(nameOf(personId('ny'))).toBe('Ny kollega');
  });

  it('gives until when somebody is away, while they are', async () => {
    const { world, names } = atTime();
    const id = personId('ansvarlig');
    world.enrol(aPerson({ id, absence: { from: day('2026-12-07'), to: day('2026-12-11') } }));

    const awayUntil = await names.away(inTime());

    const days = ['2026-12-06', '2026-12-07', '2026-12-11', '2026-12-12'].map(day);
    expect(days.map(today => awayUntil(id, today))).toEqual([
      undefined,
      '2026-12-11',
      '2026-12-11',
      undefined,
    ]);
    expect(awayUntil(personId('ukjent'), day('2026-12-07'))).toBeUndefined();
  });

  it('gives who sits in the group for an agency: nobody who was removed, and nobody without a seat', async () => {
    const { world, names } = atTime();
    const [dps, police] = [agencyId('kronstad-dps'), agencyId('innsatsgruppen')];
    world.enrol(aMember());
    world.enrol(aMember({ id: personId('sluttet'), agency: police, removedOn: day('2026-12-01') }));

    const holderOf = await names.holders(inTime());

    expect([dps, police, agencyId('sosiale-tjenester')].map(holderOf)).toEqual([
      'Medlem, Kronstad DPS',
      undefined,
      undefined,
    ]);
  });

  it('reads again when the clock was turned back', async () => {
    const { names, time } = atTime();
    time.now = 1_000_000;
    await names.current(inTime());
    time.now = 0;

    await names.current(inTime());

    expect(time.reads).toBe(2);
  });

  it('remembers nothing of a read that failed', async () => {
    const { names, time } = atTime();
    await expect(names.current(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');

    await names.current(inTime());

    expect(time.reads).toBe(2);
  });
});
