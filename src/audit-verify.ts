import { performance } from 'node:perf_hooks';
import { reportOf } from './audit/report';
import { readConfig } from './config';
import { instantOf } from './domain/time';
import { openAccounts } from './storage/accounts';
import { type Audited, verifyAudit } from './storage/audit/verify-audit';
import { managedIdentity } from './storage/identity';

export type Asking = {
  /** Only what concerns the case with this code. */
  readonly code: string | undefined;
  readonly say: (text: string) => void;
};

/** Says what was checked; the answer is whether everything holds. */
export const reportAudit = async (audited: Audited, { code, say }: Asking): Promise<boolean> => {
  const began = performance.now();
  const verdict = await verifyAudit(audited, code);
  say(reportOf(verdict, (performance.now() - began) / 1_000));
  return verdict.wrong === undefined;
};

type Environment = Parameters<typeof readConfig>[0];

/** The audit of production: the settings of the program, and nothing of it running. */
export const verifyProduction = async (environment: Environment, asking: Asking): Promise<boolean> => {
  const config = readConfig(environment);
  const credential = managedIdentity(config.identity);
  const accounts = await openAccounts(config, { credential, now: Date.now });
  try {
    return await reportAudit({ ...accounts, now: instantOf(new Date()) }, asking);
  } finally {
    accounts.dispose();
  }
};
