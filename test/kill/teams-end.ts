import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { type ConnectorEnd, type Outgoing, startConnectorEnd } from '../../src/local/demo/connector';
import { readCard } from '../../src/local/demo/read-card';

/** A message that Teams took, and which of the bot's lives sent it. */
export type Taken = {
  readonly chat: string;
  readonly text: string;
  readonly life: number;
  /** Milliseconds by the wall. */
  readonly at: number;
};

export type TeamsEnd = {
  readonly connector: ConnectorEnd;
  readonly taken: () => readonly Taken[];
  readonly throttled: () => number;
  readonly stalled: () => number;
  /** Another life of the bot begins. */
  readonly nextLife: () => void;
};

const THROTTLED = 0.15;
const STALLED = 0.05;
const LONGEST_STALL_MS = 800;
const NEW_MESSAGE = /^\/v3\/conversations\/(?<chat>[^/]+)\/activities$/;
const Sent = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.record(z.string(), z.unknown()) })).default([]),
});

const messageIn = ({ method, path, body }: Outgoing): Pick<Taken, 'chat' | 'text'> | undefined => {
  const chat = NEW_MESSAGE.exec(path)?.groups?.['chat'];
  if (method !== 'POST' || chat === undefined) return undefined;
  const [card] = Sent.parse(JSON.parse(body)).attachments;
  return { chat, text: card === undefined ? '' : readCard(card.content).join('\n') };
};

/** Teams as it is on a bad day: 15 % of what it is asked it answers 429, and some it takes its time about. */
export const openTeamsEnd = async (): Promise<TeamsEnd> => {
  const connector = await startConnectorEnd();
  const taken: Taken[] = [];
  const counts = { throttled: 0, stalled: 0, life: 0 };
  connector.refuse(async outgoing => {
    const { life } = counts;
    if (Math.random() < THROTTLED) {
      counts.throttled += 1;
      return 429;
    }
    if (Math.random() < STALLED) {
      counts.stalled += 1;
      await sleep(Math.random() * LONGEST_STALL_MS);
    }
    const message = messageIn(outgoing);
    if (message !== undefined) taken.push({ ...message, life, at: Date.now() });
    return undefined;
  });
  return {
    connector,
    taken: () => taken,
    throttled: () => counts.throttled,
    stalled: () => counts.stalled,
    nextLife: () => {
      counts.life += 1;
    },
  };
};
