import { type Statute } from '../domain/statute';
import { type Words } from '../i18n/words';
import { type Drawing } from './drawing';

type Says = Words['statute'][keyof Words['statute']];

/** The sign and its number on one line. */
const together = (citation: string): string => citation.replaceAll('§ ', '§\u00a0');

/** Which provision no longer holds, and the last day it did. */
export const ofStatute = ({ t, today }: Drawing, statute: Statute, says: Says): string =>
  says(together(statute.citation), t.date(statute.validTo ?? today));
