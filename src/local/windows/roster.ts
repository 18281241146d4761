import { type LocalChannel, type WindowPerson } from './people';
import { type Place } from './places';

const TEAM_NAME = 'Sent ute';

/** A person as the roster of Teams gives them; `objectId` is the older name of the same id. */
const account = ({ id, name, aadObjectId, tenantId, window }: WindowPerson) => ({
  id,
  name,
  aadObjectId,
  objectId: aadObjectId,
  tenantId,
  userRole: 'user',
  userPrincipalName: `${window}@example.invalid`,
  email: `${window}@example.invalid`,
});

/** Who is where: everyone is in the channel, one person in a chat. Answered here, since a window knows only six people. */
export const createRoster = (people: readonly WindowPerson[], channel: LocalChannel) => {
  const members = (place: Place) =>
    people.filter(({ id }) => place.kind !== 'personal' || id === place.personId).map(account);
  return {
    members,
    /** All of them; a local world never needs a second page. */
    page: (place: Place) => ({ members: members(place), totalCount: members(place).length }),
    /** By user id or object id. */
    member: (place: Place, id: string) => members(place).find(one => one.id === id || one.aadObjectId === id),
    team: {
      id: channel.teamId,
      name: TEAM_NAME,
      type: 'standard',
      channelCount: 1,
      memberCount: people.length,
    },
    channels: { conversations: [{ id: channel.channelId }] },
  };
};
