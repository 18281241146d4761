import { z } from 'zod';
import { decisionForm } from '../../cards/decision';
import { type DecidedItem, decisionRecorded } from '../../cards/decision-recorded';
import { refusalCard } from '../../cards/refusals';
import { staleCard } from '../../cards/stale';
import { type Card } from '../../cards/template';
import { type AgendaItem } from '../../domain/agenda';
import { WRONG_STATE } from '../../domain/refusal';
import { formIsInChatCard } from '../../cards/notice';
import { DECLINE_REASONS, DEFER_REASONS } from '../../domain/case';
import { holdsNumber } from '../../domain/check-referral';
import { type Outcome } from '../../domain/decision';
import { LONGEST_TEXT } from '../../domain/draft';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { OfItem } from '../submissions';

export const onStartDecision = ({ does }: Deps): Handler =>
  reads(OfItem, async ({ asked, d, place }, item) => {
    const inChannel = place === 'channel';
    const found = await does.startDecision({ ...asked, ...item, inChannel });
    return refusedOr(d, found, deciding =>
      inChannel ? formIsInChatCard(d, item) : decisionForm(d, deciding),
    );
  });

const Decided = OfItem.extend({
  outcome: z.enum(['taken-in', 'declined', 'deferred']),
  'decline-reason': z.enum(DECLINE_REASONS).optional().catch(undefined),
  'defer-reason': z.enum(DEFER_REASONS).optional().catch(undefined),
  rationale: Typed,
  /** Without one nothing was seen, and so nothing fresh. */
  version: z.string().max(64).default(''),
});

/** The outcome that was pressed, with its reason; undefined when the reason is missing. */
const outcomeOf = (fields: z.infer<typeof Decided>): Outcome | undefined => {
  const { outcome, 'decline-reason': declined, 'defer-reason': deferred } = fields;
  if (outcome === 'taken-in') return { kind: 'taken-in' };
  if (outcome === 'declined') return declined && { kind: 'declined', reason: declined };
  return deferred && { kind: 'deferred', reason: deferred };
};

const problemIn = (rationale: string) => {
  if (rationale.length > LONGEST_TEXT) return { problem: 'too-long' } as const;
  return holdsNumber(rationale) ? ({ problem: 'holds-number' } as const) : undefined;
};

/** The form again, with what was typed, when something is missing or may not stand there. */
const again = async ({ does }: Deps, { asked, d }: Turn, fields: z.infer<typeof Decided>): Promise<Card> => {
  const { caseId, meetingId, version, rationale = '' } = fields;
  const found = await does.startDecision({ ...asked, caseId, meetingId, inChannel: false });
  return refusedOr(d, found, deciding =>
    decisionForm(d, { ...deciding, version, rationale, ...problemIn(rationale) }),
  );
};

/** The case as it stands now, for whoever decided on what it no longer is. */
const stale = async ({ does }: Deps, { asked, d }: Turn, item: z.infer<typeof OfItem>): Promise<Card> => {
  const found = await does.startDecision({ ...asked, ...item, inChannel: false });
  return refusedOr(d, found, ({ kase }) =>
    staleCard(d, kase, { title: d.t.notice.form['record-decision'], verb: 'start-decision', ...item }),
  );
};

const isDecided = (item: AgendaItem): item is DecidedItem => item.decision !== undefined;

export const onRecordDecision = (deps: Deps): Handler =>
  changes(Decided, async (turn, fields) => {
    const { asked, d } = turn;
    const outcome = outcomeOf(fields);
    const rationale = fields.rationale?.trim() ?? '';
    if (outcome === undefined || problemIn(rationale) !== undefined) return again(deps, turn, fields);
    const { caseId, meetingId, version } = fields;
    const item = { caseId, meetingId };
    const decided = await deps.does.recordDecision({ ...asked, ...item, outcome, rationale, version });
    if (!decided.ok && decided.error.kind === 'changed-meanwhile') return stale(deps, turn, item);
    return refusedOr(d, decided, ({ kase, item: at }) =>
      isDecided(at) ? decisionRecorded(d, { kase, item: at }) : refusalCard(d, WRONG_STATE),
    );
  });
