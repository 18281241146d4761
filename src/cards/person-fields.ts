import { type Identity, isActive, LANGUAGES, type Person, ROLES } from '../domain/people';
import {
  PERSON_FIELDS,
  type PersonField,
  type PersonProblem,
  type PersonValues,
} from '../domain/person-form';
import { type Words } from '../i18n/words';
import { type Drawing } from './drawing';
import { choicesOf, line, many, optional, pick, search } from './fields';
import { type Data } from './template';
import { peopleChoices } from './wording';

export type PersonForm = {
  /** Undefined for somebody new. */
  readonly person?: Person;
  /** Who can stand in. */
  readonly people: readonly Person[];
  /** What was typed; the person as they are when nothing was. */
  readonly values?: PersonValues;
  readonly problems: readonly PersonProblem[];
};
export type PersonErrors = Readonly<Partial<Record<PersonField, string>>>;

const LONGEST = 100;
const LONGEST_ID = 36;

const labelsOf = ({ access }: Words): Readonly<Record<PersonField, string>> => ({
  name: access.name,
  roles: access.role,
  agency: access.agency,
  service: access.service,
  seat: access.seat,
  'stand-in': access.standIn,
  language: access.language,
  'tenant-id': access.tenant,
  'object-id': access.object,
  'work-phone': access.workPhone,
});

const errorFor = (t: Words, { field, problem }: PersonProblem): string => {
  const label = labelsOf(t)[field];
  switch (problem) {
    case 'missing':
      return t.access.missing(label);
    case 'not-a-choice':
      return field === 'seat' ? t.access.seatElsewhere : t.access.notAChoice(label);
    case 'too-long':
      return t.access.tooLong(label);
    case 'not-an-id':
      return t.access.notAnId(label);
    case 'own-access':
      return t.access.ownAccess;
    case 'taken':
      return t.access.taken;
  }
};

/** The errors by field, in the order the fields stand. */
export const personErrors = (t: Words, problems: readonly PersonProblem[]): PersonErrors =>
  Object.fromEntries(
    PERSON_FIELDS.flatMap(field => problems.filter(found => found.field === field).slice(0, 1)).map(found => [
      found.field,
      errorFor(t, found),
    ]),
  );

const identityValues = ({ tenantId, objectId }: Identity): PersonValues => ({
  'tenant-id': tenantId,
  'object-id': objectId,
});
const fallback = (field: PersonField, value: string | undefined): PersonValues =>
  value === undefined ? {} : { [field]: value };

/** The person as the form would have them; of several identities the first. */
const valuesOf = ({ reader }: Drawing, person: Person | undefined): PersonValues => {
  if (person === undefined)
    return { language: 'nb', ...fallback('tenant-id', reader.identities[0]?.tenantId) };
  const { name, roles, agency, service, language, identities } = person;
  return {
    ...{ name, agency, service, language, roles: roles.join(',') },
    ...fallback('seat', person.seat),
    ...fallback('stand-in', person.standIn),
    ...fallback('work-phone', person.workPhone),
    ...(identities[0] === undefined ? {} : identityValues(identities[0])),
  };
};

type Ask = (field: PersonField) => {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly error: string | undefined;
};

/** The place at the table, and who stands in. Whoever is gone, and the person themselves, cannot. */
const placeFields = ({ t, programme }: Drawing, { person, people }: PersonForm, ask: Ask) => {
  const standIns = people.filter(one => one.id !== person?.id && isActive(one));
  return {
    agency: pick(t, { ...ask('agency'), choices: peopleChoices(programme.agencies) }),
    seat: pick(t, {
      ...ask('seat'),
      choices: [{ title: t.access.noSeat, value: '' }, ...peopleChoices(programme.seats)],
    }),
    standIn: search(t, {
      ...ask('stand-in'),
      choices: [{ title: t.access.noStandIn, value: '' }, ...peopleChoices(standIns)],
    }),
  };
};

/** Every field of the form, as its part in the layout asks for it. */
export const personFields = (
  d: Drawing,
  form: PersonForm,
  errors: PersonErrors,
): Readonly<Record<string, Data>> => {
  const { t } = d;
  const values = { ...valuesOf(d, form.person), ...form.values };
  const labels = labelsOf(t);
  const ask: Ask = id => ({ id, label: labels[id], value: values[id], error: errors[id] });
  const maybe: Ask = id => ({ ...ask(id), label: optional(t, labels[id]) });
  return {
    ...placeFields(d, form, ask),
    name: line({ ...ask('name'), placeholder: t.access.nameExample, longest: LONGEST }),
    roles: many({ ...ask('roles'), choices: choicesOf(ROLES, t.access.roles) }),
    service: line({ ...maybe('service'), placeholder: t.access.serviceExample, longest: LONGEST }),
    language: pick(t, { ...ask('language'), choices: choicesOf(LANGUAGES, t.help.languages) }),
    tenant: line({ ...ask('tenant-id'), longest: LONGEST_ID }),
    object: line({ ...ask('object-id'), longest: LONGEST_ID }),
    workPhone: line({ ...maybe('work-phone'), longest: LONGEST }),
  };
};
