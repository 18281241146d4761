import { type OutboxEntry } from '../../src/domain/outbox';
import { aDisqualification, aCase } from '../builders/cases';
import { caseId, day, outboxId } from '../builders/ids';
import { anEntry } from '../builders/outbox';
import { addEntry, keepEntry, type KeptEntry } from '../fakes/store-state';
import { aHouse, COORDINATOR, type House, OWNER, type Who } from './asking';

const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const KEY = `case:${caseId()}/${outboxId()}`;

const letterIn = ({ inside }: House) => inside.outbox.get(KEY);
const setTo = (house: House, over: Partial<KeptEntry>): void => {
  const { outboxAt: _, ...kept } = house.inside.outbox.get(KEY) ?? fail();
  keepEntry(house.inside, { ...kept, ...over });
};
const fail = (): never => {
  throw new Error('there is no such entry');
};
const withDead = (over: Partial<OutboxEntry> = {}): House => {
  const house = aHouse();
  house.putCase(aCase());
  addEntry(house.inside, `case:${caseId()}`, anEntry(over));
  setTo(house, { state: 'dead', attempts: 4, epoch: 7 });
  return house;
};
const retry = (house: House, who: Who = 'coordinator', command = 'retry') =>
  house.does.retryMessage({ ...house.ask(who, { command }), entryId: outboxId() });

describe('retryMessage', () => {
  it('sends it on its way again, at once and as if for the first time', async () => {
    const house = withDead();

    const done = await retry(house);

    expect(done.ok).toBe(true);
    expect(letterIn(house)).toMatchObject({
      ...{ state: 'pending', attempts: 0, epoch: 7, outboxAt: house.inside.now },
      entry: anEntry(),
    });
  });

  it('is an event that names the letter and its case, and no look', async () => {
    const house = withDead();

    await retry(house);

    expect(house.events()).toMatchObject([
      {
        ...{ operation: 'retry-message', subject: outboxId(), caseId: caseId(), allowed: true },
        ...{ rule: 'retry-message/coordinator', partition: `person:${COORDINATOR}`, disclosed: [] },
      },
    ]);
  });

  it('asks no case of a letter that is about none', async () => {
    const house = withDead({ errand: { kind: 'digest', to: OWNER, on: day('2026-12-04') } });

    const done = await retry(house);

    expect(done.ok).toBe(true);
    expect(house.events()[0]).not.toHaveProperty('caseId');
  });

  it('is done once, however often it is pressed', async () => {
    const house = withDead();

    const done = [await retry(house), await retry(house)];

    expect(done.map(({ ok }) => ok)).toEqual([true, true]);
    expect(house.events()).toHaveLength(1);
  });

  it('moves it once when two press at the same moment', async () => {
    const house = withDead();

    const done = await Promise.all([retry(house, 'coordinator', 'one'), retry(house, 'standIn', 'two')]);

    expect(done.every(({ ok }) => ok)).toBe(true);
    expect(letterIn(house)?.state).toBe('pending');
    expect(house.inside.outbox.size).toBe(1);
  });

  it('does the rest of a press that was cut off after its event', async () => {
    const house = withDead();
    await retry(house);
    setTo(house, { state: 'dead' });

    const done = await retry(house);

    expect(done.ok).toBe(true);
    expect(letterIn(house)?.state).toBe('pending');
    expect(house.events()).toHaveLength(2);
  });

  it.each(['pending', 'claimed', 'sending', 'waiting', 'sent', 'dropped'] as const)(
    'leaves one that is %s alone',
    async state => {
      const house = withDead();
      setTo(house, { state });

      expect(await retry(house)).toEqual(NOT_AVAILABLE);
      expect(letterIn(house)?.state).toBe(state);
      expect(house.events()).toMatchObject([{ operation: 'retry-message', allowed: false }]);
    },
  );

  it.each(['author', 'member', 'owner', 'admin', 'leader', 'gone'] as const)(
    'is not for the %s, pressed once or twice',
    async who => {
      const house = withDead();

      expect(await retry(house, who)).toEqual(NOT_AVAILABLE);
      expect(await retry(house, who)).toEqual(NOT_AVAILABLE);
      expect(letterIn(house)?.state).toBe('dead');
    },
  );

  it('is not for a coordinator who is disqualified from its case, and says no more than of none', async () => {
    const house = withDead();
    house.putCase(aCase({ disqualified: [aDisqualification(COORDINATOR)] }));

    const refused = await retry(house);
    const none = await aHouse().does.retryMessage({ ...house.ask('coordinator'), entryId: outboxId('none') });

    expect([refused, none]).toEqual([NOT_AVAILABLE, NOT_AVAILABLE]);
    expect(letterIn(house)?.state).toBe('dead');
    expect(house.events().map(event => 'caseId' in event)).toEqual([false]);
    expect((await retry(house, 'standIn')).ok).toBe(true);
  });
});
