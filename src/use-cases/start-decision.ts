import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { missingPartners } from '../domain/attendance';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Partner, PARTNERS } from '../domain/people';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
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
  /** The partners without anyone present; intake waits for them. */
  readonly missing: readonly Partner[];
  /** The mark of the case as it is seen now; the decision must be on this. */
  readonly version: string;
};

const missingIn = (meeting: Meeting, world: World): readonly Partner[] =>
  isHeld(meeting) ? missingPartners(meeting.attendance, world.programme) : PARTNERS;

/** What a decision form needs. Asked for in the channel, it is left in the presser's own chat. */
export const startDecision =
  (world: World) =>
  async (asked: Asked & ItemKey & { readonly inChannel: boolean }): Promise<Result<Deciding, Refusal>> => {
    const { caseId, meetingId } = asked;
    const what = { operation: 'start-decision', subject: caseId, caseId };
    const [found, file] = await Promise.all([
      itemOf(world, asked, asked.within),
      world.cases.load(caseId, asked.within),
    ]);
    if (found === undefined || file === undefined) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const { kase } = file;
    const { item } = found.file;
    const { meeting } = found;
    const ruling = judge(asked.by.person, { about: 'item', ask: 'record-decision', kase, item, meeting });
    if (!ruling.allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const form = { kind: 'form', form: 'record-decision', meetingId } as const;
    const ring = { kind: 'notice', to: asked.by.person.id, caseId, code: kase.code, notice: form } as const;
    await looked(world, asked, { ...what, rule: ruling.rule, errands: asked.inChannel ? [ring] : [] });
    return ok({ kase, item, meeting, missing: missingIn(meeting, world), version: sightOf(world, file) });
  };
