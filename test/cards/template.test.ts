import { fill } from '../../src/cards/template';
import { hostileFaults, LAYOUTS, missingFaults } from './hostile';
import { nodesIn } from './rules';

describe('fill', () => {
  it('T17 leaves nothing unfilled and lets no object in, whatever it is given', () => {
    expect(hostileFaults(400, Date.now() % 1_000_000)).toEqual([]);
  });

  it.each(LAYOUTS)('T17 leaves nothing unfilled in %s when any value is missing, or all', layout => {
    expect(missingFaults(layout)).toEqual([]);
  });

  it('T17 shows a dash for what is missing, and keeps the rest', () => {
    const card = fill('plain-view', {
      lang: 'nb',
      head: { eyebrow: 'Sak', lead: '' },
      facts: [],
      actions: [],
    });

    expect(JSON.stringify(card)).toContain('"text":"Sak"');
    expect(JSON.stringify(card)).toContain('"text":"–"');
  });

  it('T17 keeps what was typed like a template as it was typed', () => {
    const typed = '${head.title} {{x}} $${lang}';
    const card = fill('plain-view', {
      ...{ lang: 'nb', speak: 'x', facts: [], actions: [] },
      head: { eyebrow: '', title: typed, lead: '' },
    });

    expect(JSON.stringify(card)).toContain(`"text":${JSON.stringify(typed)}`);
  });

  it('T20 lets nothing come to stand where a card inherits from', () => {
    const press: unknown = JSON.parse('{"type":"Action.Execute","title":null,"__proto__":{"url":"x"}}');
    const card = fill('plain-view', { actions: [press] });

    expect(JSON.stringify(card)).toContain('[{"type":"Action.Execute","title":"–"}]');
    expect(nodesIn(card).filter(node => 'url' in node)).toEqual([]);
  });
});
