import { type Element } from '../../src/local/demo/element';
import {
  type Company,
  consent,
  gather,
  giveTask,
  itemCard,
  published,
  type Sent,
  startMeeting,
  takeIn,
  telling,
  words,
} from './company';

const CANARY = 'Kanari-kanal-5e1f';

let company: Company;
let sent: Sent;
/** The cards of the channel as they stood after each step of a case that has something in every field. */
const stood: (readonly Element[])[] = [];

const looks = async (): Promise<void> => {
  await company.settle();
  stood.push(company.inChannel().map(({ card }) => card));
};

beforeAll(async () => {
  const people = ['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig'];
  company = await gather(people, { dialogs: true });
  sent = await published(company, {
    values: {
      ...{
        words: CANARY,
        'contact-role': CANARY,
        'my-contact': CANARY,
        contact: 'mo,lar',
        'shut-out': 'dps',
      },
      ...{ urgent: 'yes', 'urgent-reason': CANARY, opening: 'wish', 'opening-date': '2026-12-24' },
    },
    identity: { name: CANARY, 'birth-year': '1931' },
  });
  await looks();
  await startMeeting(company);
  await looks();
  await takeIn(company, sent);
  await looks();
  await consent(company, sent);
  await giveTask(company, sent, {
    ...{ title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' },
    ...{ detail: CANARY, 'detail-group': 'C' },
  });
  await looks();
}, 60_000);
afterAll(() => company.leave());

describe('what stands in the channel', () => {
  it('T09 is the process of a case and nothing else, at every step', () => {
    const told = [
      CANARY,
      'Innmelder, MO-senter',
      'MO-senteret',
      'Samordning',
      'Strax',
      '1931',
      '24. desember',
    ];

    expect(stood).toHaveLength(4);
    expect(stood.every(channel => telling([sent.code], channel).length > 0)).toBe(true);
    expect(telling(told, stood)).toEqual([]);
  });

  it('T09 reads like this, word for word, on the card of a new item', () => {
    const [first = ''] = words(itemCard(company, sent)).split('\n');

    expect(first).toBe(`Sak 1 · ${sent.code}`);
    expect(JSON.stringify(stood[0])).not.toMatch(/Innmelder|bolig|samtykke til kontakt/i);
  });

  it('T07 shows whoever presses it what is theirs to see, in their own answer alone', async () => {
    const card = itemCard(company, sent);
    const before = JSON.stringify(company.connector.everything());

    const answers = await Promise.all(
      ['leder-dps', 'innmelder-lar', 'styringsgruppe', 'ansvarlig'].map(person =>
        company.player(person).pressesInChannel(card, 'open-item'),
      ),
    );
    const [leader = '', referrer = '', steering = '', owner = ''] = answers.map(words);

    expect([leader, referrer, steering].every(said => said.includes('Ikke tilgjengelig'))).toBe(true);
    expect(owner).toContain('Oppgavene dine i saken');
    expect(owner).not.toContain('Egne ord');
    expect(JSON.stringify(company.connector.everything())).toBe(before);
  });
});
