import { z } from 'zod';
import { decisionForm } from '../../cards/decision';
import { type DecidedItem, decisionRecorded } from '../../cards/decision-recorded';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type AgendaItem } from '../../domain/agenda';
import { type Case } from '../../domain/case';
import { type Refusal, WRONG_STATE } from '../../domain/refusal';
import { formIsInChatCard } from '../../cards/notice';
import { QUESTIONS } from '../../domain/decision';
import { checkDecision, DECISION_FIELDS, type DecisionProblem } from '../../domain/decision-form';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfItem, texts } from '../submissions';

export const onStartDecision = ({ does }: Deps): Handler =>
  reads(OfItem, async ({ asked, d, place }, item) => {
    const inChannel = place === 'channel';
    const found = await does.startDecision({ ...asked, ...item, inChannel });
    return refusedOr(d, found, deciding =>
      inChannel ? formIsInChatCard(d, item) : decisionForm(d, deciding),
    );
  });

const Decided = OfItem.extend({
  ...texts(DECISION_FIELDS),
  about: z.enum(QUESTIONS).default('intake'),
  /** Without one nothing was seen, and so nothing fresh. */
  version: z.string().max(64).default(''),
});
type Submitted = z.infer<typeof Decided>;

const valuesIn = ({ caseId: _, meetingId: __, about: ___, version: ____, ...values }: Submitted) =>
  given(values);

type Again = { readonly fields: Submitted; readonly problems: readonly DecisionProblem[] };

/** The form again, with what was typed, when something is missing or may not stand there. */
const again = async ({ does }: Deps, { asked, d }: Turn, { fields, problems }: Again): Promise<Card> => {
  const { caseId, meetingId, version } = fields;
  const found = await does.startDecision({ ...asked, caseId, meetingId, inChannel: false });
  return refusedOr(d, found, deciding =>
    decisionForm(d, { ...deciding, version, values: valuesIn(fields), problems }),
  );
};

/** The form over the case as it is now, with what was typed, for whoever decided on what it no longer is. */
const stale = async ({ does }: Deps, { asked, d }: Turn, fields: Submitted): Promise<Card> => {
  const { caseId, meetingId } = fields;
  const found = await does.startDecision({ ...asked, caseId, meetingId, inChannel: false });
  return refusedOr(d, found, deciding =>
    decisionForm(d, { ...deciding, values: valuesIn(fields), isStale: true }),
  );
};

type Unsaved = { readonly fields: Submitted; readonly refusal: Refusal };
/** Where something changed since the form was drawn, who is there among it, it is drawn anew and nothing typed is lost. */
const unsaved = async (deps: Deps, turn: Turn, { fields, refusal }: Unsaved): Promise<Card> =>
  refusal.kind === 'changed-meanwhile' || refusal.kind === 'not-quorate'
    ? stale(deps, turn, fields)
    : refusalCard(turn.d, refusal);

const isDecided = (item: AgendaItem): item is DecidedItem => item.decision !== undefined;

/** As it was recorded: what it says in words is read like any other decision's. */
const recorded = async (
  { does }: Deps,
  { asked, d }: Turn,
  { kase, item }: { readonly kase: Case; readonly item: DecidedItem },
): Promise<Card> => {
  const opened = await does.openDecisions({ ...asked, caseId: kase.id });
  const shown = opened.ok ? opened.value.decisions : [];
  const words = shown.find(({ decision }) => decision.id === item.decision.id)?.words;
  return decisionRecorded(d, { kase, item, ...(words === undefined ? {} : { words }) });
};

export const onRecordDecision = (deps: Deps): Handler =>
  changes(Decided, async (turn, fields) => {
    const { asked, d } = turn;
    const { caseId, meetingId, version, about } = fields;
    const form = checkDecision(valuesIn(fields), about);
    if (!form.ok) return again(deps, turn, { fields, problems: form.error });
    const item = { caseId, meetingId };
    const decided = await deps.does.recordDecision({ ...asked, ...item, ...form.value, version });
    if (!decided.ok) return unsaved(deps, turn, { fields, refusal: decided.error });
    const { kase, item: at } = decided.value;
    return isDecided(at) ? recorded(deps, turn, { kase, item: at }) : refusalCard(d, WRONG_STATE);
  });
