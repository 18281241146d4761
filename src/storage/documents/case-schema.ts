import { z } from 'zod';
import { ACTION_TITLES } from '../../domain/action-brief';
import { CASE_STATES } from '../../domain/case';
import { DECLINE_REASONS, DEFER_REASONS, END_REASONS, MISSING } from '../../domain/reasons';
import { OFF_REASONS } from '../../domain/by-hand';
import { SCOPES, WAYS_OF_ASKING } from '../../domain/consent';
import { DISQUALIFICATION_REASONS } from '../../domain/disqualification';
import { GROUPS } from '../../domain/groups';
import { REPORTINGS } from '../../domain/incident';
import { CHOICES } from '../../domain/referral';
import { TELLINGS, VERDICTS } from '../../domain/sharing';
import * as ids from '../../ids';
import { Archived, Holding } from './stored';

export const Consent = z.strictObject({
  version: z.number(),
  scope: z.enum(SCOPES),
  grants: z.array(z.strictObject({ group: z.enum(GROUPS), from: ids.AgencyId, to: ids.AgencyId })),
  leftOut: z.array(ids.AgencyId),
  withheld: z.array(z.enum(GROUPS)),
  askedBy: ids.PersonId,
  recordedIn: ids.AgencyId,
  statutes: z.array(ids.StatuteId),
  legalBasis: z.array(ids.StatuteId),
  how: z.enum(WAYS_OF_ASKING),
  givenOn: ids.LocalDate,
  until: ids.LocalDate,
  recordedAt: ids.Instant,
});

const ActionBrief = z.strictObject({
  id: ids.ActionId,
  title: z.enum(ACTION_TITLES),
  owner: ids.PersonId,
  standIn: ids.PersonId.exactOptional(),
  proposed: ids.PersonId.exactOptional(),
  due: ids.LocalDate,
  state: z.enum(['open', 'blocked', 'done', 'cancelled']),
  newDateAsked: z.boolean(),
});

const Disqualification = z.strictObject({
  person: ids.PersonId,
  by: ids.PersonId,
  at: ids.Instant,
  reason: z.enum(DISQUALIFICATION_REASONS).exactOptional(),
});

const Sharing = z.strictObject({
  id: ids.SharingId,
  from: ids.AgencyId,
  by: ids.PersonId,
  groups: z.array(z.enum(GROUPS)),
  to: z.array(ids.PersonId),
  statute: ids.StatuteId,
  telling: z.enum(TELLINGS),
  sharedAt: ids.Instant,
  until: ids.Instant,
  endedAt: ids.Instant.exactOptional(),
  review: z.strictObject({ by: ids.PersonId, at: ids.Instant, verdict: z.enum(VERDICTS) }).exactOptional(),
  missedAt: ids.Instant.exactOptional(),
});

const ByHand = z.discriminatedUnion('wants', [
  z.strictObject({ wants: z.literal('on'), meetingId: ids.MeetingId }),
  z.strictObject({ wants: z.literal('off'), meetingId: ids.MeetingId, reason: z.enum(OFF_REASONS) }),
]);
const NotesBrief = z.strictObject({
  agency: ids.AgencyId,
  at: ids.Instant,
  erasing: z.literal(true).exactOptional(),
});
const PlanBrief = z.strictObject({ version: z.number(), contact: ids.PersonId, writtenOn: ids.LocalDate });
const IncidentBrief = z.strictObject({
  id: ids.IncidentId,
  agency: ids.AgencyId,
  reporting: z.enum(REPORTINGS),
  action: ids.ActionId.exactOptional(),
});

/** Strict throughout: a property that is not known here must be a fault, or the next save would lose it. */
const Facts = z.strictObject({
  id: ids.CaseId,
  code: ids.CaseCode,
  origin: ids.AgencyId,
  author: ids.PersonId,
  submittedAt: ids.Instant,
  since: ids.Instant,
  informed: z.enum(CHOICES.informed),
  contactConsent: z.enum(CHOICES['contact-consent']),
  informedAt: ids.Instant,
  recognisable: z.boolean(),
  urgent: z.boolean(),
  named: z.boolean(),
  presented: z.boolean(),
  disqualified: z.array(Disqualification),
  holdings: z.array(Holding),
  linkedTo: ids.CaseId.exactOptional(),
  meetingId: ids.MeetingId.exactOptional(),
  actions: z.array(ActionBrief),
  takenUpOn: ids.LocalDate.exactOptional(),
  pausedUntil: ids.LocalDate.exactOptional(),
  byHand: ByHand.exactOptional(),
  notes: z.array(NotesBrief).exactOptional(),
  plan: PlanBrief.exactOptional(),
  incidents: z.array(IncidentBrief).exactOptional(),
  exportedAt: ids.Instant.exactOptional(),
  archived: Archived.exactOptional(),
  erasedOn: ids.LocalDate.exactOptional(),
  erasing: z.literal(true).exactOptional(),
  consents: z.number(),
  sharings: z.array(Sharing),
  past: z.array(z.strictObject({ state: z.enum(CASE_STATES), since: ids.Instant })),
});

const beforeDecision = { consent: Consent.exactOptional() };
const decided = { decision: ids.DecisionId };
const participating = { ...decided, consent: Consent };

/** Every state with what only it carries (domain/case.ts). */
export const CaseSchema = z.discriminatedUnion('state', [
  Facts.extend({ state: z.literal('submitted'), ...beforeDecision, answered: z.boolean() }),
  Facts.extend({
    state: z.literal('needs-info'),
    ...beforeDecision,
    missing: z.enum(MISSING),
    answerBy: ids.LocalDate,
  }),
  Facts.extend({ state: z.literal('ready-for-review'), ...beforeDecision }),
  Facts.extend({
    state: z.literal('deferred'),
    ...beforeDecision,
    ...decided,
    reason: z.enum(DEFER_REASONS),
  }),
  Facts.extend({ state: z.literal('declined'), ...decided, reason: z.enum(DECLINE_REASONS) }),
  Facts.extend({ state: z.literal('awaiting-consent'), ...decided }),
  Facts.extend({
    state: z.literal('consent-refused'),
    askAgainAfter: ids.LocalDate,
    decision: ids.DecisionId.exactOptional(),
  }),
  Facts.extend({ state: z.literal('mapping'), ...participating }),
  Facts.extend({ state: z.literal('active'), ...participating }),
  Facts.extend({
    state: z.literal('consent-expired'),
    ...participating,
    cameFrom: z.enum(['mapping', 'active']),
  }),
  Facts.extend({ state: z.literal('withdrawn'), ...decided, askAgainAfter: ids.LocalDate }),
  Facts.extend({ state: z.literal('concluded'), reason: z.enum(END_REASONS) }),
  Facts.extend({ state: z.literal('referral-withdrawn') }),
]);
