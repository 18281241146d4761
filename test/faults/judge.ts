import { toItemFile } from '../../src/storage/documents/item-document';
import { toOutboxFile } from '../../src/storage/documents/outbox-document';
import { toCaseFile } from '../../src/storage/documents/case-document';
import { type Errand } from '../../src/domain/outbox';
import { type OutboxFile } from '../../src/use-cases/ports/outbox';
import { type Message } from '../../src/use-cases/ports/messenger';
import { isEnded } from '../../src/domain/case';
import { isStep } from '../../src/reminders/steps';
import { type Attempt, type Sim } from './sim';

export type Ends = {
  /** What broke a promise, each in words; none when all is as promised. */
  readonly wrongs: readonly string[];
  readonly entries: number;
  readonly arrived: number;
  readonly extra: number;
  /** Sends that arrived, and that something went wrong with before they were acknowledged. */
  readonly ambiguous: number;
};

const NOBODY = { where: 'c.type = @type', values: { type: 'outbox' } };
const sum = (numbers: readonly number[]): number => numbers.reduce((whole, one) => whole + one, 0);

const filesIn = ({ work }: Sim): readonly OutboxFile[] => work.query(NOBODY).map(toOutboxFile);
const caseIn = ({ work }: Sim, id: string) => toCaseFile(work.read({ id: 'case', pk: `case:${id}` })).kase;

/** What is not to be said any more; and an edit that another one made needless, which the cards' last state tells. */
const mayBeDropped = (sim: Sim, errand: Errand): boolean => {
  if (errand.kind === 'notice') return isEnded(caseIn(sim, errand.caseId));
  return errand.kind === 'edit-agenda' || errand.kind === 'edit-item';
};

const lost = (sim: Sim, files: readonly OutboxFile[]): readonly string[] =>
  files.flatMap(({ entry: { id, errand }, state }) => {
    const arrived = sum(sim.attempts.filter(one => one.entry === id).map(one => one.arrived));
    const name = `${errand.kind} ${id.slice(0, 6)}`;
    if (isStep(errand)) return state === 'sent' ? [] : [`lost: the step ${name} is ${state}`];
    if (state === 'sent') return arrived > 0 ? [] : [`lost: ${name} never arrived`];
    if (state === 'dropped') return mayBeDropped(sim, errand) ? [] : [`lost: ${name} was dropped`];
    return [`lost: ${name} is ${state} in the end`];
  });

const byEntry = ({ attempts }: Sim): readonly (readonly Attempt[])[] =>
  [...new Set(attempts.map(({ entry }) => entry))].map(id => attempts.filter(({ entry }) => entry === id));

/** Once an arrival was acknowledged without anything in its way, nothing of the entry is sent again. */
const doubled = (sim: Sim): readonly string[] =>
  byEntry(sim).flatMap(attempts => {
    const clean = attempts.findIndex(({ arrived, isHit }) => arrived > 0 && !isHit);
    const after = clean < 0 ? [] : attempts.slice(clean + 1);
    const again = attempts.find(({ arrived }) => arrived > 1);
    const [name] = attempts.map(({ message, entry }) => `${message.kind} ${entry.slice(0, 6)}`);
    return [
      ...(after.length > 0 ? [`doubled: ${name ?? ''} was sent again after a clear send`] : []),
      ...(again === undefined ? [] : [`doubled: one send of ${name ?? ''} arrived twice`]),
    ];
  });

const isOf =
  <Kind extends Message['kind']>(kind: Kind) =>
  (message: Message): message is Extract<Message, { readonly kind: Kind }> =>
    message.kind === kind;

/** The last that was begun of each card says what is true in the end. */
const stale = (sim: Sim): readonly string[] => {
  const arrived = sim.attempts.filter(one => one.arrived > 0).map(({ message }) => message);
  const items = sim.work.query({ where: 'c.type = @type', values: { type: 'item' } }).map(toItemFile);
  return items.flatMap(({ item }) => {
    const [shown, agenda] = [arrived.findLast(isOf('item')), arrived.findLast(isOf('agenda'))];
    return [
      ...(shown?.item.answered.length === item.answered.length ? [] : ['stale: the item lacks an answer']),
      ...(agenda?.items.length === items.length ? [] : ['stale: the agenda lacks an item']),
    ];
  });
};

/** What was withdrawn before the last request of a look is not to be told of; of several looks at once, none can tell which was whose. */
const untrue = ({ attempts, withdrawnFrom, isInTurn }: Sim): readonly string[] =>
  (isInTurn ? attempts : []).flatMap(({ message, afterRequest }) => {
    if (message.kind !== 'notice') return [];
    const from = withdrawnFrom.get(message.errand.caseId);
    return from !== undefined && from < afterRequest ? ['untrue: told of a case after it was withdrawn'] : [];
  });

/** Holds a finished run against the promises. */
export const wrongsIn = (sim: Sim): Ends => {
  const files = filesIn(sim);
  const arrived = sum(sim.attempts.map(one => one.arrived));
  const reached = new Set(sim.attempts.filter(one => one.arrived > 0).map(({ entry }) => entry)).size;
  const ambiguous = sum(sim.attempts.filter(({ isHit }) => isHit).map(one => Math.min(1, one.arrived)));
  const extra = arrived - reached;
  return {
    wrongs: [
      ...new Set([
        ...sim.wrongs,
        ...lost(sim, files),
        ...doubled(sim),
        ...stale(sim),
        ...untrue(sim),
        ...(extra > ambiguous ? ['doubled: more extra sends than ambiguous ones'] : []),
      ]),
    ],
    ...{ entries: files.length, arrived, extra, ambiguous },
  };
};
