import { type Case, isEnded } from '../domain/case';
import { sharingIn } from '../domain/sharing';
import { hasStopped } from '../domain/consent-ends';
import { type Errand } from '../domain/outbox';
import { type Person } from '../domain/people';
import { inSightSince, type Showing, showsBefore, standsIn } from '../domain/showing';
import { type Instant, type Moment } from '../domain/time';
import { hasLostSight } from '../use-cases/lost-sight';
import { type PersonFile, type Reference } from '../use-cases/ports/people';
import { type Within } from '../use-cases/ports/common';
import { type World } from '../use-cases/world';
import { type Letter } from './letter';

type Needs = Pick<World, 'auditLog' | 'calendar' | 'cases' | 'people'>;
type Clearing = Extract<Errand, { kind: 'clear-message' }>;

const NOTHING: Letter = { kind: 'nothing' };

/** Whether what it showed is shut: the whole case, what was shared, or, for this reader, what is asked further on. */
const isShut = ({ sharingId, losing }: Clearing, kase: Case): boolean => {
  if (losing === true) return true;
  return sharingId === undefined ? hasStopped(kase) : sharingIn(kase, sharingId)?.endedAt !== undefined;
};

/** What of the case the message still shows as it was: its reader may have gone on to something else in it. */
const stillShown = async (
  { auditLog }: Needs,
  { clearing, kase }: { readonly clearing: Clearing; readonly kase: Case },
  within: Within,
): Promise<Showing | undefined> => {
  const { to, caseId, message, stoppedAt, sharingId } = clearing;
  const ended = sharingId === undefined && isEnded(kase);
  const since = inSightSince(stoppedAt);
  const [ofCase, toReader] = await Promise.all([
    auditLog.showingsOf(caseId, since, within),
    auditLog.showingsTo(to, since, within),
  ]);
  const newest = standsIn(message, [...ofCase, ...toReader]);
  return newest !== undefined && showsBefore(newest, { caseId, stoppedAt, ended }) ? newest : undefined;
};

type Target = { readonly person: Person; readonly reference: Reference };
/** The reader's own chat, if that is where the message stands. */
const chatOf = (to: PersonFile | undefined, { message }: Clearing): Target | undefined =>
  to?.reference?.conversationId === message.conversationId
    ? { person: to.person, reference: to.reference }
    : undefined;

type Shown = { readonly showing: Showing | undefined; readonly moment: Moment };
const isLost = (person: Person, kase: Case, { showing, moment: now }: Shown): boolean =>
  showing !== undefined && hasLostSight(person, kase, { shown: showing.disclosed, now });

/**
 * The edit that takes a case out of a message in its reader's own chat; nothing when work goes on again, when the chat
 * is not theirs (the channel's own cards are drawn anew by their errands), or when the message shows something else.
 */
export const clearLetter = async (
  world: Needs,
  clearing: Clearing,
  { now, within }: { readonly now: Instant; readonly within: Within },
): Promise<Letter> => {
  const [reader, file] = await Promise.all([
    world.people.load(clearing.to, within),
    world.cases.load(clearing.caseId, within),
  ]);
  const to = chatOf(reader, clearing);
  if (to === undefined || file === undefined || !isShut(clearing, file.kase)) return NOTHING;
  const { message: posted, code, losing } = clearing;
  const { kase } = file;
  const showing = await stillShown(world, { clearing, kase }, within);
  const moment = { at: now, today: world.calendar.dayOf(now) };
  const lost = losing !== true || isLost(to.person, kase, { showing, moment });
  return showing !== undefined && lost
    ? { kind: 'clear', to, posted, message: { kind: losing === true ? 'door' : 'gone', code } }
    : NOTHING;
};
