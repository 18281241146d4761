import { type ActionBrief } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { mayReadEnd } from '../policy/visible-process';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { facts, headed, privately } from './parts';
import { momentInWords } from './sharing-words';
import { type Card, fill } from './template';
import { sharedTasks } from '../domain/incident';
import { unfolded } from './unfolded';

/** One press, the consequence to read, and no reason asked (ux 07e). */
export const withdrawing = ({ t, nonce }: Drawing, { id: caseId }: Case): Card =>
  unfolding(
    t.withdrawal.withdraw,
    unfolded(
      { lines: [t.withdrawal.means] },
      button(t.withdrawal.yes, { verb: 'withdraw-consent', caseId, nonce }, { danger: true }),
    ),
  );

/** Those not done when it happened: cancelled now, or about to be. */
const stopping = (kase: Case): readonly ActionBrief[] =>
  sharedTasks(kase).filter(({ state }) => state !== 'done');
const ownersOf = (actions: readonly ActionBrief[]): number =>
  new Set(actions.flatMap(({ owner, standIn }) => (standIn === undefined ? [owner] : [owner, standIn]))).size;

const whatStops = ({ t }: Drawing, kase: Case) => {
  const actions = stopping(kase);
  return actions.length === 0
    ? facts([])
    : facts([
        [t.withdrawal.actions, t.number(actions.length)],
        [t.withdrawal.told, t.withdrawal.owners(ownersOf(actions))],
      ]);
};

const wordsFor = (d: Drawing, kase: Case) => ({
  title: d.t.common.states.withdrawn,
  lead: d.t.withdrawal.stopped(momentInWords(d, kase.since)),
});

/** That it stopped is all a member needs; the author and the coordinator hear what stops with it (ux 07g). */
export const consentWithdrawn = (d: Drawing, { kase }: { readonly kase: Case }): Card => {
  const { t, reader, nonce } = d;
  const isTold = mayReadEnd(reader, kase);
  const words = isTold ? wordsFor(d, kase) : { title: t.withdrawal.shut, lead: t.withdrawal.shutLead };
  return fill('plain-view', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(kase.code)), ...words }),
    ...(isTold ? whatStops(d, kase) : facts([])),
    actions: [button(t.common.close, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true })],
  });
};
