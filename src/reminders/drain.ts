import { type Errand } from '../domain/outbox';
import { type OutboxFile } from '../use-cases/ports/outbox';
import { carry, type Round } from './carry';
import { type Deps, nameOf } from './deps';
import { type Turn } from './leading';
import { isStep } from './steps';
import { throughAll } from './through-all';
import { storing } from './trip';

const POSTS: readonly Errand['kind'][] = ['post-agenda', 'post-item', 'digest'];

/** What is only a step comes before what it leads to, and cards are posted before they are edited. */
const rank = ({ entry: { errand } }: OutboxFile): number => {
  if (isStep(errand)) return 0;
  return POSTS.includes(errand.kind) ? 1 : 2;
};
const inOrder = (files: readonly OutboxFile[]): readonly OutboxFile[] =>
  [...files].sort((one, other) => rank(one) - rank(other));

/**
 * Whom it goes to: what goes to one keeps its order. A step goes to nobody, and comes before what it leads to.
 */
const laneOf = ({ entry: { errand } }: OutboxFile): string | undefined => {
  if (isStep(errand)) return undefined;
  return 'to' in errand ? errand.to : CHANNEL;
};
/** Nobody's id. */
const CHANNEL = 'team:channel';

/** One entry that cannot be carried does not keep the others waiting. */
const carried = async (deps: Deps, file: OutboxFile, round: Round): Promise<void> => {
  try {
    await carry(deps, file, round);
  } catch (fault) {
    const { id, errand } = file.entry;
    deps.log('errand-failed', { id, errand: errand.kind, fault: nameOf(fault) });
  }
};

type Found = { readonly file: OutboxFile; readonly round: Round; readonly lane: string | undefined };

/** One look, under a lease renewed for it. */
const look = async (deps: Deps, turn: Turn): Promise<readonly Found[]> => {
  const leading = await turn.lead();
  if (leading === undefined) return [];
  const round = { leading, drawn: new Set<string>() };
  const files = await deps.world.outbox.due(leading.now(), deps.settings.page, storing(deps));
  const isBacklog = files.length >= deps.settings.page;
  return inOrder(files).map(file => ({ file, round, lane: isBacklog ? laneOf(file) : undefined }));
};

/**
 * Carries everything that is due, and what becomes due because of it: one send after another, so that a crash leaves one
 * in the dark at most; several threads at once only where a backlog would else take too long. A look ends when its lease has no room left
 * for one more send. Answers how many entries were taken up.
 */
export const drain = (deps: Deps, turn: Turn): Promise<number> =>
  throughAll<Found>({
    page: () => look(deps, turn),
    key: ({ file }) => `${file.entry.id} ${file.version}`,
    lane: ({ lane }) => lane,
    lanes: deps.settings.lanes,
    handle: async ({ file, round }) => {
      if (turn.isStopping() || !round.leading.hasRoom()) return false;
      await carried(deps, file, round);
      return true;
    },
  });
