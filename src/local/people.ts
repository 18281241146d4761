import { type Person } from '../domain/people';
import { type LocalBot, type LocalChannel, type WindowPerson } from './windows/people';

export const LOCAL_BOT: LocalBot = { id: '28:sent-ute', name: 'Sent ute' };

export const localChannel = (channelId: string): LocalChannel => ({
  teamId: '19:team-sent-ute@thread.tacv2',
  channelId,
});

/** A person of the directory as the Playground knows one. */
export const windowPerson = ({ id, name, roles, partner, agency, identities }: Person): WindowPerson => {
  const [identity] = identities;
  return {
    window: id,
    name,
    roles,
    partner,
    agency,
    id: `29:${id}`,
    aadObjectId: identity?.objectId ?? '',
    tenantId: identity?.tenantId ?? '',
  };
};

/** Who has a window from the start: one of each role that acts in the main job. */
export const FIRST_WINDOWS: readonly string[] = [
  'innmelder-mo',
  'koordinator',
  'medlem-kommune',
  'medlem-helse',
  'medlem-politi',
  'ansvarlig',
];
