import {
  bytesIn,
  caseOf,
  chatOf,
  type Company,
  coordinates,
  gather,
  opens,
  refer,
  stateOf,
  verbsOn,
  words,
} from './company';

/** Synthetic: they stand for nobody. */
const NUMBER = '01818490069';
const OTHER_NUMBER = '01818490220';
const named = (nin: string) => ({ name: 'Oppdiktet Person', nin, 'birth-year': '' });
const UNTOLD = { informed: 'no-contact', 'contact-consent': 'not-asked' };

let company: Company;
beforeEach(async () => {
  company = await gather(['innmelder-mo', 'innmelder-lar', 'koordinator']);
});
afterEach(() => company.leave());

describe('a second referral of the same number', () => {
  it('by the same agency is linked, which only the coordinator is told', async () => {
    const first = await refer(company, { identity: named(NUMBER) });
    const second = await refer(company, { identity: named(NUMBER) });

    const coordinator = words(await opens(company, 'koordinator', second));
    const author = words(await opens(company, 'innmelder-mo', second));

    expect((await caseOf(company, second.caseId)).linkedTo).toBe(first.caseId);
    expect(coordinator).toContain(first.code);
    expect(author).not.toContain(first.code);
    expect(words(second.receipt).replace(second.code, '')).toBe(words(first.receipt).replace(first.code, ''));
  });

  it('by another agency shows nothing to anybody', async () => {
    const first = await refer(company, { identity: named(NUMBER) });
    const second = await refer(company, { by: 'innmelder-lar', identity: named(NUMBER) });

    const seen = [
      words(await opens(company, 'koordinator', second)),
      words(await opens(company, 'innmelder-lar', second)),
      words(await opens(company, 'koordinator', first)),
    ].join('\n');

    expect((await caseOf(company, second.caseId)).linkedTo).toBeUndefined();
    expect(seen.split(first.code)).toHaveLength(2);
  });

  it('is not found in another number of the same agency', async () => {
    await refer(company, { identity: named(NUMBER) });
    const second = await refer(company, { identity: named(OTHER_NUMBER) });

    expect((await caseOf(company, second.caseId)).linkedTo).toBeUndefined();
  });
});

const keys = async (): Promise<string> => {
  const { resources } = await company.world.database
    .container('keys')
    .items.query<unknown>('SELECT * FROM c')
    .fetchAll();
  return JSON.stringify(resources);
};
const keysOf = async (section: string): Promise<number> =>
  (await keys()).split(`"section":"${section}"`).length - 1;

describe('"informed?" that stays unanswered', () => {
  it('is asked of the author on day 14, once, and without a name', async () => {
    const sent = await refer(company, { values: UNTOLD, identity: named(NUMBER) });
    const before = chatOf(company, 'innmelder-mo').length;
    await company.advance('P13D');
    const onDay13 = chatOf(company, 'innmelder-mo').length;

    await company.advance('P1D');
    await company.advance('P1D');

    const told = chatOf(company, 'innmelder-mo').slice(before);
    expect(onDay13).toBe(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Vet personen om innmeldingen?');
    expect(told[0]).toContain('23. desember');
    expect(told[0]).toContain(sent.code);
    expect(told[0]).not.toContain('Oppdiktet');
  });

  it('erases the identity on day 30: the sealed piece and its key', async () => {
    const sent = await refer(company, { values: UNTOLD, identity: named(NUMBER) });
    const before = await keysOf('B');
    const holdings = async () => (await caseOf(company, sent.caseId)).holdings.map(({ section }) => section);
    const held = await holdings();
    await company.advance('P29D');
    const onDay29 = await holdings();

    await company.advance('P1D');

    expect(held).toContain('B');
    expect(onDay29).toEqual(held);
    expect(await holdings()).toEqual(held.filter(section => section !== 'B'));
    expect(before).toBe(1);
    expect(await keysOf('B')).toBe(0);
    expect((await caseOf(company, sent.caseId)).named).toBe(false);
    expect(await stateOf(company, sent.caseId)).toBe('submitted');
  });

  it('lets the number be forgotten: a new referral of it afterwards is not linked', async () => {
    await refer(company, { values: UNTOLD, identity: named(NUMBER) });
    await company.advance('P30D');

    const second = await refer(company, { identity: named(NUMBER) });

    expect((await caseOf(company, second.caseId)).linkedTo).toBeUndefined();
  });

  it('leaves the name where it is when the author says that the person knows', async () => {
    const sent = await refer(company, { values: UNTOLD, identity: named(NUMBER) });
    await company.advance('P14D');
    const author = company.player('innmelder-mo');
    const form = await author.presses(author.newest(), 'start-informed');

    const saved = await author.presses(form, 'record-informed', {
      informed: 'week',
      'contact-consent': 'yes',
    });
    await company.advance('P20D');

    const kase = await caseOf(company, sent.caseId);
    expect(words(saved)).toContain(sent.code);
    expect(kase.named).toBe(true);
    expect(kase.holdings.map(({ section }) => section)).toContain('B');
  });

  it('is not asked at all when the person knew from the start', async () => {
    await refer(company, { identity: named(NUMBER) });
    const before = chatOf(company, 'innmelder-mo').length;

    await company.advance('P30D');

    expect(chatOf(company, 'innmelder-mo')).toHaveLength(before);
  });

  it('is never readable in the folder, before it is erased or after', async () => {
    await refer(company, { values: UNTOLD, identity: named(NUMBER) });
    const before = bytesIn(company.dataDir);
    await company.advance('P30D');

    const after = bytesIn(company.dataDir);

    expect([before.includes(NUMBER), after.includes(NUMBER)]).toEqual([false, false]);
    expect([before.includes('Oppdiktet Person'), after.includes('Oppdiktet Person')]).toEqual([false, false]);
  });
});

describe('a name that is given after the referral was sent', () => {
  it('is linked as if it had been given before', async () => {
    const first = await refer(company, { identity: named(NUMBER) });
    const second = await refer(company);
    const author = company.player('innmelder-mo');
    const card = await opens(company, 'innmelder-mo', second);

    const form = await author.presses(card, 'start-case-identity');
    await author.presses(form, 'name-case-candidate', named(NUMBER));

    const kase = await caseOf(company, second.caseId);
    expect([kase.named, kase.linkedTo]).toEqual([true, first.caseId]);
    expect(words(await coordinates(company, second, { what: 'mark-ready' }))).toContain(
      'Klar for ressursgruppen',
    );
    expect(verbsOn(card)).toContain('start-case-identity');
  });
});
