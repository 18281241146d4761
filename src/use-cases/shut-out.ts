import { type CaseId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type Asked } from './asked';

/** What was shown to somebody who may no longer see it is taken out of their chat. */
export const shutOut = ({
  caseId,
  at: stoppedAt,
}: Pick<Asked, 'at'> & { readonly caseId: CaseId }): Errand => ({
  kind: 'find-messages',
  caseId,
  stoppedAt,
  losing: true,
});
