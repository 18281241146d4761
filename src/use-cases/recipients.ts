import { type Case } from '../domain/case';
import { type PersonId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type Notice } from '../domain/notice';
import { hasRole, isActive, type Person } from '../domain/people';
import { type Asked } from './asked';

type Told = Pick<Case, 'id' | 'code'>;

export const noticeTo = (to: PersonId, { id, code }: Told, about: Notice): Errand => ({
  kind: 'notice',
  to,
  caseId: id,
  code,
  notice: about,
});

/** One content-free notice each; whoever pressed needs none. */
export const noticesTo = (
  asked: Asked,
  people: readonly PersonId[],
  { kase, about }: { readonly kase: Told; readonly about: Notice },
): readonly Errand[] =>
  [...new Set(people)].filter(id => id !== asked.by.person.id).map(id => noticeTo(id, kase, about));

/**
 * To these people, and to the coordinators, who are found when it is carried: a press does not read the directory for
 * whom else to tell.
 */
export const noticesToCoordinators = (
  asked: Asked,
  {
    kase,
    about,
    also = [],
  }: { readonly kase: Told; readonly about: Notice; readonly also?: readonly PersonId[] },
): readonly Errand[] => [
  ...noticesTo(asked, also, { kase, about }),
  {
    ...{ kind: 'tell-coordinators', caseId: kase.id, code: kase.code, notice: about },
    but: [...new Set([asked.by.person.id, ...also])],
  },
];

/** The coordinator and the stand-in: everyone active with the role. */
export const coordinatorsAmong = (people: readonly Person[]): readonly PersonId[] =>
  people.filter(person => isActive(person) && hasRole(person, 'coordinator')).map(({ id }) => id);

/** Who owns, or stands in for, a task that is still to be done. */
const doers = ({ actions }: Pick<Case, 'actions'>): readonly PersonId[] =>
  actions
    .filter(({ state }) => state === 'open' || state === 'blocked')
    .flatMap(({ owner, standIn }) => (standIn === undefined ? [owner] : [owner, standIn]));

/** Everyone whose digest may speak of a task of the case: who does it, stands in for them, or hears that it is late. */
export const digestReaders = (
  kase: Pick<Case, 'actions'>,
  people: readonly Person[],
): readonly PersonId[] => {
  const own = doers(kase);
  const instead = people.flatMap(({ id, absence }) => (own.includes(id) ? (absence?.standIn ?? []) : []));
  return own.length === 0 ? [] : [...new Set([...own, ...instead, ...coordinatorsAmong(people)])];
};

/** Everyone who works on the case: its author and the owners of tasks not yet done. */
export const workers = (kase: Case): readonly PersonId[] => [kase.author, ...doers(kase)];
