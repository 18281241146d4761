import { z } from 'zod';
import { USUAL_LADDER } from './domain/ladder';
import { LANGUAGES, PARTNERS, ROLES } from './domain/people';
import { STATUTE_LISTS } from './domain/statute';
import { AgencyId, LocalDate, PersonId, SeatId, StatuteId, TimeOfDay } from './ids';

const Agency = z.object({ id: AgencyId, name: z.string().min(1), partner: z.enum(PARTNERS) }).readonly();
const Seat = z
  .object({ id: SeatId, name: z.string().min(1), agency: AgencyId, registrar: PersonId.exactOptional() })
  .readonly();
/** Teams writes them in lower case, and compares as it writes; the portal shows some in upper case. */
const Guid = z.uuid().toLowerCase();
const Identity = z.object({ tenantId: Guid, objectId: Guid }).readonly();

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
export type Entry = z.infer<typeof Entry>;

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

const Agencies = z.array(z.object({ id: z.string() }));
const Belonging = z.array(z.object({ agency: z.string() }));
const Holders = z.array(z.object({ id: z.string(), roles: z.array(z.string()) }));
const Chaired = z.object({ defaultChair: z.string(), people: Holders });

/** domain.md §2: a member or the coordinator, per meeting. */
const mayChair = ({ roles }: z.infer<typeof Holders>[number]): boolean =>
  roles.includes('member') || roles.includes('coordinator');

type Rule<Shape extends z.ZodType> = {
  readonly reads: Shape;
  readonly holds: (read: z.infer<Shape>) => boolean;
  readonly error: string;
  readonly at: string;
};

/** Asked wherever what it is about can be read, whatever else is wrong: every fault is told at once. */
const rule = <Shape extends z.ZodType>({ reads, holds, error, at }: Rule<Shape>) =>
  z.refine<unknown>(
    value => {
      const read = reads.safeParse(value);
      return !read.success || holds(read.data);
    },
    { error, path: [at], when: () => true },
  );

const belong = (ones: z.infer<typeof Belonging>, agencies: z.infer<typeof Agencies>): boolean =>
  ones.every(({ agency }) => agencies.some(({ id }) => id === agency));

const RULES = [
  rule({
    reads: z.object({ agencies: Agencies, seats: Belonging }),
    holds: ({ seats, agencies }) => belong(seats, agencies),
    error: 'every seat belongs to an agency in the list',
    at: 'seats',
  }),
  rule({
    reads: z.object({ agencies: Agencies, people: Belonging }),
    holds: ({ people, agencies }) => belong(people, agencies),
    error: 'every person belongs to an agency in the list',
    at: 'people',
  }),
  rule({
    reads: Chaired,
    holds: ({ people, defaultChair }) => people.some(one => one.id === defaultChair && mayChair(one)),
    error: 'the default chair is among the people, a member or the coordinator',
    at: 'defaultChair',
  }),
  rule({
    reads: z.object({ people: Holders }),
    holds: ({ people }) => people.some(({ roles }) => roles.includes('admin')),
    error: 'someone is the first admin',
    at: 'people',
  }),
];

export const ProgrammeFile = z
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
  .check(...RULES);

export const StatutesFile = z
  .array(
    z.strictObject({
      id: StatuteId,
      list: z.enum(STATUTE_LISTS),
      citation: z.string().min(1),
      partners: z.array(z.enum(PARTNERS)).readonly(),
      validFrom: LocalDate,
      validTo: LocalDate.exactOptional(),
      retired: z.literal(true).exactOptional(),
      reviewedBy: z.string().min(1).exactOptional(),
    }),
  )
  .refine(statutes => STATUTE_LISTS.every(list => statutes.some(statute => statute.list === list)), {
    error: 'every list has a statute',
  });
