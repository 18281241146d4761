import { aHouse } from './asking';

describe('openAccess', () => {
  it('shows the whole directory by name, removed people too', async () => {
    const house = aHouse();

    const people = await house.does.openAccess(house.ask('admin'));

    const names = people.ok ? people.value.map(({ name }) => name) : [];
    expect(names).toHaveLength(house.inside.people.size);
    expect(names).toContain('Sluttet');
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'nb')));
  });
});
