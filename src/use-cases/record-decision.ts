import { type AgendaItem } from '../domain/agenda';
import { type Case, isEnded } from '../domain/case';
import { decide, type Decision, mayDecide, type Outcome } from '../domain/decision';
import { type AgencyId, newDecisionId } from '../domain/ids';
import { missingPartners } from '../domain/attendance';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Errand, type Notice } from '../domain/outbox';
import { COORDINATION } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { REFUSED } from './perform';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { type FoundItem, type ItemKey, itemOf } from './item-of';
import { type CaseFile } from './ports/cases';
import { coordinators, noticesTo } from './recipients';
import { freshFor } from './sight';
import { type World } from './world';

type Deciding = Asked &
  ItemKey & {
    readonly outcome: Outcome;
    readonly rationale: string;
    /** The mark of the case as whoever decides has seen it; see `sightOf`. */
    readonly version?: string;
  };

const decisionBy = (world: World, asked: Deciding, meeting: Meeting): Decision => ({
  id: newDecisionId(world.derive, asked.commandId),
  question: 'intake',
  outcome: asked.outcome,
  on: todayOf(world, asked),
  recordedBy: asked.by.person.id,
  recordedAt: asked.at,
  present: isHeld(meeting) ? meeting.attendance.present : [],
});

/** The reason a group gives is the group's: it lies with the summary, under the coordination's own key. */
const rationaleOf = ({ rationale }: Deciding) =>
  rationale === '' ? {} : { rationale: { origin: COORDINATION as AgencyId, text: rationale } };

/** A chat names no state that tells of a consent (domain.md §13). */
const aboutNew = (kase: Case): Notice =>
  kase.state === 'mapping' ? { kind: 'new-information' } : { kind: 'state', state: kase.state };

/** After an end whoever worked on the case is told by what follows it (stop-work.ts). */
const told = async (world: World, asked: Asked, kase: Case): Promise<readonly Errand[]> =>
  isEnded(kase)
    ? []
    : noticesTo(asked, [kase.author, ...(await coordinators(world, asked))], { kase, about: aboutNew(kase) });

const ruling = ({ by }: Asked, kase: Case, { file, meeting }: FoundItem): Ruling =>
  judge(by.person, { about: 'item', ask: 'record-decision', kase, item: file.item, meeting });

const present = (meeting: Meeting, world: World) =>
  isHeld(meeting) ? missingPartners(meeting.attendance, world.programme) : [];

const planned = async (
  world: World,
  asked: Deciding,
  { read, found }: { readonly read: CaseFile; readonly found: FoundItem },
): Promise<Result<CasePlan, Refusal>> => {
  const allowed = mayDecide(asked.outcome, present(found.meeting, world));
  if (!allowed.ok) return allowed;
  const decision = decisionBy(world, asked, found.meeting);
  const next = decide(read.kase, decision, asked.at);
  if (!next.ok) return next;
  const fresh = freshFor(world, read, asked.version);
  if (!fresh.ok) return fresh;
  const item: AgendaItem = { ...found.file.item, decision };
  const change = { item, version: found.file.version, ...rationaleOf(asked) };
  return ok({ kase: next.value, item: change, errands: await told(world, asked, next.value) });
};

export type Decided = { readonly kase: Case; readonly item: AgendaItem };

const decided = async (world: World, asked: Deciding, kase: Case): Promise<Result<Decided, Refusal>> => {
  const file = await world.cases.item(asked.caseId, asked.meetingId, asked.within);
  return file === undefined ? err(TRY_AGAIN) : ok({ kase, item: file.item });
};

/** A beslutning: recorded once, in the meeting, by the chair or the coordinator (domain.md §7). */
export const recordDecision =
  (world: World) =>
  async (asked: Deciding): Promise<Result<Decided, Refusal>> => {
    const done = await changeCaseBeside<FoundItem | undefined>(world, asked, {
      operation: 'record-decision',
      caseId: asked.caseId,
      beside: () => itemOf(world, asked, asked.within),
      judge: ({ kase }, found) => (found === undefined ? REFUSED : ruling(asked, kase, found)),
      decide: (read, found) =>
        found === undefined ? err(WRONG_STATE) : planned(world, asked, { read, found }),
    });
    return done.ok ? decided(world, asked, done.value) : done;
  };
