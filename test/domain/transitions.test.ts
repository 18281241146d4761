import { briefOf } from '../../src/domain/action';
import {
  type Case,
  CASE_STATES,
  type CaseState,
  isBeforeConsent,
  isEnded,
  isParticipant,
} from '../../src/domain/case';
import {
  askAgain,
  giveConsent,
  narrowConsent,
  refuseConsent,
  renewConsent,
} from '../../src/domain/consent-steps';
import { decide, type Outcome } from '../../src/domain/decision';
import { startMeasures } from '../../src/domain/mapping';
import {
  addInformation,
  markReady,
  markUrgent,
  recordInformed,
  requestInformation,
  returnToAgenda,
  withdrawReferral,
} from '../../src/domain/referral-steps';
import { type Refusal, WRONG_STATE } from '../../src/domain/refusal';
import { type Result } from '../../src/result';
import { aCase, aConsent, aDisqualification, anAction } from '../builders/cases';
import { agencyId, caseId, day, decisionId, instant, meetingId, NOON, personId } from '../builders/ids';

const LATER = instant('2026-12-09T08:30');
const CONSENT = aConsent({ scope: 'meeting' });
const EARLIER = aConsent({ scope: 'except' });

const LATER_ON = { at: LATER, today: day('2026-12-09') };

type Step = (kase: Case) => Result<Case, Refusal>;
const decided =
  (outcome: Outcome): Step =>
  kase =>
    decide(kase, { id: decisionId('new'), on: day('2026-12-09'), question: 'intake', outcome }, LATER);

const STEPS = {
  'request information': kase =>
    requestInformation(kase, { missing: 'criteria', answerBy: day('2026-12-18') }, LATER),
  'add information': kase => addInformation(kase, kase, LATER_ON),
  'record informed': kase => recordInformed(kase, { informed: 'today', contactConsent: 'yes' }, LATER),
  'mark ready': kase => markReady(kase, LATER_ON),
  'mark urgent': markUrgent,
  'return to agenda': kase => returnToAgenda(kase, LATER_ON),
  'withdraw referral': kase => withdrawReferral(kase, LATER),
  'take in': decided({ kind: 'taken-in' }),
  decline: decided({ kind: 'declined', reason: 'capacity' }),
  defer: decided({ kind: 'deferred', reason: 'service' }),
  'give consent': kase => giveConsent(kase, { consent: CONSENT, understands: 'yes' }, LATER),
  'refuse consent': kase => refuseConsent(kase, day('2027-03-09'), LATER),
  'narrow consent': kase => narrowConsent(kase, { ...EARLIER, scope: 'adjusted' }, LATER),
  'renew consent': kase => renewConsent(kase, { consent: CONSENT, understands: 'yes' }, LATER),
  'ask again': kase => askAgain(kase, LATER),
  'start measures': kase => startMeasures(kase, LATER),
} as const satisfies Readonly<Record<string, Step>>;
type StepName = keyof typeof STEPS;
const NAMES = Object.keys(STEPS).filter((name): name is StepName => name in STEPS);

/** domain.md §3: every arrow the program can walk, by the step that walks it. What is not here is refused. */
const ARROWS: Readonly<Record<StepName, Readonly<Partial<Record<CaseState, CaseState>>>>> = {
  'request information': { submitted: 'needs-info', 'ready-for-review': 'needs-info' },
  'add information': {
    submitted: 'submitted',
    'needs-info': 'submitted',
    'ready-for-review': 'ready-for-review',
    deferred: 'deferred',
    'awaiting-consent': 'awaiting-consent',
  },
  'record informed': {
    submitted: 'submitted',
    'needs-info': 'needs-info',
    'ready-for-review': 'ready-for-review',
    deferred: 'deferred',
    'awaiting-consent': 'awaiting-consent',
  },
  'mark ready': { submitted: 'ready-for-review' },
  'mark urgent': {
    submitted: 'submitted',
    'needs-info': 'needs-info',
    'ready-for-review': 'ready-for-review',
    deferred: 'deferred',
  },
  'return to agenda': { deferred: 'ready-for-review' },
  'withdraw referral': {
    submitted: 'referral-withdrawn',
    'needs-info': 'referral-withdrawn',
    'ready-for-review': 'referral-withdrawn',
    deferred: 'referral-withdrawn',
    'awaiting-consent': 'referral-withdrawn',
  },
  'take in': { 'ready-for-review': 'awaiting-consent' },
  decline: { 'ready-for-review': 'declined' },
  defer: { 'ready-for-review': 'deferred' },
  'give consent': {
    submitted: 'submitted',
    'needs-info': 'needs-info',
    'ready-for-review': 'ready-for-review',
    deferred: 'deferred',
    'awaiting-consent': 'mapping',
    'consent-expired': 'active',
  },
  'refuse consent': {
    submitted: 'consent-refused',
    'needs-info': 'consent-refused',
    'ready-for-review': 'consent-refused',
    deferred: 'consent-refused',
    'awaiting-consent': 'consent-refused',
  },
  'narrow consent': { mapping: 'mapping', active: 'active', 'consent-expired': 'consent-expired' },
  'renew consent': { mapping: 'mapping', active: 'active', 'consent-expired': 'active' },
  'ask again': { 'consent-refused': 'submitted', withdrawn: 'awaiting-consent' },
  'start measures': { mapping: 'active' },
};

/** domain.md §3's own table: where a state may go at all, whoever walks it. */
const GOES_TO: Readonly<Record<CaseState, readonly CaseState[]>> = {
  submitted: ['needs-info', 'ready-for-review', 'consent-refused', 'referral-withdrawn'],
  'needs-info': ['submitted', 'consent-refused', 'referral-withdrawn'],
  'ready-for-review': [
    'needs-info',
    'deferred',
    'declined',
    'awaiting-consent',
    'mapping',
    'consent-refused',
    'referral-withdrawn',
  ],
  deferred: ['ready-for-review', 'declined', 'consent-refused', 'referral-withdrawn'],
  declined: [],
  'awaiting-consent': ['mapping', 'consent-refused', 'referral-withdrawn', 'concluded'],
  'consent-refused': ['awaiting-consent', 'submitted'],
  mapping: ['active', 'consent-expired', 'withdrawn', 'concluded'],
  active: ['consent-expired', 'withdrawn', 'concluded'],
  'consent-expired': ['mapping', 'active', 'withdrawn', 'concluded'],
  withdrawn: ['awaiting-consent'],
  concluded: [],
  'referral-withdrawn': [],
};

/** Facts that show whether a step loses any. */
const FACTS = {
  named: true,
  presented: true,
  urgent: true,
  linkedTo: caseId('before'),
  meetingId: meetingId(),
  disqualified: [aDisqualification(personId('inhabil'))],
  holdings: [
    { origin: agencyId('sosiale-tjenester'), section: 'C' },
    { origin: agencyId('sosiale-tjenester'), section: 'summary' },
  ],
  actions: [briefOf(anAction())],
  past: [{ state: 'submitted', since: NOON }],
} as const;
const caseIn = (state: CaseState): Case => aCase<CaseState>({ ...FACTS, state });

const PAIRS = NAMES.flatMap(name => CASE_STATES.map(state => [name, state] as const));
const ALLOWED = PAIRS.flatMap(([name, from]) => {
  const to = ARROWS[name][from];
  return to === undefined ? [] : [[name, from, to] as const];
});
const REFUSED = PAIRS.filter(([name, from]) => ARROWS[name][from] === undefined);
const valueOf = (result: Result<Case, Refusal>): Case => {
  if (!result.ok) throw new Error(`refused: ${result.error.kind}`);
  return result.value;
};

describe('the steps of a case', () => {
  it.each(ALLOWED)('%s leads from %s to %s', (name, from, to) => {
    expect(valueOf(STEPS[name](caseIn(from))).state).toBe(to);
  });

  it.each(REFUSED)('%s is refused in %s', (name, from) => {
    expect(STEPS[name](caseIn(from))).toEqual({ ok: false, error: WRONG_STATE });
  });

  it.each(ALLOWED.filter(([, from, to]) => from !== to))(
    '%s from %s to %s is an arrow of domain.md §3',
    (_, from, to) => {
      expect(GOES_TO[from]).toContain(to);
    },
  );

  it.each(ALLOWED)('%s from %s to %s remembers who and what the case is', (name, from, to) => {
    const before = caseIn(from);

    const after = valueOf(STEPS[name](before));

    const { id, code, origin, author, submittedAt, linkedTo, disqualified, holdings, actions } = after;
    expect({ id, code, origin, author, submittedAt, linkedTo, disqualified, holdings, actions }).toEqual({
      id: before.id,
      code: before.code,
      origin: before.origin,
      author: before.author,
      submittedAt: before.submittedAt,
      linkedTo: before.linkedTo,
      disqualified: before.disqualified,
      holdings: before.holdings,
      actions: before.actions,
    });
    expect([after.named, after.presented, after.recognisable, after.urgent, after.state]).toEqual([
      true,
      true,
      false,
      true,
      to,
    ]);
  });

  it.each(ALLOWED)('%s from %s to %s tells in the past what was left, and when', (name, from, to) => {
    const after = valueOf(STEPS[name](caseIn(from)));

    expect([after.since, after.past]).toEqual(
      from === to ? [NOON, FACTS.past] : [LATER, [...FACTS.past, { state: from, since: NOON }]],
    );
  });

  it.each(ALLOWED)('%s from %s to %s carries nothing of the state it left', (name, from, to) => {
    const after = valueOf(STEPS[name](caseIn(from)));

    const decided = to === 'consent-refused' ? { decision: 0 } : {};
    const known = Object.keys({ ...caseIn(to), consent: 0, answered: 0, ...decided });
    expect(Object.keys(after).filter(key => !known.includes(key))).toEqual([]);
    expect('missing' in after).toBe(to === 'needs-info');
    expect('askAgainAfter' in after).toBe(to === 'consent-refused');
  });

  it.each(ALLOWED.filter(([, , to]) => isEnded({ state: to })))(
    '%s from %s to %s takes the case off its agenda',
    (name, from) => {
      const after = valueOf(STEPS[name](caseIn(from)));

      expect(after).not.toHaveProperty('meetingId');
      expect(after).not.toHaveProperty('consent');
    },
  );
});

describe('a consent that comes before the decision', () => {
  const BEFORE = ['submitted', 'needs-info', 'ready-for-review', 'deferred'] as const;
  const early = (state: CaseState): Case =>
    valueOf(giveConsent(caseIn(state), { consent: EARLIER, understands: 'yes' }, NOON));

  it.each(BEFORE)('is kept in %s, and changes no more than that', state => {
    const kase = caseIn(state);

    expect(STEPS['give consent'](kase)).toEqual({
      ok: true,
      value: { ...kase, consent: CONSENT, consents: 1 },
    });
  });

  it('leads nowhere when it has run out by the day of the decision', () => {
    const kase = { ...caseIn('ready-for-review'), consent: aConsent({ until: day('2026-12-08') }) };

    const after = valueOf(STEPS['take in'](kase));

    expect(after).toMatchObject({ state: 'awaiting-consent' });
    expect(after).not.toHaveProperty('consent');
  });

  it('leads the decision straight to mapping', () => {
    const after = valueOf(STEPS['take in'](early('ready-for-review')));

    expect(after).toMatchObject({ state: 'mapping', consent: EARLIER, decision: decisionId('new') });
  });

  it.each(
    ALLOWED.filter(
      ([, from, to]) => BEFORE.some(one => one === from) && BEFORE.some(one => one === to),
    ).filter(([name]) => name !== 'give consent'),
  )('is not lost when %s goes from %s to %s', (name, from) => {
    expect(valueOf(STEPS[name](early(from)))).toMatchObject({ consent: EARLIER });
  });

  it.each(ALLOWED.filter(([, from, to]) => BEFORE.some(one => one === from) && isEnded({ state: to })))(
    'is gone when %s ends the case from %s in %s',
    (name, from) => {
      expect(valueOf(STEPS[name](early(from)))).not.toHaveProperty('consent');
    },
  );

  it('makes ready someone who could be recognised, who otherwise is not discussed', () => {
    const recognisable = aCase({ recognisable: true });

    expect(STEPS['mark ready'](recognisable)).toEqual({ ok: false, error: { kind: 'recognisable' } });
    expect(valueOf(STEPS['mark ready']({ ...recognisable, consent: EARLIER }))).toMatchObject({
      state: 'ready-for-review',
      consent: EARLIER,
    });
  });
});

describe('giveConsent', () => {
  it.each(['no', 'unsure'] as const)('saves nothing in any state when they understand: %s', understands => {
    const answers = CASE_STATES.map(state =>
      giveConsent(caseIn(state), { consent: CONSENT, understands }, LATER),
    );

    expect(answers).toEqual(CASE_STATES.map(() => ({ ok: false, error: { kind: 'not-understood' } })));
  });

  it('leads a case whose consent ran out back to where it came from, with the new one', () => {
    const kase = aCase({ state: 'consent-expired', cameFrom: 'mapping' });

    const after = valueOf(STEPS['give consent'](kase));

    expect(after).toMatchObject({ state: 'mapping', consent: CONSENT, decision: kase.decision });
    expect(after).not.toHaveProperty('cameFrom');
  });

  it('keeps the decision the mapping rests on', () => {
    const kase = aCase({ state: 'awaiting-consent' });

    expect(valueOf(STEPS['give consent'](kase))).toMatchObject({ decision: kase.decision });
  });
});

describe('the questions about a state', () => {
  it('has five ends', () => {
    expect(CASE_STATES.filter(state => isEnded({ state }))).toEqual([
      'declined',
      'consent-refused',
      'withdrawn',
      'concluded',
      'referral-withdrawn',
    ]);
  });

  it('has five states before consent, and two that rest on one', () => {
    expect(CASE_STATES.filter(state => isBeforeConsent(caseIn(state)))).toEqual([
      'submitted',
      'needs-info',
      'ready-for-review',
      'deferred',
      'awaiting-consent',
    ]);
    expect(CASE_STATES.filter(state => isParticipant(caseIn(state)))).toEqual(['mapping', 'active']);
  });
});
