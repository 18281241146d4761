import { aCase, anAction, doneAction } from '../builders/cases';
import { actionId, caseId, day, personId } from '../builders/ids';
import { AUTHOR, OWNER, putTaskIn, type Who } from './asking';
import { type Changing } from './changing';

const ACTION = { caseId: caseId(), actionId: actionId() };
const MEMBER = personId('medlem-dps');

type Verb = {
  readonly operation: string;
  readonly by: Who;
  readonly as?: string;
  readonly ask: Changing['ask'];
};

/** All of a task that has been offered to the author of its case. */
const onOffered = ({ operation, by, as = by, ask }: Verb): Changing => ({
  ...{ operation, by, ask },
  rule: `${operation}/${as}`,
  subject: caseId(),
  given: (house, over = {}) => {
    const kase = aCase({ state: 'mapping', ...over } as never);
    putTaskIn(house, { kase, action: anAction({ proposed: AUTHOR, proposedBy: OWNER }) });
  },
  tooLate: house => {
    putTaskIn(house, { kase: aCase({ state: 'mapping' }), action: doneAction() });
  },
});

/** Who does a task, whether it is to be done, and when its owner hears of it. */
export const DELEGATION_VERBS: readonly Changing[] = [
  onOffered({
    ...{ operation: 'mute-action', by: 'owner' },
    ask: (does, asked) =>
      does.muteAction({ ...asked, ...ACTION, until: day('2026-12-14'), reason: 'other-first' }),
  }),
  onOffered({
    ...{ operation: 'propose-hand-over', by: 'owner' },
    ask: (does, asked) => does.proposeHandOver({ ...asked, ...ACTION, owner: MEMBER }),
  }),
  onOffered({
    ...{ operation: 'accept-hand-over', by: 'author', as: 'proposed' },
    ask: (does, asked) => does.acceptHandOver({ ...asked, ...ACTION }),
  }),
  onOffered({
    ...{ operation: 'decline-hand-over', by: 'author', as: 'proposed' },
    ask: (does, asked) => does.declineHandOver({ ...asked, ...ACTION }),
  }),
  onOffered({
    ...{ operation: 'cancel-action', by: 'coordinator' },
    ask: (does, asked) => does.cancelAction({ ...asked, ...ACTION, reason: 'mistake' }),
  }),
  onOffered({
    ...{ operation: 'reassign-action', by: 'coordinator' },
    ask: (does, asked) => does.reassignAction({ ...asked, ...ACTION, owner: MEMBER, reason: 'owner-left' }),
  }),
];
