import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Person } from './domain/people';
import { type Programme } from './domain/programme';
import { type Checked, checked, faultsOf, inWords } from './faults';
import { type Entry, ProgrammeFile, StatutesFile } from './programme-file';

/** Ships with the program; the law is the same for every programme. Nothing here asks whether it has expired. */
const STATUTES = join(__dirname, '..', 'infra', 'statutes.json');

export type Setup = { readonly programme: Programme; readonly people: readonly Person[] };

const personFrom = (entry: Entry, { agencies }: Pick<Programme, 'agencies'>): Person => ({
  ...entry,
  partner: agencies.find(({ id }) => id === entry.agency)?.partner ?? 'kommune',
});

const unread = (what: string): Checked<never> => ({
  ok: false,
  faults: [{ path: [], message: `the file ${what}` }],
});

const Failed = z.object({ code: z.string() });

const textIn = (path: string): Checked<string> => {
  try {
    return { ok: true, value: readFileSync(path, 'utf8') };
  } catch (fault) {
    return unread(`cannot be read (${Failed.safeParse(fault).data?.code ?? 'for no reason'})`);
  }
};

/** What a file holds is never repeated, not even where it is not JSON: it has people's names in it. */
const jsonIn = (text: string): Checked<unknown> => {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return unread('is not JSON');
  }
};

const fileAs = <Schema extends z.ZodType>(path: string, schema: Schema): Checked<z.infer<Schema>> => {
  const text = textIn(path);
  const json = text.ok ? jsonIn(text.value) : text;
  return json.ok ? checked(schema, json.value) : json;
};

const placed = <T>(read: Checked<T>, place: readonly string[]): Checked<T> =>
  read.ok
    ? read
    : { ok: false, faults: read.faults.map(({ path, message }) => ({ path: [...place, ...path], message })) };

type Files = { readonly path: string; readonly statutesPath?: string };

/** The programme's file, and the law it rests on; or every fault in them, by its place. */
export const checkProgramme = (
  { path, statutesPath = STATUTES }: Files,
  place: readonly string[] = [],
): Checked<Setup> => {
  const file = placed(fileAs(path, ProgrammeFile), place);
  const statutes = placed(fileAs(statutesPath, StatutesFile), ['statutes']);
  if (!file.ok || !statutes.ok) return { ok: false, faults: [...faultsOf(file), ...faultsOf(statutes)] };
  const { people, ...rest } = file.value;
  const programme = { ...rest, statutes: statutes.value };
  return { ok: true, value: { programme, people: people.map(entry => personFrom(entry, programme)) } };
};

/** Throws with every fault at once. */
export const readProgramme = (path: string, statutesPath?: string): Setup => {
  const setup = checkProgramme({ path, ...(statutesPath === undefined ? {} : { statutesPath }) });
  if (!setup.ok) throw new Error(`${path} is not a programme:\n${inWords(setup.faults)}`);
  return setup.value;
};
