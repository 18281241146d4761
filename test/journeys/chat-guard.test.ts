import { randomUUID } from 'node:crypto';
import { type Element } from '../../src/local/demo/element';
import { headersFor } from '../../src/local/demo/scene';
import { bytesIn, type Company, gather, verbsOn, words } from './company';

/** Numbers of nobody: the synthetic ones of Skatteetaten, and phones that no operator gives out. */
const NUMBERS = [
  ...['01818490301', '018184 90301', '018184-90301', '01.81.84 903 01', '01 81 84 9 03 01', '41818490301'],
  ...['99887766', '99 88 77 66', '998 87 766', '+47 99887766', '0047 99 88 77 66', '99-88-77-66'],
];
const AROUND: readonly ((number: string) => string)[] = [
  number => number,
  number => `Hun heter Kanari-9d1f og har ${number}, ring i dag`,
  number => `sak ${number}`,
  number => `hjelp ${number}`,
];
const TEXTS = NUMBERS.flatMap(number => AROUND.map(around => around(number)));
const MEMBER = 'medlem-helse';
const STRANGER = {
  id: 'stranger' as never,
  name: 'Ukjent',
  identities: [
    { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '99999999-9999-4999-8999-999999999999' },
  ],
};

const logged: string[] = [];
let company: Company;
beforeAll(async () => {
  company = await gather(['innmelder-mo', MEMBER], {
    log: (event, fields) => logged.push(JSON.stringify([event, fields])),
  });
});
afterAll(() => company.leave());

/** Written in the channel, with the bot mentioned; answers with the card that came. */
const writesInChannel = async (text: string): Promise<Element> => {
  const { programme, people } = company.world.setup;
  const [identity] = people.find(({ id }) => id === MEMBER)?.identities ?? [];
  const tenant = { id: identity?.tenantId ?? '' };
  const id = randomUUID();
  await fetch(`${company.url}/api/messages`, {
    method: 'POST',
    headers: await headersFor(company.scene),
    body: JSON.stringify({
      ...{ type: 'message', id, channelId: 'msteams', serviceUrl: company.connector.url },
      ...{ text: `<at>Sent ute</at> ${text}`, from: { id: '29:x', aadObjectId: identity?.objectId } },
      recipient: { id: '28:bot' },
      conversation: { id: programme.channelId, conversationType: 'channel', tenantId: tenant.id },
      channelData: { tenant, channel: { id: programme.channelId } },
    }),
  });
  return company.connector.everything().find(({ replyTo }) => replyTo === id)?.card ?? {};
};

/** What the number is, however it is divided; nonces and ids are chance, and may hold any digits. */
const traces = (text: string): readonly string[] => {
  const said = text.replaceAll(/"nonce":"[^"]*"/g, '').replaceAll(/[^\d]/g, '');
  return ['Kanari-9d1f', ...NUMBERS].filter(
    found => text.includes(found) || (found !== 'Kanari-9d1f' && said.includes(found.replaceAll(/\D/g, ''))),
  );
};

const answersTo = async (text: string): Promise<readonly Element[]> => [
  await company.player('innmelder-mo').says(text),
  await company.player(MEMBER).says(text),
  await company.stranger(STRANGER).says(text),
  await writesInChannel(text),
];

describe('a number of a person, written to the bot', () => {
  const answers: Element[] = [];
  beforeAll(async () => {
    for (const text of TEXTS) answers.push(...(await answersTo(text)));
    await company.settle();
  });

  it('is answered with why, and how to delete it, wherever and by whomever it is written', () => {
    const other = answers.map(words).filter(said => !said.includes('Slett meldingen din'));

    expect(answers).toHaveLength(TEXTS.length * 4);
    expect(other).toEqual([]);
    expect(words(answers[0] ?? {})).toMatch(/fødselsnummer eller telefonnummer.*\n[\s\S]*Velg «Slett»/);
  });

  it('offers the form to those who may refer, and to nobody else', () => {
    const [referrer, member, stranger, inChannel] = answers.slice(0, 4).map(verbsOn);

    expect(referrer).toEqual(['start-referral', 'show-help']);
    expect([member, stranger, inChannel]).toEqual([['show-help'], ['show-help'], ['show-help']]);
  });

  it('is repeated in no answer, and in nothing else that is sent', () => {
    expect(answers.flatMap(answer => traces(JSON.stringify(answer)))).toEqual([]);
    expect(company.connector.outgoing().flatMap(({ body }) => traces(body))).toEqual([]);
  });

  it('stands in no line of the log', () => {
    expect(logged.flatMap(traces)).toEqual([]);
  });

  it('stands nowhere in the data folder', () => {
    const bytes = bytesIn(company.dataDir);

    expect(bytes).toContain('innmelder-mo');
    expect(['Kanari-9d1f', ...NUMBERS].filter(number => bytes.includes(number))).toEqual([]);
  });
});

describe('what only looks a little like it', () => {
  it.each([
    ...['sak SU-7K3Q-9F2X', 'hva skjer 24.12.2026 kl. 12.30', 'møte 2026-12-01 09:00'],
    ...['12 saker og 3 oppgaver', 'hjelp', 'mine oppgaver'],
  ])('gets its own answer: %s', async text => {
    const answer = words(await company.player('innmelder-mo').says(text));

    expect(answer).not.toContain('Slett meldingen din');
  });
});
