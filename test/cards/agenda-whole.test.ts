import { agendaPreviewCard } from '../../src/cards/agenda';
import { agendaCard } from '../../src/cards/agenda-post';
import { orderForm } from '../../src/cards/agenda-order';
import { wholeAgendaCard } from '../../src/cards/agenda-whole';
import { type Card } from '../../src/cards/template';
import { type AgendaItem, ITEM_KINDS } from '../../src/domain/agenda';
import { anItem, aPlannedMeeting, codeOf, nameOf, sharedInEachLanguage } from './group-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, caseId, coordinator, inEachLanguage } from './subjects';

/** Forty cases, each of another kind than the one before: the most headings there can be. */
const FORTY: readonly AgendaItem[] = Array.from({ length: 40 }, (_, n) => {
  const item = anItem({
    number: n + 1,
    caseId: caseId(String(n)),
    code: codeOf(n + 10),
    kind: ITEM_KINDS[n % ITEM_KINDS.length] ?? 'review',
  });
  return n % 2 === 0 ? { ...item, late: true } : item;
});
const deadline = at('2026-11-26T11:00:00Z');
const meeting = aPlannedMeeting({
  publishedAt: at('2026-11-19T12:00:00Z'),
  agenda: FORTY.map(({ caseId: id }) => id),
});
const whole = { meeting, entries: [], items: FORTY };
const d = aDrawing({ reader: coordinator, nameOf });

const pages = (drawing = d): readonly Card[] => {
  const from = (after?: (typeof FORTY)[number]['caseId']): readonly Card[] => {
    const card = wholeAgendaCard(drawing, { ...whole, after });
    const next = dataOf(card, 'open-agenda');
    const last = FORTY.find(item => item.caseId === next['after'])?.caseId;
    return last === undefined ? [card] : [card, ...from(last)];
  };
  return from();
};

describe('forty cases', () => {
  it.each(inEachLanguage({ reader: coordinator }))(
    'keep every private card within its size, in %s',
    (_, drawing) => {
      const named = { ...drawing, nameOf };

      const cards = [
        agendaPreviewCard(named, { ...whole, deadline, newGaps: 3 }),
        orderForm(named, whole),
        ...pages(named),
      ];

      expect(cards.flatMap(faultsIn)).toEqual([]);
      expect(cards.map(card => Buffer.byteLength(JSON.stringify(card))).filter(n => n >= 20_000)).toEqual([]);
    },
  );

  it.each(sharedInEachLanguage)('keep the card in the channel within its size, in %s', (_, drawing) => {
    const card = agendaCard(drawing, { meeting, items: FORTY, newGaps: 3 });

    expect(faultsIn(card)).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });

  it('can be ordered while they are ninety', () => {
    const ninety = Array.from({ length: 90 }, (_, n) => anItem({ number: n + 1, code: codeOf(n + 1) }));

    const card = orderForm(d, { ...whole, items: ninety });

    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
  });
});

describe('wholeAgendaCard', () => {
  it('shows every case once, ten to a page, in their order', () => {
    const cards = pages();

    const codes = cards.map(card => FORTY.filter(({ code }) => wordsIn(card).includes(code)).length);
    expect(codes).toEqual([10, 10, 10, 10]);
    expect(wordsIn(cards[1] ?? {})).toContain('Viser 11 til 20 av 40.');
    expect(verbsIn(cards[3] ?? {}).filter(verb => verb === 'open-agenda')).toHaveLength(1);
  });

  it('begins anew when the case it was to go on after is gone', () => {
    const card = wholeAgendaCard(d, { ...whole, after: caseId('999') });

    expect(wordsIn(card)).toContain('Viser 1 til 10 av 40.');
  });

  it('says so when there is none', () => {
    const card = wholeAgendaCard(d, { meeting, entries: [], items: [] });

    expect(faultsIn(card)).toEqual([]);
    expect(wordsIn(card)).toContain('Ingen saker ennå.');
  });

  it('is one press from a preview that leaves some out, and from no other', () => {
    const long = agendaPreviewCard(d, { ...whole, deadline });
    const short = agendaPreviewCard(d, { ...whole, items: FORTY.slice(0, 12), deadline });

    expect(dataOf(long, 'open-agenda')).toEqual({ whole: 'yes', nonce: 'nonce' });
    expect(verbsIn(short)).not.toContain('open-agenda');
  });
});

describe('orderForm', () => {
  it('says what the cases take of the meeting, and what was just moved', () => {
    const words = wordsIn(orderForm(d, { ...whole, items: FORTY.slice(0, 3), saved: codeOf(10) }));

    expect(words).toContain(`Lagret for ${codeOf(10)}. Sakene tar 30 av 90 minutter.`);
  });

  it('keeps what was chosen, and says what is missing', () => {
    const error = d.t.agenda.order.nothing;
    const card = orderForm(d, { ...whole, values: { item: codeOf(12), after: 'first' }, error });

    expect(JSON.stringify(card)).toContain(`"value":"${codeOf(12)}"`);
    expect(wordsIn(card)).toContain(error);
  });
});
