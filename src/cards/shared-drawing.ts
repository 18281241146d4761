import { type Drawing } from './drawing';

/** A card everyone in the channel sees: it has no reader, and its outbox id is what its buttons carry as nonce. */
export type SharedDrawing = Omit<Drawing, 'reader' | 'nonce'> & { readonly id: string };
/** What both kinds know: enough for words, days and names, not for anything that depends on who reads. */
export type Setting = Omit<Drawing, 'reader' | 'nonce'>;
