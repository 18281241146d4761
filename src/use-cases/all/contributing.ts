import { contribute } from '../contribute';
import { openContributions } from '../open-contributions';
import { openInnspill } from '../open-innspill';
import { type World } from '../world';

/** The contribution round before a meeting. */
export const contributing = (world: World) => ({
  contribute: contribute(world),
  openContributions: openContributions(world),
  openInnspill: openInnspill(world),
});
