import { type Deps } from './deps';
import { type Handler } from './handler';
import { archiving } from './handlers/archiving';
import { consenting } from './handlers/consenting';
import { contributing } from './handlers/contributing';
import { delegating } from './handlers/delegating';
import { everyone } from './handlers/everyone';
import { following } from './handlers/following';
import { inMeeting } from './handlers/in-meeting';
import { learning } from './handlers/learning';
import { minding } from './handlers/minding';
import { onAgenda } from './handlers/on-agenda';
import { onCase } from './handlers/on-case';
import { operating } from './handlers/operating';
import { planning } from './handlers/planning';
import { recording } from './handlers/recording';
import { referring } from './handlers/referring';
import { sharing } from './handlers/sharing';
import { onCloseView } from './verbs/general';

/** Every verb a button can carry, and what answers it. */
export const handlersFor = (deps: Deps): Readonly<Record<string, Handler>> => {
  const handlers = {
    ...everyone(deps),
    ...learning(deps),
    ...minding(deps),
    ...referring(deps),
    ...onCase(deps),
    ...onAgenda(deps),
    ...consenting(deps),
    ...contributing(deps),
    ...following(deps),
    ...delegating(deps),
    ...sharing(deps),
    ...inMeeting(deps),
    ...recording(deps),
    ...operating(deps),
    ...planning(deps),
    ...archiving(deps),
  };
  return {
    ...handlers,
    'close-view': onCloseView(deps, handlers),
    'close-agenda': onCloseView(deps, handlers),
  };
};
