import { type Case } from '../domain/case';
import {
  checkSharing,
  type SharingGiven,
  type SharingProblem,
  type SharingValues,
} from '../domain/check-sharing';
import { type SharingChoices } from '../domain/sharing-choices';
import { type CaseId, type PersonId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { hasRole, isActive, type Person, type Role } from '../domain/people';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { holdingsShared, newSharingId, sharedUntil, type Sharing, sharingIn } from '../domain/sharing';
import { share } from '../domain/sharing-steps';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { noticesTo } from './recipients';
import { type World } from './world';

type Pushing = Asked & {
  readonly caseId: CaseId;
  readonly values: SharingValues;
  /** Whether a text holds a national identity number or a phone number. */
  readonly holdsPerson: (text: string) => boolean;
};
export type SharedExceptionally =
  { readonly kase: Case; readonly sharing: Sharing } | { readonly problems: readonly SharingProblem[] };

type Found = { readonly kase: Case; readonly people: readonly Person[] };

const choicesIn = (world: World, asked: Pushing, { kase, people }: Found): SharingChoices => ({
  kase,
  people,
  sharer: asked.by.person,
  statutes: world.programme.statutes,
  today: todayOf(world, asked),
  holdsPerson: asked.holdsPerson,
});

const sharingFrom = (world: World, asked: Pushing, given: SharingGiven): Sharing => ({
  id: newSharingId(world.derive, asked.commandId),
  from: asked.by.person.agency,
  by: asked.by.person.id,
  groups: given.groups,
  to: given.to,
  statute: given.statute,
  telling: given.telling,
  sharedAt: asked.at,
  until: sharedUntil(asked.at, given.minutes),
});

const withRole = (people: readonly Person[], role: Role): readonly Person[] =>
  people.filter(person => isActive(person) && hasRole(person, role));
const idsOf = (people: readonly Person[]): readonly PersonId[] => people.map(({ id }) => id);

/** The receivers that there is something to read, the leader that there is something to judge, the coordinator that it happened. */
const told = (asked: Asked, { kase, people }: Found, sharing: Sharing): readonly Errand[] => {
  const { id: sharingId, until, from, sharedAt } = sharing;
  const shared = { kind: 'shared', sharingId, until } as const;
  const toReview = { kind: 'sharing-to-review', sharingId } as const;
  const leaders = withRole(people, 'leader').filter(({ agency }) => agency === from);
  const happened = { kind: 'sharing-happened', sharingId, from, sharedAt } as const;
  return [
    ...noticesTo(asked, sharing.to, { kase, about: shared }),
    ...noticesTo(asked, idsOf(leaders), { kase, about: toReview }),
    ...noticesTo(asked, idsOf(withRole(people, 'coordinator')), { kase, about: happened }),
  ];
};

const planned = (world: World, asked: Pushing, found: Found): Result<CasePlan, Refusal> => {
  const given = checkSharing(asked.values, choicesIn(world, asked, found));
  if (!given.ok) return err(TRY_AGAIN);
  const sharing = sharingFrom(world, asked, given.value);
  const next = share(found.kase, sharing);
  if (!next.ok) return next;
  return ok({
    kase: next.value,
    sharing: { sharing, words: { reason: given.value.reason } },
    opens: holdingsShared(sharing),
    errands: told(asked, found, sharing),
  });
};

const ruling = ({ by: { person } }: Asked, kase: Case) =>
  judge(person, { about: 'case', ask: 'share-exceptionally', kase });

/** What is wrong with the form; told only to someone who may share here, and not when it was shared before. */
const problemsOf = async (world: World, asked: Pushing): Promise<readonly SharingProblem[]> => {
  const { caseId, commandId, within } = asked;
  const [file, people] = await Promise.all([world.cases.load(caseId, within), world.people.all(within)]);
  if (file === undefined || !ruling(asked, file.kase).allowed) return [];
  const checked = checkSharing(asked.values, choicesIn(world, asked, { kase: file.kase, people }));
  if (checked.ok || (await world.cases.known(caseId, commandId, within))) return [];
  return checked.error;
};

/**
 * Danger, or a duty to avert (domain.md §6): pushed by somebody of the agency that holds it, to persons, for an hour
 * at the most. Nobody can ask for it.
 */
export const shareExceptionally =
  (world: World) =>
  async (asked: Pushing): Promise<Result<SharedExceptionally, Refusal>> => {
    const problems = await problemsOf(world, asked);
    if (problems.length > 0) return ok({ problems });
    const done = await changeCaseBeside<readonly Person[]>(world, asked, {
      operation: 'share-exceptionally',
      caseId: asked.caseId,
      beside: () => world.people.all(asked.within),
      judge: ({ kase }) => ruling(asked, kase),
      decide: ({ kase }, people) => planned(world, asked, { kase, people }),
    });
    if (!done.ok) return done;
    const sharing = sharingIn(done.value, newSharingId(world.derive, asked.commandId));
    return sharing === undefined ? err(TRY_AGAIN) : ok({ kase: done.value, sharing });
  };
