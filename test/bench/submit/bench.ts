import { createHash, randomUUID } from 'node:crypto';
import { playerFor } from '../../../src/local/demo/player';
import { localChannel } from '../../../src/local/people';
import { type WireRequest } from '../../../src/local/cosmos/wire';
import { agencyId, caseId, commandId, NOON, personId } from '../../builders/ids';
import { aFact } from '../../builders/outbox';
import { aDraft } from '../../builders/referrals';
import { soon } from '../../storage/given';
import { startBareBot } from '../bare/bot';
import { type Bench, type Figure } from '../figure';
import { EIGHT, type Grounds, openGrounds } from '../grounds';
import { compared, ms, type Variant } from '../measure';
import { recordSubmit, replay } from './replay';

const AUTHOR = 'innmelder-mo';

/** Drafts that are ready to be sent, saved before the clock runs. */
const draftsIn = (grounds: Grounds) => {
  const ready: string[] = [];
  const author = grounds.world.setup.people.find(({ id }) => id === AUTHOR);
  if (author === undefined) throw new Error('There is no author.');
  const { drafts } = grounds.world.app.world;
  const save = async (): Promise<void> => {
    const id = caseId(randomUUID());
    const at = { createdAt: NOON, savedAt: NOON, values: EIGHT };
    const draft = aDraft({ ...at, id, author: personId(AUTHOR), origin: agencyId(author.agency) });
    const fact = aFact({ commandId: commandId(`save ${id}`), operation: 'save-draft' });
    await drafts.save({ draft, fact, outbox: [] }, soon());
    ready.push(id);
  };
  return {
    prepare: async (times: number): Promise<void> => {
      while (ready.length < times) await save();
    },
    next: (): string => {
      const id = ready.shift();
      if (id === undefined) throw new Error('There is no draft left.');
      return id;
    },
  };
};

const nonce = (): string => createHash('sha256').update(randomUUID()).digest('hex').slice(0, 32);

/** What was asked of the database since somebody last wanted to know. */
const listening = () => {
  let heard: WireRequest[] = [];
  return {
    observe: (request: WireRequest): void => {
      heard.push(request);
    },
    asked: (): readonly WireRequest[] => {
      const since = heard;
      heard = [];
      return since;
    },
  };
};

const kinds = (requests: readonly WireRequest[]): string =>
  requests
    .map(({ kind, container = '' }) => `${kind} ${container}`)
    .sort()
    .join();

const variantsOn = async (grounds: Grounds, asked: () => readonly WireRequest[]) => {
  const drafts = draftsIn(grounds);
  const author = grounds.player(AUTHOR);
  const submit = (draftId: string) => author.sends('submit-referral', { draftId, nonce: nonce() });
  await drafts.prepare(3);
  await submit(drafts.next());
  const { database } = grounds.world;
  const recorded = drafts.next();
  const sent: { card?: object } = {};
  const recording = await recordSubmit({ database, caseId: recorded, asked }, async () => {
    sent.card = await submit(recorded);
  });
  asked();
  await replay({ database, recording, draftId: drafts.next() });
  const again = kinds(asked());
  if (again !== kinds(recording.requests)) throw new Error(`Alone it is ${again}, not the same requests.`);
  const bare = await startBareBot(() => sent.card ?? {});
  const { setup, clock } = grounds.world;
  const who = setup.people.find(({ id }) => id === AUTHOR);
  const place = localChannel(setup.programme.channelId);
  const scene = { ...place, messages: bare.messages, connector: grounds.connector, now: clock.now };
  const atBare = playerFor(scene, who ?? { ...author, id: personId(AUTHOR), identities: [] });
  const { prepare } = drafts;
  const variants: readonly Variant[] = [
    { name: 'submit', prepare, once: () => submit(drafts.next()) },
    { name: 'alone', prepare, once: () => replay({ database, recording, draftId: drafts.next() }) },
    { name: 'bare', once: () => atBare.sends('submit-referral', { draftId: recorded, nonce: nonce() }) },
    {
      name: 'bare and alone',
      prepare,
      once: async () => {
        await atBare.sends('submit-referral', { draftId: recorded, nonce: nonce() });
        await replay({ database, recording, draftId: drafts.next() });
      },
    },
  ];
  return { variants, close: bare.close };
};

const figuresFrom = (taken: readonly number[], ratio: number): readonly Figure[] => {
  const [submit = 0, alone = 0, bare = 0, both = 0] = taken;
  return [
    {
      ...{
        bench: 'B1',
        measure: 'submit turn ÷ (bare turn + the same requests alone)',
        value: ratio,
        unit: '',
      },
      target: { atMost: 1.25 },
      from: `${ms(submit)} ÷ ${ms(both)} (bare ${ms(bare)}, requests ${ms(alone)})`,
    },
  ];
};

/** A referral is sent, over HTTP, through the real adapter; its floor is measured in the same rounds. */
export const submit: Bench = {
  id: 'B1',
  name: 'submit',
  run: async () => {
    const { observe, asked } = listening();
    const grounds = await openGrounds({ observe });
    const { variants, close } = await variantsOn(grounds, asked);
    const { ms: taken, ratios } = await compared(variants);
    await close();
    await grounds.leave();
    return figuresFrom(taken, ratios[0] ?? Number.NaN);
  },
};
