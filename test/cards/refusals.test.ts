import {
  brokenSealCard,
  errorCard,
  leakWarningCard,
  noLongerAvailableCard,
  refusalCard,
  tooLateCard,
  unknownPersonCard,
} from '../../src/cards/refusals';
import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Refusal } from '../../src/domain/refusal';
import { nb } from '../../src/i18n/nb';
import { CANARY, faultsIn, HARMLESS, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, aPerson, caseId, inEachLanguage } from './subjects';

const KINDS = Object.keys(nb.refusal.kinds) as readonly Refusal['kind'][];

describe('refusalCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card for every kind, in %s', (_, d) => {
    const cards = KINDS.flatMap(kind => [refusalCard(d, { kind }), refusalCard(d, { kind }, caseId('1'))]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says something of its own for each kind', () => {
    const said = KINDS.map(kind => wordsIn(refusalCard(aDrawing(), { kind })));

    expect(new Set(said).size).toBe(KINDS.length);
  });

  it('reads the same whether there is a case or not when it is not available', () => {
    const d = aDrawing();

    expect(refusalCard(d, { kind: 'not-available' }, caseId('1'))).toEqual(
      refusalCard(d, { kind: 'not-available' }),
    );
  });

  it('offers the case as it stands to someone who may see it', () => {
    expect(verbsIn(refusalCard(aDrawing(), { kind: 'changed-meanwhile' }, caseId('1')))).toEqual([
      'open-case',
      'show-help',
    ]);
    expect(verbsIn(refusalCard(aDrawing(), { kind: 'changed-meanwhile' }))).toEqual(['show-help']);
  });
});

describe.each([
  ['errorCard', errorCard],
  ['tooLateCard', tooLateCard],
])('%s', (_name, cardOf) => {
  const again = { verb: 'mark-urgent', carried: { caseId: caseId('1'), nonce: 'n', reason: CANARY } };

  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, { t }) => {
    const harmless = { ...again, carried: { ...again.carried, reason: HARMLESS } };

    expect(
      [cardOf(t, { correlation: 'a1b2' }), cardOf(t, { correlation: 'a1b2', again: harmless })].flatMap(
        faultsIn,
      ),
    ).toEqual([]);
  });

  it('gives the id to ask about', () => {
    expect(wordsIn(cardOf(nb, { correlation: 'a1b2' }))).toContain('Feilkode a1b2');
  });

  it('offers the same press again, with all it carried, and shows nothing of that', () => {
    const card = cardOf(nb, { correlation: 'a1b2', again });

    const [button] = pressablesIn(card);
    expect(button).toMatchObject({ title: 'Prøv igjen', verb: 'mark-urgent', data: again.carried });
    expect(wordsIn(card)).not.toContain(HARMLESS);
    expect(verbsIn(cardOf(nb, { correlation: 'a1b2' }))).toEqual(['show-help']);
  });
});

describe.each([
  ['errorCard', errorCard],
  ['tooLateCard', tooLateCard],
])('%s over a long form', (_name, cardOf) => {
  const typed = Object.fromEntries(
    Array.from({ length: 8 }, (_, place) => [`field-${String(place)}`, 'å'.repeat(2_000)]),
  );
  const again = { verb: 'save-draft', carried: typed };

  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, { t }) => {
    expect(faultsIn(cardOf(t, { correlation: 'a1b2', again }))).toEqual([]);
  });

  it('leaves out the button that would hold it all, and says where to press instead', () => {
    const card = cardOf(nb, { correlation: 'a1b2', again });

    expect(verbsIn(card)).toEqual(['show-help']);
    expect(wordsIn(card)).toContain(nb.refusal.error.fromForm);
    expect(wordsIn(card)).toContain('Feilkode a1b2');
  });
});

describe('brokenSealCard', () => {
  const told = { correlation: 'a1b2', whomToAsk: 'Tilgangsansvarlig' };

  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, { t }) => {
    expect(faultsIn(brokenSealCard(t, told))).toEqual([]);
  });

  it('says whom to tell, and the id to tell them', () => {
    const said = wordsIn(brokenSealCard(nb, told));

    expect(said).toContain('Si fra til Tilgangsansvarlig i dag');
    expect(said).toContain('Feilkode a1b2');
  });
});

describe('leakWarningCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    expect(faultsIn(leakWarningCard(d))).toEqual([]);
  });

  it('offers the form to those who may refer, and speaks of it to nobody else', () => {
    const member = leakWarningCard(aDrawing({ reader: aPerson({ roles: ['member'] }) }));

    expect(verbsIn(leakWarningCard(aDrawing()))).toEqual(['start-referral', 'show-help']);
    expect(verbsIn(member)).toEqual(['show-help']);
    expect(wordsIn(member)).not.toContain('skjemaet');
  });
});

describe('noLongerAvailableCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, { t }) => {
    expect([noLongerAvailableCard(t), noLongerAvailableCard(t, aCase().code)].flatMap(faultsIn)).toEqual([]);
  });

  it('can do nothing, and never says which end it was', () => {
    const card = noLongerAvailableCard(nb, aCase().code);

    expect(verbsIn(card)).toEqual([]);
    expect(wordsIn(card)).toContain('Ikke lenger tilgjengelig');
    expect(wordsIn(card)).not.toMatch(/Takket nei|Trukket seg|Avsluttet/);
  });
});

describe('unknownPersonCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, { t }) => {
    expect(faultsIn(unknownPersonCard(t, CANARY))).toEqual([]);
  });

  it('says whom to ask, and offers nothing', () => {
    const card = unknownPersonCard(nb, CANARY);

    expect(wordsIn(card)).toContain(`Spør ${HARMLESS} om tilgang.`);
    expect(verbsIn(card)).toEqual([]);
  });
});
