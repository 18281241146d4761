import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { FOLDER } from '../results';
import { type Hand, type Pair } from './journey';

const LOCAL = join(__dirname, '..', '..', '..', 'infra', 'programme.local.json');
const Programme = z.looseObject({
  people: z.array(
    z.looseObject({ id: z.string(), identities: z.array(z.looseObject({ tenantId: z.string() })) }),
  ),
});

/** Each presses alone: whoever reads twice at once waits for themselves. */
export const PAIRS = 32;

/** The local programme with a referrer and a coordinator for each pair of hands; where it was written. */
export const peopled = (): { readonly file: string; readonly pairs: readonly Pair[] } => {
  const programme = Programme.parse(JSON.parse(readFileSync(LOCAL, 'utf8')));
  const like = (id: string, mark: string, n: number) => {
    const found = programme.people.find(person => person.id === id);
    const [identity] = found?.identities ?? [];
    if (found === undefined || identity === undefined) throw new Error(`There is no ${id}.`);
    const objectId = `00000000-0000-4000-8000-${mark}${String(n).padStart(11, '0')}`;
    const person = { ...found, id: `${id}-${String(n)}`, identities: [{ ...identity, objectId }] };
    const hand: Hand = { person: person.id, tenantId: identity.tenantId, objectId };
    return { person, hand };
  };
  const all = Array.from({ length: PAIRS }, (_, n) => ({
    author: like('innmelder-mo', 'a', n),
    coordinator: like('koordinator', 'b', n),
  }));
  const people = [
    ...programme.people,
    ...all.flatMap(({ author, coordinator }) => [author.person, coordinator.person]),
  ];
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'programme.json');
  writeFileSync(file, JSON.stringify({ ...programme, people }));
  return {
    file,
    pairs: all.map(({ author, coordinator }) => ({ author: author.hand, coordinator: coordinator.hand })),
  };
};
