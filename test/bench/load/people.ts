import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FOLDER, ROOT } from '../results';
import { type Hand, type Pair } from './journey';

const LOCAL = join(ROOT, 'infra', 'programme.local.json');
const Programme = z.looseObject({
  people: z.array(
    z.looseObject({
      id: z.string(),
      identities: z.array(z.looseObject({ tenantId: z.string(), objectId: z.string() })),
    }),
  ),
});

/** A referrer each; the coordinators are the programme's own, the same two for all of them. */
export const PAIRS = 32;
const COORDINATORS = ['koordinator', 'koordinator-stedfortreder'];

/** The local programme with a referrer for each pair of hands; where it was written. */
export const peopled = (): { readonly file: string; readonly pairs: readonly Pair[] } => {
  const programme = Programme.parse(JSON.parse(readFileSync(LOCAL, 'utf8')));
  const known = (id: string) => {
    const person = programme.people.find(one => one.id === id);
    const [identity] = person?.identities ?? [];
    if (person === undefined || identity === undefined) throw new Error(`There is no ${id}.`);
    return { person, identity };
  };
  const handOf = (id: string): Hand => ({ person: id, ...known(id).identity });
  const like = (id: string, mark: string, n: number) => {
    const { person: found, identity } = known(id);
    const objectId = `00000000-0000-4000-8000-${mark}${String(n).padStart(11, '0')}`;
    const person = { ...found, id: `${id}-${String(n)}`, identities: [{ ...identity, objectId }] };
    const hand: Hand = { person: person.id, tenantId: identity.tenantId, objectId };
    return { person, hand };
  };
  const authors = Array.from({ length: PAIRS }, (_, n) => like('innmelder-mo', 'a', n));
  const coordinators = COORDINATORS.map(handOf);
  const people = [...programme.people, ...authors.map(({ person }) => person)];
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'programme.json');
  writeFileSync(file, JSON.stringify({ ...programme, people }));
  const pairs = authors.flatMap(({ hand: author }, n) => {
    const coordinator = coordinators[n % coordinators.length];
    return coordinator === undefined ? [] : [{ author, coordinator }];
  });
  return { file, pairs };
};
