import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { USUAL_LADDER } from '../src/domain/ladder';
import { readProgramme } from '../src/programme';

const INFRA = join(__dirname, '..', 'infra');
const EXAMPLE = join(INFRA, 'programme.example.json');
type Json = Record<string, unknown>;
const example = (): Json => JSON.parse(readFileSync(EXAMPLE, 'utf8')) as Json;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'programme-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const written = (text: string): string => {
  const path = join(folder, 'programme.json');
  writeFileSync(path, text);
  return path;
};
const messageOf = (programme: unknown): string => {
  try {
    readProgramme(written(JSON.stringify(programme)));
    return '';
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'no error';
  }
};
const first = (programme: Json, list: 'people' | 'seats' | 'agencies'): Json => {
  const [one] = programme[list] as Json[];
  return one ?? {};
};

describe('readProgramme', () => {
  it.each(['programme.example.json', 'programme.local.json'])('reads %s, as it is shipped', name => {
    const { programme, people } = readProgramme(join(INFRA, name));

    expect(people.filter(({ roles }) => roles.includes('admin')).length).toBeGreaterThan(0);
    expect(people.map(({ id }) => id)).toContain(programme.defaultChair);
    expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
    const seats = new Set<string>(programme.seats.map(({ id }) => id));
    expect(people.filter(({ seat }) => seat !== undefined && !seats.has(seat))).toEqual([]);
    expect(
      new Set(
        programme.seats
          .map(({ agency }) => agency)
          .map(id => programme.agencies.find(one => one.id === id)?.partner),
      ).size,
    ).toBe(3);
  });

  it('reads ids as Teams writes them, whatever the portal showed', () => {
    const file = example();
    const [shown] = first(file, 'people')['identities'] as Json[];
    const upper = Object.fromEntries(
      Object.entries(shown ?? {}).map(([name, id]) => [name, String(id).toUpperCase()]),
    );
    const [, ...others] = file['people'] as Json[];
    const people = [{ ...first(file, 'people'), identities: [upper] }, ...others];

    const read = readProgramme(written(JSON.stringify({ ...file, people })));

    expect(read.people[0]?.identities).toEqual([shown]);
  });

  it('keeps the people apart from what everyone may know', () => {
    const { programme } = readProgramme(EXAMPLE);

    expect(programme).not.toHaveProperty('people');
  });

  it('gives a person the partner of their agency, and bokmål when nothing is said', () => {
    const file = example();
    const person = first(file, 'people');
    const silent: Json = {
      ...person,
      roles: ['admin', 'member'],
      agency: 'kronstad-dps',
      language: undefined,
    };

    const { people } = readProgramme(
      written(JSON.stringify({ ...file, defaultChair: silent['id'], people: [silent] })),
    );

    expect(people[0]).toMatchObject({ partner: 'helse', language: 'nb' });
  });

  it('has the ladder of domain.md §9 unless the file has another, in whole or in part', () => {
    const { reminders: _, ...silent } = example();
    const ladderOf = (file: Json) => readProgramme(written(JSON.stringify(file))).programme.reminders;

    expect(ladderOf(silent)).toEqual(USUAL_LADDER);
    expect(ladderOf({ ...silent, reminders: { ownerOn: false, coordinatorAfter: 3 } })).toEqual({
      ...USUAL_LADDER,
      ownerOn: false,
      coordinatorAfter: 3,
    });
  });

  it.each<[string, (file: Json) => unknown]>([
    ['reminders.ownerBefore', file => ({ ...file, reminders: { ownerBefore: -1 } })],
    ['reminders.standInAfter', file => ({ ...file, reminders: { standInAfter: 0 } })],
    ['reminders.agendaAfter', file => ({ ...file, reminders: { agendaAfter: 1.5 } })],
    ['reminders.coordinatorAfter', file => ({ ...file, reminders: { standInAfter: 6 } })],
    ['reminders', file => ({ ...file, reminders: { leaderAfter: 6 } })],
    ['anchor', file => ({ ...file, anchor: '2026-02-30' })],
    ['time', file => ({ ...file, time: '24:00' })],
    ['channelId', ({ channelId: _, ...file }) => file],
    ['defaultChair', file => ({ ...file, defaultChair: 'Møte Leder' })],
    ['defaultChair', file => ({ ...file, defaultChair: 'ukjent' })],
    ['agencies', file => ({ ...file, agencies: [] })],
    [
      'agencies[0].partner',
      file => ({ ...file, agencies: [{ ...first(file, 'agencies'), partner: 'nav' }] }),
    ],
    ['seats[0].id', file => ({ ...file, seats: [{ ...first(file, 'seats'), id: 'IKKE EN ID' }] })],
    ['people[0].roles[0]', file => ({ ...file, people: [{ ...first(file, 'people'), roles: ['king'] }] })],
    ['people[0].identities', file => ({ ...file, people: [{ ...first(file, 'people'), identities: [] }] })],
    ['seats', file => ({ ...file, seats: [{ ...first(file, 'seats'), agency: 'ukjent' }] })],
    ['people', file => ({ ...file, people: [{ ...first(file, 'people'), agency: 'ukjent' }] })],
    ['people', file => ({ ...file, people: [{ ...first(file, 'people'), roles: ['member'] }] })],
  ])('names the place of what is wrong: %s', (place, broken) => {
    expect(messageOf(broken(example()))).toContain(`at ${place}`);
  });

  it('T16 starts on a law that has expired: what may still be used is asked at use', () => {
    const statutes = JSON.parse(readFileSync(join(INFRA, 'statutes.json'), 'utf8')) as Json[];
    const path = join(folder, 'statutes.json');
    writeFileSync(
      path,
      JSON.stringify(statutes.map(one => ({ ...one, validTo: '2020-12-31', retired: true }))),
    );

    expect(readProgramme(EXAMPLE, path).programme.statutes).toHaveLength(statutes.length);
  });

  it('names what is wrong with the law by its place', () => {
    const path = join(folder, 'statutes.json');
    writeFileSync(path, '[{ "id": "x" }]');

    expect(() => readProgramme(EXAMPLE, path)).toThrow('at statutes[0].list');
  });

  it('tells every fault at once', () => {
    const message = messageOf({ ...example(), anchor: 'x', time: 'x', place: '' });

    expect(['anchor', 'time', 'place'].filter(place => !message.includes(`at ${place}`))).toEqual([]);
  });

  it.each(['', '{', '[]', 'null'])('throws on a file that holds %j', text => {
    const path = written(text);

    expect(() => readProgramme(path)).toThrow();
  });

  it('throws on a file that is not there', () => {
    expect(() => readProgramme(join(folder, 'missing.json'))).toThrow('ENOENT');
  });
});
