import { plusMs } from '../src/domain/time';
import { reportOutbox } from '../src/outbox-report';
import { aCase } from './builders/cases';
import { caseId, NOON, outboxId } from './builders/ids';
import { anEntry } from './builders/outbox';
import { addEntry, keepEntry } from './fakes/store-state';
import { fakeWorld } from './fakes/fake-world';
import { soon } from './storage/given';

const PARTITION = `case:${caseId()}`;

const standing = () => {
  const { inside, outbox } = fakeWorld();
  const put = (name: string, state: 'dead' | 'waiting' | 'pending', ageMs = 0): void => {
    const entry = anEntry({ id: outboxId(name), at: plusMs(NOON, -ageMs) });
    addEntry(inside, PARTITION, entry);
    const { outboxAt, ...kept } = inside.outbox.get(`${PARTITION}/${entry.id}`) ?? fail();
    keepEntry(inside, { ...kept, state, ...(state === 'pending' && outboxAt ? { outboxAt } : {}) });
  };
  const said: string[] = [];
  const report = (over: object = {}) =>
    reportOutbox(
      { outbox, now: () => NOON },
      { json: false, retry: undefined, say: text => void said.push(text), ...over },
    );
  return { inside, outbox, put, said, report };
};
const fail = (): never => {
  throw new Error('there is no such entry');
};

describe('reportOutbox', () => {
  it('says that nothing waits and nobody leads', async () => {
    const { said, report } = standing();

    expect(await report()).toBe(true);
    expect(said.join('')).toMatchInlineSnapshot(`
"pending     0
due         0
in flight   0
waiting     0
dead        0
oldest due  none
leader      nobody
epoch       0
"
`);
  });

  it('says how many wait where, for how long, who leads, and which letters are dead', async () => {
    const { outbox, put, said, report } = standing();
    put('due', 'pending', 3_723_000);
    put('later', 'pending', -1_000);
    put('away', 'waiting');
    put('dead', 'dead');
    await outbox.lead('replica-a', 60_000, soon());

    await report();

    expect(said.join('').split('\n')).toEqual([
      ...['pending     2', 'due         1', 'in flight   0', 'waiting     1', 'dead        1'],
      ...['oldest due  1 h 2 min 3 s ago', 'leader      replica-a', 'epoch       1'],
      `dead letter ${outboxId('dead')} notice since ${NOON}`,
      '',
    ]);
  });

  it('says the same to a machine', async () => {
    const { put, said, report } = standing();
    put('due', 'pending', 1_500);
    put('dead', 'dead');

    await report({ json: true });

    expect(JSON.parse(said.join(''))).toEqual({
      ...{ pending: 1, due: 1, inFlight: 0, waiting: 0, dead: 1 },
      ...{ oldestDueAt: plusMs(NOON, -1_500), oldestSeconds: 2 },
      deadLetters: [{ id: outboxId('dead'), errand: 'notice', since: NOON }],
    });
  });

  it('holds nothing of a case or a person', async () => {
    const { put, said, report } = standing();
    put('dead', 'dead');

    await report();
    await report({ json: true });

    const { to, code } = anEntry().errand as { readonly to: string; readonly code: string };
    [to, code, caseId(), aCase().code].forEach(held => {
      expect(said.join('')).not.toContain(held);
    });
  });

  it('sends a dead letter again first, by its id', async () => {
    const { put, said, report, inside } = standing();
    put('dead', 'dead');

    expect(await report({ retry: outboxId('dead') })).toBe(true);
    expect(said.join('')).toContain('due         1');
    expect([...inside.outbox.values()]).toMatchObject([{ state: 'pending', outboxAt: NOON }]);
  });

  it.each([outboxId('none'), outboxId('away'), 'x', ''])('sends nothing else: %s', async retry => {
    const { put, said, report, inside } = standing();
    put('away', 'waiting');

    expect(await report({ retry })).toBe(false);
    expect(said.join('')).toContain('There is no dead letter of that id.');
    expect([...inside.outbox.values()]).toMatchObject([{ state: 'waiting' }]);
  });
});
