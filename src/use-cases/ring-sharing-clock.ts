import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { dueSharing } from '../domain/sharing-clock';
import { endByTime, missReview } from '../domain/sharing-steps';
import { type Instant } from '../domain/time';
import { entriesFor } from './asked';
import { keptClock } from './kept-clock';
import { type Committed } from './ports/common';
import { type Ringing } from './ringing';
import { systemFact } from './system-fact';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'calendar' | 'derive'>;
type Due = NonNullable<ReturnType<typeof dueSharing>>;

const after = (kase: Case, { kind, sharing }: Due, now: Instant): Case =>
  kind === 'end-sharing-by-time' ? endByTime(kase, sharing) : missReview(kase, sharing, now);

/** What stood open in its receivers' messages is taken out of them. */
const errandsFor = ({ kind, sharing }: Due, caseId: CaseId): readonly Errand[] =>
  kind === 'end-sharing-by-time'
    ? [{ kind: 'find-messages', caseId, stoppedAt: sharing.until, sharingId: sharing.id }]
    : [];

/**
 * Says in the audit, once each, that a sharing shut at its time and that a review was not given in time: the first of
 * what is due. What is shut and what is too late does not wait for it. May be run again after any crash.
 */
export const ringSharingClock = async (world: Needs, { file, now, within }: Ringing): Promise<Committed> => {
  const due = dueSharing(file.kase, now);
  if (due === undefined) return 'already-done';
  const { id } = file.kase;
  const kase = after(file.kase, due, now);
  const fact = systemFact(world.derive, {
    operation: due.kind,
    subject: id,
    caseId: id,
    at: now,
    cause: [due.kind, id, due.sharing.id],
  });
  const outbox = entriesFor(world, fact, errandsFor(due, id));
  return world.cases.commit({ file, kase, fact, outbox, ...keptClock(kase, world.calendar) }, within);
};
