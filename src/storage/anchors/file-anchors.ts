import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { type Anchor } from '../../audit/anchor';
import { type Anchors } from '../../use-cases/ports/anchors';
import { anchorText, toAnchor } from './anchor-text';

const OWNER_ONLY = 0o600;

/** A line that a loss of power cut short was never an anchor: nothing, so that the next one is written after it. */
const parsed = (line: string): readonly unknown[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
};

const textIn = async (path: string): Promise<string> => (existsSync(path) ? readFile(path, 'utf8') : '');
const linesIn = (text: string): readonly unknown[] => text.split('\n').flatMap(parsed);
const lastIn = (text: string): Anchor | undefined => {
  const last = linesIn(text).at(-1);
  return last === undefined ? undefined : toAnchor(last);
};

const write = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'a', OWNER_ONLY);
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A file beside the database, which is only ever written at its end, and synced. Fit for one machine. */
export const fileAnchors = (path: string): Anchors => ({
  append: async anchor => {
    const before = await textIn(path);
    if ((lastIn(before)?.number ?? 0) >= anchor.number) return 'already-there';
    const apart = before === '' || before.endsWith('\n') ? '' : '\n';
    await write(path, `${apart}${anchorText(anchor)}`);
    return 'done';
  },
  last: async () => lastIn(await textIn(path)),
  async *all() {
    yield* linesIn(await textIn(path));
  },
});
