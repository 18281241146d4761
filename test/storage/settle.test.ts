import { EMPTY_CHAIN } from '../../src/audit/event';
import { plusMs } from '../../src/domain/time';
import { cosmosOutbox } from '../../src/storage/cosmos-outbox';
import { personDocument } from '../../src/storage/documents/person-document';
import { caseId, NOON } from '../builders/ids';
import { anEntry, aReference } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { containerOf } from '../faults/database';
import { directly, memoryShelf, type Wire } from '../faults/memory-shelf';
import { soon, there } from './given';

const now = (): number => Date.parse(NOON);

/** An entry whose addressee gets a chat while it is being set to wait; what then becomes of the look for it? */
const reachedMeanwhile = async (last: 'fails' | 'succeeds') => {
  const container = containerOf(new Map(), { now, ifMatch: true });
  const person = aCoordinator();
  const stages: string[] = [];
  const wire: Wire = (name, effect, within) => {
    const isLast = name === 'read' && stages.includes('replace');
    if (isLast && last === 'fails') return Promise.reject(new TypeError('socket hang up'));
    if (name === 'replace' && !stages.includes(name))
      container.create(personDocument({ person, head: EMPTY_CHAIN, reference: aReference() }));
    stages.push(name);
    return directly(name, effect, within);
  };
  const over = (way: Wire) => {
    const shelf = memoryShelf(container, now, way);
    return cosmosOutbox({ shelves: { work: shelf, ops: shelf } });
  };
  const outbox = over(directly);
  await outbox.add({ caseId: caseId() }, anEntry(), soon());
  const [file] = await outbox.due(NOON, 1, soon());
  await over(wire)
    .settle(there(file), 'waiting', soon())
    .catch(() => undefined);
  return outbox;
};

describe('settling an entry to wait', () => {
  it.each(['fails', 'succeeds'] as const)(
    'does not leave it waiting for what came meanwhile, when the look for it %s',
    async last => {
      const outbox = await reachedMeanwhile(last);

      expect(await outbox.due(NOON, 1, soon())).toEqual([]);
      expect(await outbox.due(plusMs(NOON, 60_000), 1, soon())).toHaveLength(1);
    },
  );
});
