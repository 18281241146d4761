import {
  chatOf,
  type Company,
  decisionForm,
  documents,
  events,
  EVERY_PARTNER,
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
  verbsOn,
  words,
} from './company';

const FIRST = 'm-2026-12-01';
const WORDS = {
  rationale: 'Tjenestene når ikke fram hver for seg.',
  question: 'Skal et nytt tiltak anbefales?',
  dissent: 'Vi mente det var for tidlig.',
};

let company: Company;
beforeEach(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'koordinator-stedfortreder', 'medlem-helse']);
});
afterEach(() => company.leave());

const underWay = async (present = EVERY_PARTNER): Promise<Sent> => {
  const sent = await refer(company);
  await setReady(company, sent);
  await publish(company);
  await startMeeting(company, present);
  return sent;
};
const agendaInChannel = (): string =>
  company
    .inChannel()
    .map(({ card }) => words(card))
    .find(text => text.startsWith('Saksliste')) ?? '';
/** The case stands on two agendas: the card on the later one. */
const newestItem = () =>
  company
    .inChannel()
    .map(({ card }) => card)
    .findLast(card => /^Sak \d+ ·/.test(words(card))) ?? {};
const decided = (person: string, { caseId }: Sent) =>
  company.player(person).sends('open-decisions', { caseId, nonce: 'decisions' });

describe('what is up', () => {
  it('is taken up by one of two who press at once; the other sees what the first one did', async () => {
    const sent = await underWay();
    const data = { caseId: sent.caseId, meetingId: FIRST };

    const answers = await Promise.all(
      ['koordinator', 'koordinator-stedfortreder'].map(person =>
        company.player(person).sends('take-up-item', { ...data, nonce: `up-${person}` }),
      ),
    );
    await company.settle();

    const told = await events(company);
    const taken = told.filter(({ operation }) => operation === 'take-up-item');
    expect(taken.map(({ allowed }) => allowed).toSorted()).toEqual([false, true]);
    for (const answer of answers) expect(words(answer)).toContain(`Nå: Sak 1 · ${sent.code}`);
    expect(agendaInChannel()).toContain(`Nå: Sak 1 · ${sent.code}`);
    expect(words(itemCard(company, sent))).toContain('Oppe nå.');
  });

  it('opens the private view from the agenda, and gives a shared card back', async () => {
    const sent = await underWay();
    await company.player('koordinator').pressesInChannel(itemCard(company, sent), 'take-up-item');
    await company.settle();
    const posted = company.inChannel().find(({ card }) => words(card).startsWith('Saksliste'));
    const member = company.player('medlem-helse');

    const view = await member.pressesInChannel(posted?.card ?? {}, 'open-item');
    const back = await member.pressesInChannel(view, 'close-item');

    expect(words(view)).toContain('Bare du ser dette');
    expect(words(back)).toContain(`Sak 1 · ${sent.code}`);
  });
});

describe('attendance', () => {
  it('says who sits for another, and whose declaration is missing, until they sign', async () => {
    await underWay({ ...EVERY_PARTNER, 'stand-ins': 'kronstad-dps' });
    const coordinator = company.player('koordinator');
    const standIn = company.player('medlem-helse-stedfortreder');
    const before = words(await coordinator.sends('start-attendance', { meetingId: FIRST, nonce: 'before' }));

    const agenda = await standIn.says('saksliste');
    const signed = await standIn.presses(
      await standIn.presses(agenda, 'start-declaration'),
      'sign-declaration',
      {
        signed: 'yes',
      },
    );
    const after = words(await coordinator.sends('start-attendance', { meetingId: FIRST, nonce: 'after' }));

    expect(before).toContain('Årserklæring mangler for 3');
    expect(before).toContain(standIn.name);
    expect(before).not.toContain(company.player('medlem-helse').name + ' og');
    expect(words(agenda)).toContain('Du mangler taushetserklæring');
    expect(words(signed)).toContain('Den gjelder til');
    expect(after).toContain('Årserklæring mangler for 2');
    expect(words(await standIn.says('saksliste'))).not.toContain('taushetserklæring');
  });
});

describe('what the group decides', () => {
  it('is read by those it concerns, with why and who saw it otherwise, and by nobody else', async () => {
    const sent = await underWay();
    const form = await decisionForm(company, sent);
    const recorded = await company.player('koordinator').presses(form, 'Ta inn', {
      ...{ rationale: WORDS.rationale, 'dissent-seat': 'innsatsgruppen', dissent: WORDS.dissent },
    });
    await company.settle();

    const seen = await Promise.all(
      ['innmelder-mo', 'koordinator', 'medlem-helse'].map(person => decided(person, sent)),
    );
    const unseen = await Promise.all(
      ['innmelder-lar', 'ansvarlig', 'leder-dps'].map(person => decided(person, sent)),
    );

    for (const card of [recorded, ...seen]) {
      expect(words(card)).toContain(WORDS.rationale);
      expect(words(card)).toContain(WORDS.dissent);
    }
    for (const card of unseen) expect(words(card)).toContain('Ikke tilgjengelig');
    expect(JSON.stringify(await documents(company, 'item'))).not.toContain('Tjenestene når');
    expect(
      company.connector
        .everything()
        .map(({ card }) => words(card))
        .join('\n'),
    ).not.toContain('Tjenestene når');
    expect(verbsOn(await opens(company, 'innmelder-mo', sent))).toContain('open-decisions');
  });

  it('of somebody taken in is put in words, at a later meeting, and leaves the case as it is', async () => {
    const sent = await underWay();
    await takeIn(company, sent);
    const coordinator = company.player('koordinator');
    const data = { caseId: sent.caseId, meetingId: FIRST, nonce: 'again' };
    const again = await coordinator.sends('start-decision', data);
    await coordinator.sends('end-meeting', { meetingId: FIRST, nonce: 'end' });
    await company.advance('P22D');
    await publish(company);
    await startMeeting(company, { kommune: 'sosiale-tjenester' });

    await coordinator.pressesInChannel(newestItem(), 'start-decision');
    await company.settle();
    const form = await coordinator.presses(coordinator.newest(), 'start-decision');
    const recorded = await coordinator.presses(form, 'record-decision', {
      ...{ question: WORDS.question, outcome: 'recommended', rationale: WORDS.rationale },
    });
    await company.settle();

    expect(words(again)).toContain('Ikke tilgjengelig');
    expect(words(form)).toContain('Hva beslutter gruppen?');
    expect(words(recorded)).toContain(WORDS.question);
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
    const both = words(await decided('innmelder-mo', sent));
    expect(both.indexOf('Anbefales')).toBeLessThan(both.indexOf('Tatt inn'));
    expect(both).toContain('Samlet innsats.');
    expect(chatOf(company, 'innmelder-mo').at(-1)).toContain('Nye opplysninger');
    expect(chatOf(company, 'innmelder-mo').join('\n')).not.toContain(WORDS.question);
    expect(words(newestItem())).toContain('Beslutning registrert');
  });
});
