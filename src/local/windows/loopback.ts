const LOOPBACK = '127.0.0.1';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** What `listen` was asked for, as options; pipes and handles name no host and stay as they are. */
const optionsOf = (first: unknown): Record<string, unknown> | undefined => {
  if (isRecord(first)) return 'port' in first ? first : undefined;
  if (typeof first === 'string' && Number.isNaN(Number(first))) return undefined;
  return { port: typeof first === 'function' ? 0 : Number(first ?? 0) };
};

/** The arguments of `server.listen`, on 127.0.0.1 whatever host they name, or none. */
export const onLoopback = (listen: readonly unknown[]): readonly unknown[] => {
  const options = optionsOf(listen[0]);
  const callback = listen.findLast(argument => typeof argument === 'function');
  return options === undefined ? listen : [{ ...options, host: LOOPBACK }, callback];
};
