import { z } from 'zod';
import { verifyLocal } from '../../src/local/verify-local';
import {
  type Company,
  consent,
  documents,
  gather,
  opens,
  published,
  type Sent,
  startMeeting,
  takeIn,
} from './company';

const Pressed = z.object({
  event: z.object({
    operation: z.string(),
    by: z.object({ person: z.string(), account: z.object({ objectId: z.string() }).optional() }),
    policy: z.string(),
    consent: z.number().optional(),
  }),
});

/** Whether the audit holds, and what it says. */
const verified = async ({ dataDir }: Company, code?: string): Promise<string> => {
  const said: string[] = [];
  const holds = await verifyLocal(dataDir, { code, say: text => said.push(text) });
  return `${holds ? 'holds' : 'broken'}: ${said.join('')}`;
};

describe('the audit of a whole way (T26)', () => {
  let company: Company;
  let sent: Sent;
  beforeAll(async () => {
    company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig']);
    sent = await published(company);
    await startMeeting(company);
    await takeIn(company, sent);
    await consent(company, sent);
    await opens(company, 'medlem-helse', sent);
    await company.settle();
  });
  afterAll(() => company.leave());

  it('holds beside the program, for everything and for one case', async () => {
    expect(await verified(company)).toMatch(/^holds/);
    expect(await verified(company, sent.code)).toMatch(/^holds/);
  });

  it('says of every press with which account, under which rules, and under which consent', async () => {
    const pressed = (await documents(company, 'audit')).map(document => Pressed.parse(document).event);

    const byPeople = pressed.filter(({ by }) => by.person !== 'system');
    expect(byPeople.filter(({ by }) => by.account === undefined)).toEqual([]);
    expect(pressed.filter(({ policy }) => policy === '')).toEqual([]);
    expect(
      pressed.filter(({ operation, consent: version }) => operation === 'open-case' && version === 1),
    ).not.toEqual([]);
  });
});
