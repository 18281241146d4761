import { type Case } from '../domain/case';
import { button, type Carried } from './button';
import { leadOf } from './case-facts';
import { type Drawing } from './drawing';
import { processOf } from './next-step';
import { headed, note, privately } from './parts';
import { type Card, fill } from './template';

type Again = { readonly title: string; readonly verb: string } & Carried;

/** Somebody was first (ux 17b): the case as it stands now, and the way back to what was being done. */
export const staleCard = (d: Drawing, kase: Case, { title, ...press }: Again): Card => {
  const { t, nonce } = d;
  return fill('stale', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.common.states[kase.state],
      lead: leadOf(d, processOf(d, kase)),
    }),
    ...note({
      style: 'accent',
      title: t.refusal.kinds['changed-meanwhile'].title,
      text: t.refusal.asItStands,
    }),
    actions: [
      button(title, { ...press, nonce }, { primary: true }),
      button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }),
    ],
  });
};
