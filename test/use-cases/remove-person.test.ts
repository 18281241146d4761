import { personId } from '../builders/ids';
import { aHouse, type House, keptIn } from './asking';

const MEMBER = personId('medlem-dps');
const personIn = ({ inside }: House, id: string) => inside.people.get(id)?.person;

describe('removePerson', () => {
  it('keeps them, with the day they left', async () => {
    const house = aHouse();
    const before = personIn(house, MEMBER);

    await house.does.removePerson({ ...house.ask('admin'), personId: MEMBER });

    expect(personIn(house, MEMBER)).toEqual({ ...before, removedOn: '2026-12-04' });
  });

  it('lets nobody remove themselves', async () => {
    const house = aHouse();
    const kept = keptIn(house);

    const refused = await house.does.removePerson({
      ...house.ask('admin'),
      personId: personId('tilgangsansvarlig'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'wrong-state' } });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'remove-person', allowed: false }]);
  });

  it('removes nobody who is not there', async () => {
    const house = aHouse();

    const refused = await house.does.removePerson({ ...house.ask('admin'), personId: personId('ukjent') });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});
