import { actionCreated, digestCard, myActionsCard, newDateCard } from '../../src/cards/action';
import { type Action } from '../../src/domain/action';
import { actionId, anAction, blocked, caseIn, done, member, nameOf, owner } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, coordinator, day, inEachLanguage } from './subjects';

const d = aDrawing({ reader: owner, nameOf });
const asked = anAction({
  asked: { due: day('2026-12-20'), reason: 'waiting-for-service', at: at('2026-11-21T09:00:00Z') },
});
const cancelled: Action = { ...anAction(), state: 'cancelled' };
/** The longest texts a row can have. */
const long: Action = {
  ...anAction({
    title: 'gather-information',
    asked: { due: day('2027-12-20'), reason: 'no-contact', at: at('2026-11-21T09:00:00Z') },
  }),
  state: 'blocked',
  gap: 'consent-sharing',
};

/** Each task has its own row of buttons, so three in sight are allowed to a row, not to the card. */
const inSight = (actions: unknown): number =>
  Array.isArray(actions)
    ? actions.filter(action => !JSON.stringify(action).includes('"mode":"secondary"')).length
    : 0;
const faultsOf = (card: Parameters<typeof faultsIn>[0]): readonly string[] => [
  ...faultsIn(card).filter(fault => !fault.endsWith('buttons in sight')),
  ...nodesIn(card)
    .filter(({ type, actions }) => type === 'ActionSet' && inSight(actions) > 3)
    .map(() => 'more than three buttons in a row'),
];

describe('digestCard', () => {
  it.each(inEachLanguage({ reader: owner }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      [],
      [anAction()],
      [anAction(), blocked, done, cancelled, asked, anAction()],
      [long, long, long, long, long, long],
    ].map(actions => digestCard(drawing, { actions }));

    expect(cards.flatMap(faultsOf)).toEqual([]);
  });

  it('says how many are due soon, or how many are late', () => {
    const late = anAction({ due: day('2026-11-18') });

    expect(wordsIn(digestCard(d, { actions: [anAction(), asked] }))).toContain('2 har frist snart');
    expect(wordsIn(digestCard(d, { actions: [anAction(), late] }))).toContain('1 er over fristen');
    expect(wordsIn(digestCard(d, { actions: [late] }))).toContain('5 dager over');
    expect(wordsIn(digestCard(d, { actions: [done] }))).toContain('Ingen oppgaver haster nå');
  });

  it('lets the owner answer each task right there, every input with the number of its row', () => {
    const other = actionId('9');

    const card = digestCard(d, { actions: [anAction(), anAction({ id: other })] });

    expect(inputsIn(card).map(({ id }) => id)).toEqual([
      ...['outcome-1', 'due-1', 'reason-1', 'gap-1'],
      ...['outcome-2', 'due-2', 'reason-2', 'gap-2'],
    ]);
    expect(dataOf(card, 'complete-action')).toEqual({
      caseId: anAction().caseId,
      actionId: anAction().id,
      row: 1,
      list: 'digest',
      nonce: 'nonce',
    });
    expect(JSON.stringify(card)).toContain(`"actionId":"${other}","row":2`);
  });

  it('marks what is done, blocked or waiting for a new date', () => {
    const words = wordsIn(digestCard(d, { actions: [done, blocked, asked, cancelled] }));

    expect(words).toContain('Gjort: delvis gjennomført');
    expect(words).toContain('Står fast');
    expect(words).toContain('Du har bedt om ny frist: søndag 20.\u00a0desember');
    expect(words).toContain('Avlyst');
    expect(verbsIn(digestCard(d, { actions: [done] }))).toEqual(['list-my-actions']);
  });

  it('never says in a message what a task is stuck on: the message stays', () => {
    const rows = [digestCard(d, { actions: [blocked] }), myActionsCard(d, { actions: [blocked], more: 0 })];

    const lines = rows.flatMap(card => nodesIn(card).map(({ text }) => text));

    expect(lines.filter(text => text === 'Står fast')).toHaveLength(2);
    expect(lines.filter(text => typeof text === 'string' && /bolig/i.test(text))).toEqual([]);
  });

  it('lets someone who only hears of it open the case, and says whose it is', () => {
    const card = digestCard(aDrawing({ reader: coordinator, nameOf }), { actions: [anAction()] });

    expect(verbsIn(card)).toEqual(['open-case', 'list-my-actions']);
    expect(wordsIn(card)).toContain('Ansvarlig, MO-senter');
  });

  it('draws four of many, and says so', () => {
    const card = digestCard(d, { actions: Array.from({ length: 7 }, () => anAction()) });

    expect(verbsIn(card).filter(verb => verb === 'complete-action')).toHaveLength(4);
    expect(wordsIn(card)).toContain('Og 3 til.');
  });
});

describe('myActionsCard', () => {
  it.each(inEachLanguage({ reader: owner }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      myActionsCard(drawing, { actions: [], more: 0 }),
      myActionsCard(drawing, { actions: [long, long, long, long, long], more: 4 }),
    ];

    expect(cards.flatMap(faultsOf)).toEqual([]);
  });

  it('counts those that are not shown', () => {
    expect(wordsIn(myActionsCard(d, { actions: [], more: 0 }))).toContain('Du har ingen åpne oppgaver');
    expect(wordsIn(myActionsCard(d, { actions: [anAction()], more: 0 }))).toContain('Du har 1 åpen oppgave');
    expect(wordsIn(myActionsCard(d, { actions: [anAction(), blocked], more: 3 }))).toContain(
      'Du har 5 åpne oppgaver',
    );
  });
});

describe('actionCreated', () => {
  const kase = caseIn('mapping');

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(actionCreated(drawing, { kase, action: anAction() }))).toEqual([]);
  });

  it('says who is told, and offers another to someone who may give one', () => {
    const card = actionCreated(aDrawing({ reader: coordinator, nameOf }), { kase, action: anAction() });

    expect(wordsIn(card)).toContain('Ansvarlig, MO-senter får beskjed i chatten.');
    expect(verbsIn(card)).toEqual(['start-action', 'close-view']);
    expect(verbsIn(actionCreated(d, { kase, action: anAction() }))).toEqual(['close-view']);
  });
});

describe('newDateCard', () => {
  const kase = caseIn('mapping');
  const k = aDrawing({ reader: coordinator, nameOf });

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [asked, anAction(), done].map(action => newDateCard(drawing, { kase, action }));

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('holds the date that was asked for, and why', () => {
    const card = newDateCard(k, { kase, action: asked });

    expect(inputIn(card, 'due')).toMatchObject({ value: '2026-12-20', isRequired: true });
    expect(wordsIn(card)).toContain('Årsak: Venter på en annen tjeneste');
    expect(dataOf(card, 'grant-new-date')).toEqual({ caseId: kase.id, actionId: asked.id, nonce: 'nonce' });
  });

  it('can be granted by the coordinator only, and only while the task is open', () => {
    expect(verbsIn(newDateCard(aDrawing({ reader: member }), { kase, action: asked }))).toEqual([
      'open-inbox',
    ]);
    expect(verbsIn(newDateCard(k, { kase, action: done }))).toEqual(['open-inbox']);
  });
});
