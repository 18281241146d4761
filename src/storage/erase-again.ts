import { forgetNumbersAgain } from './forget-again';
import { destroyKeysAgain, type ErasedAgain } from './sealing/destroy-again';
import { type Shelves } from './shelves';

const RESTORED = ['data', 'keys'] as const;
type Restored = (typeof RESTORED)[number];

const isRestored = (text: string | undefined): text is Restored => RESTORED.some(one => one === text);

const DOING = {
  data: { run: forgetNumbersAgain, said: 'numbers were forgotten again' },
  keys: { run: destroyKeysAgain, said: 'keys were destroyed again' },
} as const;

const told = ({ looked, erased }: ErasedAgain, said: string): string =>
  `${erased.toString()} of ${looked.toString()} ${said}.\n`;

/**
 * Erases what a restore brought back (docs/deploy.md, Backup and restore); the answer is what to tell. Throws when it is
 * not said which of the two was restored: after one, what the other needs would destroy too much.
 */
export const eraseAgain = async (shelves: Shelves, restored: string | undefined): Promise<string> => {
  if (!isRestored(restored)) throw new Error(`Say what was restored: --restored ${RESTORED.join(' or ')}.`);
  const { run, said } = DOING[restored];
  return told(await run(shelves), said);
};
