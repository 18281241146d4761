import { z } from 'zod';
import { consentAnswer, consentGiven, consentNotUnderstood, consentRefused } from '../../cards/consent';
import { consentForm } from '../../cards/consent-form';
import { refusalCard } from '../../cards/refusals';
import { type Drawing } from '../../cards/drawing';
import { type Card } from '../../cards/template';
import { type Case } from '../../domain/case';
import { type Consent, PRESETS, UNDERSTANDINGS, WAYS_OF_ASKING } from '../../domain/consent';
import { isActive, hasRole, type Person } from '../../domain/people';
import { AgencyId, LocalDate, PersonId } from '../../ids';
import { type ConsentGiven, type RecordedConsent } from '../../use-cases/record-consent';
import { type CaseAndPeople } from '../../use-cases/look-at-process';
import { type Deps } from '../deps';
import { changes, type Handler, reads, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase } from '../submissions';

const hasConsent = (kase: Case): kase is Case & { readonly consent: Consent } => 'consent' in kase;

const answered = (d: Drawing, kase: Case): Card => {
  if (kase.state === 'consent-refused') return consentRefused(d, { kase });
  return hasConsent(kase) ? consentGiven(d, { kase }) : consentAnswer(d, { kase });
};

/** Who may have asked: people of the agency the case came from, and the coordinators. */
const askers = ({ people, kase }: CaseAndPeople): readonly Person[] =>
  people.filter(
    person => isActive(person) && (person.agency === kase.origin || hasRole(person, 'coordinator')),
  );

export const onOpenConsent = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.openConsent({ ...asked, caseId }), ({ kase }) => answered(d, kase)),
  );

export const onStartConsent = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.startConsent({ ...asked, caseId }), found =>
      consentForm(d, { kase: found.kase, people: askers(found) }),
    ),
  );

const Given = OfCase.extend({
  preset: z.enum(PRESETS),
  'left-out': Typed,
  understands: z.enum(UNDERSTANDINGS),
  'asked-by': PersonId,
  how: z.enum(WAYS_OF_ASKING),
  when: LocalDate,
  until: LocalDate,
});

const leftOutOf = (text = '') =>
  text
    .split(',')
    .map(id => AgencyId.safeParse(id))
    .flatMap(id => (id.success ? [id.data] : []));

const PROBLEM_FIELD = {
  'asked-in-future': 'when',
  'ends-before-today': 'until',
  'too-long': 'until',
} as const;

const problemsOf = (recorded: RecordedConsent) =>
  'problem' in recorded ? [{ field: PROBLEM_FIELD[recorded.problem], problem: recorded.problem }] : [];

const givenBy = (values: Omit<z.infer<typeof Given>, 'caseId'>): ConsentGiven => ({
  preset: values.preset,
  leftOut: leftOutOf(values['left-out']),
  understands: values.understands,
  askedBy: values['asked-by'],
  how: values.how,
  givenOn: values.when,
  until: values.until,
});

export const onRecordConsent = ({ does }: Deps): Handler =>
  changes(Given, async ({ asked, d }, { caseId, ...values }) => {
    const recorded = await does.recordConsent({ ...asked, caseId, ...givenBy(values) });
    if (recorded.ok && 'kase' in recorded.value) return answered(d, recorded.value.kase);
    const found = await does.startConsent({ ...asked, caseId });
    if (!found.ok) return refusalCard(d, found.error);
    const { kase } = found.value;
    if (recorded.ok)
      return consentForm(d, {
        kase,
        people: askers(found.value),
        values: given(values),
        problems: problemsOf(recorded.value),
      });
    return recorded.error.kind === 'not-understood'
      ? consentNotUnderstood(d, { kase })
      : refusalCard(d, recorded.error);
  });

export const onRefuseConsent = ({ does }: Deps): Handler =>
  changes(
    OfCase.extend({ 'ask-again': LocalDate }),
    async ({ asked, d }, { caseId, 'ask-again': askAgainAfter }) =>
      refusedOr(d, await does.refuseConsent({ ...asked, caseId, askAgainAfter }), kase => answered(d, kase)),
  );
