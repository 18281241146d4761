import { type Look } from '../domain/look';
import { button } from './button';
import { type Drawing } from './drawing';
import { seenInWords, whenInWords } from './looks';
import { headed, offered } from './parts';
import { type Card, type Data, fill } from './template';

type MyLookups = {
  readonly rows: readonly { readonly look: Look; readonly code?: string }[];
  /** Where older ones begin, when there are any. */
  readonly older?: Look['place'];
};

const lookupRow = (d: Drawing, { look, code }: MyLookups['rows'][number]): Data => {
  const { lookups } = d.t;
  return {
    when: whenInWords(d, look.at),
    what: look.allowed ? lookups.saw(seenInWords(d.t, look)) : lookups.unavailable,
    lines: code === undefined ? [] : [code],
  };
};

/** What the reader has opened in the last thirty days, newest first (ux 16a). */
export const lookupsCard = (d: Drawing, { rows, older }: MyLookups): Card => {
  const { t, nonce } = d;
  const { eyebrow, title, lead, none } = t.lookups;
  return fill('log', {
    ...headed(t, { eyebrow, title: rows.length === 0 ? none : title, lead }),
    rows: rows.map(row => lookupRow(d, row)),
    actions: offered([
      [older !== undefined, button(t.lookups.older, { verb: 'list-my-lookups', before: older ?? '', nonce })],
      [true, button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
    ]),
  });
};
