import { COLLECTED_AT } from '../domain/ladder';
import { type Errand } from '../domain/outbox';
import { type Calendar, type Instant, type LocalDate, plusDays, workingDayFrom } from '../domain/time';
import { mayHearOfSharing } from '../use-cases/may-hear-of-sharing';
import { type Within } from '../use-cases/ports/common';
import { type World } from '../use-cases/world';
import { agendaCard, type ChannelCard, itemCard } from './channel-cards';
import { clearLetter } from './clear-letter';
import { digestLetter, editDigestLetter } from './digest-letter';
import { type Letter } from './letter';
import { meetingLetter } from './meeting-letter';
import { isStillTrue, isToWait } from './notices';
import { type StepErrand } from './steps';

/** An errand that ends in a message. */
export type Sendable = Exclude<Errand, StepErrand>;

type Needs = Pick<
  World,
  'cases' | 'people' | 'meetings' | 'gaps' | 'outbox' | 'calendar' | 'auditLog' | 'programme'
>;
type At = { readonly now: Instant; readonly within: Within };
type Of<Kind extends Errand['kind']> = Extract<Errand, { readonly kind: Kind }>;

const NOTHING: Letter = { kind: 'nothing' };
const LATER: Letter = { kind: 'later' };

const untilMorning = (today: LocalDate, calendar: Calendar): Letter => ({
  kind: 'later',
  at: calendar.at(workingDayFrom(plusDays(today, 1), calendar), COLLECTED_AT),
});

const noticeLetter = async (world: Needs, errand: Of<'notice'>, { now, within }: At): Promise<Letter> => {
  const [to, file] = await Promise.all([
    world.people.load(errand.to, within),
    world.cases.load(errand.caseId, within),
  ]);
  if (to === undefined || file === undefined) return NOTHING;
  const { calendar } = world;
  const told = { person: to.person, kase: file.kase, at: now, today: calendar.dayOf(now) };
  const { notice } = errand;
  if (!('sharingId' in notice) && isToWait(notice, told)) return untilMorning(told.today, calendar);
  return ('sharingId' in notice ? mayHearOfSharing(notice, told) : isStillTrue(notice, told))
    ? { kind: 'to-person', to, message: { kind: 'notice', errand } }
    : NOTHING;
};

/** A card that is there already is not posted twice, and one that says nothing any more not at all. */
const posting = (card: ChannelCard | undefined): Letter => {
  if (card === undefined || card.posted !== undefined || !card.matters) return NOTHING;
  return card.incomplete ? LATER : { kind: 'post', message: card.message };
};
/** An edit waits for its message; when that will never come, it is of no use. */
const editing = (card: ChannelCard | undefined): Letter => {
  if (card === undefined) return NOTHING;
  const { message, posted, matters } = card;
  if (posted === undefined) return matters ? LATER : NOTHING;
  return { kind: 'edit', message, posted, matters };
};

type Kinds = { readonly [K in Errand['kind']]: Of<K> };
const LETTERS: {
  readonly [K in Sendable['kind']]: (world: Needs, errand: Kinds[K], at: At) => Promise<Letter>;
} = {
  'meeting-notice': meetingLetter,
  notice: noticeLetter,
  digest: digestLetter,
  'edit-digest': editDigestLetter,
  'post-item': async (world, errand, at) => posting(await itemCard(world, errand, at)),
  'edit-item': async (world, errand, at) => editing(await itemCard(world, errand, at)),
  'post-agenda': async (world, { meetingId }, at) => posting(await agendaCard(world, meetingId, at)),
  'edit-agenda': async (world, { meetingId }, at) => editing(await agendaCard(world, meetingId, at)),
  'clear-message': clearLetter,
};

const letterOf = <K extends Sendable['kind']>(
  world: Needs,
  errand: Kinds[K] & { readonly kind: K },
  at: At,
): Promise<Letter> => LETTERS[errand.kind](world, errand, at);

/**
 * What an errand comes to at the moment of sending. All is read anew, so that what stopped being true meanwhile is
 * not said (design.md §7).
 */
export const letterFor = (world: Needs, errand: Sendable, at: At): Promise<Letter> =>
  letterOf(world, errand, at);
const alone = (): undefined => undefined;
const itemOf = ({ meetingId, caseId }: Of<'post-item' | 'edit-item'>): string =>
  `item ${meetingId} ${caseId}`;
const ofDigest = ({ to }: Of<'digest' | 'edit-digest'>): string => `digest ${to}`;
const agendaOf = ({ meetingId }: Of<'post-agenda' | 'edit-agenda'>): string => `agenda ${meetingId}`;

const SUBJECTS: { readonly [K in Errand['kind']]: (errand: Kinds[K]) => string | undefined } = {
  'post-item': itemOf,
  'edit-item': itemOf,
  'post-agenda': agendaOf,
  'edit-agenda': agendaOf,
  digest: ofDigest,
  'edit-digest': ofDigest,
  'meeting-notice': alone,
  notice: alone,
  'clear-message': alone,
  'put-on-agenda': alone,
  'empty-agenda': alone,
  'note-taken-up': alone,
  'tell-coordinators': alone,
  'tell-group': alone,
  'remind-contributors': alone,
  'edit-digests': alone,
  'follow-absence': alone,
  'stop-work': alone,
  'find-messages': alone,
};

const subjectFor = <K extends Errand['kind']>(errand: Kinds[K] & { readonly kind: K }): string | undefined =>
  SUBJECTS[errand.kind](errand);

/**
 * What a send leaves up to date, besides itself: the same card or the same person's digest, drawn again, would say
 * the same. Undefined where every message stands alone.
 */
export const subjectOf = (errand: Errand): string | undefined => subjectFor(errand);
