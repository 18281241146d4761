import { z } from 'zod';
import { isCaseCode } from './domain/code';
import * as ids from './domain/ids';
import { isSharingId } from './domain/sharing';
import { isStatuteId } from './domain/statute';
import * as time from './domain/time';

/** The domain's own proofs as schemas, for whoever reads texts from outside: submissions and stored documents. */
export const CaseId = z.string().refine(ids.isCaseId);
export const PersonId = z.string().refine(ids.isPersonId);
export const MeetingId = z.string().refine(ids.isMeetingId);
export const ActionId = z.string().refine(ids.isActionId);
export const DecisionId = z.string().refine(ids.isDecisionId);
export const IncidentId = z.string().refine(ids.isIncidentId);
export const GapId = z.string().refine(ids.isGapId);
export const OutboxId = z.string().refine(ids.isOutboxId);
export const AgencyId = z.string().refine(ids.isAgencyId);
export const SeatId = z.string().refine(ids.isSeatId);
export const SharingId = z.string().refine(isSharingId);
export const StatuteId = z.string().refine(isStatuteId);
export const CaseCode = z.string().refine(isCaseCode);
export const Instant = z.string().refine(time.isInstant);
export const LocalDate = z.string().refine(time.isLocalDate);
export const TimeOfDay = z.string().refine(time.isTimeOfDay);
