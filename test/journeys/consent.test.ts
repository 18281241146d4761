import { type Element } from '../../src/local/demo/element';
import {
  bytesIn,
  caseOf,
  chatOf,
  type Company,
  CONSENT,
  consent,
  documents,
  events,
  gather,
  held,
  opens,
  published,
  type Sent,
  startMeeting,
  stateOf,
  takeIn,
  words,
} from './company';

const NAME = 'Oppdiktet Person';
const WORDS = 'Jeg vil bo ved sjøen';
const CONDITIONS = 'Ring meg før dere snakker med søsteren min';
const ORIGIN = 'etat-sosiale-tjenester';
const row = (group: string): string => `see-${group}-${ORIGIN}`;

let company: Company;
const PEOPLE = ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi'];

const takenIn = async (): Promise<Sent> => {
  const sent = await published(company, {
    values: { words: WORDS },
    identity: { name: NAME, nin: '', 'birth-year': '' },
  });
  await startMeeting(company);
  await takeIn(company, sent);
  return sent;
};
const press = async (card: Element, what: string, inputs = {}): Promise<Element> => {
  const answer = await company.player('koordinator').presses(card, what, inputs);
  await company.settle();
  return answer;
};
const consentView = async (sent: Sent): Promise<Element> =>
  press(await opens(company, 'koordinator', sent), 'open-consent');
const seenBy = async (person: string, sent: Sent): Promise<string> =>
  words(await opens(company, person, sent));

describe('a consent that is ticked apart, narrowed and renewed', () => {
  let sent: Sent;
  beforeAll(async () => {
    company = await gather(PEOPLE);
    sent = await takenIn();
  });
  afterAll(() => company.leave());

  it('opens what was ticked, and nothing else, with what the person said in their own words', async () => {
    const form = await press(await consentView(sent), 'start-consent');
    const matrix = await press(form, 'adjust-consent', { ...CONSENT, conditions: CONDITIONS });
    const back = await press(matrix, 'start-consent', { [row('D')]: '' });
    const again = await press(back, 'adjust-consent');

    const given = await press(again, 'record-consent', { [row('C')]: 'kronstad-dps,innsatsgruppen' });

    expect(held(back, 'conditions')).toBe(CONDITIONS);
    expect(held(again, row('D'))).toBe('');
    expect(words(given)).toContain('Samtykke gitt');
    expect(words(given)).toContain(CONDITIONS);
    expect(await seenBy('medlem-helse', sent)).toContain(NAME);
    expect(await seenBy('medlem-politi', sent)).toContain(WORDS);
  });

  it('is read with its conditions by those it opens something to, which is recorded', async () => {
    const view = await company
      .player('medlem-politi')
      .presses(await opens(company, 'medlem-politi', sent), 'open-consent');

    expect(words(view)).toContain(CONDITIONS);
    expect(words(view)).toContain('hpl. § 22');
    expect(await events(company)).toContainEqual({
      operation: 'open-consent',
      allowed: true,
      person: 'medlem-politi',
    });
  });

  it('shuts at once what is taken away, for the one and not for the other', async () => {
    const card = await press(await consentView(sent), 'start-narrowing');

    await press(card, 'narrow-consent', { [row('C')]: 'kronstad-dps' });

    expect(await seenBy('medlem-politi', sent)).not.toContain(WORDS);
    expect(await seenBy('medlem-helse', sent)).toContain(WORDS);
    expect(await stateOf(company, sent.caseId)).toBe('mapping');
  });

  it('names whose the locked is and whom to ask, and says nothing of what is there', async () => {
    const seen = await seenBy('medlem-politi', sent);

    expect(seen).toContain('Etat for sosiale tjenester');
    expect(seen).toContain('Spør Innmelder, MO-senter');
    expect(seen).toContain('Låst');
  });

  it('is renewed as it stands, for another half year', async () => {
    const form = await press(await consentView(sent), 'start-renewal');

    await press(form, 'renew-consent', { understands: 'yes' });

    const kase = await caseOf(company, sent.caseId);
    expect(held(form, 'conditions')).toBe(CONDITIONS);
    expect(kase).toMatchObject({ state: 'mapping', consents: 3, consent: { scope: 'adjusted', version: 3 } });
    expect(await seenBy('medlem-politi', sent)).not.toContain(WORDS);
  });

  it('leaves a record of each, and no word of theirs in the open', async () => {
    const kept = await documents(company, 'consent');

    expect(kept.map(({ id }) => id).toSorted()).toEqual(['consent:1', 'consent:2', 'consent:3']);
    expect(bytesIn(company.dataDir)).not.toContain('søsteren');
    expect(chatOf(company, 'innmelder-mo').join('\n')).not.toContain('søsteren');
  });
});

describe('somebody who said no', () => {
  beforeAll(async () => {
    company = await gather(PEOPLE);
  });
  afterAll(() => company.leave());

  it('may be asked again on the day that was agreed, and then says yes', async () => {
    const sent = await takenIn();
    await press(await consentView(sent), 'refuse-consent', { 'ask-again': '2026-12-23' });
    const before = words(await opens(company, 'koordinator', sent));

    await company.advance('P30D');
    const inbox = words(await company.player('koordinator').says('innboks'));
    await press(await opens(company, 'koordinator', sent), 'ask-again');
    const state = await stateOf(company, sent.caseId);
    await consent(company, sent);

    expect(before).not.toContain('Spør på nytt');
    expect(inbox).toContain(`Personen kan spørres igjen ${sent.code}`);
    expect(state).toBe('awaiting-consent');
    expect(await stateOf(company, sent.caseId)).toBe('mapping');
  });
});
