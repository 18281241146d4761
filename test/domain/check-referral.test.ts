import fc from 'fast-check';
import { checkReferral, holdsNumber } from '../../src/domain/check-referral';
import { type FormValues, REFERRAL_FIELDS, type ReferralField } from '../../src/domain/draft';
import { formOf } from '../../src/domain/form';
import { CHOICES, QUESTIONS, type Referral } from '../../src/domain/referral';
import { someDay, someForm, someReferral } from '../builders/arbitraries';
import { day } from '../builders/ids';
import { aReferral, SHORTEST_FORM } from '../builders/referrals';

const TODAY = day('2026-12-04');
const checked = (over: FormValues = {}) => checkReferral({ ...SHORTEST_FORM, ...over }, TODAY);
const without = (...fields: readonly ReferralField[]): FormValues =>
  Object.fromEntries(Object.entries(SHORTEST_FORM).filter(([field]) => !fields.some(one => one === field)));
const processOf = ({ answers, recognisable }: Referral) => ({
  informed: answers.informed,
  contactConsent: answers['contact-consent'],
  recognisable,
});

describe('checkReferral', () => {
  it('reads the shortest referral there is', () => {
    const referral = checked();

    expect(referral).toEqual({
      ok: true,
      value: { ...aReferral(), contact: [], reach: '' },
    });
  });

  it('reads everything a form can hold', () => {
    const referral = checked({
      anonymous: 'no',
      contact: 'police,mo',
      'shut-out': 'strax',
      plan: 'crisis-plan,individual-plan',
      'contact-role': ' Primærkontakt ',
      words: ' Vil ha et sted å bo ',
      opening: 'sentence',
      'opening-date': '2026-12-04',
      urgent: 'yes',
      'urgent-reason': ' Løslates ',
      'my-contact': ' 55 00 00 00 ',
    });

    expect(referral).toEqual({
      ok: true,
      value: {
        ...aReferral(),
        recognisable: true,
        contact: ['mo', 'police'],
        shutOut: ['strax'],
        plans: ['individual-plan', 'crisis-plan'],
        contactRole: 'Primærkontakt',
        words: 'Vil ha et sted å bo',
        opening: { kind: 'sentence', on: '2026-12-04' },
        urgent: 'Løslates',
        reach: '55 00 00 00',
      },
    });
  });

  it('asks for every required answer that is not there, each by its name', () => {
    expect(checkReferral({}, TODAY)).toEqual({
      ok: false,
      error: QUESTIONS.map(field => ({ field, problem: 'unanswered' })),
    });
  });

  it.each(QUESTIONS)('asks for %s when it alone is missing, empty or none of the answers', question => {
    const refused = { ok: false, error: [{ field: question, problem: 'unanswered' }] };

    expect(checkReferral(without(question), TODAY)).toEqual(refused);
    expect(checked({ [question]: '  ' })).toEqual(refused);
    expect(checked({ [question]: 'toString' })).toEqual(refused);
    expect(checked({ [question]: CHOICES[question].join(',') })).toEqual(refused);
  });

  it.each(QUESTIONS.flatMap(question => CHOICES[question].map(answer => [question, answer] as const)))(
    'takes %s = %s',
    (question, answer) => {
      const referral = checked({ [question]: answer });

      expect(referral).toMatchObject({ ok: true, value: { answers: { [question]: answer } } });
    },
  );

  it.each([['no'], [''], ['ja'], [undefined]])(
    'takes anything but the tick for someone who could be recognised: %s',
    tick => {
      const { anonymous: _, ...rest } = SHORTEST_FORM;

      const referral = checkReferral(tick === undefined ? rest : { ...rest, anonymous: tick }, TODAY);

      expect(referral).toMatchObject({ ok: true, value: { recognisable: true } });
    },
  );

  it.each(['contact-role', 'words', 'urgent-reason', 'my-contact'] as const)(
    'keeps %s to two hundred signs, without a national identity number',
    field => {
      expect(checked({ [field]: 'a'.repeat(200) }).ok).toBe(true);
      expect(checked({ [field]: 'a'.repeat(201) })).toEqual({
        ok: false,
        error: [{ field, problem: 'too-long' }],
      });
      expect(checked({ [field]: 'Det er 010190 12345.' })).toEqual({
        ok: false,
        error: [{ field, problem: 'holds-number' }],
      });
    },
  );

  it.each(['contact', 'shut-out', 'plan', 'opening'] as const)(
    'refuses a choice in %s it did not offer',
    field => {
      expect(checked({ [field]: 'elsewhere' })).toEqual({
        ok: false,
        error: [{ field, problem: 'not-a-choice' }],
      });
    },
  );

  it('refuses two openings rather than forget both', () => {
    expect(checked({ opening: 'wish,other' })).toEqual({
      ok: false,
      error: [{ field: 'opening', problem: 'not-a-choice' }],
    });
  });

  it('takes an opening today, and none that has passed or is no day', () => {
    expect(checked({ opening: 'wish', 'opening-date': '2026-12-04' }).ok).toBe(true);
    expect(checked({ opening: 'wish', 'opening-date': '2026-12-03' })).toEqual({
      ok: false,
      error: [{ field: 'opening-date', problem: 'past' }],
    });
    expect(checked({ opening: 'wish', 'opening-date': '2027-02-29' })).toEqual({
      ok: false,
      error: [{ field: 'opening-date', problem: 'not-a-date' }],
    });
  });

  it('takes an opening without a day', () => {
    expect(checked({ opening: 'wish' })).toMatchObject({ ok: true, value: { opening: { kind: 'wish' } } });
  });

  it('does not take a case for urgent without the reason', () => {
    expect(checked({ urgent: 'yes', 'urgent-reason': ' ' })).toEqual({
      ok: false,
      error: [{ field: 'urgent-reason', problem: 'missing' }],
    });
  });

  it('names the problems in the order of the form, whatever order they were found in', () => {
    fc.assert(
      fc.property(someForm(), someDay(), (form, today) => {
        const result = checkReferral(form, today);
        fc.pre(!result.ok);

        const places = result.error.map(({ field }) => REFERRAL_FIELDS.indexOf(field));

        expect(places).toEqual(places.toSorted((one, other) => one - other));
        expect(places.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never throws, and lets no form through without all its answers', () => {
    fc.assert(
      fc.property(someForm(), someDay(), (form, today) => {
        const result = checkReferral(form, today);

        const answered = QUESTIONS.every(question =>
          CHOICES[question].some(choice => choice === form[question]?.trim()),
        );
        expect(result.ok && !answered).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('reads back from a form exactly the referral the form was made of', () => {
    fc.assert(
      fc.property(someReferral(), referral => {
        const form = formOf(referral, processOf(referral));

        expect(checkReferral(form, TODAY)).toEqual({ ok: true, value: referral });
      }),
      { numRuns: 300 },
    );
  });
});

describe('holdsNumber', () => {
  it.each([
    '01019012345',
    '010190 12345',
    '010190\u00a012345',
    '010190-12345',
    '010190.12345',
    '01 01 90 12345',
    '01.01.90 12345',
    '010190 123 45',
    'født 01019012345.',
    'a01019012345b',
    '1 01019012345',
    '123456 010190 12345',
    '1309 7248 022',
    '1 3 0 9 7 2 4 8 0 2 2',
    '1-3-0-9-7-2-4-8-0-2-2',
    '1.3.0.9.7.2.4.8.0.2.2',
    '1\u00a03\u00a00\u00a09\u00a07\u00a02\u00a04\u00a08\u00a00\u00a02\u00a02',
  ])('finds one in "%s"', text => {
    expect(holdsNumber(text)).toBe(true);
  });

  it.each([
    '',
    '55 00 00 00',
    '55 00 00 00 / 99 99 99 99',
    '+47 55 00 00 00',
    '0047 55 00 00 00',
    '010190123456',
    '0101901234',
    'fra 24.12.2026 kl. 12.00',
    'kode 123456, rom 12345',
    '010190  12345',
  ])('finds none in "%s"', text => {
    expect(holdsNumber(text)).toBe(false);
  });

  it('finds eleven digits wherever they stand alone', () => {
    const digits = fc.string({
      unit: fc.constantFrom(...Array.from('0123456789')),
      minLength: 11,
      maxLength: 11,
    });
    const words = fc.string({ unit: fc.constantFrom(...Array.from('abc æøå,:')) });

    fc.assert(
      fc.property(words, digits, words, (before, number, after) => holdsNumber(`${before}${number}${after}`)),
    );
  });
});

describe('checkReferral, of what was filled in but not asked for', () => {
  it('takes a day without a kind as another opening', () => {
    expect(checked({ 'opening-date': '2026-12-14' })).toMatchObject({
      ok: true,
      value: { opening: { kind: 'other', on: '2026-12-14' } },
    });
  });

  it('takes a reason for urgency as urgent, ticked or not', () => {
    expect(checked({ 'urgent-reason': 'Løslates fredag' })).toMatchObject({
      ok: true,
      value: { urgent: 'Løslates fredag' },
    });
  });
});
