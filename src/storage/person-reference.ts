import { keepsIdentities } from '../domain/people';
import { type Within } from '../use-cases/ports/common';
import { type People, type PersonFile, type Reference } from '../use-cases/ports/people';
import { personDocument, toPersonFile } from './documents/person-document';
import { reloaded } from './record-lookup';
import { type Shelves } from './shelves';
import { release } from './waiting';

type Parts = { readonly shelves: Pick<Shelves, 'work'>; readonly load: People['load'] };

export const sameReference = (one: Reference | undefined, other: Reference): boolean =>
  one?.conversationId === other.conversationId &&
  one.serviceUrl === other.serviceUrl &&
  one.tenantId === other.tenantId &&
  one.botId === other.botId &&
  one.userId === other.userId;

type Marked = { readonly reference: Reference; readonly releasing?: true };

/**
 * Stores the person with this reference, over whatever else happens to them meanwhile; undefined, and nothing is
 * stored, when they have lost an identity: the chat may be the lost one's.
 */
const store = async (
  parts: Parts,
  { by, marked, attempt = 0 }: { by: PersonFile; marked: Marked; attempt?: number },
  within: Within,
): Promise<PersonFile | undefined> => {
  const { person, head, version } = by;
  const document = personDocument({ person, head, ...marked });
  const { value } = await parts.shelves.work.replace(document, version, within);
  if (value !== undefined) return toPersonFile(value);
  const again = await reloaded(parts.load, { by, attempt }, within);
  if (!keepsIdentities(person, again.person)) return undefined;
  return store(parts, { by: again, marked, attempt: attempt + 1 }, within);
};

/**
 * The reference is stored marked as new, what waited is released, and the mark is taken off: wherever this stops,
 * the next capture goes on.
 */
export const capturing =
  (parts: Parts): People['captureReference'] =>
  async (by, reference, within) => {
    const isSame = sameReference(by.reference, reference);
    if (isSame && by.releasing === undefined) return;
    const stored = isSame ? by : await store(parts, { by, marked: { reference, releasing: true } }, within);
    if (stored === undefined) return;
    await release(parts.shelves.work, by.person.id, within);
    await store(parts, { by: stored, marked: { reference } }, within);
  };
