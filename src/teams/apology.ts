import { type Words, wordsFor } from '../i18n/words';
import { wordsAt } from './known';

const apologyIn = ({ refusal }: Words, correlation: string): string =>
  `${refusal.error.title}. ${refusal.error.lead} ${refusal.error.code(correlation)}`;

/** What somebody is told when a turn failed, before it is known who they are: by what their Teams speaks. */
export const apologyFor = (locale: string | undefined, correlation: string): string =>
  apologyIn(wordsFor(locale?.startsWith('nn') === true ? 'nn' : 'nb'), correlation);

/** What somebody is told who presses faster than the bot answers; nothing was done. */
export const tooFastFor = (locale: string | undefined): string =>
  wordsAt({ wordsFor }, locale).refusal.tooFast;
