import { DECLINE_REASONS, DEFER_REASONS } from '../domain/reasons';
import { type Outcome } from '../domain/decision';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type Deciding, decidingFacts, presentIn } from './deciding';
import { dissentFold, outcomeFields, questionField, rationaleField } from './decision-fields';
import { type Drawing } from './drawing';
import { type Choice, choicesOf, pick } from './fields';
import { facts, headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';
import { partnersInWords } from './wording';

const notQuorate = (d: Drawing, { missing }: Deciding): Data =>
  note({
    style: 'warning',
    title: d.t.meeting.notQuorate,
    text: d.t.decision.missing(partnersInWords(d, missing)),
  });

const changedNote = ({ t }: Drawing): Data =>
  note({
    style: 'accent',
    title: t.refusal.kinds['changed-meanwhile'].title,
    text: t.refusal.typedIsKept,
  });

type Other = {
  readonly outcome: Exclude<Outcome['kind'], 'taken-in'>;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly value?: string;
};

const carriedBy = ({ nonce }: Drawing, { kase, meeting, version, question }: Deciding) => ({
  ...{ verb: 'record-decision', caseId: kase.id, meetingId: meeting.id },
  ...{ version, nonce, about: question },
});

const other = (d: Drawing, deciding: Deciding, { outcome, title, choices, value }: Other): Card => {
  const { t } = d;
  const id = outcome === 'declined' ? 'decline-reason' : 'defer-reason';
  const reason = pick(t, { id, label: t.decision.reason, choices, value, must: t.decision.reasonMissing });
  const save = button(t.decision.save, { ...carriedBy(d, deciding), outcome }, { primary: true });
  return unfolding(title, unfolded({ choices: [reason] }, save));
};

const chosen = (value: string | undefined): Pick<Other, 'value'> => (value === undefined ? {} : { value });

const declining = (d: Drawing, deciding: Deciding): Card =>
  other(d, deciding, {
    outcome: 'declined',
    title: d.t.decision.decline,
    choices: choicesOf(DECLINE_REASONS, d.t.decision.declineReasons),
    ...chosen(deciding.values?.['decline-reason']),
  });
const deferring = (d: Drawing, deciding: Deciding): Card =>
  other(d, deciding, {
    outcome: 'deferred',
    title: d.t.decision.defer,
    choices: choicesOf(DEFER_REASONS, d.t.decision.deferReasons),
    ...chosen(
      deciding.values?.['defer-reason'] ?? (deciding.missing.length === 0 ? undefined : 'not-quorate'),
    ),
  });

const correcting = ({ t, nonce }: Drawing, { meeting }: Deciding): Card =>
  button(
    t.decision.correctAttendance,
    { verb: 'start-attendance', meetingId: meeting.id, nonce },
    { leavesInputs: true },
  );

const cancelling = ({ t, nonce }: Drawing, { kase, question }: Deciding): Card =>
  button(
    t.common.cancel,
    { verb: 'close-view', caseId: kase.id, nonce },
    { leavesInputs: true, rare: question === 'intake' },
  );

const intakeActions = (d: Drawing, deciding: Deciding): readonly Card[] => {
  const { t, reader } = d;
  const { meeting, missing } = deciding;
  const isQuorate = missing.length === 0;
  const takeIn = { ...carriedBy(d, deciding), outcome: 'taken-in' };
  return offered([
    [isQuorate, button(t.decision.takeIn, takeIn, { primary: true })],
    [true, declining(d, deciding)],
    [true, deferring(d, deciding)],
    [!isQuorate && may(reader, { about: 'meeting', ask: 'start-meeting', meeting }), correcting(d, deciding)],
    [true, cancelling(d, deciding)],
  ]);
};

const otherActions = (d: Drawing, deciding: Deciding): readonly Card[] => [
  button(d.t.decision.save, carriedBy(d, deciding), { primary: true }),
  cancelling(d, deciding),
];

/**
 * Shall the candidate be taken in? Without every partner only the other outcomes can be saved (ux 10a, 10b). What else
 * a group decides is put in words (10c).
 */
export const decisionForm = (d: Drawing, deciding: Deciding): Card => {
  const { t } = d;
  const isIntake = deciding.question === 'intake';
  const seats = [...presentIn(deciding), ...deciding.item.answered];
  return fill('decision-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(deciding.kase.code)),
      title: isIntake ? t.decision.question : t.decision.otherQuestion,
      lead: isIntake ? t.decision.final : t.decision.anyPresence,
    }),
    notes: [
      ...only(deciding.isStale === true, () => changedNote(d)),
      ...only(isIntake && deciding.missing.length > 0, () => notQuorate(d, deciding)),
    ],
    ...facts(decidingFacts(d, deciding)),
    asked: only(!isIntake, () => questionField(d, deciding)),
    outcomes: isIntake ? [] : outcomeFields(d, deciding),
    fields: [rationaleField(d, deciding)],
    dissent: dissentFold(d, deciding, seats),
    keepItShort: t.common.keepItShort,
    notVedtak: t.decision.notVedtak,
    actions: isIntake ? intakeActions(d, deciding) : otherActions(d, deciding),
  });
};
