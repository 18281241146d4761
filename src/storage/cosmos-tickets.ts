import { z } from 'zod';
import * as ids from '../ids';
import { type Ticket, type Tickets } from '../use-cases/ports/tickets';
import { SCHEMA } from './documents/stored';
import { type Secrets } from './sealing/secrets';
import { type Shelves } from './shelves';

type Parts = {
  readonly shelves: Pick<Shelves, 'ops'>;
  readonly secrets: Pick<Secrets, 'sign' | 'verifies'>;
};

const TicketSchema: z.ZodType<Ticket> = z.strictObject({
  person: ids.PersonId,
  account: z.strictObject({ tenantId: z.string(), objectId: z.string() }),
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('access-log'), caseId: ids.CaseId }),
    z.strictObject({ kind: z.literal('case-archive'), caseId: ids.CaseId }),
    z.strictObject({ kind: z.literal('meeting-archive'), meetingId: ids.MeetingId }),
    z.strictObject({ kind: z.literal('minutes'), meetingId: ids.MeetingId }),
    z.strictObject({ kind: z.literal('calendar') }),
  ]),
  expiresAt: ids.Instant,
  nonce: z.string(),
});

const LONGEST = 2_000;
const SHAPE = /^([\w-]+)\.([\w-]+)\.([\w-]+)$/;
/** Longer than any ticket lives: after that it has expired anyway. */
const REMEMBERED_S = 3_600;

/** Nothing else that is signed begins like this. */
const signedText = (body: string): string => `sent-ute/ticket/1|${body}`;

const parsed = (body: string): Ticket | undefined => {
  try {
    return TicketSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
};

const opening =
  ({ verifies }: Parts['secrets']): Tickets['open'] =>
  token => {
    const [, body, keyId, signature] = (token.length > LONGEST ? null : SHAPE.exec(token)) ?? [];
    if (body === undefined || keyId === undefined || signature === undefined) return undefined;
    return verifies(signedText(body), { keyId, signature }) ? parsed(body) : undefined;
  };

const claimId = ({ nonce }: Ticket): string => `ticket:${nonce}`;

/** Signed texts, and a document in `ops` for each that was used. */
export const cosmosTickets = ({ shelves, secrets }: Parts): Tickets => ({
  seal: ticket => {
    const body = Buffer.from(JSON.stringify(ticket)).toString('base64url');
    const { keyId, signature } = secrets.sign(signedText(body));
    return [body, keyId, signature].join('.');
  },
  open: opening(secrets),
  claim: async (ticket, within) => {
    const id = claimId(ticket);
    const used = { id, pk: id, schema: SCHEMA, type: 'ticket', ttl: REMEMBERED_S };
    return (await shelves.ops.create(used, within)).value !== undefined;
  },
});
