import { type Element } from '../../src/local/demo/element';
import {
  caseOf,
  chatOf,
  codeIn,
  type Company,
  decisionForm,
  documents,
  EIGHT,
  events,
  gather,
  giveTask,
  isTooLate,
  itemCard,
  opens,
  published,
  refer,
  type Sent,
  setReady,
  startMeeting,
  stateOf,
  tryingAgain,
  words,
} from './company';

let company: Company;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse', 'tilgangsansvarlig']);
});
afterAll(() => company.leave());

const FIFTY = Array.from({ length: 50 }, (_, place) => place);
const howMany = async (operation: string): Promise<number> =>
  (await events(company)).filter(event => event.operation === operation && event.allowed).length;

describe('one button, pressed fifty times at once', () => {
  it('T04 sends one referral, and every press is answered with the same receipt', async () => {
    const author = company.player('innmelder-mo');
    const review = await author.presses(await author.says('meld inn'), 'review-referral', EIGHT);
    const before = await howMany('submit-referral');

    const answers = await Promise.all(FIFTY.map(() => author.presses(review, 'submit-referral')));

    const receipts = [];
    for (const answer of answers)
      receipts.push(await tryingAgain(answer, card => author.presses(card, 'submit-referral')));

    expect(answers.filter(isTooLate).length).toBeLessThan(50);
    expect(new Set(receipts.map(words)).size).toBe(1);
    expect(words(receipts[0] ?? {})).toContain('Innmelding sendt');
    expect(await howMany('submit-referral')).toBe(before + 1);
    expect((await documents(company, 'case')).length).toBe(1);
  });

  it('T04 tells the coordinator once', async () => {
    await company.settle();

    const told = chatOf(company, 'koordinator').filter(card => card.includes('Ny innmelding'));

    expect(told).toHaveLength(1);
  });
});

describe('twenty different presses on one case, at once', () => {
  it('T23 are twenty changes: none overwrites another, and each is one event', async () => {
    const sent = await published(company);
    const before = await howMany('create-action');
    const task = { caseId: sent.caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-03' };

    const press = (n: number): Promise<Element> =>
      company.player('koordinator').sends('create-action', { ...task, nonce: `task-${String(n)}` });

    const answers = await Promise.all(FIFTY.slice(0, 20).map(press));
    const again = FIFTY.slice(0, 20).filter((_, place) => isTooLate(answers[place] ?? {}));
    const second = [];
    for (const n of again) second.push(await press(n));

    expect(second.filter(isTooLate)).toEqual([]);
    expect((await caseOf(company, sent.caseId)).actions).toHaveLength(20);
    expect(await howMany('create-action')).toBe(before + 20);
    expect(again.length).toBeLessThan(20);
  });
});

describe('the same card, pressed by two people', () => {
  it('T04 is two looks at the case, each in its reader’s own log', async () => {
    const sent = await published(company);
    const card = itemCard(company, sent);
    const before = await howMany('open-case');

    await Promise.all(
      ['koordinator', 'medlem-helse'].map(id => company.player(id).pressesInChannel(card, 'open-item')),
    );

    expect(await howMany('open-case')).toBe(before + 2);
  });

  it('T08 edits nothing: what one of them reads, only they are shown', async () => {
    const sent = await published(company);
    const standing = JSON.stringify(company.connector.everything());

    const view = await company.player('medlem-helse').pressesInChannel(itemCard(company, sent), 'open-item');
    await company.settle();

    expect(words(view)).toContain('Bare du ser dette');
    expect(JSON.stringify(company.connector.everything())).toBe(standing);
  });
});

const NOT_NOW = 'Det går ikke nå';
const NOT_YOURS = 'Ikke tilgjengelig';

/** Pressed once more under a new nonce, as on an old card that was drawn before: not a repeat, but a new wish. */
const anew = (verb: string, data: Element): Promise<Element> =>
  company.player('koordinator').sends(verb, { ...data, nonce: `old-${verb}` });

describe('an old card, after its case went on', () => {
  it('T03 cannot set ready what is ready', async () => {
    const sent = await refer(company);
    const card = await opens(company, 'koordinator', sent);
    await setReady(company, sent);

    const answer = await company.player('koordinator').presses(card, 'mark-ready');

    expect(words(answer)).toContain(NOT_NOW);
    expect(await stateOf(company, sent.caseId)).toBe('ready-for-review');
  });

  it('T03 cannot complete a task that is done', async () => {
    const { caseId, actionId } = await doneTask();

    const answer = await company.player('koordinator').sends('complete-action', {
      ...{ caseId, actionId, row: 1, nonce: 'old-task' },
      'outcome-1': 'not-needed',
    });

    expect(words(answer)).toContain(NOT_NOW);
    expect((await caseOf(company, caseId)).actions[0]?.state).toBe('done');
  });

  it('T03 cannot be answered with a referral that was sent before', async () => {
    const author = company.player('innmelder-mo');
    const review = await author.presses(await author.says('meld inn'), 'review-referral', EIGHT);
    const receipt = await author.presses(review, 'submit-referral');

    const saved = await author.presses(review, 'Endre');

    expect(codeIn(receipt)).toMatch(/^SU-/);
    expect(words(saved)).toContain(NOT_YOURS);
  });

  it('T03 cannot be withdrawn twice', async () => {
    const sent = await refer(company);
    const author = company.player('innmelder-mo');
    const card = await opens(company, 'innmelder-mo', sent);
    await author.presses(card, 'withdraw-referral');

    const again = await author.sends('withdraw-referral', { caseId: sent.caseId, nonce: 'old-withdrawal' });

    expect(words(again)).toContain(NOT_NOW);
    expect(await stateOf(company, sent.caseId)).toBe('referral-withdrawn');
  });
});

const doneTask = async () => {
  const sent = await published(company);
  await giveTask(company, sent, { title: 'arrange-meeting', owner: 'koordinator', due: '2026-12-03' });
  const owner = company.player('koordinator');
  const list = await owner.says('mine oppgaver');
  await owner.presses(list, 'complete-action', { 'outcome-1': 'carried-out' });
  const [action] = (await caseOf(company, sent.caseId)).actions;
  return { caseId: sent.caseId, actionId: action?.id };
};

describe('a card put together by hand', () => {
  it.each([
    ['an id that is no id', { caseId: '../../etc' }],
    ['a list for an id', { caseId: ['a', 'b'] }],
    ['an object for an id', { caseId: { $ne: '' } }],
    ['nothing', {}],
  ])('T02 with %s opens nothing, and repeats nothing of it', async (_, data) => {
    const answer = await anew('open-case', data);

    expect(words(answer)).toContain('Noe mangler i skjemaet');
    expect(words(answer)).not.toContain('etc');
  });

  it('T02 takes no version, state or outcome from the client that its form does not have', async () => {
    const sent = await refer(company);

    await anew('mark-ready', { caseId: sent.caseId, state: 'mapping', author: 'koordinator', urgent: true });

    const kase = await caseOf(company, sent.caseId);
    expect([kase.state, kase.author, kase.urgent]).toEqual(['ready-for-review', 'innmelder-mo', false]);
  });

  it('T02 with a verb nobody has answers, and does nothing', async () => {
    const answer = await anew('drop-tables', { caseId: 'x' });

    expect(words(answer)).toContain(NOT_YOURS);
  });
});

describe('a press that cannot be read', () => {
  it('T02 is answered as what is not there, and does not tell somebody known that they are not', async () => {
    const answer = await anew('', { caseId: 'x' });

    expect(words(answer)).toContain(NOT_YOURS);
    expect(words(answer)).not.toContain('Du er ikke med i Sent ute ennå');
  });
});

const STRANGER = {
  id: 'stranger' as never,
  name: 'Ukjent',
  identities: [
    { tenantId: '11111111-1111-4111-8111-111111111111', objectId: '99999999-9999-4999-8999-999999999999' },
  ],
};
const FOREIGN = {
  id: 'foreign' as never,
  name: 'Fra en annen virksomhet',
  identities: [
    { tenantId: '22222222-2222-4222-8222-222222222222', objectId: '00000000-0000-4000-8000-000000000002' },
  ],
};

describe('somebody the directory does not know', () => {
  it('T06 gets one friendly refusal that says whom to ask, whatever they write or press', async () => {
    const stranger = company.stranger(STRANGER);

    const answers = [
      await stranger.says('meld inn'),
      await stranger.says('sak SU-7K3Q-9F2X'),
      await stranger.sends('open-inbox', { nonce: 'x' }),
    ].map(words);

    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('Du er ikke med i Sent ute ennå');
    expect(answers[0]).toContain('Spør Tilgangsansvarlig om tilgang.');
  });

  it('T06 is nobody, also with a known object id from a tenant that is not let in', async () => {
    const foreign = company.stranger(FOREIGN);

    await expect(foreign.sends('open-inbox', { nonce: 'x' })).rejects.toThrow(/40[13]/);
  });

  it('T06 leaves nothing behind', async () => {
    const stored = JSON.stringify(await documents(company, 'person'));

    expect(stored).not.toContain(STRANGER.identities[0]?.objectId);
    expect((await events(company)).some(({ person }) => person === 'stranger')).toBe(false);
  });
});

describe('somebody who was removed', () => {
  it('T05 may do nothing from the next press on, on a card they had before', async () => {
    const sent = await published(company);
    const member = company.player('medlem-helse');
    const card = itemCard(company, sent);
    const before = await member.pressesInChannel(card, 'open-item');
    const admin = company.player('tilgangsansvarlig');
    await admin.presses(
      await admin.sends('edit-person', { personId: 'medlem-helse', nonce: 'x' }),
      'remove-person',
    );

    const after = await member.pressesInChannel(card, 'open-item');
    await company.settle();

    expect(words(before)).toContain('Bare du ser dette');
    expect(words(after)).toContain('Du er ikke med i Sent ute ennå');
    expect(words(await member.says('saksliste'))).toContain('Du er ikke med i Sent ute ennå');
  });
});

describe('a decision', () => {
  let sent: Sent;
  let before: Element;
  let form: Element;
  beforeAll(async () => {
    sent = await published(company);
    before = await opens(company, 'koordinator', sent);
    await startMeeting(company);
    form = await decisionForm(company, sent);
    await company.player('koordinator').presses(form, 'Ta inn', { rationale: 'Samlet innsats.' });
  });

  it('T03 leaves the case’s old card unable to ask for information', async () => {
    const answer = await company
      .player('koordinator')
      .presses(before, 'request-information', { missing: 'criteria', 'answer-by': '2026-12-02' });

    expect(words(answer)).toContain(NOT_NOW);
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
  });

  it('T03 cannot be recorded twice, nor otherwise', async () => {
    const answer = await company.player('koordinator').presses(form, 'Lagre beslutningen', {
      rationale: 'Likevel ikke.',
      'decline-reason': 'capacity',
    });

    expect(words(answer)).toContain(NOT_NOW);
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
  });

  it('T04 pressed again with the same words is the same decision, and reads the same', async () => {
    const first = await company
      .player('koordinator')
      .presses(form, 'Ta inn', { rationale: 'Samlet innsats.' });

    expect(words(first)).toContain('Tatt inn');
    expect(await howMany('record-decision')).toBe(1);
  });
});
