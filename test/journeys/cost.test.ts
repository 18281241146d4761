import { type WireRequest } from '../../src/local/cosmos/wire';
import { type Company, consent, gather, published, refer, type Sent, startMeeting, takeIn } from './company';

let company: Company;
let requests: WireRequest[] = [];
let waiting: Sent;
let mapped: Sent;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse'], {
    observe: request => requests.push(request),
  });
  mapped = await published(company);
  await startMeeting(company);
  await takeIn(company, mapped);
  await consent(company, mapped);
  await company.advance('P1D');
  waiting = await refer(company);
});
afterAll(() => company.leave());

const asked = async (person: string, { caseId }: Sent): Promise<readonly string[]> => {
  requests = [];
  await company.player(person).sends('open-case', { caseId, nonce: 'cost' });
  return requests.map(({ kind, container = '' }) => `${kind} ${container}`);
};

describe('opening a case', () => {
  it.each([
    ['koordinator', 'a referral', () => waiting],
    ['innmelder-mo', 'the own referral', () => waiting],
    ['koordinator', 'a participant', () => mapped],
    ['medlem-helse', 'a participant', () => mapped],
  ])('costs %s, with %s, two reads and one batch when identity and keys are warm', async (person, _, of) => {
    await asked(person, of());

    const warm = await asked(person, of());

    expect(warm).toEqual(['read work', 'read work', 'batch work']);
  });

  it('costs one read more for each of them when they are cold', async () => {
    const { clock } = company.world;
    clock.advance('PT10M');
    await asked('koordinator', mapped);
    clock.advance('PT10M');

    const cold = await asked('koordinator', waiting);

    expect([...cold].sort()).toEqual(['batch work', 'read index', 'read keys', 'read work', 'read work']);
  });
});
