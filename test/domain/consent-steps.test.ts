import {
  askAgain,
  canBeAskedAgain,
  giveConsent,
  narrowConsent,
  renewConsent,
} from '../../src/domain/consent-steps';
import { CASE_STATES } from '../../src/domain/case';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, day, decisionId, instant, NOON } from '../builders/ids';

const LATER = instant('2027-01-04T11:00');
const summary = { origin: agencyId('sosiale-tjenester'), section: 'summary' } as const;
const renewed = { consent: aConsent({ version: 2, until: day('2027-07-04') }), understands: 'yes' } as const;

describe('renewConsent', () => {
  it.each(['mapping', 'active'] as const)(
    'leaves a case that is %s in its state, under the new one',
    state => {
      const kase = aCase({ state, consents: 1 });

      expect(renewConsent(kase, renewed, LATER)).toEqual({
        ok: true,
        value: { ...kase, consent: renewed.consent, consents: 2 },
      });
    },
  );

  it('leads one that ran out back to where it came from', () => {
    const back = renewConsent(aCase({ state: 'consent-expired', cameFrom: 'mapping' }), renewed, LATER);

    expect(back).toMatchObject({ ok: true, value: { state: 'mapping', since: LATER, consents: 2 } });
    expect(back.ok && back.value).not.toHaveProperty('cameFrom');
  });

  it.each(['no', 'unsure'] as const)(
    'asks again whether the person understands: %s saves nothing',
    understands => {
      for (const state of ['active', 'consent-expired'] as const)
        expect(renewConsent(aCase({ state }), { ...renewed, understands }, LATER)).toEqual({
          ok: false,
          error: { kind: 'not-understood' },
        });
    },
  );

  it.each(CASE_STATES.filter(state => !['mapping', 'active', 'consent-expired'].includes(state)))(
    'is nothing for a case that is %s',
    state => {
      expect(renewConsent(aCase({ state }), renewed, LATER).ok).toBe(false);
    },
  );
});

describe('narrowConsent', () => {
  const narrowed = { scope: 'adjusted', grants: [], until: day('2027-01-31') } as const;

  it.each(['mapping', 'active', 'consent-expired'] as const)(
    'changes no state of a case that is %s',
    state => {
      const kase = aCase({ state, consents: 3, since: NOON });

      const next = narrowConsent(kase, narrowed, LATER);

      expect(next).toMatchObject({
        ok: true,
        value: { state, since: NOON, consents: 4, consent: { ...narrowed, version: 4, recordedAt: LATER } },
      });
    },
  );

  it('keeps who asked, when and how, and where it lies', () => {
    const next = narrowConsent(aCase({ state: 'active' }), narrowed, LATER);

    const { askedBy, how, givenOn, recordedIn, statutes, legalBasis } = aConsent();
    expect(next).toMatchObject({
      value: { consent: { askedBy, how, givenOn, recordedIn, statutes, legalBasis } },
    });
  });

  it.each(CASE_STATES.filter(state => !['mapping', 'active', 'consent-expired'].includes(state)))(
    'is nothing for a case that is %s',
    state => {
      expect(narrowConsent(aCase({ state }), narrowed, LATER).ok).toBe(false);
    },
  );
});

describe('askAgain', () => {
  it('asks somebody who said no before the group decided as one who was submitted', () => {
    const next = askAgain(aCase({ state: 'consent-refused', holdings: [summary] }), LATER);

    expect(next).toMatchObject({ ok: true, value: { state: 'submitted', answered: false, since: LATER } });
    expect(next.ok && next.value).not.toHaveProperty('askAgainAfter');
  });

  it.each(['consent-refused', 'withdrawn'] as const)(
    'asks somebody taken in and then %s once more',
    state => {
      const next = askAgain(aCase({ state, holdings: [summary], decision: decisionId() }), LATER);

      expect(next).toMatchObject({ ok: true, value: { state: 'awaiting-consent', decision: decisionId() } });
      expect(next.ok && next.value).not.toHaveProperty('consent');
    },
  );

  it('leads on to mapping by a consent, as if for the first time', () => {
    const next = askAgain(aCase({ state: 'withdrawn', holdings: [summary] }), LATER);

    const given = next.ok ? giveConsent(next.value, renewed, LATER) : next;

    expect(given).toMatchObject({ ok: true, value: { state: 'mapping', consents: 2 } });
  });

  it('is refused when there is nothing left for the group to speak of', () => {
    const kase = aCase({
      state: 'consent-refused',
      holdings: [{ ...summary, origin: agencyId('kronstad-dps') }],
    });

    expect(canBeAskedAgain(kase)).toBe(false);
    expect(askAgain(kase, LATER)).toEqual({ ok: false, error: { kind: 'erased' } });
  });

  it.each(CASE_STATES.filter(state => !['consent-refused', 'withdrawn'].includes(state)))(
    'is nothing for a case that is %s',
    state => {
      expect(askAgain(aCase({ state, holdings: [summary] }), LATER)).toEqual({
        ok: false,
        error: { kind: 'wrong-state' },
      });
    },
  );
});
