import { z } from 'zod';
import { sharingOwnerCard, sharingReceiverCard, sharingShutCard } from '../../cards/sharing';
import { sharingForm } from '../../cards/sharing-form';
import { reviewedCard, reviewsCard, sharingReviewCard } from '../../cards/sharing-review';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type CaseId } from '../../domain/ids';
import { SHARING_FIELDS, type SharingProblem, type SharingValues } from '../../domain/check-sharing';
import { LONGEST_TEXT } from '../../domain/draft';
import { awaitsReview, sharingIn, VERDICTS } from '../../domain/sharing';
import { SharingId } from '../../ids';
import { type OpenedSharing } from '../../use-cases/open-sharing';
import { holdsPerson } from '../chat-guard';
import { type Deps } from '../deps';
import { noteExpired } from '../expired-statutes';
import { changes, type Handler, Nothing, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, texts } from '../submissions';

const OfSharing = OfCase.extend({ sharingId: SharingId });

type Filled = { readonly values?: SharingValues; readonly problems?: readonly SharingProblem[] };

const formFor = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, ...filled }: Filled & { readonly caseId: CaseId },
): Promise<Card> =>
  refusedOr(d, await does.startSharing({ ...asked, caseId }), found =>
    sharingForm(d, { ...found, ...filled }),
  );

export const onStartSharing = (deps: Deps): Handler =>
  reads(OfCase, (turn, { caseId }) => formFor(deps, turn, { caseId }));

export const onShareExceptionally = (deps: Deps): Handler =>
  changes(OfCase.extend(texts(SHARING_FIELDS)), async (turn, { caseId, ...inputs }) => {
    const { asked, d } = turn;
    const values = given(inputs);
    const shared = await deps.does.shareExceptionally({ ...asked, caseId, values, holdsPerson });
    if (!shared.ok) return refusalCard(d, shared.error, caseId);
    if ('problems' in shared.value) {
      noteExpired(deps, shared.value.problems);
      return formFor(deps, turn, { caseId, values, problems: shared.value.problems });
    }
    return sharingOwnerCard(d, { ...shared.value, words: {}, now: asked.at });
  });

/** As whom it is opened: to read what was sent, to judge it while there is time, or to see what the own agency did. */
const openedCard = ({ asked, d }: Pick<Turn, 'asked' | 'd'>, opened: OpenedSharing): Card => {
  const { as, live, sharing } = opened;
  const now = asked.at;
  if (as.includes('receiver')) return live ? sharingReceiverCard(d, opened) : sharingShutCard(d, opened);
  const judges = as.includes('sharing-leader') && (awaitsReview(sharing, now) || !as.includes('sharer'));
  return judges ? sharingReviewCard(d, { ...opened, now }) : sharingOwnerCard(d, { ...opened, now });
};

export const onOpenSharing = ({ does }: Deps): Handler =>
  reads(OfSharing, async (turn, key) =>
    refusedOr(turn.d, await does.openSharing({ ...turn.asked, ...key }), opened => openedCard(turn, opened)),
  );

export const onEndSharing = ({ does }: Deps): Handler =>
  changes(OfSharing, async ({ asked, d }, key) =>
    refusedOr(d, await does.endSharing({ ...asked, ...key }), kase => {
      const sharing = sharingIn(kase, key.sharingId);
      return sharing === undefined
        ? {}
        : sharingOwnerCard(d, { kase, sharing, words: {}, now: sharing.endedAt ?? asked.at });
    }),
  );

const problemIn = (remark: string): 'too-long' | 'holds-number' | undefined => {
  if (remark.length > LONGEST_TEXT) return 'too-long';
  return holdsPerson(remark) ? 'holds-number' : undefined;
};

const Reviewed = OfSharing.extend({ verdict: z.enum(VERDICTS), remark: Typed });

export const onReviewSharing = ({ does }: Deps): Handler =>
  changes(Reviewed, async ({ asked, d }, { verdict, remark: written = '', ...key }) => {
    const remark = written.trim();
    const problem = problemIn(remark);
    if (problem !== undefined)
      return refusedOr(d, await does.openSharing({ ...asked, ...key }), opened =>
        opened.as.includes('sharing-leader')
          ? sharingReviewCard(d, { ...opened, now: asked.at, problem, typed: { verdict, remark } })
          : openedCard({ asked, d }, opened),
      );
    const reviewed = await does.reviewSharing({ ...asked, ...key, verdict, remark });
    return refusedOr(d, reviewed, kase => reviewedCard(d, { kase }));
  });

export const onListReviews = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) =>
    refusedOr(d, await does.listReviews(asked), awaited => reviewsCard(d, awaited)),
  );
