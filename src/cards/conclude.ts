import { type Case } from '../domain/case';
import { END_REASONS } from '../domain/reasons';
import { button } from './button';
import { carriedBy } from './case-asking';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { choicesOf, radio } from './fields';
import { headed, note, offered, privately } from './parts';
import { may } from '../policy/may';
import { sharedTasks } from '../domain/incident';
import { type Card, fill } from './template';

/** The way to the form, for whoever may end the case: the chair of the next meeting, too. */
export const concludeButtons = (d: Drawing, subject: CaseSubject): readonly Card[] => {
  const { kase, next } = subject;
  const seat = next === undefined ? {} : { meeting: next };
  return offered([
    [
      may(d.reader, { about: 'case', ask: 'conclude-case', kase, ...seat }),
      button(
        d.t.conclusion.conclude,
        { verb: 'start-conclude-case', ...carriedBy(d, subject) },
        { rare: true },
      ),
    ],
  ]);
};

const leadOf = ({ t }: Drawing, kase: Case): string => {
  const open = sharedTasks(kase).filter(({ state }) => state === 'open' || state === 'blocked').length;
  const { sharingStops, openActions } = t.conclusion;
  return open === 0 ? sharingStops : `${sharingStops} ${openActions(open)}`;
};

/** Why the case ends, and what follows (ux 06f). */
export const concludeForm = (d: Drawing, { kase }: { readonly kase: Case }): Card => {
  const { t, nonce } = d;
  const words = t.conclusion;
  const carried = { caseId: kase.id, nonce };
  return fill('conclusion', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: words.why,
      lead: leadOf(d, kase),
    }),
    reason: radio({
      id: 'reason',
      label: words.reason,
      choices: choicesOf(END_REASONS, t.kase.endReasons),
      must: words.chooseReason,
    }),
    notes: [note({ style: 'accent', text: words.afterwards })],
    actions: [
      button(words.really, { verb: 'conclude-case', ...carried }, { danger: true }),
      button(t.common.cancel, { verb: 'open-case', ...carried }, { leavesInputs: true }),
    ],
  });
};
