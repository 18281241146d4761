import { type Case } from '../domain/case';
import { disqualify, type DisqualificationReason } from '../domain/disqualification';
import { type PersonId } from '../domain/ids';
import { isActive, type Person } from '../domain/people';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { judge, type Question } from '../policy/may';
import { standingOnCase, takesPart } from '../policy/standing';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCaseBeside } from './change-case';
import { digestEdits } from './digest-edits';
import { type ItemKey } from './item-of';
import { lookAtCase } from './lookup';
import { meetingFor, type NamedMeeting, namedMeeting } from './named-meeting';
import { shutOut } from './shut-out';
import { type World } from './world';

type Disqualifying = Asked & ItemKey & { readonly person: PersonId; readonly reason: DisqualificationReason };
type Beside = NamedMeeting | undefined;

const question = (kase: Case, named: Beside): Question => ({
  about: 'case',
  ask: 'disqualify-other',
  kase,
  ...meetingFor(kase, named),
});

/**
 * Who has a part in the work on the case, but the chair, who declares that for themselves. Whoever watches over it, a
 * leader who reviews or a privacy officer, cannot be taken out of it so.
 */
const isChoice =
  ({ by }: Asked, kase: Case) =>
  (person: Person): boolean =>
    person.id !== by.person.id && isActive(person) && takesPart(standingOnCase(person, kase));

/** Whom the chair can choose among. */
export const startDisqualification =
  (world: World) =>
  async (
    asked: Asked & ItemKey,
  ): Promise<Result<{ readonly kase: Case; readonly people: readonly Person[] }, Refusal>> => {
    const named = await namedMeeting(world, asked);
    return lookAtCase(world, asked, {
      operation: 'start-disqualification',
      caseId: asked.caseId,
      question: ({ kase }) => question(kase, named),
      shows: () => [],
      answer: async ({ kase }) => ({
        kase,
        people: (await world.people.all(asked.within)).filter(isChoice(asked, kase)),
      }),
    });
  };

/** Declared by the chair of the meeting on whose agenda the case stands, with a reason (domain.md §15). */
export const disqualifyOther =
  (world: World) =>
  (asked: Disqualifying): Promise<Result<Case, Refusal>> =>
    changeCaseBeside<Beside>(world, asked, {
      operation: 'disqualify-other',
      caseId: asked.caseId,
      beside: () => namedMeeting(world, asked),
      judge: ({ kase }, named) => judge(asked.by.person, question(kase, named)),
      decide: async ({ kase }) => {
        const { person, reason, by, at, within } = asked;
        const known = await world.people.load(person, within);
        if (known === undefined || !isChoice(asked, kase)(known.person)) return err(TRY_AGAIN);
        const declared = { person, by: by.person.id, at, reason };
        return ok({
          kase: disqualify(kase, declared),
          errands: [shutOut(asked), ...digestEdits([person], todayOf(world, asked))],
        });
      },
    });
