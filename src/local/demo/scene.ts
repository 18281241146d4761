import { randomUUID } from 'node:crypto';
import { type Person } from '../../domain/people';
import { LOCAL_BOT } from '../people';
import { type ConnectorEnd } from './connector';
import { type Element } from './element';

export type Place = 'chat' | 'channel';

export type Scene = {
  /** Where the bot listens. */
  readonly messages: string;
  readonly connector: ConnectorEnd;
  readonly teamId: string;
  readonly channelId: string;
  readonly now: () => Date;
  /** The header of an activity through this address; none where no tokens are asked for. */
  readonly signs?: (serviceUrl: string, at: Date) => Promise<string>;
};
/** Who plays: somebody of the directory, or somebody it has never heard of. */
export type Who = Pick<Person, 'id' | 'name' | 'identities'>;

const conversationsOf = ({ channelId }: Scene, { identities }: Who): Readonly<Record<Place, Element>> => ({
  chat: { id: `a:${identities[0]?.objectId ?? ''}`, conversationType: 'personal' },
  channel: { id: channelId, conversationType: 'channel' },
});

/** What the client of this person sends from that place, whatever it is. */
export const activityOf = (scene: Scene, who: Who, place: Place): Element & { readonly id: string } => {
  const [identity] = who.identities;
  const tenantId = identity?.tenantId ?? '';
  const { teamId, channelId, connector, now } = scene;
  const team = place === 'channel' ? { team: { id: teamId }, channel: { id: channelId } } : {};
  return {
    channelId: 'msteams',
    id: randomUUID(),
    timestamp: now().toISOString(),
    locale: 'nb-NO',
    serviceUrl: connector.url,
    from: { id: `29:${who.id}`, aadObjectId: identity?.objectId ?? '' },
    recipient: LOCAL_BOT,
    conversation: { tenantId, ...conversationsOf(scene, who)[place] },
    channelData: { tenant: { id: tenantId }, ...team },
  };
};

/** What goes with whatever is posted in this scene. */
export const headersFor = async ({ connector, now, signs }: Scene): Promise<Record<string, string>> => ({
  'content-type': 'application/json',
  ...(signs === undefined ? {} : { authorization: await signs(connector.url, now()) }),
});

/** The answer's body; undefined for an empty one. Throws when the bot refuses. */
export const post = async (scene: Scene, activity: Element): Promise<unknown> => {
  const response = await fetch(scene.messages, {
    method: 'POST',
    headers: await headersFor(scene),
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The bot answered ${String(response.status)}.`);
  return text === '' ? undefined : JSON.parse(text);
};
