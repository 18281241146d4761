import pino from 'pino';
import { createLog } from '../../src/log';
import { bytesIn, type Company, gather, giveTask, published, refer, type Sent, words } from './company';
import { CANARY, everyVerbOn, NUMBER, withCanaries } from './with-canaries';

const lines: string[] = [];
const said: string[] = [];
let faultAt = Infinity;
let requests = 0;
let company: Company;
let sent: Sent;
let draftId: string;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'ansvarlig', 'tilgangsansvarlig'], {
    log: createLog(pino({ base: null }, { write: line => lines.push(line) })),
    fault: ({ kind }) => {
      if (kind === 'metadata') return Promise.resolve(undefined);
      requests += 1;
      return Promise.resolve(requests === faultAt ? { kind: 'answer', status: 400 } : undefined);
    },
  });
  sent = await published(company, { values: { words: CANARY }, identity: { name: CANARY } });
  await giveTask(company, sent, { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' });
  draftId = (await refer(company)).caseId;
}, 60_000);
afterAll(() => company.leave());

const PEOPLE = ['koordinator', 'innmelder-mo'];

/** Every press by these two, while the database refuses its so-manieth request. */
const pressesWithFault = async (place: number): Promise<void> => {
  const presses = PEOPLE.flatMap(person =>
    everyVerbOn(sent, draftId).flatMap(([verb, data]) =>
      [data, withCanaries(data)].map(sending => ({ person, verb, sending: { ...sending, nonce: CANARY } })),
    ),
  );
  for (const { person, verb, sending } of presses) {
    requests = 0;
    faultAt = place;
    said.push(words(await company.player(person).sends(verb, sending)));
  }
  faultAt = Infinity;
};

describe('whoever reads the log', () => {
  it.each([1, 2, 3])(
    'T25 finds no word of anybody’s, whatever breaks at request %i of any verb',
    async place => {
      const spies = (['log', 'warn', 'error', 'info', 'debug'] as const).map(name =>
        jest.spyOn(console, name).mockImplementation(() => undefined),
      );
      const before = lines.length;

      await pressesWithFault(place);
      await company.settle();

      expect(lines.length).toBeGreaterThan(before);
      expect(lines.filter(line => line.includes(CANARY) || line.includes(NUMBER))).toEqual([]);
      expect(spies.flatMap(spy => spy.mock.calls)).toEqual([]);
    },
  );

  it('T25 finds the id of every fault that anybody was told of', () => {
    const told = said.flatMap(text => /Feilkode (\S+)/.exec(text)?.slice(1) ?? []);
    const faults = said.filter(text => text.includes('Feilkode'));

    expect(faults.length).toBeGreaterThan(20);
    expect(faults.filter(text => text.includes(CANARY) || text.includes(NUMBER))).toEqual([]);
    expect(told.filter(id => !lines.some(line => line.includes(id.replaceAll('\\', ''))))).toEqual([]);
  });

  it('T25 finds nothing on disk either', () => {
    expect(bytesIn(company.dataDir)).not.toContain(CANARY);
  });

  it('T25 is told the kind of fault, and of a verb nobody has no more than that', () => {
    const kinds = lines.filter(line => line.includes('turn-failed'));

    expect(kinds.length).toBeGreaterThan(0);
    expect(kinds.every(line => /"fault":"\w+"/.test(line))).toBe(true);
  });
});
