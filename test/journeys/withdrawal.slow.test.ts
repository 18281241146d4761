import { type FaultHook } from '../../src/local/cosmos/wire';
import { type Company, gather, stateOf } from './company';
import { createWatch } from './watching';
import { chanceFrom, judged, PEOPLE, playRound } from './withdrawal-round';

const ROUNDS = Number(process.env['ROUNDS'] ?? 100);
const FIRST_SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: ROUNDS }, (_, n) => FIRST_SEED + n);

const watch = createWatch();
const delays = chanceFrom(FIRST_SEED);
const slowIntents: FaultHook = ({ kind }) =>
  Promise.resolve(kind === 'patch' ? { kind: 'delay', milliseconds: delays() * 40 } : undefined);
let company: Company;

beforeAll(async () => {
  company = await gather(PEOPLE, { observe: watch.observe, fault: slowIntents });
  watch.over(company);
});
afterAll(() => company.leave());

describe('a consent that is withdrawn while everybody presses, hundreds of times', () => {
  it.each(seeds)('shows and sends nothing by a look that came after: seed %i', async seed => {
    const round = await playRound(company, watch, seed);

    expect(judged(round).wrong).toEqual([]);
    expect(await stateOf(company, round.sent.caseId)).toBe('withdrawn');
  });
});
