import { GAPS } from '../domain/action-choices';
import { type GapField, type GapProblem, type GapValues } from '../domain/check-gap';
import { type CaseId, type GapId } from '../domain/ids';
import { PARTNERS } from '../domain/people';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, choicesOf, many, pick } from './fields';
import { headed, privately } from './parts';
import { type Card, type Data, fill } from './template';

type Filled = {
  /** Just as it was typed and ticked, when the form comes back. */
  readonly values?: GapValues;
  readonly problems?: readonly GapProblem[];
};

const errorFor = ({ t }: Drawing, { field, problem }: GapProblem): string =>
  problem === 'missing' ? t.gap.unanswered[field] : t.gap.problems[problem];

const kept = (d: Drawing, { values = {}, problems = [] }: Filled, id: GapField) => {
  const found = problems.find(({ field }) => field === id);
  return {
    id,
    value: values[id],
    error: found === undefined ? undefined : errorFor(d, found),
    must: d.t.gap.unanswered[id],
  };
};

const categoryField = (d: Drawing, filled: Filled): Data =>
  pick(d.t, {
    ...kept(d, filled, 'category'),
    label: d.t.gap.category,
    choices: choicesOf(GAPS, d.t.action.gaps),
  });

/**
 * What is missing between the services (ux 15b). `caseId` says by which right it is reported, and goes no further; the
 * gap keeps nothing of it.
 */
export const gapForm = (d: Drawing, { caseId, ...filled }: Filled & { readonly caseId?: CaseId }): Card => {
  const { t, nonce } = d;
  const press = caseId === undefined ? { verb: 'record-own-gap' } : { verb: 'record-gap', caseId };
  const back = caseId === undefined ? { verb: 'close-view' } : { verb: 'open-case', caseId };
  const partners = choicesOf(PARTNERS, t.common.partners);
  return fill('gap-form', {
    ...headed(t, { eyebrow: t.gap.eyebrow, title: t.gap.question, lead: t.gap.aboutServices }),
    choices: [
      categoryField(d, filled),
      many({ ...kept(d, filled, 'partners'), label: t.gap.partners, choices: partners }),
    ],
    texts: [area({ ...kept(d, filled, 'missing'), label: t.gap.missing, placeholder: t.gap.example })],
    actions: [
      button(t.gap.report, { ...press, nonce }, { primary: true }),
      button(t.common.cancel, { ...back, nonce }, { leavesInputs: true }),
    ],
  });
};

/** The coordinator's question before the steering group reads it (ux 15c): the text can be put in other words first. */
export const gapClearing = (d: Drawing, { gapId, ...filled }: Filled & { readonly gapId: GapId }): Card => {
  const { t, nonce } = d;
  return fill('gap-form', {
    ...headed(t, { eyebrow: privately(t, t.gap.fresh), title: t.gap.mayBeRead, lead: t.gap.lookFor }),
    choices: [categoryField(d, filled)],
    texts: [area({ ...kept(d, filled, 'missing'), label: t.gap.shownText })],
    actions: [
      button(t.gap.clear, { verb: 'clear-gap', gapId, nonce }, { primary: true }),
      button(t.gap.hide, { verb: 'hide-gap', gapId, nonce }, { leavesInputs: true }),
      button(t.gap.eyebrow, { verb: 'open-gaps', nonce }, { leavesInputs: true }),
    ],
  });
};
