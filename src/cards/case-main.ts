import { type Case } from '../domain/case';
import { questionOn } from '../domain/decision';
import { mayBeDiscussed } from '../domain/discussion';
import { isPaused } from '../domain/pause';
import { may } from '../policy/may';
import { type CaseSubject } from './case-subject';
import { mayContribute } from './contribution-view';
import { type Drawing } from './drawing';
import { mayOpenMapping } from './mapping-buttons';

const needsConsentFirst = ({ today }: Drawing, kase: Case): boolean =>
  kase.state === 'submitted' && !mayBeDiscussed(kase, today);

export const mayDecide = ({ reader }: Drawing, { kase, item, meeting }: CaseSubject): boolean =>
  questionOn(kase) !== undefined &&
  item !== undefined &&
  meeting !== undefined &&
  may(reader, { about: 'item', ask: 'record-decision', kase, item, meeting });

export type Main =
  | 'decide'
  | 'contribute'
  | 'ready'
  | 'return'
  | 'consent'
  | 'agenda'
  | 'mapping'
  | 'action'
  | 'ask-again'
  | 'none';
const MAIN_IN: Readonly<Record<Case['state'], Main>> = {
  submitted: 'ready',
  'needs-info': 'none',
  'ready-for-review': 'agenda',
  deferred: 'return',
  declined: 'none',
  'awaiting-consent': 'consent',
  'consent-refused': 'ask-again',
  mapping: 'mapping',
  active: 'action',
  'consent-expired': 'consent',
  withdrawn: 'ask-again',
  concluded: 'none',
  'referral-withdrawn': 'none',
};
/** Not from the channel: what is mapped is opened in the chat. */
const opensMapping = (d: Drawing, { kase, place }: CaseSubject): boolean =>
  place !== 'channel' && mayOpenMapping(d, kase);

/** The primary button moves with the phase. */
export const mainOf = (d: Drawing, subject: CaseSubject): Main => {
  if (isPaused(subject.kase, d.today)) return 'none';
  if (mayDecide(d, subject)) return 'decide';
  if (mayContribute(d, subject)) return 'contribute';
  if (needsConsentFirst(d, subject.kase)) return 'consent';
  const main = MAIN_IN[subject.kase.state];
  return main === 'mapping' && !opensMapping(d, subject) ? 'action' : main;
};
