import { SpanStatusCode } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { allowedMarks, createTraced } from '../src/tracing';
import { type Marks } from '../src/use-cases/ports/tracing';

const aTracer = () => {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  return { traced: createTraced(provider.getTracer('test')), spans: () => exporter.getFinishedSpans() };
};

const TURN = { name: 'open-case', kind: 'turn', marks: { verb: 'open-case' } } as const;
const READ = { name: 'database read', kind: 'request', marks: { container: 'work' } } as const;

describe('createTraced', () => {
  it('answers what the work answers, and tells what it was', async () => {
    const { traced, spans } = aTracer();

    const answer = await traced(TURN, mark => {
      mark({ outcome: 'answered' });
      return Promise.resolve(7);
    });

    expect(answer).toBe(7);
    expect(spans().map(({ name, attributes }) => ({ name, attributes }))).toEqual([
      { name: 'open-case', attributes: { verb: 'open-case', outcome: 'answered' } },
    ]);
  });

  it('puts each request under the turn it was asked in, however many run at once', async () => {
    const { traced, spans } = aTracer();
    const turn = (verb: string) =>
      traced({ ...TURN, name: verb }, async () => {
        await new Promise(resolve => setTimeout(resolve, 1));
        await Promise.all([traced(READ, () => Promise.resolve()), traced(READ, () => Promise.resolve())]);
      });

    await Promise.all([turn('a'), turn('b')]);

    const turns = spans().filter(({ name }) => name !== 'database read');
    const under = turns.map(turnSpan => {
      const { spanId, traceId } = turnSpan.spanContext();
      return spans().filter(
        span => span.parentSpanContext?.spanId === spanId && span.spanContext().traceId === traceId,
      ).length;
    });
    expect(under).toEqual([2, 2]);
  });

  it('tells nothing of what the clock asks when it looks for work', async () => {
    const { traced, spans } = aTracer();

    await traced(READ, () => Promise.resolve());

    expect(spans()).toEqual([]);
  });

  it('begins a send anew, also when a turn has caused it', async () => {
    const { traced, spans } = aTracer();

    await traced(TURN, () => traced({ name: 'send', kind: 'send', marks: {} }, () => Promise.resolve()));

    const [send] = spans();
    expect([send?.name, send?.parentSpanContext]).toEqual(['send', undefined]);
  });

  it('T25 passes a fault on, and leaves none of its words behind', async () => {
    const { traced, spans } = aTracer();
    const fault = new Error('Kanari');

    await expect(traced(TURN, () => Promise.reject(fault))).rejects.toBe(fault);

    const [span] = spans();
    expect(span?.status).toEqual({ code: SpanStatusCode.ERROR });
    expect(span?.events).toEqual([]);
  });

  it('T25 leaves out what is not on the list, and cuts what is long', async () => {
    const { traced, spans } = aTracer();
    const marks: Marks = Object.fromEntries([
      ['verb', 'x'.repeat(200)],
      ['text', 'Kanari'],
      ['enduser.id', 'Kanari'],
    ]);

    await traced({ ...TURN, marks }, mark => {
      mark(marks);
      return Promise.resolve();
    });

    expect(spans().map(({ attributes }) => attributes)).toEqual([{ verb: 'x'.repeat(100) }]);
    expect(allowedMarks({ personId: 'Kanari', caseId: 'Kanari' })).toEqual({});
  });
});
