import { type Digest, type Written } from '../../audit/event';
import { type Document, type Step } from '../database/steps';
import { printIn } from '../database/version';
import { isCovered, printOf } from './print';

const after = (document: Document, digest: Digest): Pick<Written, 'after'> => ({
  after: digest(printOf(document)),
});
const before = (print: string | undefined, digest: Digest): Pick<Written, 'before'> =>
  print === undefined ? {} : { before: digest(print) };

const writtenBy = (step: Step, digest: Digest): readonly Written[] => {
  switch (step.do) {
    case 'create':
      return isCovered(step.document) ? [{ id: step.document.id, ...after(step.document, digest) }] : [];
    case 'replace':
      return isCovered(step.document)
        ? [
            {
              id: step.document.id,
              ...before(printIn(step.version), digest),
              ...after(step.document, digest),
            },
          ]
        : [];
    case 'remove':
      return [{ id: step.id, ...before(printIn(step.version), digest) }];
    case 'put':
    case 'set':
      return [];
  }
};

/** The documents that a batch changes; one that is only written again, as it was, is not named. */
export const writtenIn = (steps: readonly Step[], digest: Digest): readonly Written[] =>
  steps
    .flatMap(step => writtenBy(step, digest))
    .filter(written => written.before === undefined || written.before !== written.after);
