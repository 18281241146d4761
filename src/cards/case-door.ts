import { type CaseId } from '../domain/ids';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed } from './parts';
import { type Card, fill } from './template';
import { shown } from './text';

/** A case somebody asked for in writing: the code they wrote, and a button. Whether it is theirs shows when pressed. */
export const caseDoorCard = (
  { t, nonce }: Drawing,
  { caseId, code }: { readonly caseId: CaseId; readonly code: string },
): Card =>
  fill('notice', {
    ...headed(t, { eyebrow: t.common.product, title: t.common.caseOf(shown(code)), lead: t.common.onlyYou }),
    actions: [button(t.common.openCase, { verb: 'open-case', caseId, nonce }, { primary: true })],
  });
