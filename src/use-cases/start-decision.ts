import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { missingPartners } from '../domain/attendance';
import { isClosed } from '../domain/closed-item';
import { type DecisionQuestion, questionOn } from '../domain/decision';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Partner, PARTNERS } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { looked } from './lookup';
import { type ItemKey, itemOf } from './item-of';
import { refuse } from './perform';
import { sightOf } from './sight';
import { type World } from './world';

export type Deciding = {
  readonly kase: Case;
  readonly item: AgendaItem;
  readonly meeting: Meeting;
  /** What the group decides on a case in that state. */
  readonly question: DecisionQuestion;
  /** The partners without anyone present, or an answer in writing; intake waits for them. */
  readonly missing: readonly Partner[];
  /** The mark of the case as it is seen now; the decision must be on this. */
  readonly version: string;
};

const missingIn = (world: World, meeting: Meeting, { answered }: AgendaItem): readonly Partner[] =>
  isHeld(meeting) ? missingPartners(meeting.attendance, world.programme, answered) : PARTNERS;

/** What a decision form needs. Asked for in the channel, it is left in the presser's own chat. */
export const startDecision =
  (world: World) =>
  async (asked: Asked & ItemKey & { readonly inChannel: boolean }): Promise<Result<Deciding, Refusal>> => {
    const { caseId, meetingId } = asked;
    const what = { operation: 'start-decision', subject: caseId, caseId };
    const refused = async (why: Refusal): Promise<Result<Deciding, Refusal>> => {
      await refuse(world, asked, what);
      return err(why);
    };
    const [found, file] = await Promise.all([
      itemOf(world, asked, asked.within),
      world.cases.load(caseId, asked.within),
    ]);
    if (found === undefined || file === undefined) return refused(NOT_AVAILABLE);
    const { kase } = file;
    const { item } = found.file;
    const { meeting } = found;
    const ruling = judge(asked.by.person, { about: 'item', ask: 'record-decision', kase, item, meeting });
    const question = questionOn(kase);
    if (!ruling.allowed || question === undefined) return refused(NOT_AVAILABLE);
    if (isClosed(item, kase)) return refused(WRONG_STATE);
    const form = { kind: 'form', form: 'record-decision', meetingId } as const;
    const ring = { kind: 'notice', to: asked.by.person.id, caseId, code: kase.code, notice: form } as const;
    await looked(world, asked, { ...what, rule: ruling.rule, errands: asked.inChannel ? [ring] : [] });
    const missing = missingIn(world, meeting, item);
    return ok({ kase, item, meeting, question, missing, version: sightOf(world, { kase, item }) });
  };
