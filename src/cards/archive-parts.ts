import { type Case } from '../domain/case';
import { type Consent, type ConsentTerms } from '../domain/consent';
import { type Decision, type Outcome } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { type AgencyId, dayOfMeeting, type MeetingId, type SeatId } from '../domain/ids';
import { type Sharing } from '../domain/sharing';
import { type Drawing } from './drawing';
import { agencyName } from './wording';

/** As it stands in the file. */
export type Json = Readonly<Record<string, unknown>>;
type Decided = { readonly decision: Decision; readonly meetingId: MeetingId; readonly words?: DecisionWords };
type Given = { readonly consent: Consent; readonly terms?: ConsentTerms };
/** What is archived of a case, opened. */
export type CaseArchive = {
  readonly kase: Case;
  readonly decisions: readonly Decided[];
  readonly consents: readonly Given[];
};

export const agencyOf = ({ programme }: Drawing, id: AgencyId): Json => ({
  id,
  name: agencyName(programme, id),
});
const seatOf = ({ programme: { seats } }: Drawing, id: SeatId): Json => ({
  id,
  name: seats.find(seat => seat.id === id)?.name ?? id,
});
const citations = ({ programme: { statutes } }: Drawing, ids: readonly string[]): readonly string[] =>
  ids.map(id => statutes.find(statute => statute.id === id)?.citation ?? id);

const outcomeIn = ({ t }: Drawing, outcome: Outcome): Json => {
  const said = { outcome: outcome.kind, outcomeText: t.decision.outcomes[outcome.kind] };
  if (outcome.kind === 'declined')
    return { ...said, reason: outcome.reason, reasonText: t.decision.declineReasons[outcome.reason] };
  return outcome.kind === 'deferred'
    ? { ...said, reason: outcome.reason, reasonText: t.decision.deferReasons[outcome.reason] }
    : said;
};

const questionIn = ({ t }: Drawing, { question }: Decision, words: DecisionWords | undefined): Json => ({
  question,
  questionText: question === 'intake' ? t.decision.question : (words?.question ?? ''),
});

const dissentIn = (d: Drawing, { dissent }: Decision, words: DecisionWords | undefined): Json =>
  dissent === undefined ? {} : { dissent: { seat: seatOf(d, dissent), text: words?.dissent ?? '' } };

export const decisionIn = (d: Drawing, { decision, meetingId, words }: Decided): Json => {
  const { id, outcome, on, recordedAt, recordedBy, present } = decision;
  return {
    ...{ id, decidedOn: on, meetingOn: dayOfMeeting(meetingId) },
    ...{ recordedAt, recordedBy: d.nameOf(recordedBy) },
    ...questionIn(d, decision, words),
    ...outcomeIn(d, outcome),
    rationale: words?.rationale ?? '',
    present: present.map(seat => seatOf(d, seat)),
    ...dissentIn(d, decision, words),
  };
};

const scopeIn = (d: Drawing, { scope, grants, leftOut, withheld }: Consent): Json => ({
  scope,
  scopeText: d.t.consent.scopes[scope],
  grants: grants.map(({ group, from, to }) => ({
    ...{ group, groupText: d.t.common.groups[group] },
    ...{ from: agencyOf(d, from), to: agencyOf(d, to) },
  })),
  leftOut: leftOut.map(id => agencyOf(d, id)),
  withheld: withheld.map(group => ({ group, groupText: d.t.common.groups[group] })),
});

export const consentIn = (d: Drawing, { consent, terms }: Given): Json => {
  const { version, askedBy, recordedIn, how, givenOn, until, recordedAt, statutes, legalBasis } = consent;
  return {
    ...{ version, givenOn, until, recordedAt, recordedIn: agencyOf(d, recordedIn) },
    ...{ askedBy: d.nameOf(askedBy), how, howText: d.t.consent.ways[how] },
    ...scopeIn(d, consent),
    ...{ statutes: citations(d, statutes), legalBasis: citations(d, legalBasis) },
    ...(terms === undefined ? {} : { terms }),
  };
};

const reviewIn = ({ t, nameOf }: Drawing, { review, missedAt }: Sharing): Json => ({
  ...(review === undefined
    ? {}
    : {
        reviewedAt: review.at,
        reviewedBy: nameOf(review.by),
        verdict: review.verdict,
        verdictText: t.sharing.review.verdicts[review.verdict],
      }),
  ...(missedAt === undefined ? {} : { reviewMissedAt: missedAt }),
});

/** That it happened, on what grounds and how it was judged; never what was shared, nor the words of why. */
export const sharingIn = (d: Drawing, sharing: Sharing): Json => {
  const { id, from, by, groups, to, statute, telling, sharedAt, until, endedAt } = sharing;
  return {
    ...{ id, from: agencyOf(d, from), sharedBy: d.nameOf(by) },
    groups: groups.map(group => ({ group, groupText: d.t.common.groups[group] })),
    to: to.map(person => d.nameOf(person)),
    statutes: citations(d, [statute]),
    ...{ personTold: telling, personToldText: d.t.sharing.tellings[telling], sharedAt, until },
    ...(endedAt === undefined ? {} : { endedAt }),
    ...reviewIn(d, sharing),
  };
};

export const statesIn = ({ t }: Drawing, { past, state, since }: Case): readonly Json[] =>
  [...past, { state, since }].map(one => ({
    state: one.state,
    stateText: t.common.states[one.state],
    since: one.since,
  }));
