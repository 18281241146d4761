import { type Element } from '../../src/local/demo/element';
import { type Inputs } from '../../src/local/demo/player';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { z } from 'zod';
import {
  bytesIn,
  caseOf,
  chatOf,
  type Company,
  documents,
  gather,
  held,
  opens,
  published,
  type Sent,
  verbsOn,
  words,
} from './company';

const H = 'medlem-helse';
const P = 'medlem-politi';
const K = 'koordinator';
const OTHER = 'medlem-kommune';
const RECEIVER_ONLY = 'innmelder-politi';
const LEADER = 'leder-dps';
const OFFICER = 'personvernombud-helse';
const EVERYONE = [H, P, K, OTHER, RECEIVER_ONLY, LEADER, OFFICER, 'tilgangsansvarlig'];

const NAME = 'Kanari Navnesen';
const WORDS = 'Kanarifugl synger i dag';
const REASON = 'Kanari-begrunnelse: trussel i kveld';
const REMARK = 'Kanari-merknad: greit';
const SHARING = {
  ...{ groups: 'B,F', minutes: '60', receivers: P, statute: 'hpl-31', reason: REASON },
  ...{ telling: 'delayed', 'not-enough': 'yes' },
};
const GONE = 'Ikke tilgjengelig';

/** The department refers the one it knows, and the case stands on an agenda without a consent. */
const emergency = async (): Promise<Sent> => {
  const admin = company.player('tilgangsansvarlig');
  const form = await admin.sends('edit-person', { personId: H, nonce: 'make-referrer' });
  await admin.presses(form, 'save-person', { roles: 'referrer,member' });
  return published(company, {
    by: H,
    values: { words: WORDS, contact: 'mo,lar,police' },
    identity: { name: NAME, nin: '', 'birth-year': '' },
  });
};

let requests: WireRequest[] = [];
let company: Company;
let sent: Sent;
beforeEach(async () => {
  company = await gather(EVERYONE, { observe: request => requests.push(request) });
  sent = await emergency();
});
afterEach(() => company.leave());

const pushes = async (over: Inputs = {}): Promise<Element> => {
  const sharer = company.player(H);
  const form = await sharer.presses(await opens(company, H, sent), 'start-sharing');
  const shared = await sharer.presses(form, 'share-exceptionally', { ...SHARING, ...over });
  await company.settle();
  return shared;
};

const sharingOf = async () => {
  const sharing = (await caseOf(company, sent.caseId)).sharings.at(-1);
  if (sharing === undefined) throw new Error('Nothing was shared.');
  return sharing;
};
const opensSharing = async (person: string): Promise<Element> =>
  company.player(person).sends('open-sharing', {
    ...{ caseId: sent.caseId, sharingId: (await sharingOf()).id, nonce: 'opening' },
  });
const reviews = async (over: Inputs = {}): Promise<Element> =>
  company.player(LEADER).sends('review-sharing', {
    ...{ caseId: sent.caseId, sharingId: (await sharingOf()).id, nonce: 'judged' },
    ...{ verdict: 'too-much', remark: REMARK, ...over },
  });

/** What of the case somebody sees, as domain.md §14 writes it; H's own is everything. */
const MARKS: readonly (readonly [group: string, mark: RegExp])[] = [
  ['B', new RegExp(NAME)],
  ['C', new RegExp(WORDS)],
  ['D', /^ *Psykisk lidelse: /m],
  ['F', /Vold og trusler: Begge/],
  ['summary', /Avidentifisert sammendrag/],
];
const seesIn = (card: Element): string => {
  const said = words(card);
  if (said.includes(GONE)) return '–';
  const found = MARKS.filter(([, mark]) => mark.test(said)).map(([group]) => group);
  return found.length > 0 ? found.join(' ') : 'code';
};
const see = async (...people: readonly string[]): Promise<readonly string[]> => {
  const seen = [];
  for (const person of people) seen.push(seesIn(await opens(company, person, sent)));
  return seen;
};
/** The author reads their own again, but for the name. */
const OWN = 'C D F';

const Audited = z.looseObject({
  event: z.looseObject({
    operation: z.string(),
    allowed: z.boolean(),
    by: z.looseObject({ person: z.string() }),
    disclosed: z.array(z.looseObject({ origin: z.string(), section: z.string() })),
  }),
});
const audited = async (operation: string) =>
  (await documents(company, 'audit'))
    .map(document => Audited.parse(document).event)
    .filter(event => event.operation === operation)
    .map(({ by, allowed, disclosed }) => ({
      ...{ person: by.person, allowed },
      shown: disclosed.map(({ origin, section }) => `${origin}/${section}`).sort(),
    }));

describe('the story of an emergency (domain.md §14)', () => {
  it('gives each of them what the table says, minute by minute', async () => {
    const people = [H, P, K, OTHER, RECEIVER_ONLY, LEADER] as const;
    expect(await see(...people)).toEqual([OWN, 'summary', 'summary', 'summary', '–', '–']);

    await pushes();
    expect(await see(...people)).toEqual([OWN, 'B F', 'summary', 'summary', '–', '–']);
    expect(chatOf(company, K).at(-1)).toMatch(/Deling har skjedd\nFra Kronstad DPS, i dag kl. \d\d.\d\d/);
    expect(words(await opens(company, K, sent))).toMatch(
      /Kronstad DPS · Delt i dag .* Ikke gjennomgått ennå/,
    );

    await company.advance('PT59M');
    expect(await see(...people)).toEqual([OWN, 'B F', 'summary', 'summary', '–', '–']);
    await company.advance('PT2M');
    expect(await see(...people)).toEqual([OWN, 'code', 'summary', 'summary', '–', '–']);

    await company.advance('P2D');
    expect(words(await reviews())).toContain('Delingen er gjennomgått');
    expect(await see(...people)).toEqual([OWN, 'code', 'summary', 'summary', '–', '–']);
    expect(words(await opens(company, K, sent))).toContain('Gjennomgått: Riktig, men for mye ble delt');
    expect((await sharingOf()).telling).toBe('delayed');
  });

  it('shows the own privacy officer who looked, and nobody’s content', async () => {
    await pushes();
    await opensSharing(LEADER);

    const log = words(
      await company.player(OFFICER).sends('open-access-log', { code: sent.code, nonce: 'log' }),
    );

    expect(log).toContain('Leder, Kronstad DPS');
    expect(log).toContain('Grunnen til en deling');
    expect(log).not.toMatch(/Kanari/);
  });

  it('says who was shown what, and that nothing was shown before it was said', async () => {
    await pushes();
    await opens(company, P, sent);
    await opensSharing(P);
    await opensSharing(LEADER);
    await company.advance('PT61M');
    await opensSharing(P);

    const [B, F, reason] = ['B', 'F', 'reason'].map(section => `kronstad-dps/${section}`);
    expect(await audited('share-exceptionally')).toEqual([{ person: H, allowed: true, shown: [B, F] }]);
    expect((await audited('open-case')).filter(({ person }) => person === P)).toContainEqual({
      ...{ person: P, allowed: true, shown: [B, F] },
    });
    expect(await audited('open-sharing')).toEqual(
      expect.arrayContaining([
        { person: P, allowed: true, shown: [B, F] },
        { person: P, allowed: true, shown: [] },
        { person: LEADER, allowed: true, shown: [reason] },
      ]),
    );
    expect(await audited('end-sharing-by-time')).toEqual([{ person: 'system', allowed: true, shown: [] }]);
  });
});

describe('the form', () => {
  it('says whom to ring before it asks for anything', async () => {
    const form = await company.player(H).presses(await opens(company, H, sent), 'start-sharing');

    const lines = words(form)
      .split('\n')
      .map(line => line.trim());
    expect(lines.indexOf('Akutt fare? Ring 112 eller 113. Ikke bruk boten.')).toBe(3);
    expect(words(form)).not.toContain('Medlem, Kronstad DPS');
    expect(words(form)).toContain('hpl. § 31');
    expect(words(form)).not.toContain('politiregl. § 27');
  });

  it.each<[string, Inputs, string]>([
    ['that de-identified may be enough', { 'not-enough': 'no' }, 'Er avidentifisert nok, kan du ikke dele.'],
    ['no group', { groups: '' }, 'Velg minst én.'],
    ['a receiver of the own agency', { receivers: H }, 'Velg på nytt.'],
    ['a number in the reason', { reason: 'Ring 99 88 77 66' }, 'Ta bort fødselsnummer og telefonnummer.'],
  ])(
    'does not share with %s: it is said beside the field, and what was typed is kept',
    async (_, over, said) => {
      const again = await company.player(H).sends('share-exceptionally', {
        ...{ caseId: sent.caseId, nonce: 'wrong', ...SHARING, ...over },
      });

      expect(words(again)).toContain(said);
      expect(held(again, 'statute')).toBe('hpl-31');
      expect(held(again, 'telling')).toBe('delayed');
      expect((await caseOf(company, sent.caseId)).sharings).toEqual([]);
    },
  );

  it('pressed twice shares once', async () => {
    const data = { caseId: sent.caseId, nonce: 'once', ...SHARING };
    const both = await Promise.all([1, 2].map(() => company.player(H).sends('share-exceptionally', data)));

    expect(new Set(both.map(words)).size).toBe(1);
    expect((await caseOf(company, sent.caseId)).sharings).toHaveLength(1);
  });
});

describe('whoever was not sent it', () => {
  const NO_CASE = 'f'.repeat(32);
  const costOf = async (person: string, verb: string, data: Element) => {
    requests = [];
    const answer = words(await company.player(person).sends(verb, data));
    return { answer, asked: requests.map(({ kind, container = '' }) => `${kind} ${container}`).sort() };
  };

  it('cannot pull: it reads and costs like a case that is not there, before and after', async () => {
    const differing: unknown[] = [];
    const pulls = async (caseId: string, sharingId: string, nonce: string) => {
      const verbs = ['open-case', 'open-sharing', 'end-sharing', 'start-sharing'];
      const answers = [];
      for (const verb of verbs) answers.push(await costOf(RECEIVER_ONLY, verb, { caseId, sharingId, nonce }));
      answers.push(await costOf(RECEIVER_ONLY, 'share-exceptionally', { caseId, nonce, ...SHARING }));
      const review = { caseId, sharingId, nonce, verdict: 'right', remark: '' };
      return [...answers, await costOf(RECEIVER_ONLY, 'review-sharing', review)];
    };
    const compare = async (when: string, sharingId: string): Promise<void> => {
      await opens(company, RECEIVER_ONLY, sent);
      const there = await pulls(sent.caseId, sharingId, when);
      const nowhere = await pulls(NO_CASE, sharingId, `${when}-nowhere`);
      there.forEach((one, place) => {
        if (JSON.stringify(one) !== JSON.stringify(nowhere[place]))
          differing.push([when, place, one, nowhere[place]]);
        if (!one.answer.includes(GONE)) differing.push([when, place, one.answer]);
      });
    };

    await compare('before', 'e'.repeat(32));
    await pushes();
    await compare('while', (await sharingOf()).id);
    await company.advance('PT61M');
    await compare('after', (await sharingOf()).id);

    expect(differing).toEqual([]);
  });

  it('is no receiver by sitting in the group: a member who knows the id is refused', async () => {
    await pushes();

    expect(words(await opensSharing(OTHER))).toContain(GONE);
    expect(words(await opensSharing(K))).toContain(GONE);
  });
});

describe('a receiver', () => {
  it('who has no other part in the case sees it while it is open, and only process after', async () => {
    await pushes({ receivers: RECEIVER_ONLY });
    const open = await see(RECEIVER_ONLY, P);
    await company.advance('PT61M');
    const after = await opens(company, RECEIVER_ONLY, sent);

    expect(open).toEqual(['B F', 'summary']);
    expect(seesIn(after)).toBe('code');
    expect(words(after)).toContain('Du ser bare forløpet til det finnes samtykke.');
    expect(words(after)).not.toMatch(/Hvem har opplysningene|Ber om/);
    expect(verbsOn(after)).toEqual(['close-view']);
    expect(words(await opensSharing(RECEIVER_ONLY))).toContain('Delingen er lukket');
  });

  it('does not keep it in sight: the message they opened it in is cleared when it shuts', async () => {
    await pushes();
    const receiver = company.player(P);
    const chat = receiver.chat;
    const newest = company.connector.standingIn(chat).at(-1);
    const { id: sharingId } = await sharingOf();
    const data = { caseId: sent.caseId, sharingId, nonce: 'door' };
    await receiver.sends('open-sharing', data, { through: newest?.id ?? '' });
    await company.advance('PT61M');

    const cleared = company.connector.standingIn(chat).find(({ id }) => id === newest?.id);

    expect(words(newest?.card ?? {})).toContain('Noe er delt med deg');
    expect(words(cleared?.card ?? {})).toContain('Ikke lenger tilgjengelig');
  });

  it('who is disqualified meanwhile is refused, and hears nothing', async () => {
    const sharer = company.player(H);
    const form = await sharer.presses(await opens(company, H, sent), 'start-sharing');
    await sharer.presses(form, 'share-exceptionally', SHARING);
    await company.player(P).sends('declare-disqualified', { caseId: sent.caseId, nonce: 'inhabil' });
    await company.settle();

    expect(await see(P)).toEqual(['–']);
    expect(words(await opensSharing(P))).toContain(GONE);
    expect(chatOf(company, P).join()).not.toContain('delt med deg');
  });

  it('hears nothing of what shut before it could be told', async () => {
    const sharer = company.player(H);
    const form = await sharer.presses(await opens(company, H, sent), 'start-sharing');
    await sharer.presses(form, 'share-exceptionally', { ...SHARING, minutes: '15' });
    await company.advance('PT16M');

    expect(chatOf(company, P).join()).not.toContain('delt med deg');
    expect(chatOf(company, LEADER).join()).toContain('En deling venter på gjennomgang');
  });
});

describe('the agency that shared', () => {
  it('stops it before its time', async () => {
    const shared = await pushes();
    await company.advance('PT5M');

    const stopped = await company.player(H).presses(shared, 'end-sharing');

    expect(words(stopped)).toContain('Delingen ble lukket i dag');
    expect(verbsOn(stopped)).toEqual(['close-view']);
    expect(await see(P)).toEqual(['code']);
    expect(await audited('end-sharing')).toEqual([{ person: H, allowed: true, shown: [] }]);
    await company.advance('PT61M');
    expect(await audited('end-sharing-by-time')).toEqual([]);
  });

  it('cannot share anything new when the case has ended; what stands open stays until its time', async () => {
    await pushes();
    await company.player(H).sends('withdraw-referral', { caseId: sent.caseId, nonce: 'withdrawn' });

    const again = await company.player(H).sends('share-exceptionally', {
      ...{ caseId: sent.caseId, nonce: 'again', ...SHARING },
    });

    expect(words(again)).toContain('Det går ikke nå');
    expect(await see(P)).toEqual(['B F']);
    await company.advance('PT61M');
    expect(await see(P)).toEqual(['code']);
  });
});

describe('the leader', () => {
  it('finds what waits, judges it once, and the outcome is told without the judgement', async () => {
    await pushes();
    const leader = company.player(LEADER);
    const list = await leader.says('gjennomganger');
    const form = await leader.presses(list, 'open-sharing');
    await leader.presses(form, 'review-sharing', { verdict: 'right', remark: REMARK });
    await company.settle();
    const again = await reviews({ verdict: 'wrong' });

    expect(words(form)).toContain(REASON);
    expect(words(form)).not.toMatch(new RegExp(`${NAME}|${WORDS}|Vold`));
    expect(words(again)).toContain('Det går ikke nå');
    expect((await sharingOf()).review).toMatchObject({ by: LEADER, verdict: 'right' });
    expect(words(await leader.says('gjennomganger'))).toContain('Ingen delinger venter på deg');
    for (const person of [H, K]) expect(chatOf(company, person).at(-1)).toContain('En deling er gjennomgått');
    expect(words(await opensSharing(H))).toMatch(/Gjennomgått: Riktig\.[^]*greit/);
  });

  it('has 72 hours; then it is too late, it is said in the audit, and it waits in the inbox', async () => {
    await pushes();
    await company.advance('PT71H59M');
    const inTime = words(await company.player(LEADER).says('gjennomganger'));
    await company.advance('PT2M');

    const late = await reviews();

    expect(inTime).toContain('1 deling venter på gjennomgang');
    expect(words(late)).toMatch(/Fristen er ute[^]*Meld avvik i etaten din/);
    expect(words(await opensSharing(LEADER))).toContain('Fristen er ute');
    expect(await audited('miss-review')).toEqual([{ person: 'system', allowed: true, shown: [] }]);
    expect(words(await company.player(K).says('innboks'))).toContain('En deling ble ikke gjennomgått');
    expect((await sharingOf()).review).toBeUndefined();
    await company.advance('P1D');
    expect(await audited('miss-review')).toHaveLength(1);
  });

  it('sees no case by that', async () => {
    await pushes();

    expect(await see(LEADER)).toEqual(['–']);
    expect(words(await company.player(LEADER).says('mine oppgaver'))).not.toContain(sent.code);
  });
});

/** Every notification that a sharing may cause, whole. */
const ALLOWED = [
  /noe er delt med deg/,
  /en deling venter på gjennomgang/,
  /deling har skjedd/,
  /en deling er gjennomgått/,
];

describe('what others may come across', () => {
  it('never tells what was shared, why, or with whom: no chat, no lock screen, no byte at rest', async () => {
    const before = company.connector.everything().length;
    await pushes();
    await opensSharing(P);
    await opensSharing(LEADER);
    await reviews();
    await company.advance('PT61M');

    const told = company.connector
      .everything()
      .slice(before)
      .filter(({ replyTo }) => replyTo === '');
    expect(told.filter(({ card }) => /Kanari|navn|sikkerhet|helse/i.test(words(card)))).toEqual([]);
    const about = told.filter(({ summary }) => summary.includes('del'));
    expect(about.length).toBeGreaterThanOrEqual(4);
    expect(
      about.filter(
        ({ summary }) =>
          !ALLOWED.some(text => new RegExp(`^Sak ${sent.code}: ${text.source}$`).test(summary)),
      ),
    ).toEqual([]);
    const bytes = bytesIn(company.dataDir);
    expect(bytes).toContain('share-exceptionally');
    expect(bytes).not.toMatch(/Kanari/);
  });
});
