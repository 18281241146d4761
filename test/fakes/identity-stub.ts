import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';

type Asked = { readonly resource: string; readonly clientId: string; readonly header: string };
/** What the next requests are answered instead; `hang` never answers. */
type Trouble = number | 'hang';

/** The endpoint of a managed identity, as Container Apps and App Service have it beside the program. */
export type IdentityStub = {
  /** What tells a program that it is there. */
  readonly environment: { readonly IDENTITY_ENDPOINT: string; readonly IDENTITY_HEADER: string };
  /** What was asked for since the last time, in order. */
  readonly asked: () => readonly Asked[];
  readonly trouble: (trouble: Trouble | undefined) => void;
  /** How long the next tokens last. */
  readonly lasting: (seconds: number) => void;
  readonly close: () => Promise<void>;
};

export const IDENTITY_TOKEN = 'stub-token';
const HEADER = 'known-to-this-container-only';
const HOUR = 3_600;

type State = {
  readonly asked: Asked[];
  readonly hung: ServerResponse[];
  trouble: Trouble | undefined;
  seconds: number;
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const tokenFor = ({ resource, clientId }: Asked, { seconds }: State) => ({
  access_token: IDENTITY_TOKEN,
  expires_on: String(Math.floor(Date.now() / 1_000) + seconds),
  resource,
  token_type: 'Bearer',
  client_id: clientId,
});

const serve = (state: State, asked: Asked, response: ServerResponse): void => {
  state.asked.push(asked);
  if (state.trouble === 'hang') state.hung.push(response);
  else if (state.trouble !== undefined) answer(response, state.trouble, { error: 'no' });
  else if (asked.header === HEADER) answer(response, 200, tokenFor(asked, state));
  else answer(response, 403, { error: 'header' });
};

export const identityStub = async (): Promise<IdentityStub> => {
  const state: State = { asked: [], hung: [], trouble: undefined, seconds: HOUR };
  const server = createServer(({ url = '', headers }, response) => {
    const { searchParams } = new URL(url, 'http://stub');
    const [resource, clientId] = ['resource', 'client_id'].map(name => searchParams.get(name) ?? '');
    const header = String(headers['x-identity-header']);
    serve(state, { resource: resource ?? '', clientId: clientId ?? '', header }, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    environment: {
      IDENTITY_ENDPOINT: `http://127.0.0.1:${port.toString()}/msi/token`,
      IDENTITY_HEADER: HEADER,
    },
    asked: () => state.asked.splice(0),
    trouble: trouble => {
      state.trouble = trouble;
      for (const response of state.hung.splice(0)) response.destroy();
    },
    lasting: seconds => {
      state.seconds = seconds;
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
