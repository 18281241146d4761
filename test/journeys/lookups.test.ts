import { type WireRequest } from '../../src/local/cosmos/wire';
import { type Element } from '../../src/local/demo/element';
import { codeFrom } from '../../src/domain/code';
import { type Company, documents, gather, opens, published, refer, type Sent, words } from './company';

/** Whose job it is not to look into any case, besides who has no part in this one. */
const OTHERS = [
  'innmelder-mo',
  'innmelder-lar',
  'medlem-helse',
  'ansvarlig',
  'leder-dps',
  'styringsgruppe',
  'tilgangsansvarlig',
] as const;

const MEMBERS = ['medlem-kommune', 'medlem-helse', 'medlem-politi'] as const;
const NO_CASE = 'f'.repeat(32);
const NO_CODE = codeFrom('0'.repeat(16));

let company: Company;
let requests: WireRequest[] = [];
let kase: Sent;
let other: Sent;

beforeAll(async () => {
  company = await gather(
    ['koordinator', 'personvernombud-helse', 'medlem-kommune', 'medlem-politi', ...OTHERS],
    { observe: request => requests.push(request) },
  );
  kase = await published(company);
  other = await refer(company, { by: 'innmelder-lar' });
  for (const member of MEMBERS) await opens(company, member, kase);
  await opens(company, 'medlem-helse', other);
});
afterAll(() => company.leave());

const linkOn = (card: Element): string => {
  const [, url = ''] = /"type":"Action.OpenUrl"[^}]*"url":"([^"]*)"/.exec(JSON.stringify(card)) ?? [];
  return url;
};
const logOf = async (person: string, { code }: Pick<Sent, 'code'>): Promise<Element> => {
  const player = company.player(person);
  return player.presses(await player.says(`logg ${code}`), 'open-access-log');
};
const linkFor = async (person: string): Promise<string> =>
  linkOn(await company.player(person).presses(await logOf(person, kase), 'export-access-log'));

const presses = (person: string, verb: string, data: Element): Promise<Element> =>
  company.player(person).sends(verb, { ...data, nonce: `${person}-${verb}` });
const mineOf = async (person: string): Promise<string> =>
  words(await company.player(person).says('mine oppslag'));

describe('mine oppslag', () => {
  it('T28 shows a member what they opened, with the code, and nothing that stood there', async () => {
    const mine = await mineOf('medlem-helse');

    expect(mine).toMatch(/Dette har du åpnet/);
    expect(mine).toContain(`Så avidentifisert sammendrag · ${kase.code}`);
    expect(mine).not.toContain('innmelder');
  });

  it('T24 tells of a refusal no more than the refusal did: only the code that was written', async () => {
    const player = company.player('medlem-helse');
    await presses('medlem-helse', 'open-case', { caseId: NO_CASE });
    const looks = async (code: string) => {
      await player.presses(await player.says(`sak ${code}`), 'open-by-code');
      const rows = (await mineOf('medlem-helse')).split('\n').slice(3);
      return rows.filter(row => row.includes('Ikke tilgjengelig')).map(row => row.split(' · ').slice(1));
    };

    const theirs = await looks(other.code);
    const nobodys = await looks(NO_CODE);

    expect(theirs).toHaveLength(3);
    expect(theirs).toContainEqual(['Ikke tilgjengelig', other.code]);
    expect(theirs).toContainEqual(['Ikke tilgjengelig']);
    expect(nobodys).toHaveLength(4);
    expect(nobodys).toContainEqual(['Ikke tilgjengelig', NO_CODE]);
  });

  it('shows everybody their own, and nobody else’s', async () => {
    const mine = await mineOf('styringsgruppe');

    expect(mine).toContain('Du har ikke åpnet noe');
  });

  it('goes back by thirty days, ten at a time', async () => {
    const player = company.player('medlem-politi');
    for (let look = 0; look < 10; look += 1) await opens(company, 'medlem-politi', kase);

    const first = await player.says('mine oppslag');
    const older = await player.presses(first, 'Vis eldre');

    const rows = (card: Element) =>
      words(card)
        .split('\n')
        .filter(line => line.includes(' · Så ')).length;
    expect([rows(first), rows(older)]).toEqual([10, 1]);
    expect(words(older)).not.toContain('Vis eldre');
  });
});

describe('the access log of a case', () => {
  it('T28 shows the coordinator who saw what, when and why', async () => {
    const log = words(await logOf('koordinator', kase));

    expect(log).toContain('Uten innhold');
    expect(log).toMatch(/Medlem, politiets innsatsgruppe · Politiets innsatsgruppe · som medlem · /);
    expect(log).toMatch(/i dag kl/);
  });

  it('opens from the case itself for the coordinator, behind the rest', async () => {
    const opened = await opens(company, 'koordinator', kase);

    const log = await company.player('koordinator').presses(opened, 'open-access-log');

    expect(words(log)).toContain('Hvem har åpnet saken');
  });

  it('T28 shows a privacy officer the own partner’s people only, and what those were refused', async () => {
    await presses('leder-dps', 'open-case', { caseId: kase.caseId });

    const log = words(await logOf('personvernombud-helse', kase));
    const all = words(await logOf('koordinator', kase));

    expect(log).toContain('Medlem, Kronstad DPS');
    expect(log).toMatch(/Leder, Kronstad DPS · Kronstad DPS · Avvist forsøk/);
    expect(log).not.toMatch(/politi|sosiale|koordinator/i);
    expect(all).not.toMatch(/Avvist|Leder/);
  });

  it('is kept in the chain of whoever looked', async () => {
    const mine = await mineOf('personvernombud-helse');

    expect(mine).toContain(`Så hvem som har åpnet saken · ${kase.code}`);
  });

  it.each(OTHERS)(
    'T28 is refused to %s in the same words and at the same cost as for no case',
    async person => {
      const differing = [];
      for (const verb of ['open-access-log', 'export-access-log']) {
        const asking = async (caseId: string) => {
          requests = [];
          const said = words(await presses(person, verb, { caseId }));
          return { said, asked: requests.map(({ kind, container = '' }) => `${kind} ${container}`).sort() };
        };
        const real = await asking(kase.caseId);
        const none = await asking(NO_CASE);
        expect(real.said).toContain('Ikke tilgjengelig');
        if (JSON.stringify(real) !== JSON.stringify(none)) differing.push({ verb, real, none });
      }
      expect(differing).toEqual([]);
    },
  );

  it('T24 is refused by a code that is not yours like by one that is nobody’s', async () => {
    const asking = async (code: string) => {
      requests = [];
      const said = words(await presses('leder-dps', 'open-access-log', { code }));
      return { said, asked: requests.map(({ kind, container = '' }) => `${kind} ${container}`).sort() };
    };

    const [real, none] = [await asking(kase.code), await asking(NO_CODE)];

    expect(real.said).toContain('Ikke tilgjengelig');
    expect(none).toEqual(real);
  });
});

describe('the log as a file', () => {
  const get = (url: string, init: RequestInit = {}) => fetch(url, init);

  it('T28 is fetched once, with every row, and never kept on the way', async () => {
    const url = await linkFor('koordinator');

    const first = await get(url);
    const second = await get(url);

    const text = await first.text();
    expect(first.status).toBe(200);
    expect(first.headers.get('content-disposition')).toBe(
      `attachment; filename="tilgangslogg-${kase.code}-2026-11-23.csv"`,
    );
    expect(first.headers.get('cache-control')).toBe('no-store');
    expect(text.split('\r\n')[0]).toBe('Tidspunkt;Hvem;Etat;Hva de så;Hvorfor de fikk se;Svar');
    expect(text).toContain(
      ';Medlem, politiets innsatsgruppe;Politiets innsatsgruppe;avidentifisert sammendrag;som medlem;Vist',
    );
    expect(text.split('\r\n').length).toBeGreaterThan(12);
    expect([second.status, await second.text()]).toEqual([404, '']);
  });

  it('holds a privacy officer’s own rows only', async () => {
    const text = await (await get(await linkFor('personvernombud-helse'))).text();

    expect(text).toContain('Kronstad DPS');
    expect(text).not.toMatch(/politi|sosiale/i);
  });

  it('is an event before the first byte', async () => {
    await get(await linkFor('koordinator'));

    const stored = JSON.stringify(await documents(company, 'audit'));
    expect(stored).toMatch(/"operation":"export-access-log"/);
    expect(stored).toMatch(/"operation":"download-access-log"/);
  });

  it('T28 is the same bare 404 when the link is old, changed, made up or of the wrong method', async () => {
    const old = await linkFor('koordinator');
    await company.advance('PT6M');
    const fresh = await linkFor('koordinator');
    const swapped = fresh.replace(/[^/]*$/, token => {
      const [body = '', ...rest] = token.split('.');
      const ticket = Buffer.from(body, 'base64url').toString().replace('"koordinator"', '"leder-dps"');
      return [Buffer.from(ticket).toString('base64url'), ...rest].join('.');
    });

    const answers = await Promise.all([
      get(old),
      get(swapped),
      get(`${fresh}x`),
      get(fresh.replace(/[^/]*$/, 'nothing')),
      get(fresh, { method: 'HEAD' }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(await Promise.all(answers.map(answer => answer.text()))).toEqual(['', '', '', '', '']);
    expect((await get(fresh)).status).toBe(200);
  });

  it('T28 asks again who they are: a link in the hands of somebody removed gives nothing', async () => {
    const url = await linkFor('personvernombud-helse');
    const admin = company.player('tilgangsansvarlig');
    await admin.sends('remove-person', { personId: 'personvernombud-helse', nonce: 'gone' });

    const answer = await get(url);

    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });
});
