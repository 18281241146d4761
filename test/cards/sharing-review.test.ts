import { reviewedCard, reviewsCard, sharingReviewCard } from '../../src/cards/sharing-review';
import { type Sharing } from '../../src/domain/sharing';
import { aSharing } from '../builders/cases';
import { personId as id, sharingId } from '../builders/ids';
import { caseIn } from './group-subjects';
import { CANARY, faultsIn, HARMLESS, inputIn, KEPT, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, aPerson, at, inEachLanguage, personId } from './subjects';

const NOON = at('2026-11-23T11:00:00Z');
const LATE = at('2026-11-27T11:00:00Z');
const shared = aSharing({ from: agencyId('sosiale-tjenester'), sharedAt: NOON });
const leader = aPerson({ id: personId('leder'), roles: ['leader'] });
const d = aDrawing({ reader: leader });
const kase = caseIn('ready-for-review', { sharings: [shared] });
const reviewing = (over: Partial<Sharing> = {}, now = NOON) => ({
  ...{ kase, sharing: { ...shared, ...over }, words: { reason: 'Trussel i kveld' }, now },
});

describe('sharingReviewCard', () => {
  it.each(inEachLanguage({ reader: leader }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(sharingReviewCard(drawing, reviewing()))).toEqual([]);
    expect(faultsIn(sharingReviewCard(drawing, reviewing({}, LATE)))).toEqual([]);
  });

  it('says what was done and why, by when to answer, and no content', () => {
    const said = wordsIn(sharingReviewCard(d, reviewing()));

    expect(said).toContain('Svar innen torsdag 26.\u00a0november kl.\u00a012.00. Du ser ikke innholdet.');
    expect(said).toContain('Trussel i kveld');
    expect(said).toMatch(/Navn og kontakt, Sikkerhet for ansatte[^]*hpl. § 31/);
    expect(verbsIn(sharingReviewCard(d, reviewing()))).toEqual(['review-sharing', 'close-view']);
  });

  it('takes no answer when the time is out, and says what to do', () => {
    const card = sharingReviewCard(d, reviewing({}, LATE));

    expect(verbsIn(card)).toEqual(['close-view']);
    expect(wordsIn(card)).toMatch(/Fristen er ute[^]*Meld avvik i etaten din\./);
  });

  it('shows the judgement when it was given', () => {
    const review = { by: id('leder'), at: NOON, verdict: 'too-much' } as const;
    const card = sharingReviewCard(d, reviewing({ review }));

    expect(verbsIn(card)).toEqual(['close-view']);
    expect(wordsIn(card)).toContain('Gjennomgått: Riktig, men for mye ble delt.');
    expect(wordsIn(card)).not.toContain('Fristen er ute');
  });

  it('gives back what was typed', () => {
    const typed = { verdict: 'wrong', remark: CANARY };
    const card = sharingReviewCard(d, { ...reviewing(), typed, problem: 'too-long' });

    expect(inputIn(card, 'verdict')['value']).toBe('wrong');
    expect(inputIn(card, 'remark')['value']).toBe(KEPT);
    expect(wordsIn(card)).toContain('Skriv høyst 200 tegn.');
  });

  it('shows the reason as text', () => {
    const words = { reason: CANARY };

    expect(wordsIn(sharingReviewCard(d, { ...reviewing(), words }))).toContain(HARMLESS);
  });
});

describe('reviewedCard', () => {
  it.each(inEachLanguage({ reader: leader }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(reviewedCard(drawing, { kase }))).toEqual([]);
  });
});

describe('reviewsCard', () => {
  const awaited = Array.from({ length: 11 }, (_, place) => ({
    ...{ kase, sharing: aSharing({ id: sharingId(String(place)), sharedAt: NOON }) },
  }));

  it.each(inEachLanguage({ reader: leader }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect([[], awaited].map(all => reviewsCard(drawing, all)).flatMap(faultsIn)).toEqual([]);
  });

  it('leads to each, ten at a time', () => {
    const card = reviewsCard(d, awaited);

    expect(verbsIn(card).filter(verb => verb === 'open-sharing')).toHaveLength(10);
    expect(wordsIn(card)).toContain('Flere kommer');
    expect(wordsIn(reviewsCard(d, []))).toContain('Ingen delinger venter på deg');
    expect(wordsIn(reviewsCard(d, awaited.slice(0, 1)))).toContain('1 deling venter på gjennomgang');
  });
});
