import { z } from 'zod';
import { type ChainHead } from '../../audit/event';
import { LANGUAGES, PARTNERS, type Person, ROLES } from '../../domain/people';
import * as ids from '../../ids';
import { type PersonFile, type Reference as PersonReference } from '../../use-cases/ports/people';
import { type Document } from '../database/steps';
import { markOf } from './mark';
import { Head, personPartition, Reference, SCHEMA, Stored } from './stored';

export const PERSON_ID = 'person';

export const AbsenceSchema = z.strictObject({
  from: ids.LocalDate,
  to: ids.LocalDate,
  standIn: ids.PersonId.exactOptional(),
});

const PersonSchema = z.strictObject({
  id: ids.PersonId,
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  agency: ids.AgencyId,
  partner: z.enum(PARTNERS),
  service: z.string(),
  seat: ids.SeatId.exactOptional(),
  standIn: ids.PersonId.exactOptional(),
  identities: z.array(z.strictObject({ tenantId: z.string(), objectId: z.string() })),
  language: z.enum(LANGUAGES),
  workPhone: z.string().exactOptional(),
  digestAt: ids.TimeOfDay.exactOptional(),
  absence: AbsenceSchema.exactOptional(),
  declaredOn: ids.LocalDate.exactOptional(),
  removedOn: ids.LocalDate.exactOptional(),
});

const PersonDocument = z.object({
  ...Stored,
  type: z.literal('person'),
  person: PersonSchema,
  reference: Reference.exactOptional(),
  releasing: z.literal(true).exactOptional(),
  head: Head,
});

type Writing = {
  readonly person: Person;
  readonly reference?: PersonReference;
  readonly releasing?: true;
  readonly head: ChainHead;
};

export const personDocument = ({ person, reference, releasing, head }: Writing): Document => ({
  id: PERSON_ID,
  pk: personPartition(person.id),
  schema: SCHEMA,
  type: 'person',
  person,
  reference,
  releasing,
  head,
});

export const toPerson = (document: unknown): Person => PersonDocument.parse(document).person;

export const toPersonFile = (document: unknown): PersonFile => {
  const { person, reference, releasing, head } = PersonDocument.parse(document);
  return {
    person,
    ...(reference === undefined ? {} : { reference }),
    ...(releasing === undefined ? {} : { releasing }),
    head,
    version: markOf(document),
  };
};
