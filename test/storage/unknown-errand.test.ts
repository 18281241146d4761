import { outboxDocument } from '../../src/storage/documents/outbox-document';
import { type OutboxState } from '../../src/use-cases/ports/outbox';
import { caseId, NOON, outboxId } from '../builders/ids';
import { anEntry } from '../builders/outbox';
import { soon } from './given';
import { openEmbedded, type WiredLab } from './lab';

describe('an entry of a kind that only a later release knows', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const later = (state: OutboxState) => {
    const entry = { id: outboxId('later'), at: NOON, errand: { kind: 'tell-the-mayor', caseId: caseId() } };
    const writing = { partition: `case:${caseId()}`, state, attempts: 0, epoch: 0 };
    const document = outboxDocument({ ...writing, entry: entry as never, outboxAt: NOON });
    return lab.container('work').items.create({ ...document });
  };

  it('keeps nothing else waiting, and stays due', async () => {
    await lab.outbox.add({ caseId: caseId() }, anEntry(), soon());
    await later('pending');

    const due = await lab.outbox.due(NOON, 50, soon());

    expect(due.map(({ entry }) => entry.id)).toEqual([anEntry().id]);
    expect(await lab.outbox.counts(NOON, soon())).toMatchObject({ due: 2, oldestDueAt: NOON });
  });

  it('hides no other trouble', async () => {
    await lab.outbox.add({ caseId: caseId() }, anEntry(), soon());
    const [file] = await lab.outbox.due(NOON, 50, soon());
    if (file !== undefined) await lab.outbox.settle(file, 'dead', soon());
    await later('dead');

    expect(await lab.outbox.troubles(soon())).toMatchObject([{ entry: { id: anEntry().id } }]);
  });
});
