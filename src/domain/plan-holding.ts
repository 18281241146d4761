import { type Holding } from './groups';
import { type AgencyId } from './ids';
import { COORDINATION } from './people';

/** Under which key a plan for progress lies: what the coordinator's agency knows in group C, whoever wrote it there. */
export const PLAN_HOLDING = { origin: COORDINATION as AgencyId, section: 'C' } as const satisfies Holding;
