import { type Derive } from '../domain/ids';
import { type Programme } from '../domain/programme';
import { type Calendar } from '../domain/time';
import { type AuditLog } from './ports/audit-log';
import { type Cases } from './ports/cases';
import { type Drafts, type Pointers } from './ports/drafts';
import { type Gaps } from './ports/gaps';
import { type Meetings } from './ports/meetings';
import { type Outbox } from './ports/outbox';
import { type Channel, type People } from './ports/people';
import { type Tickets } from './ports/tickets';
import { type Within } from './ports/common';

/** What the use cases need from outside; app.ts gives the real things, tests give fakes. */
export type World = {
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
  readonly programme: Programme;
  readonly calendar: Calendar;
  readonly derive: Derive;
  /** Waits a little, with jitter, before another try; rejects when the deadline comes first. */
  readonly pause: (attempt: number, within: Within) => Promise<void>;
};
