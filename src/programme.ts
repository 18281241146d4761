import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Programme } from './domain/meeting';
import { LANGUAGES, PARTNERS, type Person, ROLES } from './domain/people';
import { AgencyId, LocalDate, PersonId, SeatId, TimeOfDay } from './ids';

const Agency = z.object({ id: AgencyId, name: z.string().min(1), partner: z.enum(PARTNERS) }).readonly();
const Seat = z.object({ id: SeatId, name: z.string().min(1), agency: AgencyId }).readonly();
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

/** domain.md §2: a member or the coordinator, per meeting. */
const mayChair = ({ roles }: Entry): boolean => roles.includes('member') || roles.includes('coordinator');

const ProgrammeFile = z
  .object({
    name: z.string().min(1),
    anchor: LocalDate,
    time: TimeOfDay,
    place: z.string().min(1),
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

export type Setup = { readonly programme: Programme; readonly people: readonly Person[] };

const personFrom = (entry: Entry, { agencies }: Pick<Programme, 'agencies'>): Person => ({
  ...entry,
  partner: agencies.find(({ id }) => id === entry.agency)?.partner ?? 'kommune',
});

/** The programme's file; throws with every fault in it, named by its place. */
export const readProgramme = (path: string): Setup => {
  const parsed = ProgrammeFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path} is not a programme:\n${z.prettifyError(parsed.error)}`);
  const { people, ...programme } = parsed.data;
  return { programme, people: people.map(entry => personFrom(entry, programme)) };
};
