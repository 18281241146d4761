import { type Decision, type Outcome } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { type Drawing } from './drawing';
import { type Data } from './template';
import { shown } from './text';
import { seatNames } from './wording';

export type Fact = readonly [title: string, value: string];

const reasonOf = ({ t }: Drawing, outcome: Outcome): readonly Fact[] => {
  switch (outcome.kind) {
    case 'taken-in':
    case 'recommended':
    case 'not-recommended':
      return [];
    case 'declined':
      return [[t.decision.reason, t.decision.declineReasons[outcome.reason]]];
    case 'deferred':
      return [[t.decision.reason, t.decision.deferReasons[outcome.reason]]];
  }
};

const dissentFact = (d: Drawing, { dissent }: Decision): Fact =>
  dissent === undefined
    ? [d.t.decision.dissent, d.t.decision.noDissent]
    : [d.t.decision.dissentFrom, d.t.list(seatNames(d, [dissent]))];

/** Its process: the reason from the list, who was there, and who saw it otherwise. */
export const decisionFacts = (d: Drawing, decision: Decision): readonly Fact[] => [
  ...reasonOf(d, decision.outcome),
  [d.t.decision.present, d.t.meeting.seatsPresent(decision.present.length, d.programme.seats.length)],
  dissentFact(d, decision),
];

const passage = (title: string, text: string): readonly Data[] =>
  text === '' ? [] : [{ title, text: shown(text) }];

/** What it says in words, as far as the reader may read it: the question, the reason, and what the dissent meant. */
export const decisionPassages = (
  { t }: Drawing,
  { question }: Decision,
  words: DecisionWords | undefined,
): readonly Data[] => {
  const asked = question === 'intake' ? [{ title: t.decision.asked, text: t.decision.question }] : [];
  if (words === undefined) return asked;
  return [
    ...(question === 'intake' ? asked : passage(t.decision.asked, words.question ?? '')),
    ...passage(t.decision.rationale, words.rationale),
    ...passage(t.decision.dissentMeant, words.dissent ?? ''),
  ];
};

export const recordedLine = ({ t, nameOf }: Drawing, { recordedBy }: Decision): string =>
  t.decision.recordedByWhom(nameOf(recordedBy));
