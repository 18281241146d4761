import { fileCommandId } from '../domain/ids';
import { isSameIdentity } from '../domain/people';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { type Instant } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type CaseArchive } from './archive-of-case';
import { type Asked } from './asked';
import { type AccessLogFile, downloadAccessLog } from './export-access-log';
import { downloadArchive } from './export-archive';
import { type CalendarFile, downloadCalendar } from './export-calendar';
import { downloadMeeting, type MeetingArchive } from './export-meeting';
import { downloadMinutes } from './export-minutes';
import { type OpenedMinutes } from './look-at-minutes';
import { type Within } from './ports/common';
import { type PersonFile } from './ports/people';
import { type FileWanted, type Ticket } from './ports/tickets';
import { type World } from './world';

type Files = {
  readonly 'access-log': AccessLogFile;
  readonly 'case-archive': CaseArchive;
  readonly 'meeting-archive': MeetingArchive;
  readonly minutes: OpenedMinutes;
  readonly calendar: CalendarFile;
};
type Made = { readonly [Kind in FileWanted['kind']]: Files[Kind] & { readonly kind: Kind } };

/** What goes into a file, and who fetches it: most are written in their language. */
export type Download = {
  readonly asked: Asked;
  readonly file: Made[FileWanted['kind']];
};

type Fetching = { readonly token: string; readonly at: Instant; readonly within: Within };

/** Who the ticket was for, as they are now; nobody when they no longer have the account. */
const holderOf = async (
  world: World,
  { person, account }: Ticket,
  within: Within,
): Promise<PersonFile | undefined> => {
  const by = await world.people.load(person, within);
  const isThem = by?.person.identities.some(identity => isSameIdentity(identity, account));
  return isThem === true ? by : undefined;
};

type Wanted = { readonly [Kind in FileWanted['kind']]: Extract<FileWanted, { readonly kind: Kind }> };
type Contents = {
  readonly [Kind in FileWanted['kind']]: (
    world: World,
    asked: Asked,
    what: Wanted[Kind],
  ) => Promise<Result<Made[Kind], Refusal>>;
};

/** What each kind of file holds; each asks the policy, and stores its event, before it reads anything. */
const CONTENTS: Contents = {
  'access-log': async (world, asked, { kind, caseId }) => {
    const log = await downloadAccessLog(world)({ ...asked, caseId });
    return log.ok ? ok({ ...log.value, kind }) : log;
  },
  'case-archive': async (world, asked, { kind, caseId }) => {
    const archive = await downloadArchive(world)({ ...asked, caseId });
    return archive.ok ? ok({ ...archive.value, kind }) : archive;
  },
  'meeting-archive': async (world, asked, { kind, meetingId }) => {
    const archive = await downloadMeeting(world)({ ...asked, meetingId });
    return archive.ok ? ok({ ...archive.value, kind }) : archive;
  },
  minutes: async (world, asked, { kind, meetingId }) => {
    const opened = await downloadMinutes(world)({ ...asked, meetingId });
    return opened.ok ? ok({ ...opened.value, kind }) : opened;
  },
  calendar: async (world, asked, { kind }) => {
    const calendar = await downloadCalendar(world)(asked);
    return calendar.ok ? ok({ ...calendar.value, kind }) : calendar;
  },
};

const contentOf = <Kind extends FileWanted['kind']>(
  world: World,
  asked: Asked,
  what: Wanted[Kind] & { readonly kind: Kind },
): Promise<Result<Made[Kind], Refusal>> => CONTENTS[what.kind](world, asked, what);

/**
 * The file a link stands for, once: sealed by us, in time, its holder still who they were. Then whoever may have it is
 * asked again, and that it was fetched is stored before any of it leaves. Every no is the same.
 */
export const downloadFile =
  (world: World) =>
  async ({ token, at, within }: Fetching): Promise<Result<Download, Refusal>> => {
    const ticket = world.tickets.open(token);
    if (ticket === undefined || ticket.expiresAt <= at) return err(NOT_AVAILABLE);
    const by = await holderOf(world, ticket, within);
    if (by === undefined || !(await world.tickets.claim(ticket, within))) return err(NOT_AVAILABLE);
    const { account, nonce, what } = ticket;
    const asked = { commandId: fileCommandId(world.derive, nonce), by, account, at, within };
    const file = await contentOf(world, asked, what);
    return file.ok ? ok({ asked, file: file.value }) : file;
  };
