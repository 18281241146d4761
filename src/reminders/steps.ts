import { type Errand } from '../domain/outbox';
import { editDigests } from '../use-cases/digest-edits';
import { emptyAgenda } from '../use-cases/empty-agenda';
import { followAbsence } from '../use-cases/follow-absence';
import { findMessages } from '../use-cases/find-messages';
import { noteTakenUp } from '../use-cases/note-taken-up';
import { putOnAgenda } from '../use-cases/put-on-agenda';
import { remindContributors } from '../use-cases/remind-contributors';
import { stopWork } from '../use-cases/stop-work';
import { tellCoordinators } from '../use-cases/tell-coordinators';
import { tellGroup } from '../use-cases/tell-group';
import { type Deps } from './deps';
import { type Fate, tryShortly } from './retry';
import { insist, meet, storing, type Trip, tryingOf } from './trip';

const STEPS = [
  'put-on-agenda',
  'empty-agenda',
  'note-taken-up',
  'tell-coordinators',
  'tell-group',
  'stop-work',
  'find-messages',
  'remind-contributors',
  'edit-digests',
  'follow-absence',
] as const;
type StepKind = (typeof STEPS)[number];
/** An errand that is carried out in the database: nothing is sent by it, others are put beside it. */
export type StepErrand = Extract<Errand, { readonly kind: StepKind }>;

export const isStep = (errand: Errand): errand is StepErrand => STEPS.some(kind => kind === errand.kind);

/** `again`: not all of it could be done now. */
type Carried = 'done' | 'dropped' | 'again';

type Carriers = {
  readonly [Kind in StepKind]: (
    deps: Deps,
    trip: Trip,
    errand: Extract<Errand, { readonly kind: Kind }>,
  ) => Promise<Carried>;
};

const CARRIERS: Carriers = {
  'put-on-agenda': async (deps, { leading }, errand) => {
    const laid = await putOnAgenda(deps.world)(errand, leading.now(), storing(deps));
    return laid === 'changed-meanwhile' ? 'again' : laid === 'left-out' ? 'dropped' : 'done';
  },
  'empty-agenda': async (deps, { leading }, errand) => {
    const emptied = await emptyAgenda(deps.world)(errand, leading.now(), storing(deps));
    return emptied === 'changed-meanwhile' ? 'again' : emptied === 'left' ? 'dropped' : 'done';
  },
  'note-taken-up': async (deps, { leading }, errand) => {
    const noted = await noteTakenUp(deps.world)(errand, leading.now(), storing(deps));
    return noted === 'changed-meanwhile' ? 'again' : noted === 'left' ? 'dropped' : 'done';
  },
  'tell-coordinators': async (deps, { leading, file }, errand) => {
    const at = { now: leading.now(), cause: file.entry.id, within: storing(deps) };
    await tellCoordinators(deps.world)(errand, at);
    return 'done';
  },
  'tell-group': async (deps, { leading }, errand) => {
    await tellGroup(deps.world)(errand, leading.now(), storing(deps));
    return 'done';
  },
  'remind-contributors': (deps, { leading }, errand) =>
    remindContributors(deps.world)(errand, leading.now(), storing(deps)),
  'stop-work': async (deps, { leading }, errand) => {
    const steps = { now: leading.now(), within: () => storing(deps), goesOn: leading.hasRoom };
    return (await stopWork(deps.world)(errand, steps)) === 'done' ? 'done' : 'again';
  },
  'find-messages': async (deps, _trip, errand) => {
    await findMessages(deps.world)(errand, storing(deps));
    return 'done';
  },
  'edit-digests': async (deps, { leading, file }, errand) => {
    const at = { now: leading.now(), cause: file.entry.id, within: storing(deps) };
    await editDigests(deps.world)(errand, at);
    return 'done';
  },
  'follow-absence': async (deps, { leading, file }, errand) => {
    const at = { now: leading.now(), cause: file.entry.id, within: storing(deps) };
    await followAbsence(deps.world)(errand, at);
    return 'done';
  },
};

type Kinds = { readonly [Kind in StepKind]: Extract<Errand, { readonly kind: Kind }> };
const carriedOut = <Kind extends StepKind>(
  deps: Deps,
  trip: Trip,
  errand: Kinds[Kind] & { readonly kind: Kind },
): Promise<Carried> => CARRIERS[errand.kind](deps, trip, errand);

const DROPPED: Fate = { kind: 'settle', state: 'dropped' };

/** Carries a step out; what it leaves undone is taken up again shortly. */
export const takeStep = async (deps: Deps, trip: Trip, errand: StepErrand): Promise<void> => {
  const carried = await carriedOut(deps, trip, errand);
  if (carried === 'again') return meet(deps, trip, tryShortly(tryingOf(deps, trip)));
  if (carried === 'dropped') return meet(deps, trip, DROPPED);
  return insist(deps, () => deps.world.outbox.acknowledge(trip.file, undefined, storing(deps)));
};
