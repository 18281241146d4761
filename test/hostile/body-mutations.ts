import { type Element } from '../../src/local/demo/element';
import { type Base } from './base';
import { foreignIn, JUNK, JUNK_KINDS, type JunkKind, VERBS } from './junk';
import { changedAt, GONE, isRoute, type Path, pathsIn, valueAt } from './paths';
import { accountOf, PRESSERS, TENANTS } from './people';
import { type Random } from './random';
import { type Things, TYPED } from './scene';

export type Ground = {
  readonly bases: readonly Base[];
  readonly things: Things;
  readonly serviceUrl: string;
};
type Chosen = { readonly random: Random; readonly things: Things };
type Mutation = (chosen: Chosen, activity: unknown) => unknown;

/** What every activity must have; most mutations are of these, for what is refused at the door costs little. */
const ESSENTIAL =
  /^(type|channelId|serviceUrl|from|from\.id|recipient|recipient\.id|conversation|conversation\.(id|tenantId)|value)$/;
const AT_THE_DOOR = 0.9;
type Fits = (path: Path) => boolean;

const somewhere = ({ random }: Chosen, activity: unknown, fits: Fits = () => true): Path => {
  const all = pathsIn(activity).filter(fits);
  const essential = random.chance(AT_THE_DOOR) ? all.filter(path => ESSENTIAL.test(path.join('.'))) : [];
  return random.any(essential) ?? random.any(all) ?? ['type'];
};

/** What may read as another good text is not put where it says how the sender is reached. */
const MAY_BE_GOOD: readonly JunkKind[] = ['number as text', 'number beyond numbers'];

const junk =
  (kind: JunkKind): Mutation =>
  (chosen, activity) => {
    const fits = MAY_BE_GOOD.includes(kind) ? (path: Path) => !isRoute(path) : undefined;
    return changedAt(activity, somewhere(chosen, activity, fits), value => JUNK[kind](chosen.random, value));
  };

const ADDRESSES = [
  ...['http://169.254.169.254/metadata/identity/oauth2/token', 'http://localhost/', 'file:///etc/passwd', ''],
  ...['http://127.0.0.1.example.invalid/', 'http://user@127.0.0.1/', 'https://smba.trafficmanager.net/emea/'],
  ...['http://127.0.0.1/?x=1', 'http://127.0.0.1\\@example.invalid/', 'http://[::1]/', 'javascript:alert(1)'],
  ...['http://2130706433.example.invalid/', 'gopher://127.0.0.1/', '//127.0.0.1/', TYPED, 'http://'],
];
const CHANNELS = ['emulator', 'directline', 'webchat', 'skype', 'MSTEAMS', 'msteams ', '', TYPED];
const NAMES = ['constructor', '__proto__', 'noe/ukjent', TYPED, 'task/constructor', 'adaptiveCard/Action'];
const TYPES = ['INVOKE', 'Message', 'invokeResponse', 'delay', 'command', TYPED, 'constructor', 'event'];

const oneOf =
  (path: Path, values: readonly unknown[]): Mutation =>
  ({ random }, activity) =>
    changedAt(activity, path, () => random.any(values));

const ON_CARD = ['value', 'action', 'verb'];
const unknownVerb: Mutation = ({ random }, activity) => {
  const path = valueAt(activity, ON_CARD) === undefined ? ['value', 'data', 'verb'] : ON_CARD;
  return changedAt(activity, path, () => random.any(VERBS));
};
const unknownName: Mutation = (chosen, activity) =>
  chosen.random.chance(0.5)
    ? oneOf(['name'], NAMES)(chosen, activity)
    : oneOf(['type'], TYPES)(chosen, activity);

/** Another person presses the card that this one was given. */
const asAnother: Mutation = ({ random }, activity) => {
  if (valueAt(activity, ['membersAdded']) !== undefined) return activity;
  const by = random.pick(PRESSERS);
  const { objectId } = accountOf(by);
  const sent = changedAt(activity, ['from'], () => ({ id: `29:${by}`, aadObjectId: objectId }));
  return changedAt(sent, ['conversation', 'id'], id =>
    typeof id === 'string' && id.startsWith('a:') ? `a:${objectId}` : id,
  );
};

const thingsOfOthers: Mutation = (chosen, activity) => {
  const foreign: Element = foreignIn(chosen.things);
  const path = somewhere(chosen, activity, one => Object.hasOwn(foreign, one.at(-1) ?? ''));
  return changedAt(activity, path, value => foreign[path.at(-1) ?? ''] ?? value);
};

/** Another of ours is a way to the channel like the first, and so only of people. */
const otherTenant: Mutation = ({ random }, activity) => {
  const isChat = valueAt(activity, ['conversation', 'conversationType']) === 'personal';
  const tenants = [...(isChat ? TENANTS : []), TYPED, 'f'.repeat(36)];
  return changedAt(activity, ['conversation', 'tenantId'], () => random.any(tenants));
};

const removed: Mutation = (chosen, activity) => changedAt(activity, somewhere(chosen, activity), () => GONE);

const ONCE: Readonly<Record<string, Mutation>> = {
  removed,
  ...Object.fromEntries(JUNK_KINDS.map(kind => [kind, junk(kind)])),
  'other channelId': oneOf(['channelId'], CHANNELS),
  'other serviceUrl': oneOf(['serviceUrl'], ADDRESSES),
  'other tenant': otherTenant,
  'unknown verb': unknownVerb,
  'unknown name or type': unknownName,
  'another person': asAnother,
  'things of others': thingsOfOthers,
};
const ALL_ONCE = Object.values(ONCE);

const several: Mutation = (chosen, activity) =>
  Array.from({ length: 2 + chosen.random.below(4) }).reduce<unknown>(
    sent => (chosen.random.any(ALL_ONCE) ?? removed)(chosen, sent),
    activity,
  );

/** Every way an activity is spoilt as a value, by name. */
export const IN_BODY: Readonly<Record<string, Mutation>> = { ...ONCE, 'several at once': several };
