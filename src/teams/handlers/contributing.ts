import { type Deps } from '../deps';
import { onContribute, onOpenContributions, onOpenInnspill } from '../verbs/contribution';

/** The verbs of the contribution round. */
export const contributing = (deps: Deps) => ({
  'open-contributions': onOpenContributions(deps),
  contribute: onContribute(deps),
  'open-innspill': onOpenInnspill(deps),
});
