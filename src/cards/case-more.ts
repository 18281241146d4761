import { type CaseOperation } from '../policy/operations';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { type Card } from './template';

/** Whether the reader may ask for this, of this case, now. */
export type Asks = (ask: CaseOperation) => boolean;
type Buttons = (d: Drawing, subject: CaseSubject, asks: Asks) => readonly Card[];

/** What else is done with a case, behind "…", each by who makes its card. */
const MORE: readonly Buttons[] = [];

export const moreActions: Buttons = (d, subject, asks) => MORE.flatMap(buttons => buttons(d, subject, asks));
