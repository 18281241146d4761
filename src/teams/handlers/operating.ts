import { type Deps } from '../deps';
import { onRetryMessage } from '../verbs/operating';

/** What keeps the messages going. */
export const operating = (deps: Deps) => ({ 'retry-message': onRetryMessage(deps) });
