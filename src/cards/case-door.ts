import { button } from './button';
import { type Drawing } from './drawing';
import { headed } from './parts';
import { type Card, fill } from './template';

/** What is behind the door: the case, or the log of who has opened it. */
export type Room = 'case' | 'log';

/**
 * A case somebody asked for in writing: the code they wrote, spelled as codes are, and a button that carries it. Whether there is such a case,
 * and whether it is theirs, is looked up when pressed: the card itself tells neither.
 */
export const caseDoorCard = (
  { t, nonce }: Drawing,
  { code, room = 'case' }: { readonly code: string; readonly room?: Room },
): Card =>
  fill('notice', {
    ...headed(t, { eyebrow: t.common.product, title: t.common.caseOf(code), lead: t.common.onlyYou }),
    actions: [
      room === 'case'
        ? button(t.common.openCase, { verb: 'open-by-code', code, nonce }, { primary: true })
        : button(t.lookups.log.open, { verb: 'open-access-log', code, nonce }, { primary: true }),
    ],
  });
