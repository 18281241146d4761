import { receiptCard } from '../../cards/receipt';
import { referralForm } from '../../cards/referral-form';
import { refusalCard } from '../../cards/refusals';
import { reviewCard } from '../../cards/referral-review';
import { type Card } from '../../cards/template';
import { type Drawing } from '../../cards/drawing';
import { newCaseId } from '../../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../../domain/refusal';
import { may } from '../../policy/may';
import { err, ok, type Result } from '../../result';
import { type Reviewed } from '../../use-cases/review-referral';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads } from '../handler';
import { refusedOr } from '../refused';
import { given, OfDraft, ReferralInputs } from '../submissions';

const DraftForm = OfDraft.extend(ReferralInputs.shape);

/** An empty form under a fresh id; nothing is stored before something is filled in. */
export const onStartReferral = ({ world }: Deps): Handler =>
  reads(Nothing, ({ asked, d }) => {
    const allowed = may(asked.by.person, { about: 'role', ask: 'start-referral' });
    const draftId: Result<ReturnType<typeof newCaseId>, Refusal> = allowed
      ? ok(newCaseId(world.derive, asked.commandId))
      : err(NOT_AVAILABLE);
    return Promise.resolve(
      refusedOr(d, draftId, id => referralForm(d, { draftId: id, values: {}, problems: [] })),
    );
  });

export const onEditDraft = ({ does }: Deps): Handler =>
  reads(OfDraft, async ({ asked, d }, { draftId }) => {
    const draft = await does.editDraft({ ...asked, draftId });
    return refusedOr(d, draft, ({ values }) => referralForm(d, { draftId, values, problems: [] }));
  });

export const onSaveDraft = ({ does }: Deps): Handler =>
  changes(DraftForm, async ({ asked, d }, { draftId, ...values }) => {
    const saved = await does.saveDraft({ ...asked, draftId, values: given(values) });
    return refusedOr(d, saved, draft =>
      referralForm(d, { draftId, values: draft.values, problems: [], saved: true }),
    );
  });

/** The review when every field is right; otherwise the form, with what is wrong beside the field. */
export const reviewOrForm = (d: Drawing, reviewed: Reviewed): Card => {
  const { id: draftId, values, identity } = reviewed.draft;
  return 'problems' in reviewed
    ? referralForm(d, { draftId, values, problems: reviewed.problems })
    : reviewCard(d, {
        draftId,
        referral: reviewed.referral,
        ...(identity === undefined ? {} : { identity }),
      });
};

export const onReviewReferral = ({ does }: Deps): Handler =>
  changes(DraftForm, async ({ asked, d }, { draftId, ...values }) => {
    const reviewed = await does.reviewReferral({ ...asked, draftId, values: given(values) });
    return refusedOr(d, reviewed, value => reviewOrForm(d, value));
  });

export const onSubmitReferral = ({ does }: Deps): Handler =>
  changes(OfDraft, async ({ asked, d }, { draftId }) => {
    const sent = await does.submitReferral({ ...asked, draftId });
    if (!sent.ok) return refusalCard(d, sent.error);
    const { value } = sent;
    if (!('kase' in value))
      return referralForm(d, { draftId, values: value.draft.values, problems: value.problems });
    const { on: earliest } = await does.whenNext(asked);
    return receiptCard(d, { kase: value.kase, earliest });
  });
