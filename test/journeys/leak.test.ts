import { CASE_STATES, isEnded } from '../../src/domain/case';
import { en } from '../../src/i18n/en';
import { nb } from '../../src/i18n/nb';
import { nn } from '../../src/i18n/nn';
import { type Element } from '../../src/local/demo/element';
import {
  bytesIn,
  CONSENT,
  consent,
  coordinates,
  decisionForm,
  giveTask,
  itemCard,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
} from './company';
import { calls, searches } from './composing';
import { type Spawned, spawnCompany } from './spawned';

/** One of a kind in every place where somebody can write, so that wherever one turns up, its way is known. */
const CANARY = {
  role: 'Kanari-rolle-1f7b',
  words: 'Kanari-ord-9c2e',
  urgent: 'Kanari-haster-3d5a',
  reason: 'Kanari-grunn-8e4c',
  name: 'Kanari-navn-6a1d',
  number: '01818490301',
  rationale: 'Kanari-begrunnelse-2b9f',
  dissent: 'Kanari-dissens-8d3b',
  question: 'Kanari-spørsmål-1c6e',
  detail: 'Kanari-detalj-7c3e',
  said: 'Kanari-sagt-5e8a',
  draft: 'Kanari-utkast-4f6b',
  wrong: 'Kanari-feil-0d9c',
  typedDate: 'Kanari-dato-1b2c',
  interpreter: 'Kanari-tolk-3a7d',
  mandate: 'Kanari-mandat-9e1f',
  purpose: 'Kanari-formål-5c2b',
  conditions: 'Kanari-vilkår-4d8a',
  danger: 'Kanari-fare-7e6c',
} as const;
const BIRTH_YEAR = '1931';

let company: Spawned;
/** Every card that was the private answer to a press: there, and there alone, content belongs. */
const answers: Element[] = [];
let main: Sent;
let ended: readonly Sent[] = [];

const keeps = async (card: Promise<Element>): Promise<Element> => {
  const answer = await card;
  answers.push(answer);
  return answer;
};

const wholeWay = async (): Promise<Sent> => {
  const sent = await refer(company, {
    values: {
      ...{ 'contact-role': CANARY.role, words: CANARY.words, contact: 'mo,lar', 'shut-out': 'dps' },
      ...{ urgent: 'yes', 'urgent-reason': CANARY.urgent, opening: 'wish', 'opening-date': '2026-12-24' },
    },
    identity: { name: CANARY.name, nin: CANARY.number, 'birth-year': BIRTH_YEAR },
  });
  await setReady(company, sent);
  await publish(company);
  await keeps(company.player('medlem-helse').pressesInChannel(itemCard(company, sent), 'open-item'));
  await startMeeting(company);
  const form = await decisionForm(company, sent);
  await company.player('koordinator').presses(form, 'Ta inn', {
    ...{ rationale: CANARY.rationale, 'dissent-seat': 'kronstad-dps', dissent: CANARY.dissent },
  });
  await company.settle();
  await consent(company, sent, {
    ...{ ...CONSENT, interpreter: CANARY.interpreter, representative: 'present', mandate: CANARY.mandate },
    ...{ purpose: CANARY.purpose, conditions: CANARY.conditions },
  });
  await giveTask(company, sent, {
    ...{ title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' },
    ...{ detail: CANARY.detail, 'detail-group': 'C' },
  });
  return sent;
};

const readByEveryone = async (sent: Sent): Promise<void> => {
  for (const person of ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi', 'ansvarlig'])
    await keeps(opens(company, person, sent));
  const old = { caseId: sent.caseId, meetingId: 'm-2026-12-01', nonce: 'old-card' };
  await keeps(company.player('medlem-helse').sends('open-item', old, 'channel'));
  for (const text of ['innboks', 'saksliste', 'mine innmeldinger', `sak ${sent.code}`, 'mine oppgaver'])
    for (const person of ['innmelder-mo', 'koordinator', 'ansvarlig'])
      await company.player(person).says(text);
};

/** In danger, without consent: why it was shared lies sealed too. */
const shareInDanger = async ({ caseId }: Sent): Promise<void> => {
  const author = company.player('innmelder-mo');
  const form = await author.sends('start-sharing', { caseId, nonce: 'danger' });
  await author.presses(form, 'share-exceptionally', {
    ...{ groups: 'F', minutes: '60', receivers: 'medlem-politi', statute: 'strl-287', reason: CANARY.danger },
    ...{ telling: 'soon', 'not-enough': 'yes' },
  });
  await company.settle();
  await keeps(opens(company, 'medlem-politi', { caseId }));
  await keeps(company.player('koordinator').sends('open-consent', { caseId, nonce: 'terms' }));
};

/** What is refused, wrong or broken must tell as little as what succeeds. */
const mistakes = async (): Promise<void> => {
  const author = company.player('innmelder-mo');
  const form = await author.says('meld inn');
  await author.presses(form, 'save-draft', { words: CANARY.draft });
  await author.presses(form, 'review-referral', {
    words: CANARY.wrong.repeat(20),
    'opening-date': CANARY.typedDate,
  });
  await author.says(`${CANARY.said} ${CANARY.number}`);
  await author.says(CANARY.said);
  await author.says(`sak ${CANARY.said}`);
  await author.sends(CANARY.wrong, { caseId: CANARY.wrong, nonce: CANARY.wrong });
  await author.sends('constructor', { caseId: CANARY.wrong, nonce: 'x' });
  await author.sends('open-case', { caseId: { [CANARY.wrong]: CANARY.wrong }, nonce: 'x' });
  await author.sends('open-case', { caseId: 'a'.repeat(32), nonce: CANARY.wrong.repeat(50) });
};

const refuse = async (sent: Sent): Promise<void> => {
  const coordinator = company.player('koordinator');
  const view = await coordinator.presses(await opens(company, 'koordinator', sent), 'open-consent');
  await coordinator.presses(view, 'refuse-consent');
};
const withdraw = async (sent: Sent): Promise<void> => {
  await company
    .player('innmelder-mo')
    .presses(await opens(company, 'innmelder-mo', sent), 'withdraw-referral');
};
const decline = async (sent: Sent): Promise<void> => {
  const form = await decisionForm(company, sent);
  const reason = { 'decline-reason': 'capacity', rationale: CANARY.rationale };
  await company.player('koordinator').presses(form, 'Lagre beslutningen', reason);
};

/** Of whoever takes part something is decided in words: what was asked, and why it was answered so. */
const decideInWords = async (sent: Sent): Promise<void> => {
  const coordinator = company.player('koordinator');
  const question = { question: CANARY.question, outcome: 'recommended', rationale: CANARY.rationale };
  await coordinator.presses(await decisionForm(company, sent), 'record-decision', question);
  await company.settle();
  await keeps(coordinator.sends('open-decisions', { caseId: sent.caseId, nonce: 'decisions' }));
};

/** Three cases that stand on an agenda, and end there, each in its way; the one before them is there again. */
const threeEnds = async (): Promise<readonly Sent[]> => {
  const sent: Sent[] = [];
  for (let place = 0; place < 3; place += 1) {
    const one = await refer(company, { values: { words: CANARY.words } });
    await coordinates(company, one, { what: 'mark-urgent', inputs: { reason: CANARY.reason } });
    await setReady(company, one);
    sent.push(one);
  }
  await coordinates(company, main, { what: 'add-to-agenda' });
  await publish(company);
  await startMeeting(company);
  await decideInWords(main);
  const [first, second, third] = sent;
  if (first === undefined || second === undefined || third === undefined) throw new Error('Three were sent.');
  await refuse(first);
  await withdraw(second);
  await company.settle();
  await decline(third);
  await company.settle();
  return sent;
};

beforeAll(async () => {
  company = await spawnCompany([
    ...['innmelder-mo', 'koordinator', 'koordinator-stedfortreder'],
    ...['medlem-helse', 'medlem-politi', 'ansvarlig'],
  ]);
  main = await wholeWay();
  await shareInDanger(main);
  await readByEveryone(main);
  await mistakes();
  const coordinator = company.player('koordinator');
  await coordinator.presses(await coordinator.says('saksliste'), 'end-meeting');
  await company.advance('P2D');
  await company.advance('P7D');
  ended = await threeEnds();
  for (const sent of ended) await readByEveryone(sent);
  await company.settle();
});
afterAll(() => company.leave());

/** Everything that left for Teams outside the answers to presses: messages, edits, summaries, conversations. */
const outgoing = (): string =>
  company.connector
    .outgoing()
    .map(({ path, body }) => `${path} ${body}`)
    .join('\n');

/** Which of them stand in it, by the name of the place where they were written. */
const found = (text: string): readonly string[] =>
  Object.entries(CANARY)
    .filter(([, canary]) => text.includes(canary))
    .map(([place]) => place);

describe('what somebody wrote about a person', () => {
  it('is shown in the answers to presses, so that there is something to leak', () => {
    const shown = found(JSON.stringify(answers).replaceAll('\\\\', ''));

    expect(shown).toEqual(
      expect.arrayContaining([
        ...['role', 'words', 'urgent', 'name', 'detail', 'conditions', 'mandate'],
        ...['rationale', 'dissent', 'question'],
      ]),
    );
  });

  it('T10 stands in no message, edit or notification text', () => {
    const sent = outgoing();

    expect(sent).toContain(main.code);
    expect(sent).toContain('Avklare bosituasjon');
    expect(found(sent.replaceAll('\\\\', ''))).toEqual([]);
  });

  it('T10 stands in nothing that is found from where people write to each other', async () => {
    const ground = { scene: company.scene() };
    const people = ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi', 'ansvarlig'];
    const typed = [undefined, main.code, CANARY.name, CANARY.number];

    const bodies = await Promise.all(
      people.flatMap(person => typed.map(text => searches(ground, person, text))),
    );
    const forms = await Promise.all(people.map(person => calls(ground, person)));

    expect(bodies.filter(body => body.includes(main.code)).length).toBeGreaterThanOrEqual(people.length);
    expect(found([...bodies, JSON.stringify(forms)].join('\n'))).toEqual([]);
  });

  it('T10 stands in no line of the log', () => {
    const log = company.written();

    expect(log).toContain('"ready":true');
    expect(found(log)).toEqual([]);
  });

  it('T10 stands nowhere in the data folder', () => {
    const bytes = bytesIn(company.dataDir);

    expect(bytes).toContain(main.code);
    expect(found(bytes)).toEqual([]);
  });
});

describe('a notification text', () => {
  it('T11 is one of the fixed ones, with a code, a state before consent, a number or a day', () => {
    const CODE = 'SU-[0-9A-Z]{4}-[0-9A-Z]{4}';
    const DAY = '[a-zæøå 0-9.]+';
    const fixed = new RegExp(
      `^$|^Sak ${CODE}: [a-zæøåA-ZÆØÅ ,.0-9]+$|^Du har \\d+ oppgaver? (med frist|over fristen)$|^(Saksliste|Saklista) for ${DAY} er klar$|^Møtet ${DAY}: svar (fra|frå) deg mangl[ea]r$|^Referat(et)? (fra|frå) ${DAY} kan godkjenn(es|ast)$`,
    );

    const summaries = [
      ...new Set(company.connector.everything().map(({ summary }) => summary.replaceAll('\u00a0', ' '))),
    ];

    expect(summaries.length).toBeGreaterThan(5);
    expect(summaries.filter(summary => !fixed.test(summary))).toEqual([]);
  });
});

describe('how a case ended', () => {
  const ENDS = CASE_STATES.filter(state => isEnded({ state })).flatMap(state =>
    [nb, nn, en].map(t => t.common.states[state]),
  );

  it('T10 stands in no message, in no language', () => {
    const sent = outgoing();

    const told = ENDS.filter(end => sent.includes(end));

    expect(ended).toHaveLength(3);
    expect(ENDS).toContain('Takket nei');
    expect(ENDS).toContain('Trukket seg');
    expect(told).toEqual([]);
    expect(sent).toMatch(/Arbeidet har stoppet|Ikke lenger tilgjengelig/);
  });
});
