import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { z } from 'zod';
import { type Front } from '../front';

const Sent = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.record(z.string(), z.unknown()) })).optional(),
  summary: z.string().optional(),
  activity: z.unknown().optional(),
  members: z.array(z.looseObject({ id: z.string() })).nullish(),
});

/** A message as it stands in a conversation: the newest card under its id. */
export type Standing = {
  readonly id: string;
  readonly conversationId: string;
  readonly card: Readonly<Record<string, unknown>>;
  readonly summary: string;
  /** The activity it answers, when it answers one. */
  readonly replyTo: string;
  /** How often it was edited. */
  readonly edits: number;
};

/** A request just as the bot made it. */
export type Outgoing = { readonly method: string; readonly path: string; readonly body: string };

/** It may take its time about it. */
type Refusing = (request: Outgoing) => number | undefined | Promise<number | undefined>;

export type ConnectorEnd = {
  readonly url: string;
  /** Everything that stands in a conversation, oldest first. */
  readonly standingIn: (conversationId: string) => readonly Standing[];
  readonly everything: () => readonly Standing[];
  /** Every request the bot has made, refused ones included, oldest first. */
  readonly outgoing: () => readonly Outgoing[];
  /** From now on a request is answered with the status this gives for it; undefined lets it through. */
  readonly refuse: (refusing: Refusing) => void;
  readonly close: () => Promise<void>;
};

type Book = {
  readonly messages: Map<string, Standing>;
  readonly outgoing: Outgoing[];
  refusing: Refusing;
  next: number;
};
type Place = Pick<Standing, 'id' | 'conversationId' | 'replyTo'>;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const write = (book: Book, at: Place, body: unknown): void => {
  const { attachments = [], summary = '' } = Sent.parse(body);
  const before = book.messages.get(at.id);
  const card = attachments[0]?.content ?? {};
  book.messages.set(at.id, { ...at, card, summary, edits: before === undefined ? 0 : before.edits + 1 });
};

const freshId = (book: Book): string => {
  book.next += 1;
  return `activity-${String(book.next)}`;
};

const THREAD = 'channel;messageid=';
/** Whether a conversation is a thread in the channel. */
export const isThread = (conversationId: string): boolean => conversationId.startsWith(THREAD);

/** `createConversation`: a thread in the channel when it carries an activity, a chat with one person otherwise. */
const converse = (book: Book, body: unknown): { readonly id: string; readonly activityId: string } => {
  const { activity, members } = Sent.parse(body);
  const activityId = freshId(book);
  if (activity === undefined || activity === null) return { id: `a:${members?.[0]?.id ?? ''}`, activityId };
  const conversationId = `${THREAD}${activityId}`;
  write(book, { id: activityId, conversationId, replyTo: '' }, activity);
  return { id: conversationId, activityId };
};

const ACTIVITIES = /^\/v3\/conversations\/(?<conversation>.+?)\/activities(?:\/(?<existing>.+))?$/;

type Addressed = { readonly conversation: string; readonly existing: string };

const addressOf = (path: string): Addressed => {
  const { conversation = '', existing = '' } = ACTIVITIES.exec(path)?.groups ?? {};
  return { conversation, existing };
};

/** An edit goes to the activity it names; anything else becomes a message of its own, perhaps as an answer to one. */
const placeFor = (book: Book, { conversation, existing }: Addressed, isEdit: boolean): Place => ({
  id: isEdit ? existing : freshId(book),
  conversationId: conversation,
  replyTo: isEdit ? '' : existing,
});

const answer = (book: Book, { method, path, body }: Outgoing): unknown => {
  const parsed: unknown = body === '' ? {} : JSON.parse(body);
  const address = addressOf(path);
  if (address.conversation === '') return converse(book, parsed);
  const place = placeFor(book, address, method === 'PUT');
  write(book, place, parsed);
  return { id: place.id };
};

const JSON_TYPE = { 'content-type': 'application/json' };
const THROTTLED = { ...JSON_TYPE, 'retry-after': '1' };

const meet = async (book: Book, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await bodyOf(request);
  const path = decodeURIComponent(request.url ?? '');
  const outgoing = { method: request.method ?? '', path, body };
  book.outgoing.push(outgoing);
  const refused = await book.refusing(outgoing);
  const answered = refused === undefined ? answer(book, outgoing) : { error: { code: 'Refused' } };
  const headers = refused === 429 ? THROTTLED : JSON_TYPE;
  response.writeHead(refused ?? 201, headers).end(JSON.stringify(answered));
};

type Door = Pick<Front, 'tls' | 'admits'>;

/** Without a token nothing is written down: who asked was nobody. */
const meetAtDoor =
  (book: Book, door: Door | undefined) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (door === undefined || (await door.admits(request.headers.authorization)))
      await meet(book, request, response);
    else response.writeHead(401).end();
  };

/** Whoever went away before the whole request was here has asked for nothing. */
const serve = (book: Book, door: Door | undefined): Server => {
  const answering = meetAtDoor(book, door);
  const listener: RequestListener = (request, response) => {
    answering(request, response).catch(() => response.destroy());
  };
  return door === undefined ? createServer(listener) : createSecureServer(door.tls, listener);
};

/**
 * Teams' end of the line, as far as the bot can tell: it keeps what it is sent and gives every message an id. With a
 * door it is https, and lets in nobody without a token.
 */
export const startConnectorEnd = async (door?: Door): Promise<ConnectorEnd> => {
  const book: Book = { messages: new Map(), outgoing: [], refusing: () => undefined, next: 0 };
  const server = serve(book, door).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const everything = (): readonly Standing[] => [...book.messages.values()];
  return {
    url: `${door === undefined ? 'http' : 'https'}://127.0.0.1:${String(port)}/`,
    everything,
    standingIn: conversationId => everything().filter(message => message.conversationId === conversationId),
    outgoing: () => [...book.outgoing],
    refuse: refusing => {
      book.refusing = refusing;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
