import { type CaseCode } from '../domain/code';
import { DRAFT_DAYS, type FieldProblem, type FormValues } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { QUESTIONS } from '../domain/referral';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { headed, note, only, privately } from './parts';
import { referralAnswers, referralWords } from './referral-fields';
import { type FieldErrors, fieldErrors } from './referral-problems';
import { type Card, type Data, saying } from './template';
import { unfolded } from './unfolded';

export type ReferralForm = {
  /** The draft that is written in. */
  readonly draftId?: CaseId;
  /** A referral that was sent, and gets more information; its code stands above. */
  readonly caseId?: CaseId;
  readonly code?: CaseCode;
  readonly values: FormValues;
  readonly problems: readonly FieldProblem[];
  /** The draft was just kept, and the same form goes on. */
  readonly saved?: boolean;
};

const headOf = ({ t }: Drawing, { caseId, code }: ReferralForm): Data => {
  const { sending, common } = t;
  if (caseId === undefined)
    return headed(t, {
      eyebrow: sending.eyebrow,
      title: sending.title,
      lead: sending.lead(QUESTIONS.length),
    });
  const eyebrow = code === undefined ? common.onlyYou : privately(t, common.caseOf(code));
  return headed(t, { eyebrow, title: sending.addTitle, lead: sending.addLead });
};

/** `attention` is for this alone: a list of what to correct, in the order of the fields. */
const summaryOf = ({ t }: Drawing, errors: FieldErrors): readonly Data[] => {
  const found = Object.values(errors);
  return only(found.length > 0, () =>
    note({
      style: 'attention',
      title: t.sending.correct(found.length),
      text: found.map(error => `- ${error}`).join('\r'),
    }),
  );
};

const savedNote = ({ t }: Drawing, { saved = false }: ReferralForm): readonly Data[] =>
  only(saved, () =>
    note({ style: 'accent', title: t.sending.saved, text: t.sending.savedMeans(DRAFT_DAYS) }),
  );

const deletion = ({ t, nonce }: Drawing, draftId: CaseId): Card =>
  unfolding(
    t.sending.deleteDraft,
    unfolded(
      { lines: [t.sending.deleteDraftMeans] },
      button(
        t.sending.deleteDraftYes,
        { verb: 'delete-draft', draftId, nonce },
        { danger: true, leavesInputs: true },
      ),
    ),
    { rare: true },
  );

const draftActions = (d: Drawing, draftId: CaseId | undefined): readonly Card[] => {
  const { t, nonce } = d;
  const carried = { ...(draftId === undefined ? {} : { draftId }), nonce };
  return [
    button(t.sending.review, { verb: 'review-referral', ...carried }, { primary: true }),
    button(t.sending.saveDraft, { verb: 'save-draft', ...carried }),
    button(t.common.cancel, { verb: 'list-my-referrals', nonce }, { leavesInputs: true }),
    ...(draftId === undefined ? [] : [deletion(d, draftId)]),
  ];
};

const caseActions = ({ t, nonce }: Drawing, caseId: CaseId): readonly Card[] => [
  button(t.sending.sendInformation, { verb: 'add-information', caseId, nonce }, { primary: true }),
  button(t.common.cancel, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
];

const clean = saying('referral-form', t => referralWords(t, false));
const marked = saying('referral-form', t => referralWords(t, true));

/** What must be answered, the rest folded (ux 02a–02c). Nothing is required: what is typed can always be kept. */
export const referralForm = (d: Drawing, form: ReferralForm): Card => {
  const { t, reader } = d;
  const errors = fieldErrors(t, form.problems);
  const values = { 'my-contact': reader.workPhone ?? '', ...form.values };
  const layout = form.problems.length > 0 ? marked : clean;
  return layout(t, {
    ...headOf(d, form),
    notes: [...savedNote(d, form), ...summaryOf(d, errors)],
    ...referralAnswers({ values, errors }),
    actions: form.caseId === undefined ? draftActions(d, form.draftId) : caseActions(d, form.caseId),
  });
};
