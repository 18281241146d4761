import { directoryNames } from '../../src/teams/names';
import { personId } from '../builders/ids';
import { aPerson } from '../builders/people';
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
