import { type Attack } from './attack';
import { wrongWith } from './judge';
import { accountOf } from './people';
import { FOREIGN, OWN, TYPED } from './scene';

const by = (person: string): Attack => ({
  ...{ seed: 1, place: 1, kind: 'removed', base: 'card' },
  sending: {
    ...{ method: 'POST', path: '/api/messages', headers: [] },
    body: Buffer.from(JSON.stringify({ from: { aadObjectId: accountOf(person).objectId } })),
  },
});

describe('wrongWith', () => {
  it.each([
    ['koordinator', 200, `{"text":"${OWN}"}`],
    ['koordinator', 200, `{"value":"${TYPED}"}`],
    ['leder-dps', 400, ''],
  ])('finds nothing wrong when %s is answered %d with %s', (person, status, body) => {
    expect(wrongWith(by(person), { status, body })).toBeUndefined();
  });

  it.each([
    ['koordinator', 500, ''],
    ['koordinator', 501, ''],
    ['koordinator', 0, ''],
    ['koordinator', 200, FOREIGN.text],
    ['koordinator', 200, `{"nin":"${FOREIGN.number}"}`],
    ['leder-dps', 200, OWN],
    ['koordinator', 400, TYPED],
  ])('finds it wrong when %s is answered %d with «%s»', (person, status, body) => {
    expect(wrongWith(by(person), { status, body })).toBeDefined();
  });
});
