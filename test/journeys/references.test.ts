import { PersonId } from '../../src/ids';
import { headersFor } from '../../src/local/demo/scene';
import { type Company, gather, within } from './company';

let company: Company;
beforeAll(async () => {
  company = await gather([]);
});
afterAll(() => company.leave());

const TENANT = '11111111-1111-4111-8111-111111111111';
const OWNER = '00000000-0000-4000-8000-000000000006';
const STRANGER = '00000000-0000-4000-8000-0000000000ff';

type Place = { readonly conversation: object; readonly channelData?: object };

/** Teams says who was added where; nobody has pressed or written anything yet. */
const added = async (objectId: string, { conversation, channelData = {} }: Place): Promise<number> => {
  const response = await fetch(`${company.url}/api/messages`, {
    method: 'POST',
    headers: await headersFor(company.scene),
    body: JSON.stringify({
      type: 'conversationUpdate',
      id: `added-${objectId}`,
      channelId: 'msteams',
      serviceUrl: company.connector.url,
      from: { id: `29:${objectId}`, aadObjectId: objectId },
      recipient: { id: '28:sent-ute' },
      conversation: { tenantId: TENANT, ...conversation },
      channelData: { tenant: { id: TENANT }, ...channelData },
      membersAdded: [{ id: `29:${objectId}`, aadObjectId: objectId }],
    }),
  });
  return response.status;
};

describe('being added', () => {
  it('to a chat is enough to be reached there, and says nothing', async () => {
    const status = await added(OWNER, { conversation: { id: 'a:owner', conversationType: 'personal' } });

    const owner = await company.world.app.world.people.load(PersonId.parse('ansvarlig'), within());
    expect(status).toBe(200);
    expect(owner?.reference).toMatchObject({ conversationId: 'a:owner', serviceUrl: company.connector.url });
    expect(company.connector.standingIn('a:owner')).toEqual([]);
  });

  it('in another channel does not move the group’s', async () => {
    const before = await company.world.app.world.channel.reference(within());

    await added(STRANGER, {
      conversation: { id: '19:elsewhere@thread.tacv2', conversationType: 'channel' },
      channelData: { team: { id: '19:other' }, channel: { id: '19:elsewhere@thread.tacv2' } },
    });

    expect(await company.world.app.world.channel.reference(within())).toEqual(before);
  });
});
