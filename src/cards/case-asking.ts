import { MISSING } from '../domain/reasons';
import { plusWorkingDays } from '../domain/time';
import { button, type Carried, unfolding } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { area, choicesOf, date, pick } from './fields';
import { type Card } from './template';
import { unfolded } from './unfolded';

/** How long a referrer gets to answer unless the coordinator says otherwise (ours). */
const ANSWER_DAYS = 5;

/** What every button of the case view carries. */
export const carriedBy = ({ nonce }: Drawing, { kase }: CaseSubject): Carried => ({ caseId: kase.id, nonce });

/** Asks the referrer for what is missing, with a day to answer by. */
export const requesting = (d: Drawing, subject: CaseSubject): Card => {
  const { t, today, calendar } = d;
  const missing = pick(t, {
    id: 'missing',
    label: t.kase.whatMissing,
    choices: choicesOf(MISSING, t.kase.missing),
    must: t.kase.chooseBest,
  });
  const answerBy = date({
    id: 'answer-by',
    label: t.kase.facts.answerBy,
    value: plusWorkingDays(today, ANSWER_DAYS, calendar),
    must: t.kase.chooseDate,
  });
  const send = { verb: 'request-information', ...carriedBy(d, subject) };
  return unfolding(
    t.kase.askForInformation,
    unfolded({ choices: [missing], dates: [answerBy] }, button(t.kase.sendQuestion, send, { primary: true })),
  );
};

/** Makes it urgent, for a reason in a few words. */
export const hurrying = (d: Drawing, subject: CaseSubject): Card => {
  const { t } = d;
  const reason = area({ id: 'reason', label: t.kase.whyUrgent, must: t.kase.reasonMissing });
  const save = { verb: 'mark-urgent', ...carriedBy(d, subject) };
  return unfolding(
    t.kase.markUrgent,
    unfolded(
      { texts: [reason], hints: [t.common.keepItShort] },
      button(t.kase.saveUrgent, save, { primary: true }),
    ),
    { rare: true },
  );
};
