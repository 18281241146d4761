import { type AgendaItem } from '../domain/agenda';
import { type Case, isEnded } from '../domain/case';
import { decide, type Decision, mayDecide, type Outcome, questionOn } from '../domain/decision';
import { isClosed } from '../domain/closed-item';
import { type DecisionWords } from '../domain/decision-words';
import { type AgencyId, newDecisionId, type SeatId } from '../domain/ids';
import { missingPartners } from '../domain/attendance';
import { isHeld, type Meeting } from '../domain/meeting';
import { takenUp } from '../domain/taken-up';
import { type Errand } from '../domain/outbox';
import { type Notice } from '../domain/notice';
import { COORDINATION } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { judge, type Ruling } from '../policy/may';
import { REFUSED } from './perform';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { type FoundItem, type ItemKey, itemOf } from './item-of';
import { type CaseFile } from './ports/cases';
import { noticesToCoordinators } from './recipients';
import { freshFor } from './sight';
import { type World } from './world';

type Deciding = Asked &
  ItemKey & {
    readonly outcome: Outcome;
    readonly rationale: string;
    /** In words, where it is not whether to take the candidate in. */
    readonly question?: string;
    readonly dissent?: { readonly seat: SeatId; readonly text: string };
    /** The mark of it as whoever decides has seen it; see `sightOf`. */
    readonly version?: string;
  };

type Reading = { readonly read: CaseFile; readonly found: FoundItem };

const presentAt = (meeting: Meeting): readonly SeatId[] =>
  isHeld(meeting) ? meeting.attendance.present : [];

const decisionBy = (world: World, asked: Deciding, { read, found }: Reading): Decision => ({
  id: newDecisionId(world.derive, asked.commandId),
  question: questionOn(read.kase) ?? 'other',
  outcome: asked.outcome,
  on: todayOf(world, asked),
  recordedBy: asked.by.person.id,
  recordedAt: asked.at,
  present: presentAt(found.meeting),
  ...(asked.dissent === undefined ? {} : { dissent: asked.dissent.seat }),
});

const wordsOf = ({ question, rationale, dissent }: Deciding): DecisionWords => ({
  ...(question === undefined ? {} : { question }),
  rationale,
  ...(dissent === undefined ? {} : { dissent: dissent.text }),
});

/** What a group decides in words is the group's: it lies as the summary does, under the coordination's own key. */
const rationaleOf = (asked: Deciding) => {
  const words = wordsOf(asked);
  const isSilent = Object.values(words).every(text => text === '');
  return isSilent ? {} : { rationale: { origin: COORDINATION as AgencyId, words } };
};

/** A chat names no state that tells of a consent, and a decision that changes none has none to name (domain.md §13). */
const aboutNew = (kase: Case, { question }: Decision): Notice =>
  kase.state === 'mapping' || question === 'other'
    ? { kind: 'new-information' }
    : { kind: 'state', state: kase.state };

/** After an end whoever worked on the case is told by what follows it (stop-work.ts). */
const told = (
  asked: Asked,
  { kase, about }: { readonly kase: Case; readonly about: Notice },
): readonly Errand[] =>
  isEnded(kase) ? [] : noticesToCoordinators(asked, { kase, about, also: [kase.author] });

const ruling = ({ by }: Asked, kase: Case, { file, meeting }: FoundItem): Ruling =>
  judge(by.person, { about: 'item', ask: 'record-decision', kase, item: file.item, meeting });

/** Somebody who was there, or had answered in writing, may have seen it otherwise; nobody else can. */
const mayDissent = ({ dissent }: Deciding, { meeting, file }: FoundItem): boolean =>
  dissent === undefined || [...presentAt(meeting), ...file.item.answered].includes(dissent.seat);

/** Whether to take somebody in needs no words; what else is decided is not known without them. */
const isPut = ({ question = '' }: Deciding, decision: Decision): boolean =>
  (question !== '') === (decision.question === 'other');

const allowedIn = (world: World, asked: Deciding, { meeting, file }: FoundItem): Result<unknown, Refusal> => {
  const missing = missingPartners({ present: presentAt(meeting) }, world.programme, file.item.answered);
  return mayDecide(asked.outcome, missing);
};

/** What was put off to another meeting is still to be spoken of. */
const spokenOf = (kase: Case, { outcome }: Decision, { on }: Meeting): Case =>
  outcome.kind === 'deferred' ? kase : takenUp(kase, on);

const planned = (world: World, asked: Deciding, reading: Reading): Result<CasePlan, Refusal> => {
  const { read, found } = reading;
  if (isClosed(found.file.item, read.kase)) return err(WRONG_STATE);
  const allowed = allowedIn(world, asked, found);
  if (!allowed.ok) return allowed;
  const decision = decisionBy(world, asked, reading);
  const next = decide(read.kase, decision, asked.at);
  if (!next.ok) return next;
  const fresh = freshFor(world, { kase: read.kase, item: found.file.item }, asked.version);
  if (!fresh.ok) return fresh;
  if (!mayDissent(asked, found) || !isPut(asked, decision)) return err(WRONG_STATE);
  const item: AgendaItem = { ...found.file.item, decision };
  const change = { item, version: found.file.version, ...rationaleOf(asked) };
  const about = aboutNew(next.value, decision);
  return ok({
    kase: spokenOf(next.value, decision, found.meeting),
    item: change,
    errands: told(asked, { kase: next.value, about }),
  });
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
