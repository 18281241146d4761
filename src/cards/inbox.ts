import { CONSENT_DAYS, type InboxEntry, type NextStep } from '../domain/inbox';
import { daysBetween, type LocalDate } from '../domain/time';
import { button, type Carried } from './button';
import { type Drawing } from './drawing';
import { headed, offered, row } from './parts';
import { type Page, pageOf } from './page';
import { type Card, type Data, fill } from './template';
import { dayOrToday, waited } from './wording';

type Inbox = {
  readonly entries: readonly InboxEntry[];
  readonly nextMeeting: LocalDate;
  /** How many cases the next meeting would take up. */
  readonly onAgenda: number;
  /** The last one of the rows before these; the first ten when it is not there any more. */
  readonly after?: string;
};
type Press = { readonly verb: string } & Carried;

const keyOf = ({ step, caseId, actionId, meetingId, gapId, entryId, person }: InboxEntry): string =>
  [step, caseId, actionId, meetingId, gapId, entryId, person].filter(part => part !== undefined).join('/');

/** Each entry by what it is about; one that is told of many times is told apart by how many there were before. */
const keysOf = (entries: readonly InboxEntry[]): readonly string[] => {
  const keys = entries.map(keyOf);
  return keys.map((key, place) => `${key}/${String(keys.slice(0, place).filter(one => one === key).length)}`);
};

const pageIn = ({ entries, after }: Inbox): Page<InboxEntry> => {
  const keys = keysOf(entries);
  return pageOf(entries, { after, keyOf: (_, place) => keys[place] ?? '' });
};

/** What is to be done with a task, rather than with its case. */
const ON_TASK: Readonly<Partial<Record<NextStep, string>>> = {
  'grant-new-date': 'start-new-date',
  'owner-gone': 'start-reassign-action',
};

const onCase = ({ nonce }: Drawing, { caseId, actionId, step }: InboxEntry): Press | undefined => {
  if (caseId === undefined) return undefined;
  if (step === 'archive-case') return { verb: 'start-archive', caseId, nonce };
  if (step === 'renew-consent' || step === 'ask-consent-anew') return { verb: 'open-consent', caseId, nonce };
  const verb = actionId === undefined ? undefined : ON_TASK[step];
  return verb === undefined || actionId === undefined
    ? { verb: 'open-case', caseId, nonce }
    : { verb, caseId, actionId, nonce };
};

const pressOf = (d: Drawing, entry: InboxEntry): Press | undefined => {
  const { nonce } = d;
  const { gapId, meetingId, entryId, step } = entry;
  if (entryId !== undefined) return { verb: 'retry-message', entryId, nonce };
  if (gapId !== undefined) return { verb: 'open-gap', gapId, nonce };
  if (meetingId !== undefined) return { verb: 'start-meeting-archive', meetingId, nonce };
  return step === 'publish-agenda' ? { verb: 'open-agenda', nonce } : onCase(d, entry);
};

/** What is told about somebody who has left, or a person or a channel that could not be reached. */
const troubleLine = ({ t, nameOf }: Drawing, { step, person }: InboxEntry): readonly string[] => {
  if (step === 'owner-gone' && person !== undefined) return [t.task.ownerGone(nameOf(person))];
  if (step === 'install-app')
    return person === undefined ? [t.inbox.channelNotReached] : [t.inbox.mustInstall(nameOf(person))];
  if (step !== 'read-dead-letter') return [];
  const to = person === undefined ? t.inbox.channelNotReached : t.inbox.notReached(nameOf(person));
  return [to, t.inbox.pressToRetry];
};

/** What is marked though nothing is said of its case. */
const PRESSING: readonly NextStep[] = ['read-dead-letter', 'sharing-not-reviewed'];

const limitLine = ({ t }: Drawing, { step, urgent }: InboxEntry): readonly string[] => {
  if (step === 'raise-consent-again') return [t.inbox.pastLimit(t.common.days(CONSENT_DAYS))];
  return urgent && !PRESSING.includes(step) ? [t.inbox.urgent] : [];
};

/** What is left of a consent, or when it was over. */
const consentLines = ({ t, today }: Drawing, { step, until }: InboxEntry): readonly string[] => {
  if (until === undefined) return [];
  const day = t.day(until, today);
  if (step === 'ask-consent-anew') return [t.inbox.ranOut(day)];
  return [t.inbox.expiresIn(t.common.days(daysBetween(today, until))), t.inbox.talkBefore(day)];
};

const dayLine = ({ t, today }: Drawing, { step, on }: InboxEntry): readonly string[] => {
  if (on === undefined) return [];
  const day = t.day(on, today);
  if (step === 'archive-meeting') return [t.archive.meeting.of(day)];
  return [step === 'publish-agenda' ? t.inbox.meetingOn(day) : t.inbox.pausedTo(day)];
};

const linesOf = (d: Drawing, entry: InboxEntry): readonly string[] => {
  const { code, state } = entry;
  const about = [code, state === undefined ? undefined : d.t.common.states[state]];
  const first = about.filter(part => part !== undefined).join(' · ');
  return [
    first,
    ...dayLine(d, entry),
    ...limitLine(d, entry),
    ...consentLines(d, entry),
    ...troubleLine(d, entry),
  ].filter(line => line !== '');
};

const rowFor = (d: Drawing, entry: InboxEntry): Data => {
  const { t } = d;
  const title = t.inbox.steps[entry.step];
  const look = { title, lines: linesOf(d, entry), right: waited(d, entry.since), urgent: entry.urgent };
  const press = pressOf(d, entry);
  return press === undefined
    ? { ...look, pressable: false }
    : {
        ...row(look, press, entry.code === undefined ? title : t.inbox.rowName(title, entry.code)),
        pressable: true,
      };
};

const leadOf = ({ t }: Drawing, { rows, start, all }: Page<InboxEntry>): string => {
  if (start > 0) return t.inbox.range(start + 1, start + rows.length, all);
  return rows.length < all ? t.inbox.oldestOf(rows.length, all) : t.inbox.oldestFirst;
};

const headOf = (d: Drawing, { entries, nextMeeting, onAgenda }: Inbox, page: Page<InboxEntry>): Data => {
  const { t } = d;
  return entries.length === 0
    ? headed(t, {
        eyebrow: t.inbox.title,
        title: t.inbox.empty,
        lead: t.inbox.nextMeeting(dayOrToday(d, nextMeeting), t.common.cases(onAgenda)),
      })
    : headed(t, {
        eyebrow: t.inbox.title,
        title: t.inbox.waiting(entries.length),
        lead: leadOf(d, page),
      });
};

/** On the first page what is oldest is one press away; on the others the way on, and back. */
const actionsOf = (d: Drawing, { rows, start, next }: Page<InboxEntry>): readonly Card[] => {
  const { t, nonce } = d;
  const inbox = { verb: 'open-inbox', nonce };
  const isFirst = start === 0;
  const opened = rows.filter(({ entryId }) => entryId === undefined);
  const oldest = opened.map(entry => pressOf(d, entry)).find(press => press !== undefined);
  const open = button(t.inbox.openOldest, oldest ?? inbox, { primary: true });
  const isMain = isFirst && oldest === undefined;
  return offered([
    [isFirst && oldest !== undefined, open],
    [next !== undefined, button(t.inbox.next, { ...inbox, after: next ?? '' }, { primary: !isFirst })],
    [!isFirst, button(t.inbox.title, inbox)],
    [true, button(t.inbox.agenda, { verb: 'open-agenda', nonce }, { primary: isMain })],
    [true, button(t.archive.erasures.open, { verb: 'list-erasures', nonce }, { rare: true })],
  ]);
};

/** What waits for the coordinator, oldest first, each with its next step (ux 05a, 05b). */
export const inboxCard = (d: Drawing, inbox: Inbox): Card => {
  const page = pageIn(inbox);
  return fill('inbox', {
    ...headOf(d, inbox, page),
    rows: page.rows.map(entry => rowFor(d, entry)),
    actions: actionsOf(d, page),
  });
};
