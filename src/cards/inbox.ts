import { CONSENT_DAYS, type InboxEntry } from '../domain/inbox';
import { daysBetween, type LocalDate } from '../domain/time';
import { button, type Carried } from './button';
import { type Drawing } from './drawing';
import { headed, offered, row } from './parts';
import { type Card, type Data, fill } from './template';
import { dayOrToday, waited } from './wording';

type Inbox = {
  readonly entries: readonly InboxEntry[];
  readonly nextMeeting: LocalDate;
  /** How many cases the next meeting would take up. */
  readonly onAgenda: number;
};
type Press = { readonly verb: string } & Carried;

/** Ten rows to a list (design.md §3); what is left comes up when these are dealt with. */
const MOST = 10;

const onCase = ({ nonce }: Drawing, { caseId, actionId, step }: InboxEntry): Press | undefined => {
  if (caseId === undefined) return undefined;
  if (step === 'archive-case') return { verb: 'start-archive', caseId, nonce };
  if (step === 'renew-consent' || step === 'ask-consent-anew') return { verb: 'open-consent', caseId, nonce };
  return step === 'grant-new-date' && actionId !== undefined
    ? { verb: 'start-new-date', caseId, actionId, nonce }
    : { verb: 'open-case', caseId, nonce };
};

const pressOf = (d: Drawing, entry: InboxEntry): Press | undefined => {
  const { nonce } = d;
  const { gapId, meetingId, step } = entry;
  if (gapId !== undefined) return { verb: 'open-gap', gapId, nonce };
  if (meetingId !== undefined) return { verb: 'start-meeting-archive', meetingId, nonce };
  return step === 'publish-agenda' ? { verb: 'open-agenda', nonce } : onCase(d, entry);
};

/** What is told about a person or a channel that could not be reached. */
const troubleLine = ({ t, nameOf }: Drawing, { step, person }: InboxEntry): readonly string[] => {
  if (step === 'install-app')
    return person === undefined ? [t.inbox.channelNotReached] : [t.inbox.mustInstall(nameOf(person))];
  if (step !== 'read-dead-letter') return [];
  return [person === undefined ? t.inbox.channelNotReached : t.inbox.notReached(nameOf(person))];
};

const limitLine = ({ t }: Drawing, { step, urgent }: InboxEntry): readonly string[] => {
  if (step === 'raise-consent-again') return [t.inbox.pastLimit(t.common.days(CONSENT_DAYS))];
  return urgent ? [t.inbox.urgent] : [];
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

const oldestFirst = ({ t }: Drawing, all: number): string =>
  all > MOST ? t.inbox.oldestOf(MOST, all) : t.inbox.oldestFirst;

const headOf = (d: Drawing, { entries, nextMeeting, onAgenda }: Inbox): Data => {
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
        lead: oldestFirst(d, entries.length),
      });
};

/** What waits for the coordinator, oldest first, each with its next step (ux 05a, 05b). */
export const inboxCard = (d: Drawing, inbox: Inbox): Card => {
  const { t, nonce } = d;
  const shown = inbox.entries.slice(0, MOST);
  const oldest = shown.map(entry => pressOf(d, entry)).find(press => press !== undefined);
  const open = button(t.inbox.openOldest, oldest ?? { verb: 'open-inbox', nonce }, { primary: true });
  const agenda = button(t.inbox.agenda, { verb: 'open-agenda', nonce }, { primary: oldest === undefined });
  return fill('inbox', {
    ...headOf(d, inbox),
    rows: shown.map(entry => rowFor(d, entry)),
    actions: offered([
      [oldest !== undefined, open],
      [true, agenda],
      [true, button(t.archive.erasures.open, { verb: 'list-erasures', nonce }, { rare: true })],
    ]),
  });
};
