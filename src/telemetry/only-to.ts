import { type AzureMonitorExporterOptions } from '@azure/monitor-opentelemetry-exporter';

type Policy = NonNullable<AzureMonitorExporterOptions['additionalPolicies']>[number]['policy'];

/** What became of a batch: the status it got, or the kind of fault. */
export type Failed = (failed: { readonly status?: number; readonly fault?: string }) => void;

const kindOf = (fault: unknown): string => (fault instanceof Error ? fault.name : typeof fault);

/**
 * Sends to this address and no other: the exporter follows redirects to any host, and would take the identity's token
 * there. What fails is told by its kind; the exporter itself tells nobody.
 */
export const onlyTo = (address: string, failed: Failed): Policy => {
  const { host } = new URL(address);
  return {
    name: 'only-to',
    sendRequest: async (request, next) => {
      try {
        if (new URL(request.url).host !== host) throw new Error('Telemetry was to go elsewhere');
        const response = await next(request);
        if (response.status >= 300) failed({ status: response.status });
        return response;
      } catch (fault) {
        failed({ fault: kindOf(fault) });
        throw fault;
      }
    },
  };
};
