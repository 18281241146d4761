import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import { keeping } from './allowed';
import { type Marks, type Traced, untraced } from './use-cases/ports/tracing';

/** The only attributes a span may have (security.md row 25). */
const MARKS = ['verb', 'place', 'outcome', 'correlation', 'errand', 'container', 'status'];
export const allowedMarks = keeping(MARKS);

const KINDS = { turn: SpanKind.SERVER, request: SpanKind.CLIENT, send: SpanKind.PRODUCER };

/** A fault ends a span as failed, and leaves nothing of itself there: its text may hold content. */
const ended = async <T>(span: Span, run: (mark: (marks: Marks) => void) => Promise<T>): Promise<T> => {
  const mark = (marks: Marks): void => {
    span.setAttributes(allowedMarks(marks));
  };
  try {
    return await run(mark);
  } catch (fault) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw fault;
  } finally {
    span.end();
  }
};

/**
 * Spans of our own work only: nothing is instrumented by itself, which would record addresses, queries and headers. What
 * is asked of the database outside a turn or a send is the clock looking for work, and is no news.
 */
export const createTraced = (tracer: Tracer): Traced => {
  const running = new AsyncLocalStorage<Context>();
  return ({ name, kind, marks }, run) => {
    const parent = kind === 'request' ? running.getStore() : ROOT_CONTEXT;
    if (parent === undefined) return untraced({ name, kind, marks }, run);
    const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: allowedMarks(marks) }, parent);
    // Where nobody listens, carrying the context would make every promise dearer.
    if (!span.isRecording()) return untraced({ name, kind, marks }, run);
    return running.run(trace.setSpan(parent, span), () => ended(span, run));
  };
};

/** By the provider that is registered when work is done; without one nothing is kept. */
export const traced: Traced = createTraced(trace.getTracer('sent-ute'));
