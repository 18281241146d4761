import { type CaseCode } from '../domain/code';
import { type Words } from '../i18n/words';
import { button } from './button';
import { headed } from './parts';
import { type Card, fill } from './template';

/**
 * A case that somebody found, to be put into a message that others read: its code, and a button that asks whether
 * whoever presses may open it. Its mark is nobody's, for it changes nothing.
 */
export const foundCaseCard = (t: Words, code: CaseCode): Card =>
  fill('notice', {
    ...headed(t, {
      eyebrow: t.common.product,
      title: t.common.caseOf(code),
      lead: t.extension.lead(code),
    }),
    actions: [button(t.common.openCase, { verb: 'open-by-code', code }, { primary: true })],
  });
