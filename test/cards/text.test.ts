import fc from 'fast-check';
import { accessCard } from '../../src/cards/access';
import { caseCard } from '../../src/cards/case';
import { identityForm } from '../../src/cards/identity-form';
import { myReferralCard } from '../../src/cards/my-referral';
import { reviewCard } from '../../src/cards/referral-review';
import { unknownPersonCard } from '../../src/cards/refusals';
import { type Card } from '../../src/cards/template';
import { plainName, shown, typed } from '../../src/cards/text';
import { aBrief, actionId, aFullReferral, caseIn, codeOf, nameOf, seenOf } from './group-subjects';
import { faultsIn, inputsIn, nodesIn } from './rules';
import { aCase, aDrawing, aPerson, caseId, coordinator, day, inEachLanguage } from './subjects';

/** What does something, where markdown, markup or a mention is understood. */
const CORPUS = [
  ...['[her](https://x.invalid)', '[her][1]\n\n[1]: https://x.invalid', '<https://x.invalid>', '[](tel:99)'],
  ...['![x](https://x.invalid/p.png)', '[![x](https://x.invalid/p.png)](https://x.invalid)', '![][x]'],
  ...['<img src=x onerror=alert(1)>', '<script>x</script>', '<a href="x">her</a>', '<!-- x -->', '&lt;b&gt;'],
  ...[
    '<at>alle</at>',
    '<at id="29:x">alle</at>',
    '<AT>alle</AT>',
    '<a\u200bt>alle</at>',
    '＜at＞alle＜/at＞',
  ],
  ...['**fet**', '__fet__', '*skrå*', '_skrå_', '~~strøket~~', '`kode`', '```\nkode\n```', '\\**fet\\**'],
  ...['# Overskrift', '- punkt', '+ punkt', '1. punkt', '1) punkt', '> sitat', '---', '| a | b |', '***'],
  ...['{{DATE(2026-01-01T00:00:00Z, SHORT)}}', '{{TIME(x)}}', '${head.title}', '{"type":"Image"}', '\\'],
];

/** Every sign that could begin something, with nothing before it that takes its meaning away. */
const bareSigns = (text: string): readonly string[] =>
  text.replace(/\\[\\`*_{}[\]()#+\-.!|~]/g, '').match(/[\\`*_{}[\]()#+!|~<>]|^\s*(?:-|\d+\.)\s/gm) ?? [];

/** Strings that are read as markdown: everything but what stands in inputs and what buttons carry. */
const readIn = (card: Card): readonly string[] =>
  nodesIn(card)
    .filter(node => node['type'] === 'TextBlock' || 'value' in node)
    .filter(node => !String(node['type']).startsWith('Input.'))
    .flatMap(node => [node['text'], node['value']])
    .filter(text => typeof text === 'string');

const cardsWith = (d: ReturnType<typeof aDrawing>, text: string): readonly Card[] => {
  const referral = aFullReferral({ words: text, contactRole: text, reach: text, urgent: text });
  const kase = caseIn('mapping', { urgent: true, actions: [aBrief()] });
  const details = new Map([[actionId('1'), text]]);
  const seen = seenOf(['summary', 'contact', 'B', 'C', 'D', 'E', 'F'], referral);
  const subject = { kase, seen, details, nextMeeting: day('2026-12-01'), linked: codeOf(2) };
  return [
    caseCard({ ...d, reader: coordinator }, { ...subject, place: 'chat' }),
    caseCard({ ...d, reader: coordinator, nameOf: () => plainName(text) }, { ...subject, place: 'channel' }),
    myReferralCard(d, { kase: aCase(), referral, nextMeeting: day('2026-12-01') }),
    reviewCard(d, { draftId: caseId('1'), referral, identity: { name: text } }),
    accessCard({ ...d, reader: aPerson({ roles: ['admin'] }) }, { people: [aPerson({ name: text })] }),
    unknownPersonCard(d.t, text),
  ];
};

describe('shown', () => {
  it.each(CORPUS)('T18 leaves nothing in %j that does anything', text => {
    expect(bareSigns(shown(text))).toEqual([]);
  });

  it('T18 leaves nothing in any text that does anything, and loses no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), text => {
        const said = shown(text);

        expect(bareSigns(said)).toEqual([]);
        expect(said.replaceAll('\\', '')).toBe(
          typed(text).replaceAll('\\', '').replaceAll('<', '‹').replaceAll('>', '›'),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(inEachLanguage())('T18 is how every card shows what was typed, in %s', (_, d) => {
    const suspect = /(?<!\\)(?:\]\(|\*\*|__|~~|`|!\[|\{\{|\$\{|^#)|<|>/;

    const found = CORPUS.flatMap(text =>
      cardsWith({ ...d, nameOf }, text).flatMap(card => readIn(card).filter(read => suspect.test(read))),
    );

    expect(found).toEqual([]);
  });
});

const UNSEEN = /[\p{Cf}\p{Cc}\u2028\u2029]/u;
const unseen = fc.constantFrom(
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u061c', '\u180e', '\u0000', '\u0007'],
  ...[
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u202e',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u2028',
    '\u2029',
  ],
);
const hiding = fc
  .array(
    fc.oneof(
      unseen,
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom('e\u0301', 'A\u030a', 'ﬁ'),
    ),
  )
  .map(parts => parts.join(''));

describe('plainName', () => {
  it.each(CORPUS)('T18 makes of %j a name that does nothing, escaped or not', name => {
    expect(plainName(name)).not.toMatch(/[\\`*_{}[\]#|~<>]/);
    expect(bareSigns(shown(plainName(name)))).toEqual([]);
  });

  it('T19 keeps the names people have', () => {
    const names = ['Innmelder, MO-senter', 'O’Brien', 'Anne-Lise Ø. (vikar)', 'Олена'];

    expect(names.map(plainName)).toEqual(names);
  });
});

describe('typed', () => {
  it('T19 composes, and leaves nothing one cannot see but the end of a line', () => {
    fc.assert(
      fc.property(hiding, text => {
        const kept = typed(text);

        expect(UNSEEN.test(kept.replaceAll('\n', ''))).toBe(false);
        expect(kept).toBe(kept.normalize('NFC'));
        expect(typed(kept)).toBe(kept);
      }),
      { numRuns: 5_000 },
    );
  });

  it('T19 keeps letters of every alphabet as they were typed, alike or not', () => {
    const names = ['Олена', 'Оlena', 'Ødegård', 'Čálliidlágádus', 'محمد', '李', 'Åse'];

    expect(names.map(typed)).toEqual(names);
  });

  it('T19 is how every card shows what was typed, in text and in inputs', () => {
    const text = 'ab\u202ecd\u200be\u0301\u2066';

    const all = [
      ...cardsWith(aDrawing({ nameOf }), text),
      identityForm(aDrawing(), { caseId: caseId('1'), values: { name: text }, problems: [] }),
    ];

    expect(all.map(card => JSON.stringify(card)).filter(json => UNSEEN.test(json))).toEqual([]);
    expect(all.flatMap(inputsIn).map(({ value }) => value)).toContain('abcdé');
  });
});

describe('a card with the longest of everything', () => {
  it.each(inEachLanguage())('T20 stays within 20 KB, in %s', (_, d) => {
    const longest = ['æ'.repeat(200), '*'.repeat(200), '𝕏'.repeat(100), '"'.repeat(200)];

    const cards = longest.flatMap(text => cardsWith({ ...d, nameOf }, text));

    expect(cards.flatMap(faultsIn).filter(fault => fault.includes('bytes'))).toEqual([]);
  });
});
