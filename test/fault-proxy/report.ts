import { LIMIT_MS, type Verdict } from './matrix';

const many = (verdicts: readonly Verdict[], answer: Verdict['answer']): string =>
  String(verdicts.filter(one => one.answer === answer).length);

/** The figures of a run, and every promise that was broken. */
export const reportOf = (verdicts: readonly Verdict[], kinds: readonly string[]): string => {
  const times = verdicts.map(({ ms }) => ms).sort((one, other) => one - other);
  const broken = verdicts.filter(one => one.broken.length > 0);
  const presses = new Set(verdicts.map(({ name }) => name.split(' · ')[0]));
  return [
    `${String(verdicts.length)} faults in the requests of ${String(presses.size)} verbs; ${String(kinds.length)} kinds of request: ${kinds.join(', ')}`,
    `answered right: ${many(verdicts, 'right')}; asked to try again: ${many(verdicts, 'try again')}; answered wrong: ${many(verdicts, 'wrong')}`,
    `slowest answer: ${(times.at(-1) ?? 0).toFixed()} ms of ${String(LIMIT_MS)}; half within ${(times[times.length >> 1] ?? 0).toFixed()} ms`,
    `then tried again: ${String(verdicts.length - broken.length)} ended as without the fault`,
    ...broken.map(({ name, broken: promises }) => `BROKEN ${name}\n  ${promises.join('\n  ')}`),
  ].join('\n');
};
