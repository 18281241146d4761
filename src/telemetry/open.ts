import { type TokenCredential } from '@azure/identity';
import { type Log } from '../log';
import { seldom } from '../seldom';
import { azureMonitor } from './azure-monitor';
import { type Failed } from './only-to';
import { provideTelemetry, type Telemetry } from './providers';

type Opening = {
  /** Where telemetry goes; nowhere when undefined. */
  readonly insights?: string;
  readonly credential: TokenCredential;
  /** Told of what could not be sent: not the log that is sent. */
  readonly log: Log;
  readonly environment: Record<string, string | undefined>;
};

const NOWHERE: Telemetry = { keep: () => undefined, close: () => Promise.resolve() };

const toldTo = (log: Log): Failed => {
  const told = seldom((what, attempts) => {
    log('telemetry-failed', { reason: what, attempts });
  });
  return ({ status, fault }) => {
    told(status?.toString() ?? fault ?? 'unknown');
  };
};

/** Telemetry to Azure Monitor, when the settings name it. To be called before the app is made. */
export const openTelemetry = ({ insights, log, ...where }: Opening): Telemetry =>
  insights === undefined
    ? NOWHERE
    : provideTelemetry(azureMonitor({ insights, ...where, failed: toldTo(log) }));
