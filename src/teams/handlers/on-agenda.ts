import { type Deps } from '../deps';
import { onAddToAgenda, onOrderAgenda, onStartOrderAgenda, onTakeOffAgenda } from '../verbs/agenda-by-hand';
import {
  onConcludeCase,
  onPauseCase,
  onResumeCase,
  onStartConcludeCase,
  onStartPauseCase,
} from '../verbs/pausing';

/** The verbs of an agenda made by hand, and of a case that waits or ends. */
export const onAgenda = (deps: Deps) => ({
  'add-to-agenda': onAddToAgenda(deps),
  'take-off-agenda': onTakeOffAgenda(deps),
  'start-order-agenda': onStartOrderAgenda(deps),
  'order-agenda': onOrderAgenda(deps),
  'start-pause-case': onStartPauseCase(deps),
  'pause-case': onPauseCase(deps),
  'resume-case': onResumeCase(deps),
  'start-conclude-case': onStartConcludeCase(deps),
  'conclude-case': onConcludeCase(deps),
});
