import { type Statute } from '../domain/statute';
import { type Words } from '../i18n/words';
import { type Drawing } from './drawing';

type Says = Words['statute'][keyof Words['statute']];

/** Which provision no longer holds, and the last day it did. */
export const ofStatute = ({ t, today }: Drawing, statute: Statute, says: Says): string =>
  says(statute.citation, t.date(statute.validTo ?? today));
