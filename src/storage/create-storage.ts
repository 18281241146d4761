import { type PersonId } from '../domain/ids';
import { type AuditLog } from '../use-cases/ports/audit-log';
import { type Cases } from '../use-cases/ports/cases';
import { type Drafts, type Pointers } from '../use-cases/ports/drafts';
import { type Gaps } from '../use-cases/ports/gaps';
import { type Meetings } from '../use-cases/ports/meetings';
import { type Outbox } from '../use-cases/ports/outbox';
import { type Channel, type People } from '../use-cases/ports/people';
import { type Tickets } from '../use-cases/ports/tickets';
import { type Traced } from '../use-cases/ports/tracing';
import { type Place } from './client';
import { cosmosAuditLog } from './cosmos-audit-log';
import { cosmosCases } from './cosmos-cases';
import { cosmosChannel } from './cosmos-channel';
import { cosmosDrafts } from './cosmos-drafts';
import { cosmosGaps } from './cosmos-gaps';
import { cosmosMeetings } from './cosmos-meetings';
import { cosmosOutbox } from './cosmos-outbox';
import { cosmosPeople } from './cosmos-people';
import { cosmosPointers } from './cosmos-pointers';
import { cosmosTickets } from './cosmos-tickets';
import { identityPointers } from './identity-pointers';
import { agingCache } from './sealing/aging-cache';
import { keysIn } from './sealing/keys';
import { type Secrets } from './sealing/secrets';
import { openShelves, type Shelves } from './shelves';

export type Storage = {
  readonly cases: Cases;
  readonly drafts: Drafts;
  readonly pointers: Pointers;
  readonly people: People;
  readonly channel: Channel;
  readonly meetings: Meetings;
  readonly gaps: Gaps;
  readonly outbox: Outbox;
  readonly auditLog: AuditLog;
  readonly tickets: Tickets;
};
type Options = Place & {
  /** Where the container `keys` lies, when that is elsewhere. */
  readonly keys?: Place;
  readonly secrets: Secrets;
  /** Milliseconds since 1970; ages what is kept in memory, and judges nothing else. */
  readonly now: () => number;
  /** Nobody is told of requests without. */
  readonly traced?: Traced;
};

const MINUTE_MS = 60_000;
/** A case has at most some dozens of keys; a replica works with a handful of cases at a time. */
const OPEN_KEYS = { limit: 1_000, maxAgeMs: 5 * MINUTE_MS };
const SEEN_MEETINGS = { limit: 100, maxAgeMs: MINUTE_MS };
const KNOWN_PEOPLE = { limit: 1_000, maxAgeMs: MINUTE_MS };

type Parts = {
  readonly shelves: Shelves;
  readonly secrets: Secrets;
  readonly now: () => number;
};

/** Every port over these containers. */
export const storageOver = ({ shelves, secrets, now }: Parts): Storage => {
  const digest = secrets.auditDigest;
  const keys = keysIn(shelves.keys, secrets, { ...OPEN_KEYS, now });
  const pointers = identityPointers(shelves.index, agingCache<PersonId>({ ...KNOWN_PEOPLE, now }));
  return {
    cases: cosmosCases({ shelves, keys, digest }),
    drafts: cosmosDrafts({ shelves, keys, digest }),
    pointers: cosmosPointers({ shelves, secrets }),
    people: cosmosPeople({ shelves, pointers, digest, read: agingCache({ ...KNOWN_PEOPLE, now }) }),
    channel: cosmosChannel({ shelves }),
    meetings: cosmosMeetings({ shelves, digest, seen: agingCache({ ...SEEN_MEETINGS, now }) }),
    gaps: cosmosGaps({ shelves, digest }),
    outbox: cosmosOutbox({ shelves }),
    auditLog: cosmosAuditLog({ shelves }),
    tickets: cosmosTickets({ shelves, secrets }),
  };
};

/** Every port. The databases and their containers (containers.ts) are there already. */
export const createStorage = ({ client, database, keys, secrets, now, traced }: Options): Storage => {
  const place = { client, database };
  return storageOver({ shelves: openShelves(place, keys ?? place, traced), secrets, now });
};
