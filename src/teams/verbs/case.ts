import { z } from 'zod';
import { caseCard } from '../../cards/case';
import { doneCard } from '../../cards/done';
import { inboxCard } from '../../cards/inbox';
import { myReferralCard } from '../../cards/my-referral';
import { noLongerAvailableCard } from '../../cards/refusals';
import { type Person } from '../../domain/people';
import { type Card } from '../../cards/template';
import { MISSING } from '../../domain/case';
import { holdsNumber } from '../../domain/check-referral';
import { isCaseCode, spellCode } from '../../domain/code';
import { joinReferral } from '../../domain/content';
import { LONGEST_TEXT } from '../../domain/draft';
import { type CaseId, noCaseId } from '../../domain/ids';
import { LocalDate } from '../../ids';
import { type Asked } from '../../use-cases/asked';
import { type OpenedCase } from '../../use-cases/open-case';
import { type World } from '../../use-cases/world';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';

export const onOpenInbox = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) =>
    refusedOr(d, await does.openInbox(asked), inbox => inboxCard(d, inbox)),
  );

const around = ({ found, linked }: OpenedCase) => ({
  ...(found === undefined ? {} : { meeting: found.meeting, item: found.file.item }),
  ...(linked === undefined ? {} : { linked }),
});

/** Who only sits in the group learns no more than that it is over (domain.md §14). */
const isOver = ({ kase }: OpenedCase, { id, roles }: Person): boolean =>
  (kase.state === 'withdrawn' || kase.state === 'referral-withdrawn') &&
  kase.author !== id &&
  !roles.includes('coordinator');

/** What the author sees of the own referral; everyone else sees the case as `visible` gives it. */
export const openedCard = ({ d, place }: Turn, opened: OpenedCase): Card => {
  const { kase, seen, nextOn, details } = opened;
  if (isOver(opened, d.reader)) return noLongerAvailableCard(d.t, kase.code);
  const own = seen.find(({ origin }) => origin === kase.origin)?.content;
  if (kase.author === d.reader.id && place === 'chat')
    return myReferralCard(d, { kase, referral: joinReferral(own ?? {}), nextMeeting: nextOn });
  const where = place === 'channel' ? 'channel' : 'chat';
  return caseCard(d, { kase, seen, nextMeeting: nextOn, details, place: where, ...around(opened) });
};

export const onOpenCase = ({ does }: Deps): Handler =>
  reads(OfCase, async (turn, { caseId }) => {
    const opened = await does.openCase({ ...turn.asked, caseId });
    return refusedOr(turn.d, opened, found => openedCard(turn, found));
  });

const OfCode = z.object({ code: z.string().max(24).transform(spellCode).pipe(z.string()) });

/** A code that is nobody's leads to an id no case has: it reads, and costs, like a case that is not yours (design.md §2). */
const caseOf = async ({ cases, derive }: World, { within }: Asked, code: string): Promise<CaseId> => {
  const found = isCaseCode(code) ? await cases.idOf(code, within) : undefined;
  return found ?? noCaseId(derive, code);
};

export const onOpenByCode = ({ does, world }: Deps): Handler =>
  reads(OfCode, async (turn, { code }) => {
    const opened = await does.openCase({ ...turn.asked, caseId: await caseOf(world, turn.asked, code) });
    return refusedOr(turn.d, opened, found => openedCard(turn, found));
  });

const Requested = OfCase.extend({ missing: z.enum(MISSING), 'answer-by': LocalDate });

export const onRequestInformation = ({ does }: Deps): Handler =>
  changes(Requested, async ({ asked, d }, { caseId, missing, 'answer-by': answerBy }) => {
    const requested = await does.requestInformation({ ...asked, caseId, missing, answerBy });
    return refusedOr(d, requested, kase => doneCard(d, { kase, what: 'information-requested' }));
  });

export const onMarkReady = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.markReady({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'marked-ready' }),
    ),
  );

/** A few words, and never a number that is a person's. */
const Reason = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .refine(text => !holdsNumber(text));

export const onMarkUrgent = ({ does }: Deps): Handler =>
  changes(OfCase.extend({ reason: Reason }), async ({ asked, d }, { caseId, reason }) =>
    refusedOr(d, await does.markUrgent({ ...asked, caseId, reason }), kase =>
      doneCard(d, { kase, what: 'marked-urgent' }),
    ),
  );

export const onReturnToAgenda = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.returnToAgenda({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'returned-to-agenda' }),
    ),
  );
