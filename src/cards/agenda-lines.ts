import { type AgendaItem, type Entry, type ItemKind } from '../domain/agenda';
import { minutesIn } from '../domain/allotment';
import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Setting } from './shared-drawing';
import { capital, clockOf } from './wording';

/** A line of an agenda, foreseen or published: process only. */
export type Line = {
  readonly kind: ItemKind;
  readonly caseId: CaseId;
  readonly code: CaseCode;
  readonly number?: number;
  readonly late?: true;
};
/** Lines of one kind that follow each other; the first of them, when there are too many. */
export type Run<L extends Line> = {
  readonly kind: ItemKind;
  readonly lines: readonly L[];
  /** How many it has in all. */
  readonly count: number;
  /** How many are left out here; at the last run also what comes after it. */
  readonly more: number;
};
type Limits = { readonly runs: number; readonly perRun: number; readonly inAll: number };

const runsOf = <L extends Line>(lines: readonly L[]): readonly (readonly L[])[] =>
  lines.reduce<readonly (readonly L[])[]>((runs, line) => {
    const last = runs.at(-1);
    return last?.[0]?.kind === line.kind ? [...runs.slice(0, -1), [...last, line]] : [...runs, [line]];
  }, []);

const shownIn = <L extends Line>(
  runs: readonly (readonly L[])[],
  { perRun, inAll }: Limits,
): readonly (readonly L[])[] =>
  runs.reduce<readonly (readonly L[])[]>((shown, run) => {
    const left = inAll - shown.flat().length;
    return left > 0 ? [...shown, run.slice(0, Math.min(perRun, left))] : shown;
  }, []);

/**
 * An agenda under its headings, in the order it is taken up: domain.md §7's, until somebody moved a case by hand or one
 * came late; then a heading may come again. As much of it as a card holds.
 */
export const inRuns = <L extends Line>(lines: readonly L[], limits: Limits): readonly Run<L>[] => {
  const runs = runsOf(lines);
  const shown = shownIn(runs.slice(0, limits.runs), limits);
  const after = runs.slice(shown.length).flat().length;
  return shown.map((kept, place) => {
    const count = runs[place]?.length ?? kept.length;
    const more = count - kept.length + (place === shown.length - 1 ? after : 0);
    return { kind: kept[0]?.kind ?? 'other', lines: kept, count, more };
  });
};

export const foreseen = ({ kase, kind }: Entry): Line => ({ kind, caseId: kase.id, code: kase.code });

const byNumber = (one: AgendaItem, other: AgendaItem): number => one.number - other.number;

/** In the order of their numbers. What is closed is not named any more, here as on its own card. */
export const published = (items: readonly AgendaItem[]): readonly AgendaItem[] =>
  items.filter(({ closed }) => !closed).sort(byNumber);

/** By their numbers alone: that something stood there is told, not what became of it. */
export const goneLines = ({ t }: Setting, items: readonly AgendaItem[]): readonly string[] => {
  const gone = items.filter(({ closed }) => closed).sort(byNumber);
  return gone.length === 0 ? [] : [t.agenda.gone(t.list(gone.map(({ number }) => t.number(number))))];
};

/** "3 · SU-7K3Q-9F2X": a line to a code, for it is read aloud and copied. */
export const numbered = ({ number, code }: Line): string =>
  number === undefined ? code : `${String(number)} · ${code}`;

/** "75 av 90 minutter" */
export const minutesTaken = ({ t }: Setting, meeting: Meeting, lines: readonly Line[]): string =>
  t.agenda.minutes(minutesIn(meeting, lines), meeting.lengthMinutes);

/** "Tirsdag 1. desember kl. 09.00" */
export const whenOf = ({ t, today, calendar }: Setting, { on, startsAt }: Meeting): string =>
  capital(t.agenda.when(t.day(on, today), t.time(clockOf(calendar, startsAt))));
