import { type Case, DECLINE_REASONS, DEFER_REASONS } from '../domain/case';
import { type Outcome } from '../domain/decision';
import { isHeld, type Meeting } from '../domain/meeting';
import { type Partner } from '../domain/people';
import { may } from '../policy/may';
import { type Words } from '../i18n/words';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { area, type Choice, choicesOf, pick } from './fields';
import { facts, headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';
import { partnersInWords } from './wording';

/** What the server may find wrong with a short text that somebody typed. */
type TextProblem = keyof Words['decision']['problems'];

type Deciding = {
  readonly kase: Case;
  readonly meeting: Meeting;
  /** The partners without anyone present: intake waits for them, the other outcomes do not. */
  readonly missing: readonly Partner[];
  /** The mark of the case as it is shown; goes with every outcome. */
  readonly version: string;
  /** What was typed, when the form comes back. */
  readonly rationale?: string;
  readonly problem?: TextProblem;
};

const seatsPresent = ({ t, programme }: Drawing, present: number): string =>
  t.meeting.seatsPresent(present, programme.seats.length);

const presentFact = (d: Drawing, { meeting, missing }: Deciding): string => {
  const present = isHeld(meeting) ? meeting.attendance.present.length : 0;
  const seats = seatsPresent(d, present);
  return missing.length === 0 ? d.t.decision.allPartners(seats) : seats;
};

const notQuorate = (d: Drawing, { missing }: Deciding): Data =>
  note({
    style: 'warning',
    title: d.t.meeting.notQuorate,
    text: d.t.decision.missing(partnersInWords(d, missing)),
  });

const rationaleField = ({ t }: Drawing, { rationale, problem }: Deciding): Data =>
  area({
    id: 'rationale',
    label: t.decision.rationale,
    placeholder: t.decision.rationaleExample,
    must: t.decision.rationaleMissing,
    value: rationale,
    error: problem === undefined ? '' : t.decision.problems[problem],
  });

type Other = {
  readonly outcome: Exclude<Outcome['kind'], 'taken-in'>;
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly value?: string;
};

const other = (
  d: Drawing,
  { kase, meeting, version }: Deciding,
  { outcome, title, choices, value }: Other,
): Card => {
  const { t, nonce } = d;
  const id = outcome === 'declined' ? 'decline-reason' : 'defer-reason';
  const reason = pick(t, { id, label: t.decision.reason, choices, value, must: t.decision.reasonMissing });
  const carried = { caseId: kase.id, meetingId: meeting.id, version, nonce, outcome };
  return unfolding(
    title,
    unfolded(
      { choices: [reason] },
      button(t.decision.save, { verb: 'record-decision', ...carried }, { primary: true }),
    ),
  );
};

const declining = (d: Drawing, deciding: Deciding): Card =>
  other(d, deciding, {
    outcome: 'declined',
    title: d.t.decision.decline,
    choices: choicesOf(DECLINE_REASONS, d.t.decision.declineReasons),
  });
const deferring = (d: Drawing, deciding: Deciding): Card =>
  other(d, deciding, {
    outcome: 'deferred',
    title: d.t.decision.defer,
    choices: choicesOf(DEFER_REASONS, d.t.decision.deferReasons),
    ...(deciding.missing.length === 0 ? {} : { value: 'not-quorate' }),
  });

const takingIn = ({ t, nonce }: Drawing, { kase, meeting, version }: Deciding): Card => {
  const here = { caseId: kase.id, meetingId: meeting.id, version, nonce };
  return button(
    t.decision.takeIn,
    { verb: 'record-decision', ...here, outcome: 'taken-in' },
    { primary: true },
  );
};

const actionsOf = (d: Drawing, deciding: Deciding): readonly Card[] => {
  const { t, nonce, reader } = d;
  const { kase, meeting, missing } = deciding;
  const isQuorate = missing.length === 0;
  return offered([
    [isQuorate, takingIn(d, deciding)],
    [true, declining(d, deciding)],
    [true, deferring(d, deciding)],
    [
      !isQuorate && may(reader, { about: 'meeting', ask: 'start-meeting', meeting }),
      button(
        t.decision.correctAttendance,
        { verb: 'start-attendance', meetingId: meeting.id, nonce },
        { leavesInputs: true },
      ),
    ],
    [
      true,
      button(
        t.common.cancel,
        { verb: 'close-view', caseId: kase.id, nonce },
        { leavesInputs: true, rare: true },
      ),
    ],
  ]);
};

/** Shall the candidate be taken in? Without every partner only the other outcomes can be saved (ux 10a, 10b). */
export const decisionForm = (d: Drawing, deciding: Deciding): Card => {
  const { t } = d;
  return fill('decision-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(deciding.kase.code)),
      title: t.decision.question,
      lead: t.decision.final,
    }),
    notes: only(deciding.missing.length > 0, () => notQuorate(d, deciding)),
    ...facts([[t.decision.present, presentFact(d, deciding)]]),
    fields: [rationaleField(d, deciding)],
    keepItShort: t.common.keepItShort,
    notVedtak: t.decision.notVedtak,
    actions: actionsOf(d, deciding),
  });
};
