import { digestMoment } from '../domain/absence';
import { type Errand } from '../domain/outbox';
import { isActive, type Person } from '../domain/people';
import { isSameMessage, type Posted } from '../domain/posted';
import { inSightSince, standsIn } from '../domain/showing';
import { type Instant } from '../domain/time';
import { digestLines } from '../use-cases/digest-lines';
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

/** Nobody is told that there is nothing, nor before their own hour, on a day off or while they are away, also when they said so today. */
export const digestLetter = async (world: Needs, { to: id }: Of<'digest'>, at: At): Promise<Letter> => {
  const to = await world.people.load(id, at.within);
  if (to === undefined || !isActive(to.person)) return NOTHING;
  const due = digestMoment(to.person, at.now, world.calendar).at;
  if (due > at.now) return { kind: 'later', at: due };
  const message = await digestOf(world, to.person, at);
  return message.actions.length === 0 ? NOTHING : { kind: 'to-person', to, message };
};

type Chat = { readonly person: Person; readonly reference: Reference };
/** The reader's own chat, if that is where the digest stands. */
const chatOf = (file: PersonFile | undefined, { conversationId }: Posted): Chat | undefined =>
  file?.reference?.conversationId === conversationId && isActive(file.person)
    ? { person: file.person, reference: file.reference }
    : undefined;

/** Its reader went on from it to a case, or to a form: the message is no digest any more. */
const isLeft = async ({ auditLog }: Needs, { person }: Chat, { posted, at }: { posted: Posted; at: At }) => {
  const shown = await auditLog.showingsTo(person.id, inSightSince(at.now), at.within);
  return standsIn(posted, shown)?.caseId !== undefined;
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
