import { addMaster } from './master-file';
import { rewrapKeys, type Rewrapping } from './rewrap';

/** What to tell whoever asked for it; `whole` is false when a key lies there that nothing opens. */
export type RotationReport = { readonly text: string; readonly whole: boolean };

const told = (number: number, what: string): string => `${number.toString()} ${what}\n`;

/** Wraps all keys under the newest key: a new one in this key file first, when it is given. */
export const rotateKeys = async (rewrapping: Rewrapping, newKeyIn?: string): Promise<RotationReport> => {
  if (newKeyIn !== undefined) addMaster(newKeyIn);
  const { keys, rewrapped, broken } = await rewrapKeys(rewrapping);
  const text = [
    ...(newKeyIn === undefined
      ? []
      : [`A new key was added to ${newKeyIn}: copy the file to where its copy lies.\n`]),
    told(rewrapped, `of ${keys.toString()} keys were wrapped anew.`),
    ...(broken === 0
      ? []
      : [told(broken, 'cannot be opened by any key there is, and were left as they lie.')]),
  ];
  return { text: text.join(''), whole: broken === 0 };
};
