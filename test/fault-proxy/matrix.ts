import { type Element } from '../../src/local/demo/element';
import { words } from '../journeys/company';
import { FAULTS } from './faults';
import { type Request, type Setting, type Tried, type Usual, withFault } from './trial';

/** One fault at one request of one press. */
export type Case = {
  readonly setting: Setting;
  readonly usual: Usual;
  readonly at: Request;
  readonly fault: string;
};

/** What a press with a fault in it, and the one that tried again, came to. */
export type Verdict = {
  readonly name: string;
  readonly answer: 'right' | 'try again' | 'wrong';
  readonly ms: number;
  /** What was promised and is not so; empty when all is well. */
  readonly broken: readonly string[];
};

/** No answer may take longer (design.md §2). */
export const LIMIT_MS = 4_000;

const CLEAR =
  /^Sent ute\n(?:Prøv igjen\nDet tok for lang tid|Noe gikk galt hos oss\nPrøv igjen om litt)[^]*Feilkode \S+\n\[Prøv igjen\]/;
/** The form again, with what was typed. */
const KEPT = 'Svaret ble ikke lagret. Prøv igjen.';
/** Says so, has an id to ask about, and the button that sends the same press again. */
const isClear = (card: Element): boolean => CLEAR.test(words(card)) || words(card).includes(KEPT);

const answerOf = ({ first, firstSaid }: Tried, usual: Usual): Verdict['answer'] => {
  if (firstSaid === usual.first) return 'right';
  return isClear(first) ? 'try again' : 'wrong';
};

const differences = (kept: readonly string[], usual: readonly string[]): readonly string[] => [
  ...usual.filter(line => !kept.includes(line)).map(line => `is missing: ${line}`),
  ...kept.filter(line => !usual.includes(line)).map(line => `is too much: ${line}`),
  ...(kept.length === usual.length ? [] : [`${String(kept.length)} documents, not ${String(usual.length)}`]),
];

const brokenIn = (tried: Tried, usual: Usual): readonly string[] => [
  ...(answerOf(tried, usual) === 'wrong' ? [`answered: ${tried.firstSaid}`] : []),
  ...(tried.ms > LIMIT_MS ? [`took ${tried.ms.toFixed()} ms`] : []),
  ...(tried.second === usual.first || tried.second === usual.second
    ? []
    : [`then answered: ${tried.second}`]),
  ...differences(tried.state, usual.state),
];

const tryCase = async ({ setting, usual, at, fault }: Case): Promise<Verdict> => {
  const name = `${setting.press.verb} · ${String(at.nth)}. ${at.kind} of ${at.container} · ${fault}`;
  const given = FAULTS[fault];
  if (given === undefined) throw new Error(`There is no fault ${fault}.`);
  const tried = await withFault(setting, at, given);
  return { name, answer: answerOf(tried, usual), ms: tried.ms, broken: brokenIn(tried, usual) };
};

/** Everything side by side, a few at a time: most of them wait. */
export const tryAll = async (cases: readonly Case[], atATime: number): Promise<readonly Verdict[]> => {
  const left = [...cases];
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) verdicts.push(await tryCase(next));
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return verdicts;
};
