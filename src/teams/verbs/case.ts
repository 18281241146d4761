import { z } from 'zod';
import { caseCard } from '../../cards/case';
import { type Drawing } from '../../cards/drawing';
import { doneCard } from '../../cards/done';
import { erasedCard } from '../../cards/erasures';
import { inboxCard } from '../../cards/inbox';
import { myReferralCard } from '../../cards/my-referral';
import { noLongerAvailableCard } from '../../cards/refusals';
import { sharingReceiverCard } from '../../cards/sharing';
import { type Card } from '../../cards/template';
import { type Case } from '../../domain/case';
import { MISSING } from '../../domain/reasons';
import { holdsNumber } from '../../domain/check-referral';
import { joinReferral, sectionsOf } from '../../domain/content';
import { LONGEST_TEXT } from '../../domain/draft';
import { sameHolding } from '../../domain/groups';
import { holdingsShared, receivedNow, type Sharing } from '../../domain/sharing';
import { mayReadEnd } from '../../policy/visible-process';
import { LocalDate } from '../../ids';
import { type OpenedCase } from '../../use-cases/open-case';
import { caseOf, OfCode } from '../by-code';
import { type Deps } from '../deps';
import { doneOr } from '../done';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';

/** By what the last row before is about; whatever else is sent says nothing. */
const After = z.looseObject({ after: z.string().max(200).optional().catch(undefined) }).catch({});

export const onOpenInbox = ({ does }: Deps): Handler =>
  reads(After, async ({ asked, d }, { after }) =>
    refusedOr(d, await does.openInbox(asked), inbox =>
      inboxCard(d, { ...inbox, ...(after === undefined ? {} : { after }) }),
    ),
  );

const around = ({ found, linked, next }: OpenedCase) => ({
  ...(found === undefined ? {} : { meeting: found.meeting, item: found.file.item }),
  ...(next === undefined ? {} : { next }),
  ...(linked === undefined ? {} : { linked }),
});

/** The one sharing that all they see comes from, where it is one: then it is what they came to read. */
const sentTo = ({ d, place, asked }: Turn, { kase, seen, details }: OpenedCase): Sharing | undefined => {
  const [sharing, ...others] = receivedNow(kase, d.reader.id, asked.at);
  if (sharing === undefined || others.length > 0 || place === 'channel' || details.size > 0) return undefined;
  const shown = seen.flatMap(({ origin, content }) =>
    sectionsOf(content).map(section => ({ origin, section })),
  );
  const shared = holdingsShared(sharing);
  return shown.every(holding => shared.some(one => sameHolding(one, holding))) ? sharing : undefined;
};

/** Of an end that this reader is not told of, or whose content is gone, no more than that is shown. */
const overCard = (d: Drawing, kase: Case): Card | undefined => {
  if (!mayReadEnd(d.reader, kase)) return noLongerAvailableCard(d.t, kase.code);
  return kase.erasedOn === undefined ? undefined : erasedCard(d, kase);
};

/** The case as `visible` gives it, to whoever works on it. */
export const workedOnCard = ({ d, place }: Turn, opened: OpenedCase): Card => {
  const { kase, seen, nextOn, details } = opened;
  const where = place === 'channel' ? 'channel' : 'chat';
  return (
    overCard(d, kase) ??
    caseCard(d, { kase, seen, nextMeeting: nextOn, details, place: where, ...around(opened) })
  );
};

const isTheirs = ({ d, place }: Turn, { author }: Case): boolean =>
  author === d.reader.id && (place === 'chat' || place === 'dialog');

/** What the author sees of the own referral, and a receiver of what was shared; to everyone else it is the case. */
export const openedCard = (turn: Turn, opened: OpenedCase): Card => {
  const { d } = turn;
  const { kase, seen, nextOn } = opened;
  const sent = sentTo(turn, opened);
  if (sent !== undefined) return sharingReceiverCard(d, { kase, seen, sharing: sent });
  if (overCard(d, kase) !== undefined || !isTheirs(turn, kase)) return workedOnCard(turn, opened);
  const own = seen.find(({ origin }) => origin === kase.origin)?.content;
  return myReferralCard(d, { kase, referral: joinReferral(own ?? {}), nextMeeting: nextOn });
};

export const onOpenCase = ({ does }: Deps): Handler =>
  reads(OfCase, async (turn, { caseId }) => {
    const opened = await does.openCase({ ...turn.asked, caseId });
    return refusedOr(turn.d, opened, found => openedCard(turn, found));
  });

export const onOpenByCode = ({ does, world }: Deps): Handler =>
  reads(OfCode, async (turn, { code }) => {
    const caseId = await caseOf(world, turn.asked, code);
    const opened = await does.openCase({ ...turn.asked, caseId, typed: code });
    return refusedOr(turn.d, opened, found => openedCard(turn, found));
  });

const Requested = OfCase.extend({ missing: z.enum(MISSING), 'answer-by': LocalDate });

export const onRequestInformation = ({ does }: Deps): Handler =>
  changes(Requested, async ({ asked, d }, { caseId, missing, 'answer-by': answerBy }) => {
    const requested = await does.requestInformation({ ...asked, caseId, missing, answerBy });
    return refusedOr(d, requested, kase => doneCard(d, { kase, what: 'information-requested' }));
  });

export const onMarkReady = ({ does }: Deps): Handler =>
  changes(OfCase, async (turn, { caseId }) => {
    const done = await does.markReady({ ...turn.asked, caseId });
    return doneOr({ does }, turn, { done, what: 'marked-ready' });
  });

/** A few words, and never a number that is a person's. */
const Reason = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_TEXT)
  .refine(text => !holdsNumber(text));

export const onMarkUrgent = ({ does }: Deps): Handler =>
  changes(OfCase.extend({ reason: Reason }), async (turn, { caseId, reason }) => {
    const done = await does.markUrgent({ ...turn.asked, caseId, reason });
    return doneOr({ does }, turn, { done, what: 'marked-urgent' });
  });

export const onReturnToAgenda = ({ does }: Deps): Handler =>
  changes(OfCase, async (turn, { caseId }) => {
    const done = await does.returnToAgenda({ ...turn.asked, caseId });
    return doneOr({ does }, turn, { done, what: 'returned-to-agenda' });
  });
