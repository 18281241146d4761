import { type Deps } from './deps';
import { type Handler } from './handler';
import { consenting } from './handlers/consenting';
import { everyone } from './handlers/everyone';
import { inMeeting } from './handlers/in-meeting';
import { onCase } from './handlers/on-case';
import { referring } from './handlers/referring';
import { sharing } from './handlers/sharing';
import { onCloseView } from './verbs/general';

/** Every verb a button can carry, and what answers it. */
export const handlersFor = (deps: Deps): Readonly<Record<string, Handler>> => {
  const handlers = {
    ...everyone(deps),
    ...referring(deps),
    ...onCase(deps),
    ...consenting(deps),
    ...sharing(deps),
    ...inMeeting(deps),
  };
  return {
    ...handlers,
    'close-view': onCloseView(deps, handlers),
    'close-agenda': onCloseView(deps, handlers),
  };
};
