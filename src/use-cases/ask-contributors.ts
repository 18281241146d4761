import { type Case, isEnded } from '../domain/case';
import { isDisqualified } from '../domain/disqualification';
import { type CaseId, newOutboxId, type PersonId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Person } from '../domain/people';
import { type Instant } from '../domain/time';
import { may } from '../policy/may';
import { seatsOf } from './contribution-round';
import { type Within } from './ports/common';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'derive' | 'outbox' | 'people' | 'programme'>;
type Ringing = {
  readonly meeting: Pick<Meeting, 'id'>;
  readonly about: 'contribute' | 'contribute-reminder';
  readonly at: Instant;
};

/** Whether somebody answers for a seat, and may open the card that asks. */
export const answersForSeat = (person: Person, programme: World['programme']): boolean =>
  may(person, { about: 'role', ask: 'open-contributions' }) && seatsOf(person, programme).length > 0;

/** Once per meeting, occasion and person, whatever is done again: the cause makes the entry's id. */
export const ringFor = async (
  { derive, outbox }: Pick<Needs, 'derive' | 'outbox'>,
  { meeting: { id: meetingId }, about, at, people }: Ringing & { readonly people: readonly PersonId[] },
  within: Within,
): Promise<void> => {
  const adding = people.map(to => {
    const errand: Errand = { kind: 'meeting-notice', to, meetingId, about };
    return outbox.add({ meetingId }, { id: newOutboxId(derive, about, meetingId, to), errand, at }, within);
  });
  await Promise.all(adding);
};

const casesOf = async (
  { cases }: Needs,
  agenda: readonly CaseId[],
  within: Within,
): Promise<readonly Case[]> => {
  const files = await Promise.all(agenda.map(id => cases.load(id, within)));
  return files.flatMap(file => (file === undefined || isEnded(file.kase) ? [] : [file.kase]));
};

/** Rings for the holder and the registrar of each seat; not for who is disqualified on all that there is. */
export const askContributors = async (
  world: Needs,
  { meeting, at }: { readonly meeting: Meeting; readonly at: Instant },
  within: Within,
): Promise<void> => {
  const [people, cases] = await Promise.all([
    world.people.all(within),
    casesOf(world, meeting.agenda, within),
  ]);
  const asked = people.filter(
    person => answersForSeat(person, world.programme) && cases.some(kase => !isDisqualified(kase, person.id)),
  );
  await ringFor(world, { meeting, about: 'contribute', at, people: asked.map(({ id }) => id) }, within);
};
