import { randomBytes } from 'node:crypto';
import { type Within } from '../../use-cases/ports/common';
import { type Shelf } from '../database/shelf';
import { attested } from './attested';
import {
  PROGRAM_ID,
  programDocument,
  type ProgramEntry,
  type Purpose,
  PURPOSES,
  toProgramEntries,
} from './program-document';
import { programSecrets } from './program-secrets';
import { type Secrets, type Wrapping } from './secrets';

type Parts = { readonly wrapping: Wrapping; readonly shelf: Shelf };
type Stored = readonly ProgramEntry[];

const KEY_BYTES = 32;
const MISSING =
  'The container keys holds the keys of cases, but not the program’s own (document program). Restore that document.';
const FOREIGN =
  'The program’s own keys (container keys, document program) were not wrapped by the key in KEY_VAULT_KEY.';

const stored = async ({ shelf }: Parts, within: Within): Promise<Stored | undefined> => {
  const { value } = await shelf.read({ id: PROGRAM_ID, pk: PROGRAM_ID }, within);
  return value === undefined ? undefined : toProgramEntries(value);
};

const made = async ({ wrapping }: Parts, within: Within): Promise<Stored> =>
  Promise.all(
    PURPOSES.map(async id => ({ id, wrapped: await wrapping.wrap(randomBytes(KEY_BYTES), within) })),
  );

/** With a code, which the log of a start that failed may name. */
const notOurs = (code: string, text: string): Error => Object.assign(new Error(text), { code });

/** The first replica makes them; the others read what it made. New ones where cases have theirs would open nothing. */
const created = async (parts: Parts, within: Within): Promise<Stored> => {
  const document = programDocument(await made(parts, within));
  const others = await parts.shelf.count({ where: 'c.id != @id', values: { id: PROGRAM_ID } }, within);
  if (others === 0) await parts.shelf.create(document, within);
  const found = await stored(parts, within);
  if (found === undefined) throw notOurs('PROGRAM_KEYS_MISSING', MISSING);
  return found;
};

const opened = async (
  { wrapping }: Parts,
  entries: Stored,
  within: Within,
): Promise<(purpose: Purpose) => Uint8Array> => {
  const keys = await Promise.all(
    entries.map(async ({ id, wrapped }) => ({ id, bytes: await wrapping.unwrap(wrapped, within) })),
  );
  return purpose => {
    const bytes = keys.find(({ id }) => id === purpose)?.bytes;
    if (bytes?.length !== KEY_BYTES) throw notOurs('PROGRAM_KEYS_FOREIGN', FOREIGN);
    return bytes;
  };
};

/**
 * The secrets of a program whose key-encryption key lies elsewhere: its own keys are random, wrapped by that key, and
 * lie in the container `keys`. Throws when they are missing where cases have theirs, and when another key wrapped them.
 */
export const vaultSecrets = async (parts: Parts, within: Within): Promise<Secrets> => {
  const entries = (await stored(parts, within)) ?? (await created(parts, within));
  const keyFor = await opened(parts, entries, within);
  return {
    ...attested(parts.wrapping, keyFor('attesting')),
    ...programSecrets({
      lookup: keyFor('lookup'),
      audit: keyFor('audit'),
      signing: keyFor('signing'),
    }),
  };
};
