import { type Case } from '../domain/case';
import { newOutboxId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { inSightSince, type Showing } from '../domain/showing';
import { type Within } from './ports/common';
import { type World } from './world';

type Needs = Pick<World, 'auditLog' | 'cases' | 'derive' | 'outbox'>;
type Finding = Extract<Errand, { kind: 'find-messages' }>;

const byMessage = (showings: readonly Showing[]): readonly Showing[] => [
  ...new Map(
    showings.map(one => [`${one.person} ${one.through.conversationId} ${one.through.activityId}`, one]),
  ).values(),
];

/** What was shared stands in the messages of those it was shared with. */
const concerns = ({ caseId, sharingId }: Finding, { sharings }: Case, showing: Showing): boolean =>
  showing.caseId === caseId &&
  (sharingId === undefined || sharings.some(({ id, to }) => id === sharingId && to.includes(showing.person)));

/**
 * Every message through which the case was opened in the last day gets an errand of its own, once; whether it still
 * shows the case is asked when that is carried.
 */
export const findMessages =
  (world: Needs) =>
  async (finding: Finding, within: Within): Promise<void> => {
    const { caseId, stoppedAt, sharingId, losing } = finding;
    const [file, shown] = await Promise.all([
      world.cases.load(caseId, within),
      world.auditLog.showingsOf(caseId, inSightSince(stoppedAt), within),
    ]);
    if (file === undefined) return;
    const { code } = file.kase;
    const ofCase = shown.filter(showing => concerns(finding, file.kase, showing));
    const because = { ...(sharingId && { sharingId }), ...(losing && { losing }) };
    const adding = byMessage(ofCase).map(({ person: to, through: message }) => {
      const errand = { kind: 'clear-message', to, caseId, code, message, stoppedAt, ...because } as const;
      const about = [caseId, stoppedAt, sharingId ?? '', to, message.conversationId, message.activityId];
      const id = newOutboxId(world.derive, 'clear-message', ...about);
      return world.outbox.add({ caseId }, { id, errand, at: stoppedAt }, within);
    });
    await Promise.all(adding);
  };
