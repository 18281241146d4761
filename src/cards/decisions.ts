import { type Case } from '../domain/case';
import { type Decision } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { standingOnCase, worksOn } from '../policy/standing';
import { mayReadEnd } from '../policy/visible-process';
import { button } from './button';
import { decisionFacts, decisionPassages, recordedLine } from './decision-shown';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately } from './parts';
import { noLongerAvailableCard } from './refusals';
import { type Card, type Data, fill } from './template';

type Shown = { readonly decision: Decision; readonly words?: DecisionWords };
type Decisions = {
  readonly kase: Case;
  /** Newest first, with their words where the reader may read them. */
  readonly decisions: readonly Shown[];
  /** Where the ones before these begin. */
  readonly older?: number;
};

const block = (d: Drawing, { decision, words }: Shown): Data => ({
  title: d.t.decision.outcomes[decision.outcome.kind],
  on: `${d.t.day(decision.on, d.today)} · ${recordedLine(d, decision)}`,
  passages: decisionPassages(d, decision, words),
  ...facts(decisionFacts(d, decision)),
});

const leadOf = ({ t }: Drawing, { decisions }: Decisions): string => {
  if (decisions.length === 0) return t.decision.noneYet;
  return decisions.every(({ words }) => words === undefined) ? t.decision.withoutWords : '';
};

const actionsOf = ({ t, nonce }: Drawing, { kase, older }: Decisions): readonly Card[] => {
  const caseId = kase.id;
  const before = { verb: 'open-decisions', caseId, nonce, from: older ?? 0 };
  return offered([
    [older !== undefined, button(t.decision.older, before)],
    [true, button(t.common.openCase, { verb: 'open-case', caseId, nonce })],
  ]);
};

/** Everything the group has decided of one case, over its meetings. */
export const decisionsCard = (d: Drawing, subject: Decisions): Card => {
  const { t, reader } = d;
  const { kase, decisions } = subject;
  if (!mayReadEnd(reader, kase)) return noLongerAvailableCard(t, kase.code);
  return fill('decisions', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.decision.list,
      lead: leadOf(d, subject),
    }),
    decisions: decisions.map(shown => block(d, shown)),
    actions: actionsOf(d, subject),
  });
};

/** Before the group has met about a case there is nothing to open. */
export const decisionsButton = ({ t, nonce, reader }: Drawing, kase: Case): readonly Card[] =>
  offered([
    [
      kase.presented && worksOn(standingOnCase(reader, kase)),
      button(t.decision.list, { verb: 'open-decisions', caseId: kase.id, nonce }, { rare: true }),
    ],
  ]);
