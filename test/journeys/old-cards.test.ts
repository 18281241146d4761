import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Case } from '../../src/domain/case';
import {
  carriedBy,
  type Company,
  consent,
  CONSENT,
  coordinates,
  decisionForm,
  EIGHT,
  gather,
  itemCard,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  stateOf,
  takeIn,
  words,
} from './company';
import { MEETING, storedIn } from './every-verb';

const PEOPLE = ['koordinator', 'innmelder-mo'] as const;
/** What any form may ask for, so that nothing is refused because it was left empty. */
const FILLED: Element = {
  ...{ ...EIGHT, ...CONSENT, when: '2026-11-23', until: '2027-05-23', 'ask-again': '2027-02-01' },
  ...{ missing: 'criteria', 'answer-by': '2026-12-03', reason: 'haster', rationale: 'Likevel.' },
  ...{ 'decline-reason': 'capacity', 'defer-reason': 'time', name: 'Oppdiktet' },
  ...{ title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' },
};
const FORMS = /^(open-consent|start-(decision|consent|action|information|informed|case-identity))$/;
const CHANGES = /^(?!open-|start-|close-|show-|list-|edit-)/;

type Button = { readonly person: string; readonly verb: string; readonly data: Element };

let company: Company;
let submitted: Sent[];
let ready: Sent[];
beforeAll(async () => {
  company = await gather([...PEOPLE, 'ansvarlig']);
  const sent: Sent[] = [];
  for (let place = 0; place < 12; place += 1) sent.push(await refer(company));
  [submitted, ready] = [sent.slice(0, 5), sent.slice(5)];
  for (const one of ready) await setReady(company, one);
  await publish(company);
  await startMeeting(company);
}, 120_000);
afterAll(() => company.leave());

/** Every button on this card, and on the forms it opens. */
const buttonsFrom = async (person: string, card: Element, levels = 2): Promise<readonly Button[]> => {
  const found: Button[] = pressablesIn(card).map(({ verb, data }) => ({ person, verb, data }));
  const forms = levels === 0 ? [] : found.filter(({ verb }) => FORMS.test(verb));
  for (const { verb, data } of forms) {
    const form = await company.player(person).sends(verb, data);
    found.push(...(await buttonsFrom(person, form, levels - 1)));
  }
  return found;
};

/** Every button that these two have of this case, in their chats and in the channel. */
const buttonsOf = async (sent: Sent): Promise<readonly Button[]> => {
  const standing = company.inChannel().some(({ card }) => words(card).includes(sent.code))
    ? [itemCard(company, sent)]
    : [];
  const found = [];
  for (const person of PEOPLE)
    for (const card of [await opens(company, person, sent), ...standing])
      found.push(...(await buttonsFrom(person, card)));
  return found;
};

const changing = (buttons: readonly Button[]): readonly Button[] =>
  buttons.filter(({ verb }) => CHANGES.test(verb));
const isOffered = (now: readonly Button[], { person, verb }: Button): boolean =>
  now.some(button => button.person === person && button.verb === verb);

type Step = {
  readonly what: string;
  readonly of: () => Sent;
  readonly go: (sent: Sent) => Promise<unknown>;
  readonly to: Case['state'];
};
const take = (from: () => Sent[]) => (): Sent => {
  const sent = from().pop();
  if (sent === undefined) throw new Error('Too few cases were sent.');
  return sent;
};
const ofSubmitted = take(() => submitted);
const ofReady = take(() => ready);

const decides = async (sent: Sent, outcome: Element): Promise<Element> => {
  const form = await decisionForm(company, sent);
  return company.player('koordinator').sends('record-decision', {
    ...{ caseId: sent.caseId, meetingId: MEETING, rationale: 'Slik ble det.', nonce: `d-${sent.code}` },
    ...{ version: carriedBy(form, 'version'), ...outcome },
  });
};
const asks = (sent: Sent) =>
  coordinates(company, sent, {
    what: 'request-information',
    inputs: { missing: 'criteria', 'answer-by': '2026-12-03' },
  });
const saysNo = async (sent: Sent): Promise<unknown> => {
  const coordinator = company.player('koordinator');
  const view = await coordinator.presses(await opens(company, 'koordinator', sent), 'open-consent');
  return coordinator.presses(view, 'refuse-consent');
};
const withdraws = async (sent: Sent): Promise<unknown> =>
  company.player('innmelder-mo').presses(await opens(company, 'innmelder-mo', sent), 'withdraw-referral');
const informs = async (sent: Sent): Promise<unknown> =>
  company.player('innmelder-mo').sends('add-information', { caseId: sent.caseId, ...EIGHT, nonce: 'more' });

let asked: Sent;
let postponed: Sent;
let takenIn: Sent;
/** The steps of domain.md §3 that the program has, each from a card drawn before it. */
const STEPS: readonly Step[] = [
  {
    what: 'submitted → needs-info',
    of: () => (asked = ofSubmitted()),
    go: asks,
    to: 'needs-info',
  },
  { what: 'needs-info → submitted', of: () => asked, go: informs, to: 'submitted' },
  {
    what: 'submitted → ready-for-review',
    of: ofSubmitted,
    go: sent => setReady(company, sent),
    to: 'ready-for-review',
  },
  { what: 'submitted → consent-refused', of: ofSubmitted, go: saysNo, to: 'consent-refused' },
  { what: 'submitted → referral-withdrawn', of: ofSubmitted, go: withdraws, to: 'referral-withdrawn' },
  {
    what: 'ready-for-review → deferred',
    of: () => (postponed = ofReady()),
    go: sent => decides(sent, { outcome: 'deferred', 'defer-reason': 'time' }),
    to: 'deferred',
  },
  {
    what: 'deferred → ready-for-review',
    of: () => postponed,
    go: sent => coordinates(company, sent, { what: 'return-to-agenda' }),
    to: 'ready-for-review',
  },
  {
    what: 'ready-for-review → declined',
    of: ofReady,
    go: sent => decides(sent, { outcome: 'declined', 'decline-reason': 'capacity' }),
    to: 'declined',
  },
  {
    what: 'ready-for-review → awaiting-consent',
    of: () => (takenIn = ofReady()),
    go: sent => takeIn(company, sent),
    to: 'awaiting-consent',
  },
  {
    what: 'awaiting-consent → mapping',
    of: () => takenIn,
    go: sent => consent(company, sent),
    to: 'mapping',
  },
  { what: 'ready-for-review → consent-refused', of: ofReady, go: saysNo, to: 'consent-refused' },
  { what: 'ready-for-review → referral-withdrawn', of: ofReady, go: withdraws, to: 'referral-withdrawn' },
];

describe('an old card, after its case went on', () => {
  it.each(STEPS)('T03 does nothing that is no longer offered: $what', async ({ of, go, to }) => {
    const sent = of();
    const old = changing(await buttonsOf(sent));
    await go(sent);
    await company.settle();
    const now = await buttonsOf(sent);
    const dead = old.filter(button => !isOffered(now, button));
    const lay = await storedIn(company);

    const done = [];
    for (const { person, verb, data } of dead) {
      const answer = words(await company.player(person).sends(verb, { ...data, ...FILLED, ...data }));
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(answer)) done.push([person, verb, answer]);
    }

    expect(await stateOf(company, sent.caseId)).toBe(to);
    expect(old.length).toBeGreaterThan(0);
    expect(done).toEqual([]);
    expect(await storedIn(company)).toBe(lay);
  });
});

describe('a decision on a case that is no longer as it was seen', () => {
  let sent: Sent;
  let form: Element;
  const press = (more: Element = {}): Promise<Element> =>
    company.player('koordinator').sends('record-decision', {
      ...{ caseId: sent.caseId, meetingId: MEETING, outcome: 'taken-in', rationale: 'Samlet innsats.' },
      ...{ nonce: 'the-form', version: carriedBy(form, 'version'), ...more },
    });
  beforeAll(async () => {
    sent = ofReady();
    form = await decisionForm(company, sent);
    await coordinates(company, sent, { what: 'mark-urgent', inputs: { reason: 'Løslates fredag' } });
  });

  it('T03 is not saved, and the form comes back over the case as it is, with what was typed', async () => {
    const lay = await storedIn(company);

    const answer = await press();

    expect(words(answer)).toContain('Saken er endret');
    expect(words(answer)).toContain('Det du skrev, ligger i skjemaet.');
    expect(JSON.stringify(answer)).toContain('Samlet innsats.');
    expect(carriedBy(answer, 'version')).not.toBe(carriedBy(form, 'version'));
    expect(await stateOf(company, sent.caseId)).toBe('ready-for-review');
    expect(await storedIn(company)).toBe(lay);
  });

  it.each([{ version: undefined }, { version: '' }, { version: 'f'.repeat(16) }])(
    'T03 is not saved with the mark %j either',
    async mark => {
      const answer = await press({ ...mark, nonce: `with ${JSON.stringify(mark)}` });

      expect(words(answer)).toContain('Saken er endret');
      expect(await stateOf(company, sent.caseId)).toBe('ready-for-review');
    },
  );

  it('T03 is told nobody who may not decide', async () => {
    const answer = await company.player('innmelder-mo').sends('record-decision', {
      ...{
        caseId: sent.caseId,
        meetingId: MEETING,
        outcome: 'taken-in',
        rationale: 'x',
        nonce: 'x',
        version: '',
      },
    });

    expect(words(answer)).not.toContain('Saken er endret');
  });

  it('T03 keeps what it was seen on while the form comes back for its text', async () => {
    const answer = await press({ rationale: 'x'.repeat(201), nonce: 'too-long' });

    expect(carriedBy(answer, 'version')).toBe(carriedBy(form, 'version'));
  });

  it('T03 is saved from the fresh form, and answers the same when that is pressed again', async () => {
    const coordinator = company.player('koordinator');
    const fresh = await press({ nonce: 'once more' });
    const decided = await coordinator.presses(fresh, 'Ta inn', { rationale: 'Samlet innsats.' });
    const lay = await storedIn(company);

    const again = await coordinator.presses(fresh, 'Ta inn', { rationale: 'Samlet innsats.' });

    expect(words(decided)).toContain('Tatt inn');
    expect(words(again)).toBe(words(decided));
    expect(await storedIn(company)).toBe(lay);
  });
});

describe('a consent form that somebody else’s answer overtook', () => {
  it('T03 is not saved over it, and keeps what was typed on the way back', async () => {
    const sent = await refer(company);
    const coordinator = company.player('koordinator');
    const form = await coordinator.sends('start-consent', { caseId: sent.caseId, nonce: 'overtaken' });
    const author = company.player('innmelder-mo');
    const other = await author.sends('start-consent', { caseId: sent.caseId, nonce: 'first' });
    await author.presses(other, 'record-consent', { ...CONSENT, preset: 'meeting' });

    const answer = await coordinator.presses(form, 'record-consent', {
      ...CONSENT,
      conditions: 'Bare på dagtid',
    });

    const kept = await company.world.app.world.cases.load(sent.caseId, AbortSignal.timeout(10_000));
    const [again] = pressablesIn(answer).filter(({ verb }) => verb === 'start-consent');
    expect(words(answer)).toContain('Saken er endret');
    expect(kept?.kase).toMatchObject({ consent: { scope: 'meeting', version: 1 } });
    expect(again?.data).toMatchObject({ conditions: 'Bare på dagtid', preset: 'coordination' });
  });
});
