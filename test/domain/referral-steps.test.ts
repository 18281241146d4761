import {
  addInformation,
  returnToAgenda,
  markUrgent,
  recordInformed,
  requestInformation,
  submit,
} from '../../src/domain/referral-steps';
import { aCase, aConsent } from '../builders/cases';
import { caseCode, caseId, day, instant, meetingId, NOON } from '../builders/ids';
import { aContent, aDraft, aReferral } from '../builders/referrals';

const LATER = instant('2026-12-05T09:00');
const TOLD = { informed: 'today', contactConsent: 'no' } as const;

describe('submit', () => {
  const sent = (over = {}) =>
    submit({ draft: aDraft(), referral: aReferral(), content: aContent(), code: caseCode(), ...over }, LATER);

  it('makes a case where the draft lay, with its author and its agency', () => {
    expect(sent()).toEqual({
      state: 'submitted',
      id: aDraft().id,
      code: caseCode(),
      origin: aDraft().origin,
      author: aDraft().author,
      submittedAt: LATER,
      since: LATER,
      informed: 'week',
      contactConsent: 'yes',
      informedAt: LATER,
      recognisable: false,
      urgent: false,
      named: false,
      presented: false,
      disqualified: [],
      holdings: ['C', 'D', 'E', 'F', 'summary', 'contact'].map(section => ({
        origin: aDraft().origin,
        section,
      })),
      actions: [],
      consents: 0,
      sharings: [],
      past: [],
      answered: false,
    });
  });

  it('says that there is a name, never which', () => {
    const kase = sent({ content: aContent({}, { name: 'Kanari' }) });

    expect(kase.named).toBe(true);
    expect(kase.holdings).toContainEqual({ origin: aDraft().origin, section: 'B' });
    expect(JSON.stringify(kase)).not.toContain('Kanari');
  });

  it('holds nothing that was written', () => {
    const texts = { words: 'Kanari 1', contactRole: 'Kanari 2', urgent: 'Kanari 3', reach: 'Kanari 4' };

    const kase = sent({ referral: aReferral(texts), content: aContent(texts) });

    expect(kase.urgent).toBe(true);
    expect(JSON.stringify(kase)).not.toContain('Kanari');
  });

  it('carries what stands in the open: recognisable, urgent, linked', () => {
    const referral = aReferral({ recognisable: true, urgent: 'Løslates' });

    expect(sent({ referral, linkedTo: caseId('before') })).toMatchObject({
      recognisable: true,
      urgent: true,
      linkedTo: caseId('before'),
    });
  });
});

describe('requestInformation', () => {
  it('says what is missing and by when', () => {
    const asked = requestInformation(aCase(), { missing: 'asked', answerBy: day('2026-12-18') }, LATER);

    expect(asked).toMatchObject({
      ok: true,
      value: { state: 'needs-info', missing: 'asked', answerBy: '2026-12-18' },
    });
  });
});

const KNOWN_TO_NONE = { recognisable: false };
const LATER_ON = { at: LATER, today: day(LATER.slice(0, 10)) };

describe('addInformation', () => {
  it('brings a case that lacked it back, marked as answered', () => {
    expect(addInformation(aCase({ state: 'needs-info' }), KNOWN_TO_NONE, LATER_ON)).toMatchObject({
      ok: true,
      value: { state: 'submitted', answered: true, since: LATER },
    });
  });

  it('moves no case that nobody had asked about', () => {
    const kase = aCase({ state: 'ready-for-review' });

    expect(addInformation(kase, KNOWN_TO_NONE, LATER_ON)).toEqual({ ok: true, value: kase });
  });

  it('takes someone who could be recognised off the agenda, back to the coordinator', () => {
    const kase = aCase({ state: 'ready-for-review', meetingId: meetingId(), presented: true });

    const after = addInformation(kase, { recognisable: true }, LATER_ON);

    expect(after).toMatchObject({ ok: true, value: { state: 'submitted', answered: true } });
    expect(after).not.toHaveProperty('value.meetingId');
  });

  it('lets someone who could be recognised stay there with a consent in force', () => {
    const kase = aCase({ state: 'ready-for-review', consent: aConsent() });

    const after = addInformation(kase, { recognisable: true }, LATER_ON);

    expect(after).toMatchObject({ ok: true, value: { state: 'ready-for-review', recognisable: true } });
  });
});

describe('recordInformed', () => {
  it('is the answer when this was all that was asked for', () => {
    expect(recordInformed(aCase({ state: 'needs-info', missing: 'informed' }), TOLD, LATER)).toMatchObject({
      ok: true,
      value: { ...TOLD, state: 'submitted', answered: true, informedAt: LATER, since: LATER },
    });
  });

  it.each(['criteria', 'asked', 'other'] as const)('is no answer to what else was asked for: %s', missing => {
    const kase = aCase({ state: 'needs-info', missing });

    expect(recordInformed(kase, TOLD, LATER)).toEqual({
      ok: true,
      value: { ...kase, ...TOLD, informedAt: LATER },
    });
  });
});

describe('markUrgent', () => {
  it('changes nothing but that', () => {
    const kase = aCase({ state: 'deferred', since: NOON });

    expect(markUrgent(kase)).toEqual({ ok: true, value: { ...kase, urgent: true } });
  });
});

describe('returnToAgenda', () => {
  it('waits for consent when the person could be recognised', () => {
    const kase = aCase({ state: 'deferred', recognisable: true });

    expect(returnToAgenda(kase, LATER_ON)).toEqual({ ok: false, error: { kind: 'recognisable' } });
  });
});
