import { type Case, isEnded } from '../domain/case';
import { mayBeDiscussed } from '../domain/discussion';
import { nextMeetingDay } from '../domain/series';
import { type LocalDate } from '../domain/time';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';

/** The reason of a postponement or an end, where the group or the coordinator gave one. */
const reasonOf = ({ t }: Drawing, kase: Case): string | undefined => {
  if (kase.state === 'deferred') return t.decision.deferReasons[kase.reason];
  if (kase.state === 'declined') return t.decision.declineReasons[kase.reason];
  return kase.state === 'concluded' ? t.kase.endReasons[kase.reason] : undefined;
};

/** What is left to say when the step itself is said: by when, or why. */
const detailsOf = (d: Drawing, kase: Case): readonly string[] => {
  const { t, today } = d;
  const reason = reasonOf(d, kase);
  return [
    ...(kase.state === 'needs-info' ? [t.mine.answerBy(t.day(kase.answerBy, today))] : []),
    ...(kase.state === 'consent-refused' ? [t.mine.askAgainAfter(t.day(kase.askAgainAfter, today))] : []),
    ...(kase.state === 'submitted' && !mayBeDiscussed(kase, today) ? [t.mine.consentFirst] : []),
    ...(reason === undefined ? [] : [t.mine.because(reason)]),
  ];
};

/** What happens next and when, in plain words for whoever referred; for an end, what it is. */
export const nextStep = (d: Drawing, kase: Case, nextMeeting?: LocalDate): string => {
  const { t, today } = d;
  const decidesOn =
    kase.state === 'ready-for-review' && nextMeeting !== undefined
      ? t.mine.decides(t.day(nextMeeting, today))
      : t.mine.next[kase.state];
  return [decidesOn, ...detailsOf(d, kase)].join(' ');
};

/** The same as it stands under a heading: an end has nothing next. */
export const nextSentence = (d: Drawing, kase: Case, nextMeeting?: LocalDate): string => {
  const step = nextStep(d, kase, nextMeeting);
  return isEnded(kase) ? step : d.t.mine.nextIs(step);
};

/** The case as process alone, for what asks nothing of its content. */
export const processOf = ({ programme, today, calendar }: Drawing, kase: Case): CaseSubject => ({
  kase,
  seen: [],
  nextMeeting: nextMeetingDay(programme, today, calendar),
  place: 'chat',
});
