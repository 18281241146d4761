import { checkPerson, PERSON_FIELDS, type PersonValues } from '../../src/domain/person-form';
import { ROLES } from '../../src/domain/people';
import { day, personId } from '../builders/ids';
import { type TimeOfDay } from '../../src/domain/time';
import { aProgramme } from '../builders/meetings';
import { aPerson } from '../builders/people';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OBJECT = '22222222-2222-4222-8222-222222222222';
const FORM: PersonValues = {
  name: 'Medlem, Kronstad DPS',
  roles: 'member',
  agency: 'kronstad-dps',
  'tenant-id': TENANT,
  'object-id': OBJECT,
};
const ABOUT = { id: personId('medlem'), programme: aProgramme() };
const checked = (over: PersonValues = {}) => checkPerson({ ...FORM, ...over }, ABOUT);
const refused = (field: string, problem: string) => ({ ok: false, error: [{ field, problem }] });

describe('checkPerson', () => {
  it('reads the least there is to say', () => {
    expect(checked()).toEqual({
      ok: true,
      value: {
        id: 'medlem',
        name: 'Medlem, Kronstad DPS',
        roles: ['member'],
        agency: 'kronstad-dps',
        partner: 'helse',
        service: '',
        language: 'nb',
        identities: [{ tenantId: TENANT, objectId: OBJECT }],
      },
    });
  });

  it('keeps what is theirs to say: their declaration, their hour and their absence', () => {
    const own = {
      declaredOn: day('2026-11-02'),
      digestAt: '07:00' as TimeOfDay,
      absence: { from: day('2026-12-01'), to: day('2026-12-04') },
    };

    expect(checkPerson(FORM, { ...ABOUT, before: aPerson(own) })).toMatchObject({ ok: true, value: own });
  });

  it('reads everything, without the spaces around it and the case of an id', () => {
    const person = checked({
      name: ' Medlem ',
      service: ' Poliklinikk ',
      seat: 'dps',
      'stand-in': 'vikar',
      language: 'nn',
      'work-phone': ' 55 00 00 00 ',
      'object-id': OBJECT.replaceAll('2', 'A'),
    });

    expect(person).toMatchObject({
      ok: true,
      value: {
        name: 'Medlem',
        service: 'Poliklinikk',
        seat: 'dps',
        standIn: 'vikar',
        language: 'nn',
        workPhone: '55 00 00 00',
        identities: [{ objectId: OBJECT.replaceAll('2', 'a') }],
      },
    });
  });

  it('takes several roles, each once, in the order of the list', () => {
    expect(checked({ roles: 'admin,member' })).toMatchObject({
      ok: true,
      value: { roles: ['member', 'admin'] },
    });
    expect(checked({ roles: '' })).toMatchObject({ ok: true, value: { roles: [] } });
  });

  it('gives the partner of the agency, whatever else was sent', () => {
    expect(checked({ agency: 'innsatsgruppen' })).toMatchObject({ ok: true, value: { partner: 'politi' } });
  });

  it('keeps an identity in another tenant, and replaces the one in the same', () => {
    const elsewhere = { tenantId: '33333333-3333-4333-8333-333333333333', objectId: OBJECT };
    const before = aPerson({ identities: [elsewhere, { tenantId: TENANT, objectId: 'the-old-one' }] });

    const person = checkPerson(FORM, { ...ABOUT, before });

    expect(person).toMatchObject({
      ok: true,
      value: { identities: [{ tenantId: TENANT, objectId: OBJECT }, elsewhere] },
    });
  });

  it.each([
    ['name', ' ', 'missing'],
    ['name', 'a'.repeat(101), 'too-long'],
    ['roles', 'chair', 'not-a-choice'],
    ['roles', 'member,owner', 'not-a-choice'],
    ['agency', '', 'missing'],
    ['agency', 'ukjent', 'missing'],
    ['service', 'a'.repeat(101), 'too-long'],
    ['seat', 'sosial', 'not-a-choice'],
    ['seat', 'ukjent', 'not-a-choice'],
    ['stand-in', 'Vikar, Kronstad DPS', 'not-a-choice'],
    ['tenant-id', 'contoso', 'not-an-id'],
    ['object-id', '', 'not-an-id'],
    ['work-phone', '5'.repeat(101), 'too-long'],
  ] as const)('refuses %s = "%s" as %s', (field, value, problem) => {
    expect(checked({ [field]: value })).toEqual(refused(field, problem));
  });

  it('lets only the coordination coordinate, and lets it refer nobody', () => {
    const notAChoice = refused('roles', 'not-a-choice');

    expect(checked({ roles: 'coordinator' })).toEqual(notAChoice);
    expect(checked({ roles: 'coordinator', agency: 'sent-ute-koordinering' }).ok).toBe(true);
    expect(checked({ roles: 'referrer', agency: 'sent-ute-koordinering' })).toEqual(notAChoice);
    expect(checked({ roles: 'referrer' }).ok).toBe(true);
  });

  it.each(ROLES)('knows the role %s', role => {
    const agency = role === 'coordinator' ? 'sent-ute-koordinering' : 'kronstad-dps';

    expect(checked({ roles: role, agency })).toMatchObject({ ok: true, value: { roles: [role] } });
  });

  it('names every problem in the order of the form', () => {
    const result = checkPerson(
      { roles: 'owner', seat: 'x', 'stand-in': 'X', service: 'a'.repeat(101), 'work-phone': '5'.repeat(101) },
      ABOUT,
    );

    expect(result.ok ? [] : result.error.map(({ field }) => field)).toEqual(
      PERSON_FIELDS.filter(field => field !== 'language'),
    );
  });

  it('knows nobody by an empty form', () => {
    expect(checkPerson({}, ABOUT)).toEqual({
      ok: false,
      error: [
        { field: 'name', problem: 'missing' },
        { field: 'agency', problem: 'missing' },
        { field: 'tenant-id', problem: 'not-an-id' },
        { field: 'object-id', problem: 'not-an-id' },
      ],
    });
  });
});
