import { type Words } from '../i18n/words';
import { headed } from './parts';
import { type Card, fill } from './template';

/** The only answer to what is written where others read along: nothing of anybody's stands there. */
export const writeInChatCard = (t: Words): Card =>
  fill('notice', {
    ...headed(t, { eyebrow: t.common.product, title: t.notice.writeInChat, lead: t.notice.writeInChatLead }),
    actions: [],
  });
