import fc from 'fast-check';
import { type FormValues, REFERRAL_FIELDS } from '../../src/domain/draft';
import { CHOICES, OPENINGS, PLANS, type Referral, SERVICES } from '../../src/domain/referral';
import { type Instant, instantOf, type LocalDate } from '../../src/domain/time';
import { day } from './ids';

const between = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true });

/** Days on both sides of the years the programme is likely to see, leap days included. */
export const someDay = (from = '2019-01-01', to = '2045-12-31'): fc.Arbitrary<LocalDate> =>
  between(from, to).map(date => day(date.toISOString().slice(0, 10)));
export const someMoment = (): fc.Arbitrary<Instant> => between('2019-01-01', '2045-12-31').map(instantOf);

/** As many as an Easter and a Christmas together, anywhere in the span. */
export const someHolidays = (from = '2025-12-01', to = '2027-06-30'): fc.Arbitrary<readonly LocalDate[]> =>
  fc.uniqueArray(someDay(from, to), { maxLength: 40 });

const text = (): fc.Arbitrary<string> =>
  fc.string({ maxLength: 60, unit: fc.constantFrom(...Array.from('abc æøå ,.-')) }).map(some => some.trim());
const oneOf = <T extends string>(choices: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...choices);
const someOf = <T extends string>(choices: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.subarray([...choices]);

const someAnswers = (): fc.Arbitrary<Referral['answers']> =>
  fc.record({
    scene: oneOf(CHOICES.scene),
    violence: oneOf(CHOICES.violence),
    substance: oneOf(CHOICES.substance),
    mental: oneOf(CHOICES.mental),
    history: oneOf(CHOICES.history),
    effect: oneOf(CHOICES.effect),
    asked: oneOf(CHOICES.asked),
    informed: oneOf(CHOICES.informed),
    'contact-consent': oneOf(CHOICES['contact-consent']),
    children: oneOf(CHOICES.children),
  });

const someOpening = (): fc.Arbitrary<NonNullable<Referral['opening']>> =>
  fc.record(
    { kind: oneOf(OPENINGS), on: someDay('2026-12-04', '2030-01-01') },
    { requiredKeys: ['kind'], noNullPrototype: true },
  );

/** Any referral that `checkReferral` could have read on 4 December 2026. */
export const someReferral = (): fc.Arbitrary<Referral> =>
  fc.record(
    {
      answers: someAnswers(),
      recognisable: fc.boolean(),
      contact: someOf(SERVICES),
      shutOut: someOf(SERVICES),
      plans: someOf(PLANS),
      contactRole: text(),
      opening: someOpening(),
      urgent: text().filter(reason => reason !== ''),
      words: text(),
      reach: text(),
    },
    {
      requiredKeys: [
        'answers',
        'recognisable',
        'contact',
        'shutOut',
        'plans',
        'contactRole',
        'words',
        'reach',
      ],
      noNullPrototype: true,
    },
  );

const KNOWN: readonly string[] = [
  ...Object.values(CHOICES).flat(),
  ...SERVICES,
  ...PLANS,
  ...OPENINGS,
  '2026-12-24',
  '2020-01-01',
];

/** Whatever a form, or somebody who is not using the form, may send. */
export const someForm = (): fc.Arbitrary<FormValues> =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom(...REFERRAL_FIELDS),
        fc.oneof(fc.string(), fc.constantFrom(...KNOWN), fc.string({ minLength: 195, maxLength: 205 })),
      ),
      { maxLength: 40 },
    )
    .map(pairs => Object.fromEntries(pairs));
