import fc from 'fast-check';
import { type Content } from '../../src/domain/content';
import { DOMAINS, GROUP_OF_DOMAIN, LEVELS, type MappingDomain } from '../../src/domain/mapping';
import { type MappingValues, textField } from '../../src/domain/mapping-form';
import { mappingMark } from '../../src/use-cases/own-mapping';
import { recordMapping } from '../../src/use-cases/record-mapping';
import { aConsent, aDisqualification } from '../builders/cases';
import { agencyId, caseId, day, personId } from '../builders/ids';
import {
  aHouse,
  caseIn,
  type House,
  interrupted,
  keptIn,
  ORIGIN,
  putReferral,
  sealedIn,
  type Who,
} from './asking';

const DPS = agencyId('kronstad-dps');
const VALUES: MappingValues = { housing: 'red', 'text-housing': 'Sover ute', mental: 'yellow' };

const participant = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state: 'mapping', presented: true, ...over });
  return house;
};
type How = {
  readonly who?: Who;
  readonly values?: MappingValues;
  readonly seen?: string;
  readonly command?: string;
};
const record = (house: House, { who = 'author', values = VALUES, seen, command = 'record' }: How = {}) =>
  recordMapping(house)({
    ...house.ask(who, { command }),
    caseId: caseId(),
    values,
    ...(seen === undefined ? {} : { seen }),
  });
const mapped = (house: House, holding: string): unknown => {
  const lying = sealedIn(house, caseId())[holding] as Content['C'] | undefined;
  return lying?.mapping;
};

describe('recordMapping', () => {
  it('seals each piece with its group, beside what the agency had there, and says who and when', async () => {
    const house = participant();
    const before = sealedIn(house, caseId());

    expect(await record(house)).toMatchObject({ ok: true });

    const piece = { on: '2026-12-04', by: 'innmelder' };
    expect(sealedIn(house, caseId())).toEqual({
      ...before,
      [`${ORIGIN}/C`]: {
        ...(before[`${ORIGIN}/C`] as object),
        mapping: { housing: { level: 'red', text: 'Sover ute', ...piece } },
      },
      [`${ORIGIN}/D`]: {
        ...(before[`${ORIGIN}/D`] as object),
        mapping: { mental: { level: 'yellow', text: '', ...piece } },
      },
    });
    const open = [caseIn(house, caseId()), house.events(), house.sent()];
    expect(JSON.stringify(open)).not.toMatch(/Sover ute|yellow|housing/);
  });

  it('gives an agency that held nothing there a holding with its first piece', async () => {
    const house = participant();
    const before = caseIn(house, caseId())?.holdings ?? [];

    await record(house, { who: 'member' });

    expect(caseIn(house, caseId())?.holdings).toEqual([
      ...before,
      { origin: DPS, section: 'C' },
      { origin: DPS, section: 'D' },
    ]);
    expect(mapped(house, `${ORIGIN}/C`)).toBeUndefined();
  });

  it('lets the coordinator speak for their own agency only', async () => {
    const house = participant();

    await record(house, { who: 'coordinator' });

    expect(mapped(house, 'sent-ute-koordinering/C')).toMatchObject({ housing: { by: 'koordinator' } });
    expect(mapped(house, `${ORIGIN}/C`)).toBeUndefined();
  });

  it('keeps the day and the name of what is said again as it was', async () => {
    const house = participant();
    await record(house);
    house.inside.now = '2026-12-09T11:00:00.000Z' as never;

    await record(house, { values: { ...VALUES, mental: 'green' }, command: 'again' });

    expect(mapped(house, `${ORIGIN}/C`)).toMatchObject({ housing: { on: '2026-12-04' } });
    expect(mapped(house, `${ORIGIN}/D`)).toMatchObject({ mental: { level: 'green', on: '2026-12-09' } });
  });

  it('leaves what is not answered as it was', async () => {
    const house = participant();
    await record(house);

    await record(house, { values: { housing: '', economy: 'green' }, command: 'again' });

    expect(mapped(house, `${ORIGIN}/C`)).toMatchObject({
      housing: { level: 'red' },
      economy: { level: 'green' },
    });
  });

  it.each<[string, MappingValues, string]>([
    ['a text without a level', { 'text-housing': 'Sover ute' }, 'unanswered'],
    ['a level that does not exist', { housing: 'blue' }, 'unanswered'],
    ['a text that is too long', { housing: 'red', 'text-housing': 'x'.repeat(201) }, 'too-long'],
    ['an identity number', { housing: 'red', 'text-housing': 'født 01019012345' }, 'holds-number'],
  ])('says what is wrong with %s, and keeps nothing', async (_, values, problem) => {
    const house = participant();
    const before = keptIn(house);

    const said = await record(house, { values });

    expect(said).toEqual({ ok: true, value: { problems: [{ domain: 'housing', problem }] } });
    expect(keptIn(house)).toBe(before);
  });

  it('stops when the consent has run out, before the clock has said so', async () => {
    const house = participant({ consent: aConsent({ until: day('2026-12-03') }) });

    expect(await record(house)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it.each<[string, object, Who]>([
    ['somebody disqualified', { disqualified: [aDisqualification(personId('innmelder'))] }, 'author'],
    ['a colleague who has nothing to do with it', {}, 'colleague'],
    ['an owner', {}, 'owner'],
    ['somebody removed', {}, 'gone'],
    ['a member before it was ever on an agenda', { presented: false }, 'member'],
  ])('refuses %s as if there were no such case', async (_, over, who) => {
    const house = participant(over);
    const before = keptIn(house);

    const refused = await record(house, { who, values: { 'text-housing': 'uten nivå' } });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(keptIn(house)).toBe(before);
  });

  it('does not write over what a colleague has said meanwhile unseen', async () => {
    const house = participant();
    await record(house, { command: 'first' });
    const file = house.inside.cases.get(caseId());
    const seen = mappingMark(house, { sealed: file?.sealed ?? [] }, ORIGIN);
    await record(house, { values: { housing: 'green' }, command: 'colleague' });

    const late = await record(house, { seen });

    expect(late).toEqual({ ok: false, error: { kind: 'changed-meanwhile' } });
    expect(mapped(house, `${ORIGIN}/C`)).toMatchObject({ housing: { level: 'green' } });
  });

  it('opens no section but the own agency’s', async () => {
    const house = participant();
    await record(house, { command: 'author' });
    const opened: unknown[] = [];
    const listening = {
      ...house,
      cases: {
        ...house.cases,
        reveal: (...args: Parameters<House['cases']['reveal']>) => {
          opened.push(...args[1].map(({ origin }) => origin));
          return house.cases.reveal(...args);
        },
      },
    };

    await recordMapping(listening)({ ...house.ask('member'), caseId: caseId(), values: VALUES });
    await recordMapping(listening)({
      ...house.ask('member', { command: 'again' }),
      ...{ caseId: caseId(), values: { housing: 'green' } },
    });

    expect(opened.length).toBeGreaterThan(0);
    expect(opened.every(origin => origin === DPS)).toBe(true);
  });
});

const anyValues = fc
  .dictionary(
    fc.constantFrom(...DOMAINS),
    fc.tuple(fc.constantFrom(...LEVELS), fc.constantFrom('', 'Et ord', 'Noe')),
  )
  .map(said =>
    Object.fromEntries(
      Object.entries(said).flatMap(([domain, [level, text]]) => [
        [domain, level],
        [textField(domain as MappingDomain), text],
      ]),
    ),
  );
const WRITERS = ['author', 'member', 'coordinator', 'chair'] as const;
const AGENCY_OF: Readonly<Record<(typeof WRITERS)[number], string>> = {
  author: ORIGIN,
  member: DPS,
  coordinator: 'sent-ute-koordinering',
  chair: 'innsatsgruppen',
};
const writing = fc.record({ who: fc.constantFrom(...WRITERS), values: anyValues });

describe('mappings written at the same time', () => {
  it('are all there, each agency’s last word on each domain', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(writing, { minLength: 1, maxLength: 8 }), async writings => {
        const house = participant();
        let inner = 0;
        const write = (at: number): Promise<void> => {
          const one = writings[at];
          if (one === undefined) return Promise.resolve();
          return recordMapping(house)({
            ...house.ask(one.who, { command: `w${String(at)}` }),
            ...{ caseId: caseId(), values: one.values },
          }).then(done => {
            expect(done.ok).toBe(true);
            inner += 1;
          });
        };

        await Promise.all(writings.map((_, at) => write(at)));

        expect(inner).toBe(writings.length);
        WRITERS.forEach(who => {
          const own = writings.filter(one => one.who === who);
          DOMAINS.forEach(domain => {
            const said = own.flatMap(({ values }) => values[domain] ?? []);
            const lying = mapped(house, `${AGENCY_OF[who]}/${GROUP_OF_DOMAIN[domain]}`) as
              Readonly<Record<string, { readonly level: string }>> | undefined;
            const level = lying?.[domain]?.level;
            expect(said.length === 0 ? level === undefined : said.some(one => one === level)).toBe(true);
          });
        });
      }),
      { numRuns: 60 },
    );
  });

  it('survive another agency that was first', async () => {
    const house = participant();
    const world = interrupted(house, () => {
      const file = house.inside.cases.get(caseId());
      if (file === undefined) return;
      const sealed = [
        ...file.sealed,
        { origin: DPS, section: 'C' as const, revision: 9, box: JSON.stringify({ mapping: {} }) },
      ];
      house.inside.cases.set(caseId(), { ...file, sealed, version: 'other' as never });
    });

    await recordMapping(world)({ ...house.ask('author'), caseId: caseId(), values: VALUES });

    expect(Object.keys(sealedIn(house, caseId()))).toContain(`${DPS}/C`);
    expect(mapped(house, `${ORIGIN}/C`)).toMatchObject({ housing: { level: 'red' } });
  });
});
