import fc from 'fast-check';
import { type Referral, SERVICES } from '../../src/domain/referral';
import { CRITERIA, SERVICE_KINDS, summaryOf } from '../../src/domain/summary';
import { someReferral } from '../builders/arbitraries';
import { aReferral } from '../builders/referrals';

describe('summaryOf', () => {
  it('tells the criteria, the kinds of services and what is asked', () => {
    const referral = aReferral({ contact: ['mo', 'lar', 'police'] });

    const summary = summaryOf(referral);

    expect(summary).toEqual({
      criteria: {
        scene: 'yes',
        violence: 'yes',
        substance: 'yes',
        mental: 'unsure',
        history: 'yes',
        effect: 'yes',
      },
      kinds: ['addiction-care', 'low-threshold', 'justice'],
      asked: 'housing',
    });
  });

  it.each([
    ['exposed', 'yes'],
    ['exposes', 'yes'],
    ['both', 'yes'],
    ['neither', 'no'],
    ['unknown', 'unsure'],
  ] as const)('says of violence only whether it is there: %s is %s', (violence, met) => {
    const referral = aReferral();

    const { criteria } = summaryOf({ ...referral, answers: { ...referral.answers, violence } });

    expect(criteria.violence).toBe(met);
  });

  it.each(SERVICES)('tells the kind of %s, never which it is', service => {
    const { kinds } = summaryOf(aReferral({ contact: [service] }));

    expect(kinds).toHaveLength(1);
    expect(SERVICE_KINDS).toContain(kinds[0]);
  });

  it('tells each kind once, in an order of its own', () => {
    expect(summaryOf(aReferral({ contact: ['strax', 'prison', 'mo', 'police'] })).kinds).toEqual([
      'low-threshold',
      'justice',
    ]);
  });

  it('has the same few entries whatever was written', () => {
    fc.assert(
      fc.property(someReferral(), referral => {
        const { criteria, kinds, asked, ...rest } = summaryOf(referral);

        expect(rest).toEqual({});
        expect(Object.keys(criteria)).toEqual([...CRITERIA]);
        expect(Object.values(criteria).every(met => ['yes', 'no', 'unsure'].includes(met))).toBe(true);
        expect(SERVICE_KINDS).toEqual(expect.arrayContaining([...kinds]));
        expect(asked).toBe(referral.answers.asked);
      }),
    );
  });

  it('is the same whatever the exclusions, the plans, the dates and the texts are', () => {
    const telling = (referral: Referral): Referral => ({
      ...aReferral(),
      answers: referral.answers,
      contact: referral.contact,
    });

    fc.assert(
      fc.property(someReferral(), referral => {
        expect(summaryOf(referral)).toEqual(summaryOf(telling(referral)));
      }),
    );
  });

  it('says nothing of children, of being informed or of the consent to be contacted', () => {
    const referral = aReferral();
    const other = {
      ...referral.answers,
      children: 'yes',
      informed: 'unsafe',
      'contact-consent': 'no',
    } as const;

    expect(summaryOf({ ...referral, answers: other })).toEqual(summaryOf(referral));
  });
});
