import { digestMoment, momentAfterToday } from '../domain/absence';
import { type Errand } from '../domain/outbox';
import { isActive, type Person } from '../domain/people';
import { isSameMessage, type Posted } from '../domain/posted';
import { inSightSince, standsIn } from '../domain/showing';
import { type Instant } from '../domain/time';
import { digestLines, waitingLines } from '../use-cases/digest-lines';
import { type PersonFile, type Reference } from '../use-cases/ports/people';
import { type Within } from '../use-cases/ports/common';
import { type Message } from '../use-cases/ports/messenger';
import { type World } from '../use-cases/world';
import { type Letter } from './letter';

type Needs = Pick<World, 'auditLog' | 'calendar' | 'cases' | 'outbox' | 'people' | 'programme'>;
type At = { readonly now: Instant; readonly within: Within };
type Of<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;

const NOTHING: Letter = { kind: 'nothing' };

const digestOf = async (
  world: Needs,
  reader: Person,
  { now, within }: At,
): Promise<Extract<Message, { kind: 'digest' }>> => {
  const today = world.calendar.dayOf(now);
  return { kind: 'digest', actions: await digestLines(world)({ reader, today, within }), today };
};

/** The reader's next day: that of what waits, whose case rests or has no consent; otherwise there is no reason for one. */
const laterIfWaiting = async (world: Needs, reader: Person, { now, within }: At): Promise<Letter> => {
  const today = world.calendar.dayOf(now);
  const waiting = await waitingLines(world)({ reader, today, within });
  return waiting.length === 0 ? NOTHING : tomorrow(world, reader, now);
};
const tomorrow = ({ calendar }: Needs, reader: Person, now: Instant): Letter => ({
  kind: 'later',
  at: momentAfterToday(reader, now, calendar),
});

/** What becomes of one more, where the reader has had a digest today, or since they were to hear anew; otherwise undefined. */
const alreadyTold = async (
  world: Needs,
  { reader, since }: { readonly reader: Person; readonly since: Instant | undefined },
  at: At,
): Promise<Letter | undefined> => {
  const sentAt = await world.outbox.lastDigestAt(reader.id, at.within);
  if (sentAt === undefined) return undefined;
  if (since !== undefined && sentAt > since) return NOTHING;
  const { dayOf } = world.calendar;
  if (dayOf(sentAt) !== dayOf(at.now)) return undefined;
  return since === undefined ? laterIfWaiting(world, reader, at) : tomorrow(world, reader, at.now);
};

/**
 * Nobody is told that there is nothing, nor twice a day, before their own hour, on a day off or while they are away,
 * also when they said so today.
 */
export const digestLetter = async (
  world: Needs,
  { to: id, since }: Of<'digest'>,
  at: At,
): Promise<Letter> => {
  const to = await world.people.load(id, at.within);
  if (to === undefined || !isActive(to.person)) return NOTHING;
  const { person: reader } = to;
  const due = digestMoment(reader, at.now, world.calendar).at;
  if (due > at.now) return { kind: 'later', at: due };
  const told = await alreadyTold(world, { reader, since }, at);
  if (told !== undefined) return told;
  const message = await digestOf(world, reader, at);
  return message.actions.length === 0
    ? laterIfWaiting(world, reader, at)
    : { kind: 'to-person', to, message };
};

type Chat = { readonly person: Person; readonly reference: Reference };
/** The reader's own chat, if that is where the digest stands. */
const chatOf = (file: PersonFile | undefined, { conversationId }: Posted): Chat | undefined =>
  file?.reference?.conversationId === conversationId && isActive(file.person)
    ? { person: file.person, reference: file.reference }
    : undefined;

/** The whole list of the same tasks: no case, and no form. */
const SAME = 'list-my-actions';
/** Its reader went on from it to a case, or to a form: the message is no digest any more. */
const isLeft = async ({ auditLog }: Needs, { person }: Chat, { posted, at }: { posted: Posted; at: At }) => {
  const shown = await auditLog.showingsTo(person.id, inSightSince(at.now), at.within);
  const newest = standsIn(posted, shown);
  return newest !== undefined && newest.operation !== SAME;
};

/**
 * What their newest digest is to say now, so that a stale one never nags: also that nothing is pressing. Waits while
 * a digest is on its way, for its place is not known yet.
 */
export const editDigestLetter = async (
  world: Needs,
  { to: id, answeredIn }: Of<'edit-digest'>,
  at: At,
): Promise<Letter> => {
  const [file, last] = await Promise.all([
    world.people.load(id, at.within),
    world.outbox.lastDigest(id, at.within),
  ]);
  if (last === 'under-way') return { kind: 'later' };
  if (last === undefined) return NOTHING;
  const { posted } = last;
  const to = chatOf(file, posted);
  if (to === undefined || (answeredIn !== undefined && isSameMessage(answeredIn, posted))) return NOTHING;
  if (await isLeft(world, to, { posted, at })) return NOTHING;
  return { kind: 'clear', to, posted, message: await digestOf(world, to.person, at) };
};
