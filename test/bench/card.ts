import { Template } from 'adaptivecards-templating';
import { z } from 'zod';
import { wholeAgendaCard } from '../../src/cards/agenda-whole';
import { minutesCard } from '../../src/cards/minutes';
import { referralForm } from '../../src/cards/referral-form';
import { type Card, type Data, filled } from '../../src/cards/template';
import { anItem, aPlannedMeeting, codeOf, nameOf } from '../cards/group-subjects';
import { approvedMeeting, manyItems, opened, shownMinutes } from '../cards/minutes-subjects';
import { aDrawing, at, caseId, coordinator } from '../cards/subjects';
import { type Bench } from './figure';
import { openGrounds } from './grounds';
import { compared, ms } from './measure';

const d = aDrawing({ reader: coordinator, nameOf });
const items = Array.from({ length: 40 }, (_, n) =>
  anItem({ number: n + 1, caseId: caseId(String(n)), code: codeOf(n + 10) }),
);
const agenda = items.map(({ caseId: id }) => id);
const meeting = aPlannedMeeting({ publishedAt: at('2026-11-19T12:00:00Z'), agenda });
const minutes = shownMinutes({ items: manyItems });

type Drawn = { readonly name: string; readonly draw: () => Card };
/** The ones with most on them. */
const LARGE: readonly Drawn[] = [
  {
    name: 'the referral form',
    draw: () => referralForm(d, { draftId: caseId('a'), values: {}, problems: [] }),
  },
  {
    name: 'the whole agenda',
    draw: () => wholeAgendaCard(d, { meeting, entries: [], items, after: undefined }),
  },
  {
    name: 'minutes',
    draw: () => minutesCard(d, { ...opened, meeting: approvedMeeting, minutes }),
  },
];
type Filling = { readonly template: Template; readonly data: Data };
/** What the card is filled with, and which template: it is asked just this while the card is drawn. */
const fillingOf = ({ draw }: Drawn): Filling => {
  draw();
  const asked: Filling[] = [];
  const usual = Object.getOwnPropertyDescriptor(Template.prototype, 'expand') ?? {};
  Template.prototype.expand = function (this: Template, { $root }) {
    asked.push({ template: this, data: z.record(z.string(), z.unknown()).parse($root) });
    return {};
  };
  draw();
  Object.defineProperty(Template.prototype, 'expand', usual);
  const last = asked.at(-1);
  if (last === undefined) throw new Error('a card that no template made');
  return last;
};
const bytesOf = ({ draw }: Drawn): number => Buffer.byteLength(JSON.stringify(draw()));

const MICROSECONDS = 1_000;
const micro = (taken: number): string => `${(taken * MICROSECONDS).toFixed(0)} µs`;
const BYTES = 1_024;
const percent = (share: number): number => share * 100;

/** Everything between what a card shows and the card: its data, its template, its words. */
export const card: Bench = {
  id: 'B8',
  name: 'card',
  run: async () => {
    const [largest] = [...LARGE].sort((one, other) => bytesOf(other) - bytesOf(one));
    if (largest === undefined) return [];
    const [form] = LARGE;
    const grounds = await openGrounds();
    const author = grounds.player('innmelder-mo');
    const { template, data } = fillingOf(largest);
    const { ms: taken, ratios } = await compared([
      { name: 'filling', once: () => filled(template, data) },
      { name: 'library', once: (): unknown => template.expand({ $root: data }) },
      { name: 'largest', once: largest.draw },
      { name: 'form', once: () => form?.draw() },
      { name: 'turn', once: () => author.sends('start-referral', { nonce: 'card' }) },
    ]);
    await grounds.leave();
    const [filling = 0, library = 0, drawing = 0, , turn = 0] = taken;
    const size = `${largest.name}, ${(bytesOf(largest) / BYTES).toFixed(1)} KB`;
    return [
      {
        ...{ bench: 'B8', measure: 'filling the largest card', value: filling * MICROSECONDS, unit: 'µs' },
        target: { atMost: 300 },
        from: `${size}; the library alone ${micro(library)}, with its data ${micro(drawing)}`,
      },
      {
        ...{
          bench: 'B8',
          measure: 'its share of a turn',
          value: percent(ratios[3] ?? Number.NaN),
          unit: '%',
        },
        target: { atMost: 15 },
        from: `the referral form of ${ms(turn)}`,
      },
    ];
  },
};
