import { isParticipant } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { canBeAskedAgain } from '../domain/consent-steps';
import { may } from '../policy/may';
import { type CaseOperation } from '../policy/operations';
import { button } from './button';
import { carriedBy, hurrying, requesting } from './case-asking';
import { moreActions } from './case-more';
import { gapButtons } from './gap-steps';
import { type Main, mainOf, mayDecide } from './case-main';
import { contributing } from './contribution-view';
import { type Asks, type CaseSubject, ownsOnly } from './case-subject';
import { declaring, disqualifying } from './disqualification';
import { type Drawing } from './drawing';
import { mappingButtons } from './mapping-buttons';
import { offered } from './parts';
import { receivesOnly, sharingButtons } from './sharing-in-case';
import { type Card } from './template';

/** An answer can be recorded, or there is a consent to look at, and to withdraw. */
const hasConsentView = ({ reader }: Drawing, { kase }: CaseSubject): boolean =>
  may(reader, { about: 'case', ask: 'record-consent', kase }) ||
  may(reader, { about: 'case', ask: 'withdraw-consent', kase });

const closing = (d: Drawing, subject: CaseSubject): Card => {
  const { kase, place, meeting } = subject;
  const meetingId = meeting?.id ?? kase.meetingId;
  const where =
    place === 'channel' && meetingId !== undefined
      ? { verb: 'close-item', meetingId }
      : { verb: 'close-view' };
  return button(d.t.common.close, { ...where, ...carriedBy(d, subject) }, { leavesInputs: true });
};

const deciding = (d: Drawing, subject: CaseSubject): Card =>
  button(
    d.t.kase.decide,
    {
      verb: 'start-decision',
      ...carriedBy(d, subject),
      ...(subject.meeting === undefined ? {} : { meetingId: subject.meeting.id }),
    },
    { primary: true },
  );

const acting = (d: Drawing, subject: CaseSubject, main: Main): Card => {
  const meetingId = subject.meeting?.id ?? subject.kase.meetingId;
  return button(
    d.t.kase.newAction,
    {
      verb: 'start-action',
      ...carriedBy(d, subject),
      ...(meetingId === undefined ? {} : { meetingId }),
    },
    { primary: main === 'action', rare: subject.kase.state === 'ready-for-review' },
  );
};

const consenting = (d: Drawing, subject: CaseSubject, main: Main): Card => {
  const isMain = main === 'consent';
  return button(
    d.t.kase.consent,
    { verb: 'open-consent', ...carriedBy(d, subject) },
    { primary: isMain, rare: !isMain && !isParticipant(subject.kase) },
  );
};

/** Only what asks for no input stands in the channel: an edit of a shared message would wipe what is typed. */
const inChannel = (d: Drawing, subject: CaseSubject, asks: Asks): readonly Card[] =>
  offered([
    [mayDecide(d, subject), deciding(d, subject)],
    [mainOf(d, subject) === 'contribute', contributing(d, subject)],
    [asks('create-action'), acting(d, subject, mainOf(d, subject))],
    [asks('declare-disqualified'), declaring(d, subject)],
    [true, closing(d, subject)],
  ]).concat(gapButtons(d, subject));

const inChat = (d: Drawing, subject: CaseSubject, asks: Asks): readonly Card[] => {
  const { t, nonce, reader } = d;
  const main = mainOf(d, subject);
  const carried = carriedBy(d, subject);
  const press = (title: string, verb: string, of: Main): Card =>
    button(title, { verb, ...carried }, { primary: main === of });
  return offered([
    [mayDecide(d, subject), deciding(d, subject)],
    [mainOf(d, subject) === 'contribute', contributing(d, subject)],
    [asks('mark-ready') && main === 'ready', press(t.kase.markReady, 'mark-ready', 'ready')],
    [asks('return-to-agenda'), press(t.kase.returnToAgenda, 'return-to-agenda', 'return')],
    [asks('ask-again') && canBeAskedAgain(subject.kase), press(t.consent.askNow, 'ask-again', 'ask-again')],
    [
      main === 'agenda' && may(reader, { about: 'role', ask: 'open-agenda' }),
      button(t.kase.agenda, { verb: 'open-agenda', nonce }, { primary: true }),
    ],
    [hasConsentView(d, subject), consenting(d, subject, main)],
    [asks('create-action'), acting(d, subject, main)],
    [asks('request-information'), requesting(d, subject)],
    [asks('mark-urgent') && !subject.kase.urgent, hurrying(d, subject)],
    [
      asks('open-access-log'),
      button(t.lookups.log.title, { verb: 'open-access-log', ...carried }, { rare: true }),
    ],
    [asks('declare-disqualified'), declaring(d, subject)],
    [asks('disqualify-other'), disqualifying(d, subject)],
    [true, closing(d, subject)],
  ]);
};

/** Views of their own, and what is rarely done. */
const besideThose = (d: Drawing, subject: CaseSubject, asks: Asks): readonly Card[] => [
  ...mappingButtons(d, subject, mainOf(d, subject) === 'mapping'),
  ...sharingButtons(d, subject.kase),
  ...moreActions(d, subject, asks),
];

const forOwner = (d: Drawing, subject: CaseSubject): readonly Card[] => [
  button(d.t.kase.myActions, { verb: 'list-my-actions', nonce: d.nonce }, { primary: true }),
  closing(d, subject),
];

const isPrimary = (action: Card): number => Number(action['style'] === 'positive');

/** The buttons of the case view, the primary first; each is there because the use case would say yes. */
export const caseActions = (d: Drawing, subject: CaseSubject): readonly Card[] => {
  const { kase, meeting } = subject;
  const seat = meeting === undefined ? {} : { meeting };
  const asks = (ask: CaseOperation): boolean =>
    may(d.reader, { about: 'case', ask, kase, today: d.today, ...seat }) &&
    (ask !== 'create-action' || !hasLapsed(kase, d.today));
  if (subject.place === 'channel') return inChannel(d, subject, asks);
  if (receivesOnly(d, kase)) return [closing(d, subject)];
  const actions = ownsOnly(d, kase)
    ? forOwner(d, subject)
    : [...inChat(d, subject, asks), ...besideThose(d, subject, asks)];
  return [...actions].sort((one, other) => isPrimary(other) - isPrimary(one));
};
