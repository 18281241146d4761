import fc from 'fast-check';
import {
  type Content,
  joinReferral,
  keepingMapping,
  sectionsOf,
  splitReferral,
} from '../../src/domain/content';
import { type Referral } from '../../src/domain/referral';
import { someReferral } from '../builders/arbitraries';
import { aContent, aReferral } from '../builders/referrals';

/** What the referral says that is process or stands apart: in the case itself, or as how to reach the referrer. */
const told = ({ answers, recognisable: _, reach: __, ...rest }: Referral) => {
  const { informed: ___, 'contact-consent': ____, ...sealed } = answers;
  return { ...rest, answers: sealed };
};
const sorted = (listed: readonly string[] = []) => listed.toSorted();

describe('splitReferral', () => {
  it('puts health in D, justice in E, violence in F and the rest in C', () => {
    const content = splitReferral(
      aReferral({
        contact: ['mo', 'social', 'strax', 'lar', 'dps', 'addiction', 'police', 'prison', 'other'],
        shutOut: ['strax', 'lar', 'prison'],
        plans: ['care-team'],
        contactRole: 'Primærkontakt',
        words: 'Vil ha et sted å bo',
        urgent: 'Løslates',
      }),
    );

    expect(content).toMatchObject({
      C: {
        answers: { scene: 'yes', asked: 'housing', children: 'no' },
        contact: ['mo', 'social', 'strax', 'other'],
        shutOut: ['strax'],
        plans: ['care-team'],
        contactRole: 'Primærkontakt',
        words: 'Vil ha et sted å bo',
        urgent: 'Løslates',
      },
      D: {
        answers: { substance: 'yes', mental: 'unsure', history: 'yes', effect: 'yes' },
        contact: ['lar', 'dps', 'addiction'],
        shutOut: ['lar'],
      },
      E: { contact: ['police', 'prison'], shutOut: ['prison'] },
      F: { answers: { violence: 'both' } },
      contact: { reach: 'Innmelder, MO-senter, 99 99 99 99' },
    });
  });

  it.each([
    ['sentence', 'E'],
    ['admission', 'D'],
    ['wish', 'C'],
    ['other', 'C'],
  ] as const)('puts an opening by %s in %s alone', (kind, group) => {
    const content = splitReferral(aReferral({ opening: { kind } }));

    const holding = (['C', 'D', 'E', 'F'] as const).filter(one => content[one]?.opening !== undefined);

    expect(holding).toEqual([group]);
  });

  it('leaves out what is process: informed, contact consent and who could be recognised', () => {
    fc.assert(
      fc.property(someReferral(), referral => {
        const text = JSON.stringify(splitReferral(referral));

        expect(text).not.toMatch(/informed|contact-consent|recognisable/);
      }),
    );
  });

  it('has the same sections whatever was answered, so that what is held tells nothing', () => {
    fc.assert(
      fc.property(someReferral(), referral => {
        expect(sectionsOf(splitReferral(referral))).toEqual(['C', 'D', 'E', 'F', 'summary', 'contact']);
      }),
    );
  });

  it('lets nothing of one group into another', () => {
    const allowed: Readonly<Record<string, readonly string[]>> = {
      C: ['scene', 'asked', 'children'],
      D: ['substance', 'mental', 'history', 'effect'],
      E: [],
      F: ['violence'],
    };

    fc.assert(
      fc.property(someReferral(), referral => {
        const { C, D, E, F } = splitReferral(referral);

        const answers = Object.entries({ C, D, E, F }).map(([group, part]) => [
          group,
          Object.keys(part?.answers ?? {}),
        ]);
        expect(Object.fromEntries(answers)).toEqual(allowed);
        expect(Object.keys(F ?? {})).toEqual(['answers']);
        for (const part of [D, E])
          expect(
            Object.keys(part ?? {}).filter(
              key => !['answers', 'contact', 'shutOut', 'opening'].includes(key),
            ),
          ).toEqual([]);
      }),
    );
  });
});

describe('joinReferral', () => {
  it('loses nothing of what splitReferral put away', () => {
    fc.assert(
      fc.property(someReferral(), referral => {
        const content = splitReferral(referral);

        const whole = joinReferral(content);

        const { contact, shutOut, ...rest } = whole;
        const { contact: allContact, shutOut: allShutOut, ...allRest } = told(referral);
        expect(rest).toEqual(allRest);
        expect(sorted(contact)).toEqual(sorted(allContact));
        expect(sorted(shutOut)).toEqual(sorted(allShutOut));
        expect(content.contact?.reach).toBe(referral.reach);
      }),
    );
  });

  it('adds up to no more than the sections it is given', () => {
    const whole = aContent({ contact: ['mo', 'lar', 'police'], words: 'Vil ha et sted å bo' });
    const { C: _, E: __, F: ___, ...onlyHealth } = whole;

    const seen = joinReferral(onlyHealth);

    expect(seen).toEqual({
      answers: { substance: 'yes', mental: 'unsure', history: 'yes', effect: 'yes' },
      contact: ['lar'],
      shutOut: [],
    });
  });

  it('makes nothing of nothing, nor of the name, the summary and the referrer', () => {
    const { summary, contact } = aContent();
    const besides: Content = {
      B: { name: 'Kandidat' },
      ...(summary && { summary }),
      ...(contact && { contact }),
    };

    expect(joinReferral({})).toEqual({ answers: {}, contact: [], shutOut: [] });
    expect(joinReferral(besides)).toEqual({ answers: {}, contact: [], shutOut: [] });
  });
});

describe('what is mapped beside a referral', () => {
  const mapping = { housing: { level: 'red', text: '', on: '2026-12-04', by: 'innmelder' } } as never;

  it('is no part of the referral that comes out of its sections', () => {
    const content = aContent();

    expect(joinReferral({ ...content, C: { ...content.C, mapping } })).toEqual(joinReferral(content));
  });

  it('stays as it lies when the referral is given anew', () => {
    const kept = keepingMapping(aContent({ words: 'Nytt' }), { C: { words: 'Gammelt', mapping } });

    expect(kept.C).toMatchObject({ words: 'Nytt', mapping });
    expect(kept.D).toEqual(aContent().D);
  });
});
