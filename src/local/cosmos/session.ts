import { type Container } from './containers';
import { refusal } from './refusal';
import { type Request } from './request';

/** What the SDK reads as "this client has not caught up with its own session". */
const READ_SESSION_NOT_AVAILABLE = 1002;

export const sessionToken = (lsn: number): string => `0:-1#${String(lsn)}`;

/** Throws 404 (1002) for a token from a later life of the data, as after starting anew under a running client. */
export const checkSession = (request: Request, container: Container): void => {
  const lsn = /#(\d+)/.exec(request.header('x-ms-session-token') ?? '')?.[1];
  if (lsn !== undefined && Number(lsn) > container.lsn) {
    throw refusal(
      404,
      'The read session is not available for the input session token.',
      READ_SESSION_NOT_AVAILABLE,
    );
  }
};
