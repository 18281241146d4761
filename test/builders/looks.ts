import { type Look } from '../../src/domain/look';
import { agencyId, caseId, NOON, personId } from './ids';

/** The member of a hospital department opened the case and saw its summary. */
export const aLook = (over: Partial<Look> = {}): Look => ({
  place: `${over.at ?? NOON}/${'a'.repeat(64)}`,
  at: NOON,
  person: personId('medlem-dps'),
  agency: agencyId('kronstad-dps'),
  operation: 'open-case',
  subject: caseId(),
  caseId: caseId(),
  disclosed: [{ origin: agencyId('sosiale-tjenester'), section: 'summary' }],
  allowed: true,
  rule: 'open-case/member',
  ...over,
});
