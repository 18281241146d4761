import { forgetNumbersAgain } from './forget-again';
import { destroyKeysAgain } from './sealing/destroy-again';
import { type Shelves } from './shelves';

const RESTORED = ['data', 'keys'] as const;
type Restored = (typeof RESTORED)[number];

type AskedAgain = { readonly restored: Restored; readonly yes: boolean };

/** How it is said on the command line. */
export const AGAIN_OPTIONS = {
  restored: { type: 'string' },
  yes: { type: 'boolean', default: false },
} as const;

const isRestored = (text: string | undefined): text is Restored => RESTORED.some(one => one === text);

type Said = { readonly restored?: string | undefined; readonly yes: boolean };

/** Throws when it is not said which of the two was restored: after one, what the other needs would destroy too much. */
export const askedAgain = ({ restored, yes }: Said): AskedAgain => {
  if (!isRestored(restored)) throw new Error(`Say what was restored: --restored ${RESTORED.join(' or ')}.`);
  return { restored, yes };
};

const DOING = {
  data: { run: forgetNumbersAgain, what: 'numbers', done: 'forgotten again' },
  keys: { run: destroyKeysAgain, what: 'keys', done: 'destroyed again' },
} as const;

/**
 * Erases what a restore brought back (docs/deploy.md, Backup and restore), or only counts it until told `--yes`; the answer
 * is what to say. Throws when the other side is empty: then this is not the account that belongs to it.
 */
export const eraseAgain = async (shelves: Shelves, { restored, yes }: AskedAgain): Promise<string> => {
  const { run, what, done } = DOING[restored];
  const { looked, erased } = await run(shelves, yes);
  const counted = `${erased.toString()} of ${looked.toString()} ${what}`;
  return yes ? `${counted} were ${done}.\n` : `${counted} would be ${done}. Say --yes to do it.\n`;
};
