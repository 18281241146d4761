import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Player } from '../../src/local/demo/player';
import { MeetingId } from '../../src/ids';
import {
  caseOf,
  chatOf,
  type Company,
  consent,
  events,
  gather,
  itemCard,
  published,
  type Sent,
  startMeeting,
  verbsOn,
  within,
  words,
} from './company';

const NUMBER = '010190 12345';
const NOT_SAVED = 'Teksten ser ut til å ha et fødselsnummer. Ta det bort.';
const FORM_IN_CHAT = 'Fortsett i chatten med Sent ute';
const MEETING = MeetingId.parse('m-2026-12-01');
const TASK = { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' };

/** Somebody's way to a form from the channel: in a dialog, or by way of their own chat. */
const fromChannel =
  (company: Company, sent: Sent) =>
  async (person: string, verb: string): Promise<Element> => {
    const player = company.player(person);
    const shown = await player.pressesInChannel(itemCard(company, sent), verb);
    if (!words(shown).includes(FORM_IN_CHAT)) return shown;
    await company.settle();
    return player.presses(player.newest(), verb);
  };

type Played = {
  readonly company: Company;
  readonly sent: Sent;
  /** Every answer in a dialog, with what it was the answer to. */
  readonly answers: readonly (readonly [step: string, card: Element])[];
  /** The channel before and after what one of them read and typed. */
  readonly channel: readonly string[];
};

const play = async (dialogs: boolean): Promise<Played> => {
  const company = await gather(
    ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi', 'ansvarlig'],
    { dialogs },
  );
  const sent = await published(company);
  const opens = fromChannel(company, sent);
  const answers: (readonly [string, Element])[] = [];
  const step = async (name: string, answer: Promise<Element>): Promise<Element> => {
    const card = await answer;
    answers.push([name, card]);
    return card;
  };
  const at = (person: string): Player['presses'] => {
    const { presses, pressesInChannel } = company.player(person);
    return dialogs ? pressesInChannel : presses;
  };
  const stands = (): string => JSON.stringify(company.inChannel().map(({ card }) => card));
  const field = (name: string): string => `${name}-${sent.caseId}`;

  const before = stands();
  const view = await step(
    'view',
    company.player('medlem-helse').pressesInChannel(itemCard(company, sent), 'open-item'),
  );
  await step('view closed', company.player('medlem-helse').pressesInChannel(view, 'Lukk'));
  const form = await step('innspill', opens('medlem-helse', 'open-contributions'));
  const wrong = { [field('answer')]: 'can', [field('text')]: NUMBER, [field('group')]: 'C' };
  const again = await step('innspill again', at('medlem-helse')(form, 'contribute', wrong));
  const meanwhile = stands();
  const right = { [field('text')]: 'Kan følge opp ukentlig.' };
  const given = await step('innspill sent', at('medlem-helse')(again, 'contribute', right));
  await step('innspill closed', at('medlem-helse')(given, 'Lukk'));
  await company.settle();
  const answered = stands();

  await startMeeting(company);
  const deciding = await step('decision', opens('koordinator', 'start-decision'));
  const refused = await step('decision again', at('koordinator')(deciding, 'Ta inn', { rationale: NUMBER }));
  await step('decided', at('koordinator')(refused, 'Ta inn', { rationale: 'Samlet innsats.' }));
  await company.settle();
  await consent(company, sent);
  const task = await step('task', opens('koordinator', 'start-action'));
  await step('task made', at('koordinator')(task, 'create-action', TASK));
  await company.settle();
  const own = await company.player('ansvarlig').says('mine oppgaver');
  await company.player('ansvarlig').presses(own, 'complete-action', { 'outcome-1': 'carried-out' });
  await company.settle();
  return { company, sent, answers, channel: [before, meanwhile, answered] };
};

let inDialogs: Played;
let asCards: Played;
beforeAll(async () => {
  inDialogs = await play(true);
  asCards = await play(false);
}, 120_000);
afterAll(async () => {
  await inDialogs.company.leave();
  await asCards.company.leave();
});

const answer = (name: string): Element =>
  inDialogs.answers.find(([step]) => step === name)?.[1] ?? { missing: name };

const LOOKS = /^(open|start|list|show)-/;

/** What is kept of the case, and who changed what; ids and marks are made by chance. */
const keptOf = async ({ company, sent }: Played) => {
  const kase = await caseOf(company, sent.caseId);
  const item = await company.world.app.world.cases.item(sent.caseId, MEETING, within());
  const happened = await events(company);
  return {
    state: kase.state,
    actions: kase.actions.map(({ title, owner, due, state }) => ({ title, owner, due, state })),
    answered: item?.item.answered,
    outcome: item?.item.decision?.outcome,
    question: item?.item.decision?.question,
    changes: happened
      .filter(({ operation }) => !LOOKS.test(operation))
      .map(({ person, operation, allowed }) => `${person} ${operation} ${String(allowed)}`)
      .toSorted(),
    channel: company.inChannel().map(({ card }) => words(card).replaceAll(sent.code, 'CODE')),
  };
};

describe('a case from the channel, in dialogs', () => {
  it('goes the way it goes by cards: the same is kept, by the same people', async () => {
    const [one, other] = [await keptOf(inDialogs), await keptOf(asCards)];

    expect(one).toEqual(other);
    expect(one.actions).toEqual([{ ...TASK, state: 'done' }]);
    expect(one.answered).toEqual(['kronstad-dps']);
    expect(one.outcome).toMatchObject({ kind: 'taken-in' });
  });

  it('opens every form where it was asked for: nothing waits in a chat', () => {
    const chats = ({ company }: Played): readonly string[] =>
      ['koordinator', 'medlem-helse'].flatMap(person =>
        chatOf(company, person).filter(card => card.includes('Du åpnet')),
      );

    expect(inDialogs.answers.map(([, card]) => words(card)).join()).not.toContain(FORM_IN_CHAT);
    expect([chats(inDialogs).length, chats(asCards).length]).toEqual([0, 3]);
  });

  it.each([
    ['innspill again', 'text-', NOT_SAVED],
    ['decision again', 'rationale', NOT_SAVED],
  ])('keeps what was typed where it cannot be saved: %s', (name, input, problem) => {
    const card = answer(name);

    const filled = Object.entries(
      pressablesIn(card).find(({ inputs }) => Object.keys(inputs).length > 0)?.inputs ?? {},
    );
    expect(filled.find(([id]) => id.startsWith(input))?.[1]).toBe(NUMBER);
    expect(words(card)).toContain(problem);
  });

  it('has nothing in it that a dialog cannot send', () => {
    const drawn = inDialogs.answers.filter(([, card]) => Object.keys(card).length > 0);

    expect(drawn.flatMap(([, card]) => pressablesIn(card)).every(({ by }) => by === 'submit')).toBe(true);
    expect(
      drawn.every(([, card]) =>
        pressablesIn(card).some(({ title }) => title === 'Lukk' || title === 'Avbryt'),
      ),
    ).toBe(true);
    expect(drawn).toHaveLength(9);
  });

  it.each(['view closed', 'innspill closed'])('is over with Lukk: %s', name => {
    expect(answer(name)).toEqual({});
  });

  it('T08 T09 shows the channel nothing of what one of them reads and types, and afterwards that they answered', () => {
    const [before, meanwhile, answered] = inDialogs.channel;

    expect(meanwhile).toBe(before);
    expect(answered).not.toBe(before);
    expect(words(answer('view'))).toContain('Bare du ser dette');
    expect(inDialogs.channel.join()).not.toMatch(/Bare du ser dette|Kan følge opp|010190/);
  });
});

describe('a dialog', () => {
  const at = (person: string): Player['presses'] => inDialogs.company.player(person).pressesInChannel;
  const item = (): Element => itemCard(inDialogs.company, inDialogs.sent);

  it('T07 shows whoever opens it what is theirs to see, in their own answer alone', async () => {
    const before = JSON.stringify(inDialogs.company.connector.everything());

    const views = await Promise.all(
      ['medlem-helse', 'leder-dps', 'innmelder-lar', 'styringsgruppe', 'ansvarlig'].map(person =>
        at(person)(item(), 'open-item'),
      ),
    );
    await inDialogs.company.settle();

    const [member = '', ...others] = views.map(words);
    const owner = others.pop() ?? '';
    expect(member).toContain('Rusavhengig');
    expect(others.every(said => said.includes('Ikke tilgjengelig'))).toBe(true);
    expect(owner).toContain('Oppgavene dine i saken');
    expect(owner).not.toContain('Rusavhengig');
    expect(JSON.stringify(inDialogs.company.connector.everything())).toBe(before);
  });

  it('T01 T08 that is another’s does nothing for whoever sends it in', async () => {
    const before = await keptOf(inDialogs);

    const answers = await Promise.all(
      ['leder-dps', 'ansvarlig'].map(person => at(person)(answer('task'), 'create-action', TASK)),
    );

    const after = await keptOf(inDialogs);
    expect(answers.map(words)).toEqual([
      expect.stringContaining('Ikke tilgjengelig'),
      expect.stringContaining('Det går ikke nå'),
    ]);
    expect(after.actions).toEqual(before.actions);
  });

  it('T04 sent in ten times at once is one change', async () => {
    const form = await at('koordinator')(item(), 'start-action');

    const answers = await Promise.all(
      Array.from({ length: 10 }, () => at('koordinator')(form, 'create-action', TASK)),
    );

    expect(answers.map(words).some(said => said.includes('Oppgaven er lagret'))).toBe(true);
    expect((await keptOf(inDialogs)).actions).toHaveLength(2);
  });

  it('T05 T08 of somebody who was removed tells nothing from the next press on', async () => {
    const { company } = inDialogs;
    const view = await at('medlem-politi')(item(), 'open-item');
    const form = await at('medlem-politi')(view, 'start-action');
    const admin = company.player('tilgangsansvarlig');
    const person = await admin.sends('edit-person', { personId: 'medlem-politi', nonce: 'x' });
    await admin.presses(person, 'remove-person');

    const answers = [
      await at('medlem-politi')(form, 'create-action', TASK),
      await at('medlem-politi')(item(), 'open-item'),
    ];

    expect(verbsOn(view)).toContain('start-action');
    expect(answers.map(words).every(said => said.includes('Du er ikke med i Sent ute ennå'))).toBe(true);
    expect((await keptOf(inDialogs)).actions).toHaveLength(2);
  });
});
