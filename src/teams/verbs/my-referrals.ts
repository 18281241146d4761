import { doneCard } from '../../cards/done';
import { informedForm } from '../../cards/informed-form';
import { myReferralsCard } from '../../cards/my-referrals';
import { referralForm } from '../../cards/referral-form';
import { CHOICES } from '../../domain/referral';
import { z } from 'zod';
import { type Drawing } from '../../cards/drawing';
import { type Card } from '../../cards/template';
import { type Case, isEnded } from '../../domain/case';
import { type MyReferrals } from '../../use-cases/list-my-referrals';
import { type Deps } from '../deps';
import { doneOr } from '../done';
import { changes, type Handler, Nothing, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, OfDraft, ReferralInputs } from '../submissions';

/** Ten rows to a list; newest first, drafts before what was sent. */
const MOST = 10;

/** How a case ended never stands in a message (domain.md §13): *Vis flere*, which is a press, shows those too. */
const speakable = (cases: readonly Case[], place: Turn['place']): readonly Case[] =>
  place === 'message' ? cases.filter(kase => !isEnded(kase)) : cases;

const mineCard = (d: Drawing, { cases, drafts }: MyReferrals, place: Turn['place']): Card => {
  const rows = speakable(cases, place).slice(0, MOST);
  return myReferralsCard(d, { cases: rows, drafts: drafts.slice(0, MOST), more: rows.length < cases.length });
};

export const onListMyReferrals = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d, place }) =>
    refusedOr(d, await does.listMyReferrals(asked), mine => mineCard(d, mine, place)),
  );

export const onDeleteDraft = ({ does }: Deps): Handler =>
  changes(OfDraft, async ({ asked, d }, { draftId }) => {
    const gone = await does.deleteDraft({ ...asked, draftId });
    if (!gone.ok) return refusedOr(d, gone, () => ({}));
    const mine = await does.listMyReferrals(asked);
    return refusedOr(d, mine, list => mineCard(d, list, 'chat'));
  });

export const onStartInformed = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) => {
    const found = await does.startInformed({ ...asked, caseId });
    return refusedOr(d, found, ({ kase }) => informedForm(d, { kase }));
  });

const Informed = OfCase.extend({
  informed: z.enum(CHOICES.informed),
  'contact-consent': z.enum(CHOICES['contact-consent']),
});

export const onRecordInformed = ({ does }: Deps): Handler =>
  changes(Informed, async (turn, { caseId, informed, 'contact-consent': contactConsent }) => {
    const done = await does.recordInformed({ ...turn.asked, caseId, informed, contactConsent });
    return doneOr({ does }, turn, { done, what: 'informed-recorded' });
  });

export const onStartInformation = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) => {
    const found = await does.startInformation({ ...asked, caseId });
    return refusedOr(d, found, ({ kase, values }) =>
      referralForm(d, { caseId, code: kase.code, values, problems: [] }),
    );
  });

export const onAddInformation = ({ does }: Deps): Handler =>
  changes(OfCase.extend(ReferralInputs.shape), async ({ asked, d }, { caseId, ...inputs }) => {
    const values = given(inputs);
    const added = await does.addInformation({ ...asked, caseId, values });
    return refusedOr(d, added, value =>
      'kase' in value
        ? doneCard(d, { kase: value.kase, what: 'information-added' })
        : referralForm(d, { caseId, values, problems: value.problems }),
    );
  });

export const onWithdrawReferral = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) => {
    const withdrawn = await does.withdrawReferral({ ...asked, caseId });
    return refusedOr(d, withdrawn, kase => doneCard(d, { kase, what: 'referral-withdrawn' }));
  });
