import { MINUTES } from '../domain/allotment';
import { minutesTaken, numbered } from './agenda-lines';
import { linesOf, type Shown } from './agenda-rows';
import { button } from './button';
import { type Drawing } from './drawing';
import { type Choice, optional, pick } from './fields';
import { headed, offered, privately } from './parts';
import { type Card, type Data, fill } from './template';

type Ordering = Shown & {
  /** As it was typed, where it is to be done again. */
  readonly values?: { readonly item?: string; readonly after?: string; readonly minutes?: string };
  readonly error?: string;
  /** The code of the case that was just moved. */
  readonly saved?: string;
};

/** Where a case can be moved: before all, or after another. */
const placesOf = ({ t }: Drawing, codes: readonly Choice[]): readonly Choice[] => [
  { title: t.agenda.order.first, value: 'first' },
  ...codes.map(({ title, value }) => ({ title: t.agenda.order.after(title), value })),
];

const fieldsOf = (
  d: Drawing,
  { values = {}, error }: Ordering,
  codes: readonly Choice[],
): readonly Data[] => {
  const { t } = d;
  const words = t.agenda.order;
  const minutes = MINUTES.map(n => ({ title: t.agenda.short(n), value: String(n) }));
  return [
    pick(t, { id: 'item', label: words.which, choices: codes, value: values.item, must: words.chooseCase }),
    pick(t, {
      id: 'after',
      label: optional(t, words.where),
      choices: placesOf(d, codes),
      value: values.after,
      error,
    }),
    pick(t, { id: 'minutes', label: optional(t, words.minutes), choices: minutes, value: values.minutes }),
  ];
};

/**
 * One case at a time: which, after which, and for how long. Two lists and no row of buttons to each case, so that forty
 * cases fit a phone; a place is told by the case before it, which holds when somebody else moves one meanwhile.
 */
export const orderForm = (d: Drawing, ordering: Ordering): Card => {
  const { t, nonce } = d;
  const { meeting, saved } = ordering;
  const words = t.agenda.order;
  const lines = linesOf(d, ordering).filter(({ number }) => number !== undefined);
  const codes = lines.map(line => ({ title: numbered(line), value: line.code }));
  const takes = words.takes(minutesTaken(d, meeting, lines));
  return fill('choices', {
    ...headed(t, {
      eyebrow: privately(t, t.agenda.title),
      title: words.title,
      lead: saved === undefined ? takes : `${words.saved(saved)} ${takes}`,
    }),
    choices: codes.length === 0 ? [] : fieldsOf(d, ordering, codes),
    actions: offered([
      [
        codes.length > 0,
        button(t.common.save, { verb: 'order-agenda', meetingId: meeting.id, nonce }, { primary: true }),
      ],
      [true, button(t.agenda.title, { verb: 'open-agenda', nonce }, { leavesInputs: true })],
    ]),
  });
};
