import { LONGEST_REF, type RefProblem } from '../domain/archive';
import { type Case, isEnded } from '../domain/case';
import { isHeld, type Meeting } from '../domain/meeting';
import { erasesOn } from '../domain/retention';
import { type Words } from '../i18n/words';
import { may } from '../policy/may';
import { button, type Carried } from './button';
import { type Drawing } from './drawing';
import { line } from './fields';
import { facts, headed, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';

/** What was typed, when the form comes back, and what is wrong with it. */
export type TypedRef = { readonly ref?: string; readonly problem?: RefProblem };

const refField = ({ archive }: Words, { ref, problem }: TypedRef): Data =>
  line({
    id: 'archive-ref',
    label: archive.ref,
    placeholder: archive.example,
    longest: LONGEST_REF,
    must: archive.missing,
    value: ref,
    error: problem === undefined ? '' : archive.problems[problem],
  });

type Verbs = { readonly save: string; readonly file: string };

const actionsOf = ({ t, nonce }: Drawing, { save, file }: Verbs, about: Carried): readonly Card[] => [
  button(t.archive.save, { verb: save, ...about, nonce }, { primary: true }),
  button(t.archive.getFile, { verb: file, ...about, nonce }, { leavesInputs: true }),
  button(t.common.close, { verb: 'close-view', ...about, nonce }, { leavesInputs: true }),
];

const counted = ({ t }: Drawing, n: number): string => (n === 0 ? t.archive.none : t.number(n));

const leadOf = (d: Drawing, kase: Case): string => {
  const { t, today, calendar } = d;
  const state = t.common.states[kase.state];
  if (!isEnded(kase)) return t.archive.whileOpen(state);
  const day = erasesOn(kase, calendar);
  return day === undefined ? t.archive.lead(state) : t.archive.whenArchived(state, t.day(day, today));
};

type Step = TypedRef & { readonly kase: Case; readonly decisions: number; readonly consents: number };

/** An ended case on its way to the archive: the file, and the reference it gave back (ux 06g). */
export const archiveStep = (d: Drawing, { kase, decisions, consents, ...typed }: Step): Card => {
  const { t } = d;
  const given = { ref: kase.archived?.ref ?? '', ...typed };
  return fill('archive-step', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.archive.title,
      lead: leadOf(d, kase),
    }),
    ...facts([
      [t.archive.decisions, counted(d, decisions)],
      [t.archive.consents, counted(d, consents)],
      [t.archive.sharings, counted(d, kase.sharings.length)],
    ]),
    lines: t.archive.steps,
    fields: [refField(t, given)],
    elsewhere: t.archive.elsewhere,
    actions: actionsOf(d, { save: 'record-archive-ref', file: 'export-archive' }, { caseId: kase.id }),
  });
};

/** The same for the minutes of a meeting. */
export const meetingArchiveStep = (
  d: Drawing,
  { meeting, ...typed }: TypedRef & { readonly meeting: Meeting },
): Card => {
  const { t, today, programme } = d;
  const { id: meetingId, on, agenda } = meeting;
  const present = isHeld(meeting) ? meeting.attendance.present.length : 0;
  const before = meeting.state === 'ended' ? meeting.archived?.ref : undefined;
  return fill('archive-step', {
    ...headed(t, {
      eyebrow: privately(t, t.common.product),
      title: t.archive.meeting.title,
      lead: t.archive.meeting.lead(t.day(on, today)),
    }),
    ...facts([
      [t.archive.meeting.cases, counted(d, agenda.length)],
      [t.archive.meeting.present, t.meeting.seatsPresent(present, programme.seats.length)],
    ]),
    lines: t.archive.steps,
    fields: [refField(t, { ref: before ?? '', ...typed })],
    elsewhere: '',
    actions: actionsOf(d, { save: 'record-meeting-ref', file: 'export-meeting' }, { meetingId }),
  });
};

const endFact = ({ t }: Drawing, kase: Case): readonly (readonly [string, string])[] => {
  if (!isEnded(kase)) return [];
  const reason = kase.state === 'concluded' ? t.kase.endReasons[kase.reason] : t.common.states[kase.state];
  return [[t.archive.ended, reason]];
};

/** It is in the archive; what is here is erased on a day that is known (ux 06h). */
export const archivedCard = (d: Drawing, kase: Case): Card => {
  const { t, today, calendar, nonce } = d;
  const day = erasesOn(kase, calendar);
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.archive.done,
      lead: day === undefined ? t.archive.again : t.archive.erasedOn(t.day(day, today)),
    }),
    ...facts([[t.archive.ref, shown(kase.archived?.ref ?? '')], ...endFact(d, kase)]),
    actions: [button(t.common.close, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true })],
  });
};

export const archivedMeetingCard = (d: Drawing, meeting: Meeting): Card => {
  const { t, today, nonce } = d;
  const ref = meeting.state === 'ended' ? meeting.archived?.ref : undefined;
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.archive.meeting.of(t.day(meeting.on, today))),
      title: t.archive.meeting.done,
      lead: t.archive.meeting.stays,
    }),
    ...facts([[t.archive.ref, shown(ref ?? '')]]),
    actions: [button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
  });
};

/** First where nothing else is left to do; behind "…" while the case is open and has been before the group. */
export const archiveButtons = (d: Drawing, kase: Case): readonly Card[] => {
  const { t, nonce, reader, today } = d;
  const asks = (ask: 'record-archive-ref' | 'ask-again'): boolean =>
    may(reader, { about: 'case', ask, kase, today });
  const isOver = isEnded(kase);
  if (!asks('record-archive-ref') || !(isOver || kase.presented)) return [];
  const isNext = isOver && kase.archived === undefined && !asks('ask-again');
  const press = { verb: 'start-archive', caseId: kase.id, nonce };
  return [button(t.archive.open, press, isNext ? { primary: true } : { rare: !isOver })];
};
