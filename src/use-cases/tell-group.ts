import { newOutboxId, type PersonId } from '../domain/ids';
import { mayChair } from '../domain/meeting-form';
import { type Errand } from '../domain/outbox';
import { type Instant } from '../domain/time';
import { type Within } from './ports/common';
import { type World } from './world';

type Needs = Pick<World, 'people' | 'meetings' | 'outbox' | 'derive'>;
type Telling = Extract<Errand, { kind: 'tell-group' }>;

/** Everyone who takes part in the group, the chair among them; whoever did it need not be told. */
const receivers = async ({ people }: Needs, by: PersonId, within: Within): Promise<readonly PersonId[]> =>
  (await people.all(within)).filter(person => mayChair(person) && person.id !== by).map(({ id }) => id);

/**
 * Puts a notice in the outbox for each of them: one batch would not hold both them and the cards of a long agenda. At
 * most one each for one change of the meeting.
 */
export const tellGroup =
  (world: Needs) =>
  async ({ meetingId, about, by }: Telling, now: Instant, within: Within): Promise<void> => {
    const file = await world.meetings.load(meetingId, within);
    if (file === undefined) return;
    const change = String(file.meeting.revision);
    const told = await receivers(world, by, within);
    await Promise.all(
      told.map(to => {
        const id = newOutboxId(world.derive, 'tell-group', meetingId, about, change, to);
        const errand: Errand = { kind: 'meeting-notice', to, meetingId, about };
        return world.outbox.add({ meetingId }, { id, errand, at: now }, within);
      }),
    );
  };
