import { seedPeople } from '../../src/use-cases/seed-people';
import { day, instant, NOON } from '../builders/ids';
import { anAdmin, aPerson } from '../builders/people';
import { fakeWorld, inTime } from '../fakes/fake-world';

describe('seedPeople', () => {
  it('puts the configured people into the directory, done by the system', async () => {
    const world = fakeWorld();

    await seedPeople(world)([anAdmin(), aPerson()], { at: NOON, within: inTime() });

    expect([...world.inside.people.keys()]).toEqual(['tilgangsansvarlig', 'innmelder']);
    expect(world.events()).toMatchObject([
      {
        operation: 'seed-person',
        subject: 'tilgangsansvarlig',
        by: { person: 'system', roles: [] },
        rule: 'system',
      },
      { operation: 'seed-person', subject: 'innmelder', by: { person: 'system', roles: [] }, rule: 'system' },
    ]);
  });

  it('leaves whoever is there as they are, removed ones too', async () => {
    const world = fakeWorld();
    const gone = anAdmin({ removedOn: day('2026-12-01') });
    world.enrol(gone);

    await seedPeople(world)([anAdmin()], { at: instant('2027-01-01T00:00'), within: inTime() });

    expect(world.inside.people.get(gone.id)?.person).toEqual(gone);
    expect(world.events()).toEqual([]);
  });
});
