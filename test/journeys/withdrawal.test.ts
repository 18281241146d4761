import { type FaultHook } from '../../src/local/cosmos/wire';
import { type Company, caseOf, chatOf, gather } from './company';
import { createWatch } from './watching';
import { chanceFrom, judged, PEOPLE, playRound } from './withdrawal-round';

const ROUNDS = 20;
/** Printed with every round; `SEED=… npx jest test/journeys/withdrawal` plays the same ones again. */
const FIRST_SEED = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: ROUNDS }, (_, n) => FIRST_SEED + n);

const watch = createWatch();
const delays = chanceFrom(FIRST_SEED);
/** Between its intent and its send an errand may take a while: there the withdrawal is to come between. */
const slowIntents: FaultHook = ({ kind }) =>
  Promise.resolve(kind === 'patch' ? { kind: 'delay', milliseconds: delays() * 40 } : undefined);
let company: Company;

beforeAll(async () => {
  company = await gather(PEOPLE, { observe: watch.observe, fault: slowIntents });
  watch.over(company);
});
afterAll(() => company.leave());

const total = { disclosures: 0, sends: 0, late: 0, underWay: 0, sentOnItsWay: 0 };

describe('a consent that is withdrawn while everybody presses', () => {
  it.each(seeds)('shows and sends nothing by a look that came after: seed %i', async seed => {
    const round = await playRound(company, watch, seed);

    const { wrong, counts } = judged(round);
    total.disclosures += counts.disclosures;
    total.sends += counts.sends;
    total.late += counts.late;
    total.underWay += counts.underWay;
    total.sentOnItsWay += counts.sentOnItsWay;
    expect(wrong).toEqual([]);
    const { state, actions } = await caseOf(company, round.sent.caseId);
    expect(state).toBe('withdrawn');
    expect(actions.filter(action => action.state !== 'cancelled')).toEqual([]);
    const told = chatOf(company, 'ansvarlig').filter(
      card => card.includes(round.sent.code) && card.includes('Arbeidet har stoppet'),
    );
    expect(told).toHaveLength(1);
  });

  it('was looked at closely: much was shown before, much was sent and asked after', () => {
    expect(total.disclosures).toBeGreaterThan(ROUNDS);
    expect(total.sends).toBeGreaterThan(ROUNDS);
    expect(total.late).toBeGreaterThan(ROUNDS);
  });
});
