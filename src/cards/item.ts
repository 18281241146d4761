import { type AgendaItem, daysWaiting } from '../domain/agenda';
import { type Case, isEnded } from '../domain/case';
import { questionOn } from '../domain/decision';
import { CONSENT_DAYS } from '../domain/inbox';
import { sharedTasks } from '../domain/incident';
import { currentOf, type Meeting } from '../domain/meeting';
import { daysBetween } from '../domain/time';
import { isEverAllowed } from '../policy/may';
import { button, type Carried } from './button';
import { facts, fold, headed, offered, only } from './parts';
import { type SharedDrawing } from './shared-drawing';
import { type Card, type Data, fill } from './template';

type Item = { readonly item: AgendaItem; readonly kase: Case; readonly meeting: Meeting };
type Fact = readonly [title: string, value: string];

/** An end is never named in the channel, *Ikke tatt inn* no more than the others (domain.md §13). */
const isGone = ({ item, kase }: Item): boolean =>
  item.closed || isEnded(kase) || item.decision?.outcome.kind === 'declined';

const waitedFact = ({ t, today, calendar }: SharedDrawing, { item, kase }: Item): Fact => {
  if (item.kind !== 'awaiting-consent')
    return [t.agenda.item.waited, t.common.days(daysWaiting(kase, today, calendar))];
  const days = t.common.days(daysBetween(calendar.dayOf(kase.since), today));
  return [t.agenda.item.waited, t.agenda.item.withLimit(days, CONSENT_DAYS)];
};

const inputFact = ({ t, programme }: SharedDrawing, { item }: Item): Fact => [
  t.agenda.item.input,
  item.answered.length === 0
    ? t.agenda.item.noInput
    : t.agenda.item.seats(item.answered.length, programme.seats.length),
];

const actionsFact = ({ t }: SharedDrawing, { kase }: Item): Fact => {
  const open = sharedTasks(kase).filter(({ state }) => state === 'open' || state === 'blocked').length;
  return [t.agenda.item.openActions, open === 0 ? t.agenda.item.none : t.number(open)];
};

/** The same whether there is a consent or not: the channel does not tell when one was given (domain.md §13). */
const decidedWords = ({ t }: SharedDrawing, { item }: Item): string => {
  const { outcomes } = t.agenda.item;
  if (item.decision?.question === 'other') return outcomes.other;
  return item.decision?.outcome.kind === 'deferred' ? outcomes.deferred : outcomes['taken-in'];
};

const leadOf = ({ t }: SharedDrawing, { item, meeting }: Item): string => {
  if (meeting.state === 'ended') return t.agenda.item.meetingEnded;
  const lead = t.agenda.item.leads[item.kind];
  return currentOf(meeting) === item.caseId ? `${t.agenda.item.isUp} ${lead}` : lead;
};

const headOf = (d: SharedDrawing, subject: Item): Data => {
  const { t } = d;
  const { item } = subject;
  const eyebrow = t.agenda.item.eyebrow(item.number, item.code);
  if (isGone(subject)) return headed(t, { eyebrow, title: t.refusal.gone.title });
  if (item.decision !== undefined)
    return headed(t, { eyebrow, title: t.agenda.item.decided, lead: decidedWords(d, subject) });
  const lead = leadOf(d, subject);
  return headed(t, { eyebrow, title: t.agenda.item.kinds[item.kind], lead });
};

const factsOf = (d: SharedDrawing, subject: Item): readonly Fact[] => {
  if (isGone(subject)) return [];
  const { decision } = subject.item;
  return decision === undefined
    ? [waitedFact(d, subject), inputFact(d, subject), actionsFact(d, subject)]
    : [[d.t.agenda.item.date, d.t.day(decision.on, d.today)], actionsFact(d, subject)];
};

const answeredBy = ({ t, programme }: SharedDrawing, { item }: Item): Data => {
  const { answered, onBehalf = [] } = item;
  const names = programme.seats
    .filter(({ id }) => answered.includes(id))
    .map(({ id, name }) => (onBehalf.includes(id) ? t.contribution.onBehalf(name) : name));
  return { ...fold(t, { id: 'answered', title: t.agenda.item.whoAnswered }), text: t.list(names) };
};

/** The main thing until the meeting, and behind "…" in it. The form waits in the presser's own chat. */
const contributing = (
  t: SharedDrawing['t'],
  carried: Carried,
  look: { readonly primary?: boolean; readonly rare?: boolean } = { primary: true },
): Card => button(t.contribution.give, { verb: 'open-contributions', ...carried }, look);

/** A consent that ran out takes no button away: the channel does not tell of that either. */
const isWorkedOn = ({ state }: Case): boolean =>
  isEverAllowed('create-action', state) || state === 'consent-expired';

/** Everybody sees these; who may is asked when one is pressed. */
const actionsOf = ({ t, id }: SharedDrawing, subject: Item): readonly Card[] => {
  const { item, kase, meeting } = subject;
  if (isGone(subject)) return [];
  const carried = { caseId: item.caseId, meetingId: item.meetingId, nonce: id };
  const isUndecided = item.decision === undefined;
  const isOpen = meeting.state === 'running' && isUndecided;
  const decides = isOpen && questionOn(kase) !== undefined;
  const canBeUp = isOpen && currentOf(meeting) !== item.caseId;
  return offered([
    [isUndecided && meeting.state === 'planned', contributing(t, carried)],
    [decides, button(t.agenda.item.decide, { verb: 'start-decision', ...carried }, { primary: true })],
    [
      true,
      button(
        t.common.openCase,
        { verb: 'open-item', ...carried },
        { primary: isUndecided && !decides && meeting.state !== 'planned' },
      ),
    ],
    [canBeUp, button(t.agenda.item.takeUp, { verb: 'take-up-item', ...carried })],
    [isOpen, contributing(t, carried, { rare: true })],
    [isWorkedOn(kase), button(t.agenda.item.newAction, { verb: 'start-action', ...carried }, { rare: true })],
  ]);
};

/**
 * One case on the agenda, in the channel (ux 08b–e): its code, its kind, how long it has waited, which seats have
 * answered and how many tasks are open. Never who referred it nor what is asked (domain.md §7).
 */
export const itemCard = (d: SharedDrawing, subject: Item): Card => {
  const hasAnswers =
    !isGone(subject) && subject.item.decision === undefined && subject.item.answered.length > 0;
  return fill('item', {
    ...headOf(d, subject),
    ...facts(factsOf(d, subject)),
    folds: only(hasAnswers, () => answeredBy(d, subject)),
    actions: actionsOf(d, subject),
  });
};
