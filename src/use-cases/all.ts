import { administering } from './all/administering';
import { coordinating } from './all/coordinating';
import { doing } from './all/doing';
import { meeting } from './all/meeting';
import { overseeing } from './all/overseeing';
import { referring } from './all/referring';
import { sharing } from './all/sharing';
import { type World } from './world';

/** Every use case, given its world: the one place where they are joined to it. */
export const useCasesIn = (world: World) => ({
  ...referring(world),
  ...coordinating(world),
  ...sharing(world),
  ...meeting(world),
  ...doing(world),
  ...administering(world),
  ...overseeing(world),
});
export type UseCases = ReturnType<typeof useCasesIn>;
