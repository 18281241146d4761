import { administering } from './all/administering';
import { archiving } from './all/archiving';
import { contributing } from './all/contributing';
import { coordinating } from './all/coordinating';
import { delegating } from './all/delegating';
import { doing } from './all/doing';
import { following } from './all/following';
import { learning } from './all/learning';
import { meeting } from './all/meeting';
import { minding } from './all/minding';
import { onAgenda } from './all/on-agenda';
import { operating } from './all/operating';
import { overseeing } from './all/overseeing';
import { planning } from './all/planning';
import { recording } from './all/recording';
import { referring } from './all/referring';
import { sharing } from './all/sharing';
import { type World } from './world';

/** Every use case, given its world: the one place where they are joined to it. */
export const useCasesIn = (world: World) => ({
  ...referring(world),
  ...coordinating(world),
  ...contributing(world),
  ...sharing(world),
  ...following(world),
  ...meeting(world),
  ...onAgenda(world),
  ...planning(world),
  ...recording(world),
  ...doing(world),
  ...delegating(world),
  ...learning(world),
  ...administering(world),
  ...operating(world),
  ...minding(world),
  ...overseeing(world),
  ...archiving(world),
});
export type UseCases = ReturnType<typeof useCasesIn>;
