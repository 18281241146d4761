import { commandId, derive, personId } from '../builders/ids';
import { aReference } from '../builders/outbox';
import { aHouse, type House, keptIn } from './asking';
import { PERSON_VALUES } from './verbs';

const MEMBER = personId('medlem-dps');
const personIn = ({ inside }: House, id: string) => inside.people.get(id)?.person;

describe('savePerson', () => {
  it('adds somebody new, who may press from then on', async () => {
    const house = aHouse();

    const saved = await house.does.savePerson({ ...house.ask('admin'), values: PERSON_VALUES });

    const id = `p-${derive(commandId(), 'person')}`;
    expect(personIn(house, id)).toEqual({
      id,
      name: 'Medlem, politiet',
      roles: ['member'],
      agency: 'innsatsgruppen',
      partner: 'politi',
      service: 'Innsatsgruppen',
      seat: 'politi',
      language: 'nn',
      identities: [{ tenantId: PERSON_VALUES['tenant-id'], objectId: PERSON_VALUES['object-id'] }],
    });
    expect(saved).toEqual({ ok: true, value: { person: personIn(house, id) } });
    expect(house.inside.events).toMatchObject([
      { partition: `person:${id}`, event: { operation: 'save-person', subject: id } },
    ]);
  });

  it('adds one person when it is pressed twice', async () => {
    const house = aHouse();
    const first = await house.does.savePerson({ ...house.ask('admin'), values: PERSON_VALUES });
    const { size } = house.inside.people;

    const second = await house.does.savePerson({ ...house.ask('admin'), values: PERSON_VALUES });

    expect(second).toEqual(first);
    expect(house.inside.people.size).toBe(size);
  });

  it('changes somebody, and keeps how they are reached and who they are in another tenant', async () => {
    const house = aHouse();
    const file = house.inside.people.get(MEMBER);
    if (file !== undefined) house.inside.people.set(MEMBER, { ...file, reference: aReference() });

    await house.does.savePerson({ ...house.ask('admin'), personId: MEMBER, values: PERSON_VALUES });

    expect(house.inside.people.get(MEMBER)?.reference).toEqual(aReference());
    expect(personIn(house, MEMBER)).toMatchObject({
      name: 'Medlem, politiet',
      identities: [{ tenantId: PERSON_VALUES['tenant-id'] }, { tenantId: 'tenant-kommune' }],
    });
  });

  it('says what is wrong with the form, and changes nothing', async () => {
    const house = aHouse();
    const kept = keptIn(house);

    const wrong = await house.does.savePerson({
      ...house.ask('admin'),
      personId: MEMBER,
      values: { ...PERSON_VALUES, name: ' ', 'tenant-id': 'contoso' },
    });

    expect(wrong).toEqual({
      ok: true,
      value: {
        problems: [
          { field: 'name', problem: 'missing' },
          { field: 'tenant-id', problem: 'not-an-id' },
        ],
      },
    });
    expect(keptIn(house)).toBe(kept);
  });

  it('says nothing of the form to somebody who does not keep the directory, and keeps that they tried', async () => {
    const house = aHouse();

    const refused = await house.does.savePerson({ ...house.ask('coordinator'), values: {} });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.events()).toMatchObject([{ operation: 'save-person', allowed: false }]);
  });

  it('changes nobody who is not there', async () => {
    const house = aHouse();

    const refused = await house.does.savePerson({
      ...house.ask('admin'),
      personId: personId('ukjent'),
      values: PERSON_VALUES,
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(personIn(house, 'ukjent')).toBeUndefined();
  });
});
