import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { z } from 'zod';

const Envelopes = z.array(
  z.looseObject({
    name: z.string(),
    iKey: z.string(),
    tags: z.record(z.string(), z.string()),
    data: z.looseObject({ baseType: z.string(), baseData: z.looseObject({}) }),
  }),
);
export type Envelope = z.infer<typeof Envelopes>[number];

type Heard = {
  readonly path: string;
  readonly authorization: string;
  readonly envelopes: readonly Envelope[];
};

/** What it answers: taken, or a status, with where else to go. */
type Answer = { readonly status: number; readonly location?: string };

const envelopesIn = (body: Buffer, encoding: string | undefined): readonly Envelope[] => {
  const text = (encoding === 'gzip' ? gunzipSync(body) : body).toString('utf8');
  return Envelopes.parse(JSON.parse(text.startsWith('[') ? text : `[${text.trim().replaceAll('\n', ',')}]`));
};

/** All of them have the same, so that who trusts one trusts every other. */
const pair = (() => {
  const altNames = [{ type: 7 as const, ip: '127.0.0.1' }];
  const extensions = [{ name: 'subjectAltName' as const, altNames }];
  return generate([{ name: 'commonName', value: 'ingestion' }], { extensions });
})();

/** The service that takes telemetry, on this machine, over https. */
export const startIngestion = async (answer: () => Answer = () => ({ status: 200 })) => {
  const folder = mkdtempSync(join(tmpdir(), 'ingestion-'));
  const { private: key, cert } = await pair;
  writeFileSync(join(folder, 'ca.pem'), cert);
  const heard: Heard[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const envelopes = envelopesIn(Buffer.concat(chunks), request.headers['content-encoding']);
      heard.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', envelopes });
      const { status, location } = answer();
      const counted = { itemsReceived: envelopes.length, itemsAccepted: envelopes.length, errors: [] };
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(location === undefined ? {} : { location }),
      });
      response.end(JSON.stringify(counted));
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port.toString()}`,
    ca: join(folder, 'ca.pem'),
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
