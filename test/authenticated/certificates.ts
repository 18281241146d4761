import { generate } from 'selfsigned';
import { type Certificate } from '../../src/local/cosmos/server';

export type Certificates = {
  /** Whoever trusts this trusts the server; PEM. */
  readonly authority: string;
  /** For 127.0.0.1 and no other place. */
  readonly server: Certificate;
};

const HOUR_MS = 3_600_000;

/** For one run: an authority that nobody else knows, and a server on this machine that it vouches for. */
export const makeCertificates = async (): Promise<Certificates> => {
  const now = Date.now();
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - HOUR_MS),
    notAfterDate: new Date(now + 24 * HOUR_MS),
  } as const;
  const authority = await generate([{ name: 'commonName', value: 'Authority of one run' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  const server = await generate([{ name: 'commonName', value: 'Server of one run' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return { authority: authority.cert, server: { key: server.private, cert: server.cert } };
};
