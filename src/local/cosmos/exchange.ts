import { randomUUID } from 'node:crypto';
import { type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Admits } from './admission';
import { documentRoute } from './document-routes';
import { checkHeaders, unknownResource } from './features';
import { METADATA, type World } from './metadata-routes';
import { isRefusal, type Refusal } from './refusal';
import { callOf, shapeOf, type Request } from './request';
import { type Answer, type Fault, type FaultHook, type WireRequest } from './wire';

export type Exchange = World & {
  readonly admits: Admits;
  readonly observe: (request: WireRequest) => void;
  readonly fault: FaultHook;
};

type Sent = Answer | 'dropped';

const refused = ({ status, code, message, substatus }: Refusal): Answer => ({
  status,
  charge: 1,
  body: { code, message },
  ...(substatus === 0 ? {} : { headers: { 'x-ms-substatus': String(substatus) } }),
});

/** A fault of this server's own: said in full, since only the machine's own user hears it. */
const broken = (error: unknown): Answer => ({
  status: 500,
  charge: 0,
  body: { code: 'InternalServerError', message: error instanceof Error ? error.message : 'unknown fault' },
});

export const failed = (error: unknown): Answer => (isRefusal(error) ? refused(error) : broken(error));

const routed = async (exchange: Exchange, request: Request): Promise<Answer> => {
  try {
    const route = METADATA[`${request.method} ${shapeOf(request)}`] ?? documentRoute(request);
    if (route === undefined) throw unknownResource(request);
    await exchange.admits(request);
    checkHeaders(request);
    return route(exchange, request);
  } catch (error) {
    return failed(error);
  }
};

const injected = ({ status, retryAfterMs, substatus }: Extract<Fault, { kind: 'answer' }>): Answer => ({
  status,
  charge: 0,
  body: { code: 'Injected', message: 'This answer was asked for by a test.' },
  headers: {
    ...(retryAfterMs === undefined ? {} : { 'x-ms-retry-after-ms': String(retryAfterMs) }),
    ...(substatus === undefined ? {} : { 'x-ms-substatus': String(substatus) }),
  },
});

const DROPPED: Answer = { status: 0, charge: 0 };

/** What is reported and what is sent part only where a fault drops the socket. */
const withFault = async (
  exchange: Exchange,
  request: Request,
  fault: Fault,
): Promise<readonly [reported: Answer, sent: Sent]> => {
  switch (fault.kind) {
    case 'drop-before':
      return [DROPPED, 'dropped'];
    case 'drop-after':
      return [await routed(exchange, request), 'dropped'];
    case 'answer':
      if (fault.done === true) await routed(exchange, request);
      return whole(injected(fault));
    case 'delay':
      await wait(fault.milliseconds);
      return whole(await routed(exchange, request));
  }
};

const whole = (answer: Answer): readonly [Answer, Answer] => [answer, answer];

const answered = async (exchange: Exchange, request: Request): Promise<readonly [Answer, Sent]> => {
  const fault = await exchange.fault(callOf(request));
  return fault === undefined ? whole(await routed(exchange, request)) : withFault(exchange, request, fault);
};

/** Writes the answer with the injected clock's Date. */
export const send = (response: ServerResponse, answer: Answer, now: number): void => {
  const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
  response.sendDate = false;
  response.writeHead(answer.status, {
    date: new Date(now).toUTCString(),
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-ms-activity-id': randomUUID(),
    'x-ms-request-charge': String(answer.charge),
    ...answer.headers,
  });
  response.end(text);
};

/** Answers one request, whatever it is: a refusal is its status, a fault is 500. */
export const exchangeOne = async (
  exchange: Exchange,
  request: Request,
  response: ServerResponse,
): Promise<void> => {
  const [{ status, charge }, sent] = await answered(exchange, request);
  exchange.observe({ ...callOf(request), status, charge });
  if (sent === 'dropped') response.destroy();
  else send(response, sent, exchange.now());
};
