import { aDisqualification } from '../builders/cases';
import { caseId, meetingId, NOON, personId } from '../builders/ids';
import { aHouse, caseIn, COORDINATOR, type House, type Who } from './asking';
import { putNamed } from './on-agenda';

const conclude = (house: House, who: Who = 'coordinator') =>
  house.does.concludeCase({ ...house.ask(who), caseId: caseId('case'), reason: 'moved' });
const start = (house: House, who: Who) =>
  house.does.startConclusion({ ...house.ask(who, { command: 'start' }), caseId: caseId('case') });

describe('concludeCase', () => {
  it('ends the case, and has the work on it stopped', async () => {
    const house = aHouse();
    putNamed(house, 'case', { state: 'active', presented: true, meetingId: meetingId() });

    await conclude(house);

    expect(caseIn(house, caseId('case'))).toMatchObject({ state: 'concluded', reason: 'moved', since: NOON });
    expect(house.sent()).toEqual([
      { kind: 'stop-work', caseId: caseId('case'), stoppedAt: NOON, by: COORDINATOR },
    ]);
    expect(house.events()[0]).toMatchObject({
      operation: 'conclude-case',
      rule: 'conclude-case/coordinator',
    });
  });

  it.each([
    ['coordinator', true],
    ['chair', true],
    ['member', false],
    ['author', false],
  ] as const)('is for whoever leads it, as is its form: %s %s', async (who, may) => {
    const house = aHouse();
    putNamed(house, 'case', { state: 'active', presented: true });

    const form = await start(house, who);

    expect(form.ok).toBe(may);
    expect((await conclude(house, who)).ok).toBe(may);
  });

  it('is refused for a chair who is disqualified, as if there were no such case', async () => {
    const house = aHouse();
    const disqualified = [aDisqualification(personId('moteleder'))];
    putNamed(house, 'case', { state: 'active', presented: true, disqualified });

    const refused = [await start(house, 'chair'), await conclude(house, 'chair')];

    expect(refused).toEqual(refused.map(() => ({ ok: false, error: { kind: 'not-available' } })));
    expect(caseIn(house, caseId('case'))?.state).toBe('active');
  });

  it.each(['submitted', 'ready-for-review', 'deferred', 'withdrawn'])('is refused in %s', async state => {
    const house = aHouse();
    putNamed(house, 'case', { state });

    expect((await conclude(house)).ok).toBe(false);
  });
});
