import { clear } from '../../src/domain/gap';
import { aGap, gapId } from '../builders/learning';
import { commandId, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { soon, there } from '../storage/given';
import { type Audited, type Lying, openAudited } from './audited';

const PARTITION = `gap:${gapId()}`;
let audited: Audited;
beforeEach(async () => {
  audited = await openAudited();
  const { gaps } = audited.lab;
  const fact = (operation: string) => aFact({ commandId: commandId(operation), operation });
  await gaps.commit({ gap: aGap(), fact: fact('record-own-gap'), outbox: [] }, soon());
  const file = there(await gaps.load(gapId(), soon()));
  const change = { category: 'housing', text: 'Bolig', by: personId('koordinator'), at: NOON } as const;
  const cleared = clear(file.gap, change);
  if (cleared.ok)
    await gaps.commit({ gap: cleared.value, file, fact: fact('clear-gap'), outbox: [] }, soon());
});
afterEach(() => audited.close());

const gapIn = async (): Promise<Lying> =>
  there((await audited.lying(PARTITION)).find(({ type }) => type === 'gap'));

describe('verifyAudit, of the register', () => {
  it('finds nothing wrong with a gap that was reported and cleared', async () => {
    expect((await audited.verify()).wrong).toBeUndefined();
  });

  it('names a gap whose text was changed outside the program', async () => {
    const lying = await gapIn();
    await audited.put({ ...lying, gap: { ...Object(lying['gap']), clearedText: 'Noe annet' } });

    expect((await audited.verify()).wrong).toContain(PARTITION);
  });

  it('names a gap that was taken away', async () => {
    await audited.drop(await gapIn());

    expect((await audited.verify()).wrong).toContain(PARTITION);
  });
});
