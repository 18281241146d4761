import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { USUAL_LADDER } from './domain/ladder';
import { type Programme } from './domain/programme';
import { LANGUAGES, PARTNERS, type Person, ROLES } from './domain/people';
import { STATUTE_LISTS } from './domain/statute';
import { AgencyId, LocalDate, PersonId, SeatId, StatuteId, TimeOfDay } from './ids';

const Agency = z.object({ id: AgencyId, name: z.string().min(1), partner: z.enum(PARTNERS) }).readonly();
const Seat = z
  .object({ id: SeatId, name: z.string().min(1), agency: AgencyId, registrar: PersonId.exactOptional() })
  .readonly();
const Identity = z.object({ tenantId: z.uuid(), objectId: z.uuid() }).readonly();

const Entry = z
  .object({
    id: PersonId,
    name: z.string().min(1),
    roles: z.array(z.enum(ROLES)).readonly(),
    agency: AgencyId,
    service: z.string(),
    seat: SeatId.exactOptional(),
    standIn: PersonId.exactOptional(),
    language: z.enum(LANGUAGES).default('nb'),
    workPhone: z.string().exactOptional(),
    identities: z.array(Identity).min(1).readonly(),
  })
  .readonly();
type Entry = z.infer<typeof Entry>;

const MOST_DAYS = 60;
const After = z.number().int().min(1).max(MOST_DAYS);
/** In working days; what is not said is as domain.md §9 has it. */
const Reminders = z
  .strictObject({
    ownerBefore: z.number().int().min(0).max(MOST_DAYS).default(USUAL_LADDER.ownerBefore),
    ownerOn: z.boolean().default(USUAL_LADDER.ownerOn),
    standInAfter: After.default(USUAL_LADDER.standInAfter),
    coordinatorAfter: After.default(USUAL_LADDER.coordinatorAfter),
    agendaAfter: After.default(USUAL_LADDER.agendaAfter),
  })
  .refine(({ standInAfter, coordinatorAfter }) => standInAfter <= coordinatorAfter, {
    error: 'the stand-in hears before the coordinator',
    path: ['coordinatorAfter'],
  })
  .readonly();

/** domain.md §2: a member or the coordinator, per meeting. */
const mayChair = ({ roles }: Entry): boolean => roles.includes('member') || roles.includes('coordinator');

const ProgrammeFile = z
  .object({
    name: z.string().min(1),
    anchor: LocalDate,
    time: TimeOfDay,
    place: z.string().min(1),
    link: z.url({ protocol: /^https$/ }).exactOptional(),
    lengthMinutes: z.number().int().min(15).max(480).default(90),
    reminders: Reminders.default(USUAL_LADDER),
    channelId: z.string().min(1),
    defaultChair: PersonId,
    agencies: z.array(Agency).min(1).readonly(),
    seats: z.array(Seat).min(1).readonly(),
    /** The first admin, at the least: everyone else is added from the chat. */
    people: z.array(Entry).min(1).readonly(),
  })
  .refine(({ seats, agencies }) => seats.every(({ agency }) => agencies.some(({ id }) => id === agency)), {
    error: 'every seat belongs to an agency in the list',
    path: ['seats'],
  })
  .refine(({ people, agencies }) => people.every(({ agency }) => agencies.some(({ id }) => id === agency)), {
    error: 'every person belongs to an agency in the list',
    path: ['people'],
  })
  .refine(
    ({ people, defaultChair }) => people.some(person => person.id === defaultChair && mayChair(person)),
    {
      error: 'the default chair is among the people, a member or the coordinator',
      path: ['defaultChair'],
    },
  )
  .refine(({ people }) => people.some(({ roles }) => roles.includes('admin')), {
    error: 'someone is the first admin',
    path: ['people'],
  });

const StatutesFile = z
  .array(
    z.strictObject({
      id: StatuteId,
      list: z.enum(STATUTE_LISTS),
      citation: z.string().min(1),
      partners: z.array(z.enum(PARTNERS)).readonly(),
      validFrom: LocalDate,
      validTo: LocalDate.exactOptional(),
      reviewedBy: z.string().min(1).exactOptional(),
    }),
  )
  .refine(statutes => STATUTE_LISTS.every(list => statutes.some(statute => statute.list === list)), {
    error: 'every list has a statute',
  });
/** Ships with the program; the law is the same for every programme. */
const STATUTES = join(__dirname, '..', 'infra', 'statutes.json');

export type Setup = { readonly programme: Programme; readonly people: readonly Person[] };

const personFrom = (entry: Entry, { agencies }: Pick<Programme, 'agencies'>): Person => ({
  ...entry,
  partner: agencies.find(({ id }) => id === entry.agency)?.partner ?? 'kommune',
});

const parsedFrom = <Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  what: string,
): z.infer<Schema> => {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not ${what}:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
};

/** The programme's file, and the law it rests on; throws with every fault in it, named by its place. */
export const readProgramme = (path: string, statutesPath: string = STATUTES): Setup => {
  const { people, ...rest } = parsedFrom(path, ProgrammeFile, 'a programme');
  const programme = { ...rest, statutes: parsedFrom(statutesPath, StatutesFile, 'a list of statutes') };
  return { programme, people: people.map(entry => personFrom(entry, programme)) };
};
