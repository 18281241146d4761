import { z } from 'zod';
import { type Acknowledged } from './people';
import { type Taken } from './teams-end';

const Document = z.looseObject({ id: z.string(), pk: z.string(), type: z.string().optional() });
export type Document = z.infer<typeof Document>;
export const toDocument = (document: unknown): Document => Document.parse(document);

const Errand = z.looseObject({ kind: z.string(), to: z.string().optional(), code: z.string().optional() });
const Outbox = z.looseObject({
  outboxState: z.string(),
  attempts: z.number(),
  outboxAt: z.string().optional(),
  entry: z.looseObject({ id: z.string(), errand: Errand }),
});
const Audit = z.looseObject({
  event: z.looseObject({ operation: z.string(), allowed: z.boolean(), caseId: z.string().optional() }),
});

type Entry = z.infer<typeof Outbox>;
export const outboxIn = (documents: readonly Document[]): readonly Entry[] =>
  documents.filter(({ type }) => type === 'outbox').map(document => Outbox.parse(document));

const FINAL = ['sent', 'dropped'];
/** No run is so long that this day comes: what is put off until then need not be sent. */
const ANOTHER_DAY = '2026-11-24';
export const isUnderWay = ({ outboxState, outboxAt = '' }: Entry): boolean =>
  !FINAL.includes(outboxState) && !(outboxState === 'pending' && outboxAt >= ANOTHER_DAY);

/** Acknowledged presses whose event is not in the database, or is there more than once. */
export const notKept = (
  documents: readonly Document[],
  acknowledged: readonly Acknowledged[],
): readonly string[] => {
  const times = new Map<string, number>();
  for (const { id } of documents) times.set(id, (times.get(id) ?? 0) + 1);
  return acknowledged
    .filter(({ commandId }) => times.get(`audit:${commandId}`) !== 1)
    .map(({ verb, caseId, commandId }) => `${verb} of ${caseId} (${commandId})`);
};

const counted = (documents: readonly Document[], type: string): number =>
  documents.filter(document => document.type === type).length;
const happened = (documents: readonly Document[], operation: string): number =>
  documents
    .filter(({ type }) => type === 'audit')
    .map(document => Audit.parse(document).event)
    .filter(event => event.operation === operation && event.allowed).length;

/** Effects that are there more or less often than they were recorded. */
export const doubled = (documents: readonly Document[]): readonly string[] =>
  [
    ['case', 'submit-referral'],
    ['action', 'create-action'],
  ].flatMap(([type = '', operation = '']) => {
    const [effects, events] = [counted(documents, type), happened(documents, operation)];
    return effects === events ? [] : [`${String(effects)} of type ${type} by ${String(events)} ${operation}`];
  });

export type Told = {
  readonly notices: number;
  /** Notices that should have arrived and did not. */
  readonly lost: readonly string[];
  readonly extra: number;
  /** Extra messages that no crash explains. */
  readonly unexplained: readonly string[];
  /** The longest between a message that was sent again and the end of the life that sent it. */
  readonly longestMs: number;
};

type Deaths = ReadonlyMap<number, number>;

/** In one life nothing is said twice; and whoever said it before was ended soon after, before it could be noted. */
const explained = (same: readonly Taken[], deaths: Deaths): boolean => {
  const lives = same.map(({ life }) => life);
  return new Set(lives).size === lives.length && same.slice(0, -1).every(({ life }) => deaths.has(life));
};

const CODE = /SU-[0-9A-Z]{4}-[0-9A-Z]{4}/;

/** What arrived in chats about a case, by who heard it and what it said. */
const heardIn = (taken: readonly Taken[]): ReadonlyMap<string, readonly Taken[]> => {
  const heard = new Map<string, Taken[]>();
  for (const one of taken.filter(({ text }) => CODE.test(text))) {
    const key = `${one.chat} ${one.text}`;
    heard.set(key, [...(heard.get(key) ?? []), one]);
  }
  return heard;
};

const chatAndCode = (chat: string, code: string | undefined): string => `${chat} ${code ?? ''}`;

/** Every notice names another thing of its case to its addressee, so each must have arrived as a text of its own. */
export const told = (
  entries: readonly Entry[],
  taken: readonly Taken[],
  { chatOf, deaths }: { readonly chatOf: (person: string) => string; readonly deaths: Deaths },
): Told => {
  const heard = heardIn(taken);
  const texts = new Map<string, number>();
  for (const [{ chat, text }] of [...heard.values()].flatMap(([first]) => (first ? [[first] as const] : [])))
    texts.set(
      chatAndCode(chat, CODE.exec(text)?.[0]),
      (texts.get(chatAndCode(chat, CODE.exec(text)?.[0])) ?? 0) + 1,
    );
  const sent = entries.filter(
    ({ entry, outboxState }) => entry.errand.kind === 'notice' && outboxState === 'sent',
  );
  const expected = new Map<string, number>();
  for (const { entry } of sent) {
    const key = chatAndCode(chatOf(entry.errand.to ?? ''), entry.errand.code);
    expected.set(key, (expected.get(key) ?? 0) + 1);
  }
  const again = [...heard.values()].filter(same => same.length > 1);
  const gaps = again.flatMap(same =>
    same.slice(0, -1).map(({ life, at }) => (deaths.get(life) ?? Infinity) - at),
  );
  return {
    notices: sent.length,
    lost: [...expected].filter(([key, times]) => (texts.get(key) ?? 0) < times).map(([key]) => key),
    extra: again.reduce((sum, same) => sum + same.length - 1, 0),
    unexplained: again.filter(same => !explained(same, deaths)).map(([first]) => first?.text ?? ''),
    longestMs: Math.max(0, ...gaps),
  };
};
