import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Decision, type Outcome } from '../domain/decision';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately } from './parts';
import { type Card, fill } from './template';

/** An item the group has taken a stand on. */
export type DecidedItem = AgendaItem & { readonly decision: Decision };
type Recorded = { readonly kase: Case; readonly item: DecidedItem };
type Fact = readonly [title: string, value: string];

const nextOf = ({ t }: Drawing, { kase }: Recorded, { outcome }: Decision): string => {
  if (outcome.kind !== 'taken-in') return t.decision.next[outcome.kind];
  return kase.state === 'awaiting-consent' ? t.decision.next.consent : t.decision.next.mapping;
};

const reasonOf = ({ t }: Drawing, outcome: Outcome): readonly Fact[] => {
  switch (outcome.kind) {
    case 'taken-in':
    case 'recommended':
    case 'not-recommended':
      return [];
    case 'declined':
      return [[t.decision.reason, t.decision.declineReasons[outcome.reason]]];
    case 'deferred':
      return [[t.decision.reason, t.decision.deferReasons[outcome.reason]]];
  }
};

const factsOf = (d: Drawing, { outcome, present, recordedBy }: Decision): readonly Fact[] => [
  ...reasonOf(d, outcome),
  [d.t.decision.present, d.t.meeting.seatsPresent(present.length, d.programme.seats.length)],
  [d.t.decision.recordedBy, d.nameOf(recordedBy)],
];

const actionsOf = ({ t, nonce, reader }: Drawing, { kase, item }: Recorded): readonly Card[] => {
  const caseId = kase.id;
  const asksConsent =
    kase.state === 'awaiting-consent' && may(reader, { about: 'case', ask: 'record-consent', kase });
  return offered([
    [asksConsent, button(t.decision.consent, { verb: 'open-consent', caseId, nonce }, { primary: true })],
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
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: t.decision.outcomes[decision.outcome.kind],
      lead: t.decision.madeOn(t.day(decision.on, today), nextOf(d, recorded, decision)),
    }),
    ...facts(factsOf(d, decision)),
    actions: actionsOf(d, recorded),
  });
};
