import { join } from 'node:path';
import { type Element } from '../../src/local/demo/element';
import { LOCAL_BOT, localChannel } from '../../src/local/people';
import { readProgramme } from '../../src/programme';

const { people, programme } = readProgramme(join(__dirname, '..', '..', 'infra', 'programme.local.json'));
const { teamId, channelId } = localChannel(programme.channelId);

/** Of those who press here nobody has a part in the case that is somebody else's. */
export const PRESSERS = [
  ...['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig', 'leder-dps', 'tilgangsansvarlig'],
  ...['innmelder-lar', 'styringsgruppe', 'medlem-kommune', 'personvernombud-helse'],
] as const;
/** Who may be shown something of the cases that are their own to see. */
const INSIDERS: readonly string[] = [
  ...['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig', 'medlem-kommune'],
];

export type Account = { readonly objectId: string; readonly tenantId: string };

export const accountOf = (id: string): Account => {
  const [identity] = people.find(person => person.id === id)?.identities ?? [];
  if (identity === undefined) throw new Error(`Nobody is called ${id}.`);
  return identity;
};
export const TENANTS = [
  ...new Set(people.flatMap(({ identities }) => identities.map(({ tenantId }) => tenantId))),
];
export const insiderAccounts: ReadonlySet<string> = new Set(INSIDERS.map(id => accountOf(id).objectId));

export type Place = 'chat' | 'channel';

const conversationAt = (place: Place, { objectId, tenantId }: Account): Element =>
  place === 'chat'
    ? { tenantId, id: `a:${objectId}`, conversationType: 'personal' }
    : { tenantId, id: channelId, conversationType: 'channel', isGroup: true };

/** What Teams says around whatever somebody does. */
export const envelope = (serviceUrl: string, by: string, place: Place = 'chat'): Element => {
  const account = accountOf(by);
  const team = place === 'channel' ? { team: { id: teamId }, channel: { id: channelId } } : {};
  return {
    ...{ channelId: 'msteams', id: '1700000000000', timestamp: '2026-12-01T09:00:00Z', locale: 'nb-NO' },
    serviceUrl,
    from: { id: `29:${by}`, name: by, aadObjectId: account.objectId },
    recipient: LOCAL_BOT,
    conversation: conversationAt(place, account),
    channelData: { tenant: { id: account.tenantId }, ...team },
    entities: [{ type: 'clientInfo', locale: 'nb-NO', country: 'NO', platform: 'Web' }],
  };
};
