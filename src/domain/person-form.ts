import { err, ok, type Result } from '../result';
import { isPersonId, isSeatId, type PersonId } from './ids';
import { type Programme } from './programme';
import { COORDINATION, type Identity, LANGUAGES, type Person, type Role, ROLES } from './people';

/** What an admin fills in about a person, as typed. */
export const PERSON_FIELDS = [
  'name',
  'roles',
  'agency',
  'service',
  'seat',
  'stand-in',
  'language',
  'tenant-id',
  'object-id',
  'work-phone',
] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export type PersonValues = Readonly<Partial<Record<PersonField, string>>>;
export type PersonProblem = {
  readonly field: PersonField;
  readonly problem: 'missing' | 'not-a-choice' | 'too-long' | 'not-an-id' | 'taken' | 'own-access';
};

const LONGEST = 100;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

const given = (values: PersonValues, field: PersonField): string => values[field]?.trim() ?? '';
const listed = (value: string): readonly string[] => value.split(',').filter(part => part !== '');
const problemIf = (
  holds: boolean,
  field: PersonField,
  problem: PersonProblem['problem'],
): readonly PersonProblem[] => (holds ? [{ field, problem }] : []);

const agencyIn = (values: PersonValues, { agencies }: Programme) =>
  agencies.find(({ id }) => id === given(values, 'agency'));
const seatIn = (values: PersonValues, { seats }: Programme) =>
  seats.find(({ id, agency }) => id === given(values, 'seat') && agency === given(values, 'agency'));
const rolesIn = (values: PersonValues) => ROLES.filter(role => listed(given(values, 'roles')).includes(role));

const idProblems = (values: PersonValues): readonly PersonProblem[] =>
  (['tenant-id', 'object-id'] as const).flatMap(field =>
    problemIf(!UUID.test(given(values, field)), field, 'not-an-id'),
  );

const lengthProblems = (values: PersonValues): readonly PersonProblem[] =>
  (['name', 'service', 'work-phone'] as const).flatMap(field =>
    problemIf(given(values, field).length > LONGEST, field, 'too-long'),
  );

/** Who coordinates belongs to the coordination, and the coordination refers nobody (domain.md §2). */
const rolesFit = (values: PersonValues): boolean => {
  const apart: Role = given(values, 'agency') === COORDINATION ? 'referrer' : 'coordinator';
  return !rolesIn(values).includes(apart);
};

const byField = (one: PersonProblem, other: PersonProblem): number =>
  PERSON_FIELDS.indexOf(one.field) - PERSON_FIELDS.indexOf(other.field);

const problemsIn = (values: PersonValues, programme: Programme): readonly PersonProblem[] => [
  ...problemIf(given(values, 'name') === '', 'name', 'missing'),
  ...problemIf(
    listed(given(values, 'roles')).length !== rolesIn(values).length || !rolesFit(values),
    'roles',
    'not-a-choice',
  ),
  ...problemIf(agencyIn(values, programme) === undefined, 'agency', 'missing'),
  ...problemIf(
    given(values, 'seat') !== '' && seatIn(values, programme) === undefined,
    'seat',
    'not-a-choice',
  ),
  ...problemIf(
    given(values, 'stand-in') !== '' && !isPersonId(given(values, 'stand-in')),
    'stand-in',
    'not-a-choice',
  ),
  ...idProblems(values),
  ...lengthProblems(values),
];

const identityIn = (values: PersonValues): Identity => ({
  tenantId: given(values, 'tenant-id').toLowerCase(),
  objectId: given(values, 'object-id').toLowerCase(),
});

const optional = (values: PersonValues): Pick<Person, 'seat' | 'standIn' | 'workPhone'> => {
  const [seat, standIn, workPhone] = [
    given(values, 'seat'),
    given(values, 'stand-in'),
    given(values, 'work-phone'),
  ];
  return {
    ...(isSeatId(seat) ? { seat } : {}),
    ...(isPersonId(standIn) ? { standIn } : {}),
    ...(workPhone === '' ? {} : { workPhone }),
  };
};

type About = { readonly id: PersonId; readonly programme: Programme; readonly before?: Person };

const identities = (values: PersonValues, before: Person | undefined): readonly Identity[] => {
  const given = identityIn(values);
  const others = before?.identities.filter(({ tenantId }) => tenantId !== given.tenantId) ?? [];
  return [given, ...others];
};

/** What is theirs to say, and no admin's. */
const ownOf = ({ declaredOn, digestAt, absence }: Partial<Person> = {}): Partial<Person> => ({
  ...(declaredOn === undefined ? {} : { declaredOn }),
  ...(digestAt === undefined ? {} : { digestAt }),
  ...(absence === undefined ? {} : { absence }),
});

/** The person the form describes, or every problem in the order of the fields. An identity in another tenant is kept. */
export const checkPerson = (values: PersonValues, about: About): Result<Person, readonly PersonProblem[]> => {
  const problems = problemsIn(values, about.programme).toSorted(byField);
  const agency = agencyIn(values, about.programme);
  if (problems.length > 0 || agency === undefined) return err(problems);
  return ok({
    id: about.id,
    name: given(values, 'name'),
    roles: rolesIn(values),
    agency: agency.id,
    partner: agency.partner,
    service: given(values, 'service'),
    language: LANGUAGES.find(language => language === given(values, 'language')) ?? 'nb',
    identities: identities(values, about.before),
    ...optional(values),
    ...ownOf(about.before),
  });
};
