import { connect, type Socket } from 'node:net';
import { type Sending } from './wire-mutations';

export type Answer = { readonly status: number; readonly body: string };
/** One connection at a time: kept while the other end keeps it, opened again when it does not. */
export type Line = { readonly send: (sending: Sending) => Promise<Answer>; readonly close: () => void };

const PATIENCE_MS = 30_000;
const CUT_MS = 60;
const NO_ANSWER: Answer = { status: 0, body: '' };
const HEAD_END = '\r\n\r\n';

const bytesOf = ({ method, path, headers, body }: Sending): Buffer => {
  const isSized = headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding');
  const all = isSized ? headers : [...headers, ['content-length', String(body.length)] as const];
  const head = [`${method} ${path} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`)].join(
    '\r\n',
  );
  return Buffer.concat([Buffer.from(`${head}${HEAD_END}`, 'latin1'), body]);
};

const statusIn = (head: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0);
const isClosing = (head: string): boolean => /\r\nconnection: close/i.test(head);

type Read = { readonly answer: Answer; readonly keep: boolean };

type Body = { readonly head: string; readonly rest: string };

/** Whether the body has come to its end; what says nothing of its length and hangs up has none. */
const isWhole = ({ head, rest }: Body): boolean => {
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return rest.endsWith(`0${HEAD_END}`);
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  return length === undefined || rest.length >= Number(length);
};

/** The answer as far as it has come; undefined while there is more to come. */
const readIn = (text: string, isBodiless: boolean): Read | undefined => {
  const end = text.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const [head, rest] = [text.slice(0, end), text.slice(end + HEAD_END.length)];
  const status = statusIn(head);
  if (status === 100) return readIn(rest, isBodiless);
  if (!isBodiless && !isWhole({ head, rest })) return undefined;
  return { answer: { status, body: rest }, keep: !isClosing(head) && !isBodiless };
};

/** Sends on this socket; the socket is of no more use when it is not to be kept. */
const exchange = (socket: Socket, sending: Sending): Promise<Read> =>
  new Promise(resolve => {
    let text = '';
    const settle = (read: Read): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      resolve(read);
    };
    const fail = (): void => {
      settle(readIn(text, true) ?? { answer: NO_ANSWER, keep: false });
    };
    const timer = setTimeout(fail, sending.isCut === true ? CUT_MS : PATIENCE_MS);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const read = readIn(text, sending.method === 'HEAD');
      if (read !== undefined) settle(read);
    });
    socket.on('error', fail);
    socket.on('close', fail);
    socket.write(bytesOf(sending));
  });

/** A line that the other end has given up while it was idle says nothing; what was asked is then asked on a new one. */
export const openLine = (port: number): Line => {
  let socket: Socket | undefined;
  const drop = (): void => {
    socket?.destroy();
    socket = undefined;
  };
  const attempt = async (sending: Sending, isAgain: boolean): Promise<Answer> => {
    const isOld = socket !== undefined;
    socket ??= connect({ port, host: '127.0.0.1', noDelay: true });
    const { answer, keep } = await exchange(socket, sending);
    if (!keep || sending.isCut === true) drop();
    return answer.status === 0 && isOld && !isAgain ? attempt(sending, true) : answer;
  };
  return { send: sending => attempt(sending, false), close: drop };
};
