import { isIP } from 'node:net';
import { z } from 'zod';
import { checked, inWords } from '../../src/faults';

const NIL = /^[0-]+$/;
/** Kept for examples by RFC 2606, so that nobody can ever be reached there. */
const EXAMPLE = /(^|\.)(example(\.(com|net|org))?|invalid|test|localhost)$/;

const isReal = (url: string): boolean => {
  const { hostname } = new URL(url);
  return hostname.includes('.') && isIP(hostname) === 0 && !EXAMPLE.test(hostname);
};

const ownId = z.uuid().refine(id => !NIL.test(id), { error: 'Nobody has this id' });
const address = z
  .url({ protocol: /^https$/, abort: true })
  .max(2_048)
  .refine(isReal, { error: 'Nobody is reached there' });

const Environment = z.object({
  TEAMS_APP_ID: ownId,
  MICROSOFT_APP_ID: ownId,
  PUBLIC_URL: address,
  DEVELOPER_NAME: z
    .string()
    .trim()
    .min(1)
    .max(32)
    .regex(/^[^<>{}]*$/, 'Nobody is called that'),
  WEBSITE_URL: address,
  PRIVACY_URL: address,
  TERMS_OF_USE_URL: address,
});

/** What stands in the place of each placeholder of the manifest. */
export type Fillings = Readonly<Record<string, string>>;

/** Every fault at once, each by the name of its setting. */
export const fillingsFrom = (environment: Readonly<Record<string, string | undefined>>): Fillings => {
  const parsed = checked(Environment, environment);
  if (!parsed.ok) throw new Error(`The settings are not complete:\n${inWords(parsed.faults)}`);
  const { PUBLIC_URL, ...others } = parsed.value;
  return { ...others, PUBLIC_HOST: new URL(PUBLIC_URL).hostname };
};
