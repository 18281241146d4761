import { type Fact } from '../../src/audit/event';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Storage } from '../../src/storage/create-storage';
import { aCase } from '../builders/cases';
import { commandId, meetingId, outboxId, seatId } from '../builders/ids';
import { aFact, aReference } from '../builders/outbox';
import { type Container } from './database';
import { aNewReferral, LAID, MORNING, SIGNED, UNHEARD_OF, WITHDRAWN } from './estate';

const always = (): AbortSignal => new AbortController().signal;
const factOf = (name: string): Fact => aFact({ commandId: commandId(name) });

/** Not before the entry is on its way in somebody's hands. */
export const onceInHand =
  (name: string, act: (storage: Storage) => Promise<boolean>) =>
  async (storage: Storage, work: Container): Promise<boolean> => {
    const found = work.read({ id: `outbox:${outboxId(name)}`, pk: `case:${SIGNED}` });
    return found?.['outboxState'] !== 'pending' && act(storage);
  };

/** The referrer takes the referral back: from then on nobody is to hear of it. */
export const withdraw = async ({ cases }: Storage): Promise<boolean> => {
  const file = await cases.load(WITHDRAWN, always());
  if (file === undefined) return false;
  const kase = aCase({ id: WITHDRAWN, state: 'referral-withdrawn' });
  const committed = await cases.commit({ file, kase, fact: factOf('withdraw'), outbox: [] }, always());
  return committed === 'done';
};

const ANSWERS = [seatId('sosial'), seatId('dps'), seatId('politi')];
const withAnswer = (item: AgendaItem): AgendaItem => ({
  ...item,
  answered: ANSWERS.slice(0, item.answered.length + 1),
});

/** A seat answers in the channel: the item's card is to be drawn anew. Not before the item is there. */
export const answer = async ({ cases }: Storage): Promise<boolean> => {
  const [file, found] = await Promise.all([
    cases.load(LAID, always()),
    cases.item(LAID, meetingId(), always()),
  ]);
  if (file === undefined || found === undefined) return false;
  const item = withAnswer(found.item);
  const name = `answer ${item.answered.length.toString()}`;
  const errand = { kind: 'edit-item' as const, meetingId: meetingId(), caseId: LAID };
  const change = { file, kase: file.kase, fact: factOf(name), item: { item, version: found.version } };
  const outbox = [{ id: outboxId(name), errand, at: MORNING }];
  return (await cases.commit({ ...change, outbox }, always())) === 'done';
};

/** Somebody installs the app: now there is a chat. */
export const install = async ({ people }: Storage): Promise<boolean> => {
  const file = await people.load(UNHEARD_OF, always());
  if (file === undefined) return false;
  await people.captureReference(file, aReference({ conversationId: `chat ${UNHEARD_OF}` }), always());
  return true;
};

/** One more is to be told, while others are on their way. */
export const tell =
  (name: string) =>
  async ({ outbox }: Storage): Promise<boolean> => {
    const entry = { id: outboxId(name), errand: aNewReferral(SIGNED), at: MORNING };
    return outbox.add({ caseId: SIGNED }, entry, always());
  };
