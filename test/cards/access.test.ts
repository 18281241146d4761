import { accessCard, accessDoneCard } from '../../src/cards/access';
import { type Person } from '../../src/domain/people';
import { CANARY, dataOf, faultsIn, HARMLESS, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, aPerson, day, inEachLanguage, personId } from './subjects';

const admin = aPerson({ id: personId('admin'), roles: ['admin'] });
const many: readonly Person[] = Array.from({ length: 21 }, (_, place) =>
  aPerson({ id: personId(`p-${String(place)}`), name: `Person ${String(place)}`, roles: [] }),
);
const opened = (card: Parameters<typeof nodesIn>[0]): readonly unknown[] =>
  nodesIn(card)
    .filter(node => node['verb'] === 'edit-person')
    .map(({ data }) => (data as { personId?: string }).personId);

describe('accessCard', () => {
  it.each(inEachLanguage({ reader: admin }))('keeps the rules of every card, in %s', (_, d) => {
    const gone = aPerson({ name: CANARY, removedOn: day('2026-11-01') });

    const cards = [
      accessCard(d, { people: [] }),
      accessCard(d, { people: [gone, admin] }),
      accessCard(d, { people: many }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('shows who does what where, and marks who is removed', () => {
    const people = [
      aPerson({ roles: ['member', 'leader'], agency: agencyId('kronstad-dps') }),
      aPerson({ id: personId('borte'), name: 'Borte', roles: [], removedOn: day('2026-11-01') }),
    ];

    const words = wordsIn(accessCard(aDrawing({ reader: admin }), { people }));

    expect(words).toContain('1 person');
    expect(words).toContain('Medlem og leder · Kronstad DPS');
    expect(words).toContain('Borte Ansvarlig for oppgaver · Etat for sosiale tjenester fjernet');
  });

  it('shows a name as text, and says it plainly aloud', () => {
    const card = accessCard(aDrawing({ reader: admin }), { people: [aPerson({ name: CANARY })] });
    const title = nodesIn(card).find(node => node['text'] === HARMLESS);
    const press = nodesIn(card).find(node => node['verb'] === 'edit-person');

    expect(title).toBeDefined();
    expect(press?.['title']).toContain(KEPT);
    expect(press?.['tooltip']).toBe(`Åpne ${KEPT}`);
  });

  it('shows ten at a time, each once, and goes on after the last one shown', () => {
    const d = aDrawing({ reader: admin });

    const first = accessCard(d, { people: many });
    const second = accessCard(d, { people: many, after: personId('p-9') });
    const third = accessCard(d, { people: many, after: personId('p-19') });

    expect(dataOf(first, 'open-access')).toEqual({ after: 'p-9', nonce: 'nonce' });
    expect(verbsIn(third)).not.toContain('open-access');
    expect([first, second, third].flatMap(opened).filter(id => id !== undefined)).toEqual(
      many.map(({ id }) => id),
    );
  });

  it('adds people only for those who may', () => {
    expect(opened(accessCard(aDrawing({ reader: admin }), { people: [] }))).toEqual([undefined]);
    expect(opened(accessCard(aDrawing(), { people: [] }))).toEqual([]);
  });
});

describe('accessDoneCard', () => {
  it.each(inEachLanguage({ reader: admin }))('keeps the rules of every card, in %s', (_, d) => {
    const person = aPerson({ name: CANARY });

    const cards = (['saved', 'removed'] as const).map(what => accessDoneCard(d, { person, what }));

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says what happened to whom', () => {
    const person = aPerson({ name: CANARY });
    const saved = wordsIn(accessDoneCard(aDrawing(), { person, what: 'saved' }));
    const removed = wordsIn(accessDoneCard(aDrawing(), { person, what: 'removed' }));

    expect(saved).toContain('Lagret');
    expect(removed).toContain('Personen er fjernet');
    expect(removed).toContain(HARMLESS);
  });
});
