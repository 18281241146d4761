import { type Case } from '../domain/case';
import { isPaused } from '../domain/pause';
import { button } from './button';
import { carriedBy } from './case-asking';
import { type Asks, type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { date } from './fields';
import { facts, headed, offered, privately } from './parts';
import { type Card, fill } from './template';

/** How a case that waits is headed (ux 06e); undefined when it does not wait. */
export const pausedHead = (
  { t, today }: Drawing,
  kase: Case,
): { readonly title: string; readonly lead: string } | undefined =>
  kase.pausedUntil !== undefined && isPaused(kase, today)
    ? { title: t.pausing.pausedUntil(t.day(kase.pausedUntil, today)), lead: t.pausing.next }
    : undefined;

/** To rest, and to be taken up again: before its day that is what one comes for. */
export const pauseButtons = (d: Drawing, subject: CaseSubject, asks: Asks): readonly Card[] => {
  const { kase } = subject;
  const carried = carriedBy(d, subject);
  const waits = isPaused(kase, d.today);
  return offered([
    [
      asks('resume-case') && kase.pausedUntil !== undefined,
      button(d.t.pausing.resume, { verb: 'resume-case', ...carried }, { primary: waits }),
    ],
    [
      asks('pause-case') && !waits,
      button(d.t.pausing.pause, { verb: 'start-pause-case', ...carried }, { rare: true }),
    ],
  ]);
};

type Pausing = { readonly kase: Case; readonly until?: string; readonly error?: string };

/** Until when (ux 06d). Why is not asked: it would tell of a sentence or an admission. */
export const pauseForm = (d: Drawing, { kase, until, error }: Pausing): Card => {
  const { t, nonce } = d;
  const carried = { caseId: kase.id, nonce };
  return fill('new-date', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.pausing.howLong,
      lead: t.pausing.consequence,
    }),
    ...facts([[t.pausing.state, t.common.states[kase.state]]]),
    fields: [date({ id: 'until', label: t.pausing.until, value: until, error, must: t.pausing.chooseDate })],
    actions: [
      button(t.pausing.pause, { verb: 'pause-case', ...carried }, { primary: true }),
      button(t.common.cancel, { verb: 'open-case', ...carried }, { leavesInputs: true }),
    ],
  });
};
