import { doubled, isUnderWay, notKept, outboxIn, told, type Told } from './judge';
import { chatOf } from './people';
import { type Outcome, type Stage } from './rounds';

export type Findings = {
  readonly missing: readonly string[];
  readonly left: readonly string[];
  readonly entries: number;
  readonly heard: Told;
  /** Every promise that was broken. */
  readonly broken: readonly string[];
};

export const findings = ({ book, teams }: Stage, { documents, killed }: Outcome): Findings => {
  const entries = outboxIn(documents);
  const heard = told(entries, teams.taken(), { chatOf, deaths: killed.deaths });
  const missing = notKept(documents, book.acknowledged);
  const left = entries
    .filter(isUnderWay)
    .map(({ entry, outboxState }) => `${entry.errand.kind} is ${outboxState}`);
  const broken = [...missing, ...left, ...doubled(documents), ...heard.lost, ...heard.unexplained];
  return { missing, left, entries: entries.length, heard, broken };
};

type Reporting = {
  readonly outcome: Outcome;
  readonly found: Findings;
  readonly isWhole: boolean;
  readonly seconds: number;
  readonly kills: number;
};

export const report = (
  { book, teams }: Stage,
  { outcome: { killed }, found, isWhole, seconds, kills }: Reporting,
): readonly string[] => {
  const n = String;
  const { heard } = found;
  return [
    `${n(kills)} kills −9 in ${n(seconds)} s: ${n(killed.starting)} while it started, ${n(killed.together)} together with the database`,
    `presses acknowledged: ${n(book.acknowledged.length)}; without an answer, and pressed again: ${n(book.unanswered)}; asked to try again: ${n(book.askedAgain)}; refused: ${n(book.refused.length)}`,
    ...[...new Set(book.refused)].map(one => `  refused: ${one}`),
    `acknowledged, and not in the database exactly once: ${n(found.missing.length)}`,
    `Teams answered 429: ${n(teams.throttled())}; was slow: ${n(teams.stalled())}; took ${n(teams.taken().length)} messages`,
    `outbox: ${n(found.entries)} entries, ${n(found.left.length)} not settled; notices sent: ${n(heard.notices)}, lost: ${n(heard.lost.length)}`,
    `said twice: ${n(heard.extra)}; not explained by a kill between the send and its acknowledgement: ${n(heard.unexplained.length)} (the kill came at most ${n(heard.longestMs)} ms after the send)`,
    `audit: ${isWhole ? 'every chain holds' : 'A CHAIN IS BROKEN'}`,
    ...found.broken.map(one => `BROKEN ${one.replaceAll('\n', ' / ')}`),
  ];
};
