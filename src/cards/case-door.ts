import { button } from './button';
import { type Drawing } from './drawing';
import { headed } from './parts';
import { type Card, fill } from './template';
import { shown } from './text';

/**
 * A case somebody asked for in writing: the code they wrote, and a button that carries it. Whether there is such a case,
 * and whether it is theirs, is looked up when pressed: the card itself tells neither.
 */
export const caseDoorCard = ({ t, nonce }: Drawing, { code }: { readonly code: string }): Card =>
  fill('notice', {
    ...headed(t, { eyebrow: t.common.product, title: t.common.caseOf(shown(code)), lead: t.common.onlyYou }),
    actions: [button(t.common.openCase, { verb: 'open-by-code', code, nonce }, { primary: true })],
  });
