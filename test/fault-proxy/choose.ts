import { FAULTS, TELLING } from './faults';
import { type Case } from './matrix';
import { asUsual, type Request, type Setting, type Usual } from './trial';

export type Known = { readonly setting: Setting; readonly usual: Usual };

/** What every press does when nothing goes wrong. */
export const knowAll = async (settings: readonly Setting[]): Promise<readonly Known[]> => {
  const known: Known[] = [];
  for (const setting of settings) known.push({ setting, usual: await asUsual(setting) });
  return known;
};

const kindOf = ({ kind, container }: Request): string => `${kind} of ${container}`;
/** Every kind of request that some press makes. */
export const kindsIn = (known: readonly Known[]): readonly string[] =>
  [...new Set(known.flatMap(({ usual }) => usual.requests.map(kindOf)))].sort();

const ofKind = ({ usual }: Known, kind: string): readonly Request[] =>
  usual.requests.filter(request => kindOf(request) === kind);

/** Every kind of request with every telling fault, each time of another press. */
export const oneOfEach = (known: readonly Known[]): readonly Case[] =>
  kindsIn(known).flatMap((kind, row) => {
    const having = known.filter(one => ofKind(one, kind).length > 0);
    return TELLING.flatMap((fault, column) => {
      const one = having[(row * 5 + column * 7) % having.length];
      const at = one && ofKind(one, kind).at(column % 2 === 0 ? 0 : -1);
      return one === undefined || at === undefined ? [] : [{ ...one, at, fault }];
    });
  });

/** Whose every single request is tried; of the others the last of each kind. */
const MAIN = [
  ...['submit-referral', 'contribute', 'record-decision', 'record-consent', 'withdraw-consent'],
  ...['create-action', 'complete-action', 'start-meeting'],
];

const someOf = (one: Known): readonly Request[] => {
  const kinds = kindsIn([one]).map(kind => ofKind(one, kind));
  return kinds.map(all => all.at(-1)).filter(at => at !== undefined);
};

/** Every press, with every fault. */
export const wholeMatrix = (known: readonly Known[]): readonly Case[] =>
  known.flatMap(one => {
    const requests = MAIN.includes(one.setting.press.verb) ? one.usual.requests : someOf(one);
    return requests.flatMap(at => Object.keys(FAULTS).map(fault => ({ ...one, at, fault })));
  });
