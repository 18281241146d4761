import { doneCard } from '../../cards/done';
import { identityForm } from '../../cards/identity-form';
import { type Deps } from '../deps';
import { changes, type Handler, reads, Typed } from '../handler';
import { checkIdentity } from '../identity-number';
import { refusedOr } from '../refused';
import { given, OfCase, OfDraft } from '../submissions';
import { reviewOrForm } from './referral';

const IDENTITY = { name: Typed, nin: Typed, 'birth-year': Typed };
const DraftIdentity = OfDraft.extend(IDENTITY);
const CaseIdentity = OfCase.extend(IDENTITY);

const valuesOf = (
  draft: { readonly name?: string; readonly number?: string; readonly birthYear?: number } = {},
) => given({ name: draft.name, nin: draft.number, 'birth-year': draft.birthYear?.toString() });

export const onStartIdentity = ({ does }: Deps): Handler =>
  reads(OfDraft, async ({ asked, d }, { draftId }) => {
    const draft = await does.editDraft({ ...asked, draftId });
    return refusedOr(d, draft, ({ identity }) =>
      identityForm(d, { draftId, values: valuesOf(identity), problems: [] }),
    );
  });

export const onNameCandidate = ({ does, syntheticAllowed }: Deps): Handler =>
  changes(DraftIdentity, async ({ asked, d }, { draftId, ...values }) => {
    const checked = checkIdentity(values, { syntheticAllowed, today: d.today });
    if (!checked.ok) return identityForm(d, { draftId, values: given(values), problems: checked.error });
    const named = await does.nameDraft({ ...asked, draftId, identity: checked.value });
    return refusedOr(d, named, reviewed => reviewOrForm(d, reviewed));
  });

export const onLeaveNameOut = ({ does }: Deps): Handler =>
  changes(OfDraft, async ({ asked, d }, { draftId }) => {
    const unnamed = await does.nameDraft({ ...asked, draftId, identity: null });
    return refusedOr(d, unnamed, reviewed => reviewOrForm(d, reviewed));
  });

export const onStartCaseIdentity = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) => {
    const found = await does.startIdentity({ ...asked, caseId });
    return refusedOr(d, found, () => identityForm(d, { caseId, values: {}, problems: [] }));
  });

export const onNameCaseCandidate = ({ does, syntheticAllowed }: Deps): Handler =>
  changes(CaseIdentity, async ({ asked, d }, { caseId, ...values }) => {
    const checked = checkIdentity(values, { syntheticAllowed, today: d.today });
    if (!checked.ok) return identityForm(d, { caseId, values: given(values), problems: checked.error });
    const named = await does.nameCandidate({ ...asked, caseId, identity: checked.value });
    return refusedOr(d, named, kase => doneCard(d, { kase, what: 'candidate-named' }));
  });
