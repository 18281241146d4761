import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookUp } from './lookup';
import { type World } from './world';

/** The directory, for whoever keeps it. */
export const openAccess =
  (world: World) =>
  (asked: Asked): Promise<Result<readonly Person[], Refusal>> =>
    lookUp(world, asked, { ask: 'open-access', answer: () => world.people.all(asked.within) });
