import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Decision } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { may } from '../policy/may';
import { button } from './button';
import { decisionFacts, decisionPassages, recordedLine } from './decision-shown';
import { type Drawing } from './drawing';
import { mayOpenMapping, openingMapping } from './mapping-buttons';
import { facts, headed, offered, privately } from './parts';
import { type Card, fill } from './template';

/** An item the group has taken a stand on. */
export type DecidedItem = AgendaItem & { readonly decision: Decision };
type Recorded = {
  readonly kase: Case;
  readonly item: DecidedItem;
  /** What it says in words, where the reader may read them; whoever opened them has stored the read event. */
  readonly words?: DecisionWords;
};

const nextOf = ({ t }: Drawing, { kase }: Recorded, { outcome, question }: Decision): string => {
  const { next } = t.decision;
  if (outcome.kind === 'taken-in') return kase.state === 'awaiting-consent' ? next.consent : next.mapping;
  return question === 'other' && outcome.kind === 'deferred' ? next['not-recommended'] : next[outcome.kind];
};

const actionsOf = (d: Drawing, { kase, item }: Recorded): readonly Card[] => {
  const { t, nonce, reader } = d;
  const caseId = kase.id;
  const asksConsent =
    kase.state === 'awaiting-consent' && may(reader, { about: 'case', ask: 'record-consent', kase });
  return offered([
    [asksConsent, button(t.decision.consent, { verb: 'open-consent', caseId, nonce }, { primary: true })],
    [
      kase.state === 'mapping' && item.decision.question === 'intake' && mayOpenMapping(d, kase),
      openingMapping(d, kase, true),
    ],
    [
      may(reader, { about: 'case', ask: 'create-action', kase }),
      button(t.decision.newAction, { verb: 'start-action', caseId, meetingId: item.meetingId, nonce }),
    ],
    [true, button(t.common.close, { verb: 'close-view', caseId, nonce })],
  ]);
};

/** What the group decided, to the one who recorded it (ux 10d). */
export const decisionRecorded = (d: Drawing, recorded: Recorded): Card => {
  const { t, today } = d;
  const { decision, code } = recorded.item;
  return fill('decision-recorded', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: t.decision.outcomes[decision.outcome.kind],
      lead: t.decision.madeOn(t.day(decision.on, today), nextOf(d, recorded, decision)),
    }),
    passages: decisionPassages(d, decision, recorded.words),
    ...facts(decisionFacts(d, decision)),
    small: recordedLine(d, decision),
    actions: actionsOf(d, recorded),
  });
};
