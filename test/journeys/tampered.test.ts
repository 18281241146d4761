import { z } from 'zod';
import { type Element } from '../../src/local/demo/element';
import { type Company, documents, gather, opens, refer, type Sent, verbsOn, words } from './company';

const NAME = 'Kanari-navn-5c1d';
const WORDS = 'Kanari-ord-7e2a';

const Boxed = z.looseObject({ sealed: z.array(z.looseObject({ section: z.string(), box: z.string() })) });
const Event = z.looseObject({
  pk: z.string(),
  event: z.looseObject({
    operation: z.string(),
    allowed: z.boolean(),
    rule: z.string(),
    subject: z.string(),
    caseId: z.string().optional(),
    disclosed: z.array(z.unknown()),
  }),
});
type Logged = { readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

let company: Company;
let sent: Sent;
const logged: Logged[] = [];

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator'], {
    log: (event, fields) => logged.push({ event, fields }),
  });
  sent = await refer(company, {
    values: { words: WORDS },
    identity: { name: NAME, nin: '', 'birth-year': '1985' },
  });
});
afterAll(() => company.leave());

/** As whoever owns the database may: the last letters of a box are others than the bot wrote. */
const tamper = async (section: string): Promise<void> => {
  const work = company.world.database.container('work');
  const { resource } = await work.item('case', `case:${sent.caseId}`).read<object>();
  const document = Boxed.parse(resource);
  const flipped = (box: string): string => `${box.slice(0, -4)}${box.endsWith('AAAA') ? 'QQQQ' : 'AAAA'}`;
  const sealed = document.sealed.map(piece =>
    piece.section === section ? { ...piece, box: flipped(piece.box) } : piece,
  );
  await work.items.upsert({ ...document, sealed });
};
const brokenEvents = async () =>
  (await documents(company, 'audit'))
    .map(document => Event.parse(document))
    .filter(({ event }) => event.rule === 'seal-broken');

describe('T26 a case whose sealed content somebody changed in the database', () => {
  let answer: Element;

  it('is shown to its author while it is whole', async () => {
    expect(words(await opens(company, 'innmelder-mo', sent))).toContain(WORDS);
    expect(await brokenEvents()).toEqual([]);
  });

  it('tells whoever opens it what happened and what to do, and shows none of it', async () => {
    await tamper('C');

    answer = await opens(company, 'innmelder-mo', sent);

    expect(words(answer)).toContain('Vi viser ikke innholdet');
    expect(words(answer)).toContain('Si fra til');
    expect(JSON.stringify(answer)).not.toMatch(/Kanari/);
    expect(verbsOn(answer)).toEqual(['show-help']);
  });

  it('leaves an event in the reader’s own log: refused, and why', async () => {
    const [found, ...others] = await brokenEvents();

    expect(others).toEqual([]);
    expect(found?.pk).toBe('person:innmelder-mo');
    expect(found?.event).toMatchObject({
      operation: 'open-case',
      subject: sent.caseId,
      caseId: sent.caseId,
      allowed: false,
      disclosed: [],
    });
  });

  it('is in the operator’s log by ids only, under the code that was shown', () => {
    const [line, ...others] = logged.filter(({ event }) => event === 'seal-broken');

    expect(others).toEqual([]);
    expect(line?.fields).toEqual({
      correlation: expect.any(String) as string,
      verb: 'open-case',
      id: sent.caseId,
    });
    expect(words(answer)).toContain(`Feilkode ${String(line?.fields['correlation'])}`);
    expect(JSON.stringify(logged)).not.toMatch(/Kanari/);
  });

  it('is the same for the coordinator who opens it: audited once more, with nothing shown', async () => {
    await tamper('summary');

    const coordinators = await opens(company, 'koordinator', sent);

    expect(words(coordinators)).toContain('Vi viser ikke innholdet');
    expect((await brokenEvents()).map(({ pk }) => pk).sort()).toEqual([
      'person:innmelder-mo',
      'person:koordinator',
    ]);
  });
});
