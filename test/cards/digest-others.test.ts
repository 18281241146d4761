import { digestCard } from '../../src/cards/action';
import { anAction, codeOf, nameOf, owner } from './group-subjects';
import { faultsIn, wordsIn } from './rules';
import { aDrawing, coordinator, day, inEachLanguage } from './subjects';

const OTHERS = 'Oppgaver andre er ansvarlige for';
const own = anAction({ owner: coordinator.id, due: day('2026-11-25') });
const late = anAction({ owner: owner.id, due: day('2026-11-16'), code: codeOf(2) });
const near = anAction({ owner: owner.id, due: day('2026-11-25') });
const d = aDrawing({ reader: coordinator, nameOf });
const wordsOf = (...actions: readonly ReturnType<typeof anAction>[]) => wordsIn(digestCard(d, { actions }));

describe('digestCard, of tasks that are not the reader’s own', () => {
  it.each(inEachLanguage({ reader: coordinator, nameOf }))(
    'keeps the rules of every card, in %s',
    (_, drawing) => {
      const cards = [[own, late], [late], [near]].map(actions => digestCard(drawing, { actions }));

      const faults = cards.flatMap(faultsIn).filter(fault => !fault.endsWith('buttons in sight'));
      expect(faults).toEqual([]);
    },
  );

  it('puts them under a heading of their own, after the reader’s', () => {
    const words = wordsOf(late, own);

    expect(words).toContain('Dine oppgaver');
    expect(words).toContain('1 har frist snart');
    expect(words).toContain(OTHERS);
    expect(words.indexOf(OTHERS)).toBeLessThan(words.indexOf(nameOf(owner.id)));
    expect(words.indexOf(own.code)).toBeLessThan(words.indexOf(OTHERS));
  });

  it('does not call them the reader’s where there are no others', () => {
    expect(wordsOf(late)).not.toContain('Dine oppgaver');
    expect(wordsOf(late)).toContain('1 oppgave hos andre er over fristen');
    expect(wordsOf(near, { ...near, code: codeOf(3) })).toContain('2 oppgaver hos andre har frist snart');
  });

  it('has no such heading over the reader’s own', () => {
    expect(wordsOf(own)).not.toContain(OTHERS);
  });

  it('tells who coordinates until when the owner is away', () => {
    const awayUntil = (id: string) => (id === owner.id ? day('2026-12-04') : undefined);

    expect(wordsIn(digestCard({ ...d, awayUntil }, { actions: [late] }))).toContain(
      `${nameOf(owner.id)} (borte til og med 4.\u00a0des.)`,
    );
    expect(wordsOf(late)).not.toContain('borte');
  });
});
