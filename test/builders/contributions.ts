import { type Contribution } from '../../src/domain/contribution';
import { type ContributionFile } from '../../src/use-cases/ports/cases';
import { type FakeWorld } from '../fakes/fake-world';
import { nextVersion } from '../fakes/store-state';
import { agencyId, caseId, meetingId, NOON, personId, seatId } from './ids';

/** Kronstad DPS can contribute, says its own member. */
export const aContribution = (over: Partial<Contribution> = {}): Contribution => ({
  caseId: caseId(),
  meetingId: meetingId(),
  seat: seatId('dps'),
  agency: agencyId('kronstad-dps'),
  answer: 'can',
  by: personId('medlem-dps'),
  onBehalf: false,
  at: NOON,
  ...over,
});

/** Lies beside its case, with words when there are some. */
export const putContribution = (
  { inside }: FakeWorld,
  contribution: Contribution,
  text?: string,
): ContributionFile => {
  const { caseId: of, meetingId: meeting, seat, agency: origin } = contribution;
  const note =
    text === undefined ? {} : { note: { origin, section: 'notes' as const, revision: 1, box: text } };
  const file = { contribution, version: nextVersion(inside), ...note };
  inside.contributions.set(`${of}/${meeting}/${seat}`, file);
  return file;
};
