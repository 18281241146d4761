import { type TokenCredential } from '@azure/identity';
import {
  type AzureMonitorExporterOptions,
  AzureMonitorLogExporter,
  AzureMonitorMetricExporter,
  AzureMonitorTraceExporter,
} from '@azure/monitor-opentelemetry-exporter';
import { type Exporters } from './providers';
import { type Failed, onlyTo } from './only-to';

type Destination = {
  /** The connection string: an address and an id, not a key. */
  readonly insights: string;
  readonly credential: TokenCredential;
  readonly failed: Failed;
  /** The process's own: the exporter takes some of its settings from nowhere else. */
  readonly environment: Record<string, string | undefined>;
};

/** The exporter counts itself, and sends the count to its maker: no part of that leaves from here. */
const withoutItsOwn = (environment: Destination['environment']): void => {
  environment['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  environment['APPLICATIONINSIGHTS_SDKSTATS_DISABLED'] = 'true';
};

const addressIn = (insights: string): string => /(?:^|;)IngestionEndpoint=([^;]+)/.exec(insights)?.[1] ?? '';

/** To Azure Monitor, as the program's identity. What cannot be sent is lost: nothing is laid on the disk. */
export const azureMonitor = ({ insights, credential, failed, environment }: Destination): Exporters => {
  withoutItsOwn(environment);
  const options: AzureMonitorExporterOptions = {
    connectionString: insights,
    credential,
    disableOfflineStorage: true,
    additionalPolicies: [{ policy: onlyTo(addressIn(insights), failed), position: 'perCall' }],
  };
  return {
    spans: new AzureMonitorTraceExporter(options),
    metrics: new AzureMonitorMetricExporter(options),
    records: new AzureMonitorLogExporter(options),
  };
};
