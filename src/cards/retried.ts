import { button } from './button';
import { type Drawing } from './drawing';
import { headed, note } from './parts';
import { type Card, fill } from './template';

/** The letter is on its way again, if it is still true. */
export const retriedCard = ({ t, nonce }: Drawing): Card =>
  fill('done', {
    ...headed(t, { eyebrow: t.inbox.title, title: t.inbox.retried }),
    done: note({ style: 'accent', text: t.inbox.retriedLead }),
    actions: [
      button(t.inbox.title, { verb: 'open-inbox', nonce }, { primary: true }),
      button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true }),
    ],
  });
