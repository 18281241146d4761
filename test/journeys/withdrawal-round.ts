import { setTimeout as sleep } from 'node:timers/promises';
import { type Case } from '../../src/domain/case';
import { GROUPS } from '../../src/domain/groups';
import { isAgencyId, isDecisionId } from '../../src/domain/ids';
import { plusMs, plusMonths } from '../../src/domain/time';
import { type Element } from '../../src/local/demo/element';
import { type Inputs } from '../../src/local/demo/player';
import { keptClock } from '../../src/use-cases/kept-clock';
import { aConsent } from '../builders/cases';
import { aFact } from '../builders/outbox';
import { commandId } from '../builders/ids';
import { type Company, refer, type Sent, within, words } from './company';
import { type Moment, type Of, type Watch } from './watching';

export const PEOPLE = [
  'innmelder-mo',
  'koordinator',
  'medlem-kommune',
  'medlem-helse',
  'medlem-politi',
  'medlem-rusmedisin',
  'ansvarlig',
  'ansvarlig-stedfortreder',
] as const;
const WITHDRAWERS = ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi'] as const;
/** Of other agencies than the one that referred: what the referral says is another's to them. */
const OTHERS = ['koordinator', 'medlem-helse', 'medlem-politi', 'medlem-rusmedisin'] as const;

const must = <T extends string>(is: (text: string) => text is T, text: string): T => {
  if (!is(text)) throw new Error(`not one: ${text}`);
  return text;
};
const ORIGIN = must(isAgencyId, 'etat-sosiale-tjenester');
const COORDINATION = must(isAgencyId, 'sent-ute-koordinering');
const TO = ['sent-ute-koordinering', 'kronstad-dps', 'innsatsgruppen', 'avd-rusmedisin'].map(id =>
  must(isAgencyId, id),
);

/** A number in [0, 1) after another, the same ones for the same seed. */
export const chanceFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
type Chance = ReturnType<typeof chanceFrom>;
const oneOf = <T>(chance: Chance, all: readonly T[]): T => {
  const one = all[Math.floor(chance() * all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

/** Makes a case what it would be after the decision and a consent to everything, for all whom the rounds ask. */
export const takenIn = async ({ world }: Company, { caseId }: Sent): Promise<void> => {
  const { cases, calendar } = world.app.world;
  const file = await cases.load(caseId, within());
  if (file === undefined) throw new Error('There is no such case.');
  const at = world.clock.instant();
  const today = calendar.dayOf(at);
  const consent = aConsent({
    grants: GROUPS.flatMap(group => [
      ...TO.map(to => ({ group, from: ORIGIN, to })),
      { group, from: COORDINATION, to: ORIGIN },
    ]),
    ...{ scope: 'except', leftOut: [], givenOn: today, until: plusMonths(today, 6), recordedAt: at },
  });
  const { missing: _, answered: __, ...facts } = { missing: undefined, answered: undefined, ...file.kase };
  const kase: Case = {
    ...{ ...facts, state: 'active', presented: true, consents: 1, consent, since: at },
    decision: must(isDecisionId, 'd'.repeat(32)),
  };
  const fact = aFact({ commandId: commandId(caseId), operation: 'given', caseId, subject: caseId, at });
  await cases.commit({ file, kase, fact, outbox: [], ...keptClock(kase, calendar) }, within());
};

type Press = {
  readonly by: string;
  readonly asked: number;
  readonly answered: number;
  readonly said: string;
};
export type Round = {
  readonly sent: Sent;
  readonly canary: string;
  readonly presses: readonly Press[];
  readonly moments: readonly Moment[];
  /** When whoever withdrew had the answer. */
  readonly answeredAt: number;
};

type Playing = {
  readonly company: Company;
  readonly watch: Watch;
  readonly chance: Chance;
  readonly sent: Sent;
  readonly presses: Press[];
};

const press = async (
  { company, watch, presses }: Playing,
  by: string,
  { verb, data }: { readonly verb: string; readonly data: Element },
): Promise<void> => {
  const asked = watch.tick();
  const said = words(await company.player(by).sends(verb, data));
  presses.push({ by, asked, answered: watch.tick(), said });
};

const pause = (chance: Chance, ms: number): Promise<void> => sleep(chance() * ms);
const nonce = (chance: Chance): string => chance().toString(36).slice(2);

const dayFromNow = ({ company }: Playing, days: number): string => {
  const { calendar } = company.world.app.world;
  return calendar.dayOf(plusMs(company.world.clock.instant(), days * 86_400_000));
};

const task = (playing: Playing): Element => ({
  ...{
    caseId: playing.sent.caseId,
    title: 'clarify-living',
    owner: 'ansvarlig',
    nonce: nonce(playing.chance),
  },
  ...{ due: dayFromNow(playing, 2), detail: 'Ring først', 'detail-group': 'C' },
});

/** What people do all day, drawn at random: mostly they look. */
const something = (playing: Playing, by: string): { readonly verb: string; readonly data: Element } => {
  const { chance, sent } = playing;
  const looks = ['open-case', 'open-case', 'open-consent', 'list-my-actions', 'open-agenda'];
  if (by === 'koordinator' && chance() < 0.3) return { verb: 'create-action', data: task(playing) };
  return { verb: oneOf(chance, looks), data: { caseId: sent.caseId, nonce: nonce(chance) } };
};

const PRESSES_EACH = 2;
const day = async (playing: Playing, by: string): Promise<void> => {
  for (let n = 0; n < PRESSES_EACH; n += 1) {
    await pause(playing.chance, 25);
    await press(playing, by, something(playing, by));
  }
};

const withdraws = async (playing: Playing): Promise<number> => {
  const { chance, sent, watch } = playing;
  await pause(chance, 60);
  const by = oneOf(chance, WITHDRAWERS);
  await press(playing, by, { verb: 'withdraw-consent', data: { caseId: sent.caseId, nonce: nonce(chance) } });
  return watch.tick();
};

/** The clock moves on to the morning when tasks ring, and everything due is sent, again and again. */
const time = async ({ company, chance }: Playing, isOver: () => boolean): Promise<void> => {
  const rings = chance() * 6;
  for (let n = 0; !isOver(); n += 1) {
    if (n === Math.floor(rings)) company.world.clock.advance('P1D');
    await company.settle();
    await pause(chance, 8);
  }
};

const MORE: Inputs = { informed: 'today' };
/** One case of many hands, withdrawn while they press, the clock runs and the dispatcher sends. */
export const playRound = async (company: Company, watch: Watch, seed: number): Promise<Round> => {
  const chance = chanceFrom(seed);
  const canary = `Kanari-${String(seed)}`;
  const sent = await refer(company, { values: { ...MORE, words: canary }, identity: { name: canary } });
  await takenIn(company, sent);
  const playing = { company, watch, chance, sent, presses: [] };
  for (let n = 0; n < 3; n += 1)
    await press(playing, 'koordinator', { verb: 'create-action', data: task(playing) });
  watch.forget();
  let over = false;
  const running = time(playing, () => over);
  const [answeredAt] = await Promise.all([withdraws(playing), ...PEOPLE.map(by => day(playing, by))]);
  over = true;
  await running;
  await Promise.all(
    OTHERS.map(by => press(playing, by, { verb: 'open-case', data: { caseId: sent.caseId, nonce: 'z' } })),
  );
  company.world.clock.advance('PT1M');
  await company.settle();
  return { sent, canary, presses: playing.presses, moments: watch.moments(), answeredAt };
};

const of = <Kind extends Moment['kind']>(moments: readonly Moment[], kind: Kind): readonly Of<Kind>[] =>
  moments.filter((moment): moment is Of<Kind> => moment.kind === kind);

/** The batch that withdrew, as the wire saw it: the last one in the case's partition before its answer. */
const committedAt = ({ moments, sent }: Round): number => {
  const [withdrawn] = of(moments, 'withdrawn').filter(({ caseId }) => caseId === sent.caseId);
  if (withdrawn === undefined) throw new Error('It was not withdrawn.');
  const batches = of(moments, 'wire').filter(
    ({ at, request }) =>
      request.kind === 'batch' &&
      request.status === 200 &&
      request.partitionKey === JSON.stringify([`case:${sent.caseId}`]) &&
      at > withdrawn.began &&
      at < withdrawn.at,
  );
  return batches.at(-1)?.at ?? withdrawn.at;
};

/** Edits of what stands there, and the message that work has stopped: all that may be said from then on. */
const maySay = ({ method, body }: Of<'send'>): boolean =>
  method === 'PUT' || body.includes('arbeidet har stoppet');

const lastBefore = <M extends Moment>(moments: readonly M[], at: number): M | undefined =>
  moments.findLast(moment => moment.at < at);

/** The clock's last look at the case before this was sent, after its intent had been stored. */
const lookBefore = ({ moments, sent }: Round, { at }: Of<'send'>): Of<'read'> | undefined => {
  const intents = of(moments, 'wire').filter(({ request }) => request.kind === 'patch');
  const intent = lastBefore(intents, at)?.at ?? 0;
  const looks = of(moments, 'read').filter(({ by, caseId }) => by === undefined && caseId === sent.caseId);
  const last = lastBefore(looks, at);
  return last !== undefined && last.began > intent ? last : undefined;
};

/** Whatever should never have happened, in words; and how much was looked at to know. */
export const judged = (round: Round) => {
  const { moments, sent, presses, answeredAt, canary } = round;
  const committed = committedAt(round);
  const disclosures = of(moments, 'disclosure').filter(({ caseId }) => caseId === sent.caseId);
  const reads = of(moments, 'read').filter(({ caseId }) => caseId === sent.caseId);
  const sends = of(moments, 'send').filter(({ body }) => body.includes(sent.code));
  const others = sends.filter(send => send.at > committed && !maySay(send));
  const late = presses.filter(({ asked }) => asked > answeredAt);
  return {
    counts: {
      disclosures: disclosures.length,
      reads: reads.length,
      sends: sends.length,
      sentOnItsWay: others.length,
      late: late.length,
      underWay: presses.filter(
        one => one.asked < answeredAt && one.answered > answeredAt && one.said.includes(canary),
      ).length,
    },
    wrong: [
      ...reads
        .filter(({ began, state }) => began > committed && state !== 'withdrawn')
        .map(({ by = 'the clock' }) => `${by} read the case after it was withdrawn as if it were not`),
      ...disclosures
        .filter(({ state, readAt }) => state === 'withdrawn' || readAt > committed)
        .map(({ by }) => `${by} was shown another agency's part by a read after the withdrawal`),
      ...sends
        .filter(send => send.method === 'POST' && lookBefore(round, send) === undefined)
        .map(({ body }) => `sent without a look after its intent was stored: ${body.slice(0, 160)}`),
      ...others
        .filter(send => lookBefore(round, send)?.state === 'withdrawn')
        .map(({ body }) => `sent after a look that came after the withdrawal: ${body.slice(0, 160)}`),
      ...late
        .filter(({ by, said }) => OTHERS.some(id => id === by) && said.includes(canary))
        .map(({ by }) => `${by} pressed after the withdrawal was answered, and was shown the canary`),
    ],
  };
};
