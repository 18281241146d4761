import { metrics, trace } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import {
  createAllowListAttributesProcessor,
  MeterProvider,
  PeriodicExportingMetricReader,
  type PushMetricExporter,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { type Kept } from '../log';

/** Where telemetry goes. */
export type Exporters = {
  readonly spans: SpanExporter;
  readonly metrics: PushMetricExporter;
  readonly records: LogRecordExporter;
};

export type Telemetry = {
  /** Takes what the log wrote. */
  readonly keep: (kept: Kept) => void;
  /** Sends what is left, and no longer than so many milliseconds. Never rejects. */
  readonly close: (patienceMs?: number) => Promise<void>;
};

const RESOURCE = resourceFromAttributes({ 'service.name': 'sent-ute' });
const METRICS_EVERY_MS = 60_000;
const PATIENCE_MS = 3_000;
/** The only attributes of a metric: kinds, of which there are few. */
const DIMENSIONS = ['cause', 'state', 'kind', 'outcome', 'status'];
const VIEWS = [
  { instrumentName: '*', attributesProcessors: [createAllowListAttributesProcessor(DIMENSIONS)] },
];
const SEVERITIES = { info: SeverityNumber.INFO, warn: SeverityNumber.WARN, error: SeverityNumber.ERROR };

const keepingIn = (provider: LoggerProvider): Telemetry['keep'] => {
  const logger = provider.getLogger('sent-ute');
  return ({ event, level, fields }) => {
    logger.emit({ body: event, severityNumber: SEVERITIES[level], severityText: level, attributes: fields });
  };
};

const inTime = async (work: Promise<unknown>, ms: number): Promise<void> => {
  const timer = { stop: (): void => undefined };
  const late = new Promise<void>(resolve => {
    const timeout = setTimeout(resolve, ms);
    timer.stop = () => {
      clearTimeout(timeout);
    };
  });
  await Promise.race([work, late]);
  timer.stop();
};

/**
 * Registers providers over these exporters: from then on what is traced and counted goes there in batches, beside
 * everything else. To be called before the app is made, for its meters are those of the provider that is there.
 */
export const provideTelemetry = ({ spans, metrics: counts, records }: Exporters): Telemetry => {
  const tracers = new BasicTracerProvider({
    resource: RESOURCE,
    spanProcessors: [new BatchSpanProcessor(spans)],
  });
  const reader = new PeriodicExportingMetricReader({
    exporter: counts,
    exportIntervalMillis: METRICS_EVERY_MS,
  });
  const meters = new MeterProvider({ resource: RESOURCE, readers: [reader], views: VIEWS });
  const logs = new LoggerProvider({ resource: RESOURCE, processors: [new BatchLogRecordProcessor(records)] });
  trace.setGlobalTracerProvider(tracers);
  metrics.setGlobalMeterProvider(meters);
  return {
    keep: keepingIn(logs),
    close: (patienceMs = PATIENCE_MS) =>
      inTime(Promise.allSettled([tracers.shutdown(), meters.shutdown(), logs.shutdown()]), patienceMs),
  };
};
