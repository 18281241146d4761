import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { codeFrom } from '../../src/domain/code';
import { type Element } from '../../src/local/demo/element';
import { calls, CHAT_OF_TWO, hitsIn, invokes, pressesInDialog, searches, STRANGER } from './composing';
import {
  type Company,
  consent,
  EIGHT,
  events,
  gather,
  giveTask,
  published,
  refer,
  type Sent,
  startMeeting,
  takeIn,
  words,
} from './company';
import { storedIn } from './every-verb';

const CANARY = 'Kanari-utvidelse-6d2b';
/** A code whose check sign is right, that no case has. */
const NO_CODE = codeFrom('0'.repeat(16));

/** Everybody: whoever takes part in one of the two cases, and whoever takes part in none. */
const TAKING_PART = ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi', 'ansvarlig'];
const OTHERS = ['innmelder-lar', 'leder-dps', 'styringsgruppe', 'personvernombud-helse', 'tilgangsansvarlig'];

/** Every figure that the program would send somewhere; collected when a test asks. */
const figures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: figures, exportIntervalMillis: 3_600_000 });
const lines: string[] = [];

let company: Company;
let requests: WireRequest[] = [];
/** Taken in, with a canary in every field; and one that has just been sent in, by another service. */
let known: Sent;
let fresh: Sent;

beforeAll(async () => {
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  company = await gather([...TAKING_PART, ...OTHERS, 'innmelder-politi'], {
    observe: request => requests.push(request),
    log: (event, fields) => lines.push(JSON.stringify({ event, ...fields })),
  });
  known = await published(company, {
    values: { words: CANARY, 'contact-role': CANARY, urgent: 'yes', 'urgent-reason': CANARY },
    identity: { name: CANARY, 'birth-year': '1931' },
  });
  await startMeeting(company);
  await takeIn(company, known);
  await consent(company, known);
  await giveTask(company, known, {
    ...{ title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' },
    ...{ detail: CANARY, 'detail-group': 'C' },
  });
  fresh = await refer(company, { by: 'innmelder-politi', values: { words: CANARY } });
});
afterAll(async () => {
  await company.leave();
  await reader.shutdown();
  metrics.disable();
});

const found = async (person: string, typed?: string): Promise<readonly string[]> =>
  hitsIn(await searches(company, person, typed)).map(({ title }) => title);

describe('the search', () => {
  it.each([
    ['innmelder-mo', ['known']],
    ['koordinator', ['fresh', 'known']],
    ['medlem-helse', ['known']],
    ['medlem-politi', ['known']],
    ['ansvarlig', ['known']],
    ['innmelder-politi', ['fresh']],
    ...OTHERS.map(person => [person, []] as const),
  ] as const)('T12 finds %s their own cases when it is opened: %j', async (person, own) => {
    const codes = { known: known.code, fresh: fresh.code };

    expect(await found(person)).toEqual(own.map(name => `Sak ${codes[name]}`));
  });

  it('finds a case by how its code begins', async () => {
    expect(await found('koordinator', known.code.slice(3, 6).toLowerCase())).toEqual([`Sak ${known.code}`]);
    expect(await found('koordinator', fresh.code)).toEqual([`Sak ${fresh.code}`]);
  });

  it.each([
    ['a number of a person', '018184 90301'],
    ['a name', 'Kari Nordmann'],
    ['more than a code', CANARY],
  ])('says what it is for to whoever types %s, and keeps nothing of it', async (_, typed) => {
    const kept = (await events(company)).length;

    const answers = await Promise.all(
      ['koordinator', 'innmelder-mo', 'leder-dps'].map(person => searches(company, person, typed)),
    );

    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ composeExtension: { type: 'message' } });
    expect(answers[0]).toContain('Søk med sakskoden');
    expect(answers[0]).not.toContain(typed);
    expect(await events(company)).toHaveLength(kept);
  });

  it('T12 finds nothing for a code with a slip in it, as for one that is nobody’s', async () => {
    const slip = known.code.slice(0, -1) + (known.code.endsWith('1') ? '2' : '1');

    expect(await searches(company, 'koordinator', slip)).toBe(
      await searches(company, 'koordinator', NO_CODE),
    );
    expect(await found('koordinator', slip)).toEqual([]);
  });

  it('tells somebody the directory does not know whom to ask, and nothing of any case', async () => {
    const answers = await Promise.all(
      [undefined, known.code, NO_CODE].map(typed => searches(company, STRANGER, typed)),
    );

    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ composeExtension: { type: 'message' } });
    expect(answers[0]).toContain('Du er ikke med i Sent ute ennå');
  });

  it('answers a command it does not have as what is not there, to whoever calls it', async () => {
    const value = { commandId: 'find-person', parameters: [{ name: 'query', value: known.code }] };

    const answer = await invokes(company, 'koordinator', { name: 'composeExtension/query', value });

    expect(JSON.parse(answer)).toMatchObject({ composeExtension: { type: 'message' } });
    expect(answer).toContain('Ikke tilgjengelig');
    expect(answer).not.toContain('Du er ikke med i Sent ute ennå');
    expect(answer).toBe(await invokes(company, STRANGER, { name: 'composeExtension/query', value }));
  });

  it('has no further pages', async () => {
    const value = { commandId: 'find-case', parameters: [], queryOptions: { skip: 25, count: 25 } };

    const answer = await invokes(company, 'koordinator', { name: 'composeExtension/query', value });

    expect(hitsIn(answer)).toEqual([]);
  });
});

type Looked = { readonly answer: string; readonly asked: readonly string[] };

/** What is answered, byte for byte, and what the database is asked for it. */
const looked = async (person: string, typed: string): Promise<Looked> => {
  requests = [];
  const answer = await searches(company, person, typed);
  return { answer, asked: requests.map(({ kind, container = '' }) => `${kind} ${container}`).sort() };
};

/** Somebody of every role, and the case that is not theirs to open. */
const NOT_THEIRS = (): readonly (readonly [string, Sent])[] => [
  ['innmelder-mo', fresh],
  ['innmelder-politi', known],
  ['medlem-helse', fresh],
  ['medlem-politi', fresh],
  ['ansvarlig', fresh],
  ...OTHERS.flatMap(person => [[person, known] as const, [person, fresh] as const]),
  [STRANGER, known],
];

describe('whoever tries codes in the search', () => {
  it('T12 gets the same bytes, at the same requests, for a case of others and for none', async () => {
    const differing = [];
    for (const [person, { code }] of NOT_THEIRS()) {
      await looked(person, NO_CODE);
      const ofOthers = await looked(person, code);
      const ofNobody = await looked(person, NO_CODE);
      const inPart = await looked(person, code.slice(0, 8));
      const same = [ofNobody, inPart].every(one => JSON.stringify(one) === JSON.stringify(ofOthers));
      if (!same || ofOthers.answer.includes(code)) differing.push({ person, ofOthers, ofNobody, inPart });
    }

    expect(differing).toEqual([]);
  });

  it('T12 gets what somebody gets who has cases, and types what is none of them', async () => {
    const mine = await looked('innmelder-mo', NO_CODE);
    const none = await looked('innmelder-lar', NO_CODE);

    expect(mine.answer).toBe(none.answer);
    expect(hitsIn(mine.answer)).toEqual([]);
  });

  it('T12 asks the database the same whether the code is one’s own or not', async () => {
    const [own, others] = [
      await looked('innmelder-mo', known.code),
      await looked('innmelder-mo', fresh.code),
    ];

    expect(hitsIn(own.answer)).toHaveLength(1);
    expect(own.asked).toEqual(others.asked);
  });

  it('T12 takes as long for the one as for the other, as far as a clock can tell', async () => {
    const ROUNDS = 15;
    const times: Record<string, number[]> = { ofOthers: [], ofNobody: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [name, typed] of [
        ['ofOthers', fresh.code],
        ['ofNobody', NO_CODE],
      ] as const) {
        const started = performance.now();
        await searches(company, 'innmelder-mo', typed);
        times[name]?.push(performance.now() - started);
      }

    const median = (name: string): number => times[name]?.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN;
    process.stdout.write(
      `search: a code of others ${median('ofOthers').toFixed(1)} ms, of nobody ${median('ofNobody').toFixed(1)} ms\n`,
    );

    expect(times['ofOthers']).toHaveLength(ROUNDS);
  });

  it('T12 is seen: every search is kept as a look, without what was typed', async () => {
    const before = (await events(company)).filter(({ operation }) => operation === 'find-my-cases').length;

    await searches(company, 'leder-dps', known.code);

    const kept = (await events(company)).filter(({ operation }) => operation === 'find-my-cases');
    expect(kept.length - before).toBe(1);
    expect(kept.every(({ allowed }) => allowed)).toBe(true);
  });
});

describe('what is put into a message from the search', () => {
  const card = async (): Promise<Element> =>
    hitsIn(await searches(company, 'koordinator', known.code))[0]?.card ?? {};

  it('T10 holds the code and nothing else of the case, for whoever finds it', async () => {
    const people = ['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig'];

    const answers = await Promise.all(people.map(person => searches(company, person)));

    const all = answers.join('\n');
    expect(all).toContain(known.code);
    expect(all).not.toContain(CANARY);
    expect(all).not.toContain(known.caseId);
    expect(all).not.toMatch(/Kartlegging|Aktiv|Tatt inn|Innmeldt|Avklare|1931|MO-senter|nonce/);
  });

  it('T10 says so of a case that has ended, too', async () => {
    const gone = await refer(company, { by: 'innmelder-mo' });
    const own = await company
      .player('innmelder-mo')
      .sends('open-case', { caseId: gone.caseId, nonce: 'ending' });
    await company.player('innmelder-mo').presses(own, 'withdraw-referral');

    const [hit] = hitsIn(await searches(company, 'innmelder-mo', gone.code));

    expect(hit?.title).toBe(`Sak ${gone.code}`);
    expect(words(hit?.card ?? {})).toBe(words(await card()).replaceAll(known.code, gone.code));
  });

  it('T07 shows each who presses it what is theirs, in their own answer alone', async () => {
    const shared = await card();
    const before = JSON.stringify(company.connector.everything());

    const pressed = async (person: string): Promise<string> =>
      words(await company.player(person).presses(shared, 'open-by-code'));

    expect(await pressed('koordinator')).toContain('Kartlegging');
    expect(await pressed('ansvarlig')).toContain('Oppgavene dine i saken');
    for (const person of OTHERS) expect(await pressed(person)).toContain('Ikke tilgjengelig');
    expect(JSON.stringify(company.connector.everything())).toBe(before);
  });
});

describe('what is counted and logged', () => {
  it('T10 holds nothing of anybody, nor of any case', async () => {
    for (const person of [...TAKING_PART, STRANGER]) await searches(company, person, CANARY);
    await company.settle();
    await reader.forceFlush();

    const told = JSON.stringify(figures.getMetrics()) + lines.join('\n');

    expect(figures.getMetrics()).not.toEqual([]);
    expect(told).toContain('outbox.');
    const secrets = [CANARY, known.code, known.caseId, fresh.code, 'innmelder-mo'];
    expect(secrets.filter(secret => told.includes(secret))).toEqual([]);
  });
});

describe('Meld inn kandidat, from where people write', () => {
  it('takes the referral to its receipt in the dialog, and puts nothing into the chat', async () => {
    const before = JSON.stringify(company.connector.everything());
    const presses = (card: Element, what: string, inputs = {}) =>
      pressesInDialog(company, 'innmelder-lar', { card, what, inputs });

    const form = await calls(company, 'innmelder-lar');
    const incomplete = await presses(form, 'review-referral');
    const review = await presses(incomplete ?? {}, 'review-referral', EIGHT);
    const receipt = await presses(review ?? {}, 'submit-referral');

    expect(words(incomplete ?? {})).toContain('Rett opp 10 felt');
    expect(words(receipt ?? {})).toMatch(/SU-\w{4}-\w{4}/);
    expect(JSON.stringify(company.connector.everything())).toBe(before);
    expect(await found('innmelder-lar')).toHaveLength(1);
  });

  it('ends with nothing in what somebody is writing', async () => {
    const form = await calls(company, 'innmelder-mo');

    const after = await pressesInDialog(company, 'innmelder-mo', { card: form, what: 'close-view' });

    expect(after).toBeUndefined();
  });

  it('reads nothing of a message that it is called on', async () => {
    const messagePayload = { body: { content: CANARY }, from: { user: { displayName: CANARY } } };
    const lay = await storedIn(company);

    const form = await calls(company, 'innmelder-mo', {
      ...{ commandContext: 'message', messagePayload, data: { verb: 'open-case', words: CANARY } },
    });

    expect(JSON.stringify(form)).not.toContain(CANARY);
    expect(words(form)).toContain('Ny innmelding');
    expect(await storedIn(company)).toBe(lay);
  });

  it.each(['koordinator', 'leder-dps', STRANGER])('T01 refuses %s, who does not refer', async person => {
    const lay = await storedIn(company);

    const answer = await calls(company, person);

    expect(words(answer)).toMatch(/Ikke tilgjengelig|Du er ikke med i Sent ute ennå/);
    expect(await storedIn(company)).toBe(lay);
  });

  it('does not take the chat of two people for the own chat of one of them', async () => {
    await calls(company, 'innmelder-mo');
    await searches(company, 'innmelder-mo');
    await invokes(company, 'innmelder-mo', {
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'open-by-code', data: { code: known.code } } },
    });
    const { people } = company.world.app.world;
    const within = AbortSignal.timeout(5_000);

    const all = await people.all(within);
    const me = all.find(({ id }) => id === 'innmelder-mo');
    const kept = await Promise.all(
      (me?.identities ?? []).map(async identity => JSON.stringify(await people.byIdentity(identity, within))),
    );

    expect(kept.join()).toContain('"conversationId":"a:');
    expect(kept.join()).not.toContain(String(CHAT_OF_TWO['id']));
  });
});
