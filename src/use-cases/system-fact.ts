import { type Fact } from '../audit/event';
import { type Holding } from '../domain/groups';
import { type CaseId, type Derive, systemCommandId } from '../domain/ids';
import { type Instant } from '../domain/time';
import { type SystemOperation } from '../policy/operations';
import { POLICY_VERSION } from '../policy/version';

/** What the clock did, and of what. The same cause is the same command, so that it is done once. */
type Deed = {
  readonly operation: SystemOperation;
  readonly subject: string;
  readonly caseId?: CaseId;
  readonly at: Instant;
  readonly cause: readonly string[];
  readonly erased?: readonly Holding[];
};

/** What the audit keeps when nobody pressed anything: done by the system, which sees and shows nothing. */
export const systemFact = (derive: Derive, { cause, ...deed }: Deed): Fact => ({
  ...deed,
  commandId: systemCommandId(derive, cause),
  by: { person: 'system', roles: [] },
  disclosed: [],
  allowed: true,
  rule: 'system',
  policy: POLICY_VERSION,
});
