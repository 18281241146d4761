import { type Action } from '../domain/action';
import { type Instant } from '../domain/time';
import { type Cases } from '../use-cases/ports/cases';
import { type Query } from './database/query';
import { toAction } from './documents/action-document';
import { toCase } from './documents/case-document';
import { toItemFile } from './documents/item-document';
import { casePartition } from './documents/stored';
import { toSharingKey } from './documents/sharing-document';
import { type Shelves } from './shelves';

type Parts = { readonly shelves: Pick<Shelves, 'work'> };
type Queries = Pick<
  Cases,
  | 'inStates'
  | 'unfinished'
  | 'byAuthor'
  | 'itemsOf'
  | 'itemsOfCase'
  | 'pendingActionsOf'
  | 'newDatesAsked'
  | 'remindersDue'
  | 'clocksDue'
  | 'reviewsAwaited'
  | 'reviewsMissed'
>;

const bySince = (one: { readonly since: string }, other: { readonly since: string }): number =>
  one.since.localeCompare(other.since);

const askedAt = ({ asked, createdAt }: Action): Instant => asked?.at ?? createdAt;

/** `@s0, @s1, …`, and what they stand for. */
const listed = (texts: readonly string[]): { readonly names: string; readonly values: Query['values'] } => ({
  names: texts.map((_, place) => `@s${place.toString()}`).join(', '),
  values: Object.fromEntries(texts.map((text, place) => [`s${place.toString()}`, text])),
});

/** Where a property is of one type alone, the type is not asked for too: it is what a database might go by, through them all. */
const ofCases = ({
  shelves: { work },
}: Parts): Pick<Queries, 'inStates' | 'unfinished' | 'byAuthor' | 'clocksDue'> => ({
  inStates: async (states, within) => {
    if (states.length === 0) return [];
    const { names, values } = listed(states);
    const where = `c.state IN (${names})`;
    return (await work.query({ where, values }, within)).map(toCase).sort(bySince);
  },
  unfinished: async within =>
    (await work.query({ where: 'IS_DEFINED(c.unfinished)', values: {} }, within)).map(toCase).sort(bySince),
  byAuthor: async (author, within) => {
    const values = { type: 'case', author };
    const found = await work.query({ where: 'c.type = @type AND c.author = @author', values }, within);
    return found.map(toCase).sort((one, other) => other.submittedAt.localeCompare(one.submittedAt));
  },
  clocksDue: async (now, limit, within) => {
    const first = { by: 'clockAt', limit };
    const found = await work.query({ where: 'c.clockAt <= @now', values: { now }, first }, within);
    return found.map(document => toCase(document).id);
  },
});

const ofActions = ({
  shelves: { work },
}: Parts): Pick<Queries, 'pendingActionsOf' | 'newDatesAsked' | 'remindersDue'> => ({
  pendingActionsOf: async (person, within) => {
    const where = 'c.owner = @person OR c.standIn = @person';
    const found = await work.query({ where, values: { person } }, within);
    return found
      .map(toAction)
      .sort((one, other) => one.due.localeCompare(other.due) || one.id.localeCompare(other.id));
  },
  newDatesAsked: async within => {
    const found = await work.query({ where: 'IS_DEFINED(c.askedAt)', values: {} }, within);
    return found.map(toAction).sort((one, other) => askedAt(one).localeCompare(askedAt(other)));
  },
  remindersDue: async (now, limit, within) => {
    const first = { by: 'remindAt', limit };
    const found = await work.query({ where: 'c.remindAt <= @now', values: { now }, first }, within);
    return found.map(toAction);
  },
});

const ofSharings = ({ shelves: { work } }: Parts): Pick<Queries, 'reviewsAwaited' | 'reviewsMissed'> => ({
  reviewsAwaited: async (from, now, within) => {
    const where = 'c.reviewFrom = @from AND c.reviewBy >= @now';
    return (await work.query({ where, values: { from, now } }, within)).map(toSharingKey);
  },
  reviewsMissed: async (since, now, within) => {
    const where = 'c.reviewBy > @since AND c.reviewBy < @now';
    return (await work.query({ where, values: { since, now } }, within)).map(toSharingKey);
  },
});

/** Process only: what these find, they give without opening anything. */
export const caseQueries = (parts: Parts): Queries => ({
  ...ofCases(parts),
  ...ofActions(parts),
  ...ofSharings(parts),
  itemsOf: async (meetingId, within) => {
    const values = { type: 'item', meetingId };
    const where = 'c.type = @type AND c.meetingId = @meetingId';
    const found = await parts.shelves.work.query({ where, values }, within);
    return found.map(document => toItemFile(document).item).sort((one, other) => one.number - other.number);
  },
  itemsOfCase: async (caseId, within) => {
    const partition = casePartition(caseId);
    const query = { where: 'c.type = @type', values: { type: 'item' }, partition };
    return (await parts.shelves.work.query(query, within)).map(document => toItemFile(document).item);
  },
});
