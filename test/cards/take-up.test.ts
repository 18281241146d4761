import { agendaPreviewCard } from '../../src/cards/agenda';
import { agendaCard } from '../../src/cards/agenda-post';
import { itemCard } from '../../src/cards/item';
import { meetingCard } from '../../src/cards/meeting';
import { type AgendaItem } from '../../src/domain/agenda';
import { caseId } from '../builders/ids';
import {
  aDecision,
  anEndedMeeting,
  anItem,
  aRunningMeeting,
  caseIn,
  codeOf,
  meetingId,
  member,
  nameOf,
  shared,
  sharedInEachLanguage,
} from './group-subjects';
import { dataOf, faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, coordinator, inEachLanguage } from './subjects';

const numbered = (number: number, more: Partial<AgendaItem> = {}): AgendaItem =>
  anItem({ number, caseId: caseId(number.toString()), code: codeOf(number), ...more });
const items = [1, 2, 3, 4].map(number => numbered(number));
const forty = Array.from({ length: 40 }, (_, place) => numbered(place + 1));
const upIs = (number: number) => aRunningMeeting({ current: caseId(number.toString()) });
const deadline = at('2026-11-26T11:00:00Z');
const d = aDrawing({ reader: coordinator, nameOf });
const choicesIn = (card: Parameters<typeof inputIn>[0]): unknown => inputIn(card, 'caseId')['choices'];

describe('meetingCard, with what is to be taken up', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const undeclared = [member.id, coordinator.id];
    const cards = [aRunningMeeting(), upIs(3)].flatMap(meeting => [
      meetingCard(drawing, { meeting, missing: ['politi'], items, undeclared }),
      meetingCard(drawing, { meeting, missing: [], items: forty }),
      agendaPreviewCard(drawing, { meeting, entries: [], items: forty, deadline }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('has the first item one press away, and the others in a list', () => {
    const card = meetingCard(d, { meeting: aRunningMeeting(), missing: [], items });

    expect(verbsIn(card).slice(0, 2)).toEqual(['take-up-item', 'take-up-item']);
    expect(dataOf(card, 'take-up-item')).toEqual({ caseId: caseId('1'), meetingId, nonce: 'nonce' });
    expect(choicesIn(card)).toHaveLength(4);
    expect(wordsIn(card)).toContain('Ta opp sak 1');
  });

  it('says what is up, opens it, and goes on to the next, those passed over last', () => {
    const card = meetingCard(d, { meeting: upIs(2), missing: [], items });

    expect(wordsIn(card)).toContain(`Nå: Sak 2 · ${codeOf(2)}`);
    expect(dataOf(card, 'open-case')).toMatchObject({ caseId: caseId('2') });
    expect(dataOf(card, 'take-up-item')).toMatchObject({ caseId: caseId('3') });
    expect(choicesIn(card)).toMatchObject([3, 4, 1].map(no => ({ value: caseId(no.toString()) })));
  });

  it('passes over what is decided', () => {
    const decided = items.map(item =>
      item.number === 3 ? { ...item, decision: aDecision({ kind: 'taken-in' }) } : item,
    );

    const card = meetingCard(d, { meeting: upIs(2), missing: [], items: decided });

    expect(dataOf(card, 'take-up-item')).toMatchObject({ caseId: caseId('4') });
  });

  it('names nothing to a reader who does not see what is up', () => {
    const card = meetingCard(d, { meeting: upIs(2), missing: [], items: items.slice(2) });

    expect(JSON.stringify(card)).not.toContain(codeOf(2));
    expect(wordsIn(card)).not.toContain('Nå:');
  });

  it('lets a member see what is up, and take up nothing', () => {
    const reader = aDrawing({ reader: member, nameOf });
    const card = agendaPreviewCard(reader, { meeting: upIs(2), entries: [], items, deadline });

    expect(wordsIn(card)).toContain(`Nå: Sak 2 · ${codeOf(2)}`);
    expect(verbsIn(card)).not.toContain('take-up-item');
  });

  it('tells who leads whose declaration is missing, while it runs', () => {
    const undeclared = [member.id];

    const live = wordsIn(meetingCard(d, { meeting: aRunningMeeting(), missing: [], items, undeclared }));
    const over = wordsIn(meetingCard(d, { meeting: anEndedMeeting, missing: [], undeclared }));

    expect(live).toContain('Årserklæring mangler for én');
    expect(live).toContain(member.name);
    expect(over).not.toContain('Årserklæring');
  });

  it('says how many sit for another', () => {
    const { attendance } = aRunningMeeting();
    const meeting = aRunningMeeting({
      attendance: { ...attendance, standIns: attendance.present.slice(0, 1) },
    });

    expect(wordsIn(meetingCard(d, { meeting, missing: [] }))).toContain(
      '2 av 3 plasser, 1 ved stedfortreder',
    );
  });
});

describe('what is up, in the channel', () => {
  it.each(sharedInEachLanguage)('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      agendaCard(drawing, { meeting: upIs(2), items }),
      agendaCard(drawing, { meeting: upIs(40), items: forty }),
      itemCard(drawing, { item: numbered(2), kase: caseIn('ready-for-review'), meeting: upIs(2) }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('stands at the top of the agenda, with the private view one press away', () => {
    const card = agendaCard(shared(), { meeting: upIs(2), items });

    expect(wordsIn(card)).toContain(`Nå: Sak 2 · ${codeOf(2)}`);
    expect(verbsIn(card)).toEqual(['open-item']);
    expect(dataOf(card, 'open-item')).toMatchObject({ caseId: caseId('2'), meetingId });
  });

  it('is nothing before anything is up, when it is over, and when it has left the agenda', () => {
    const closed = items.map(item => (item.number === 2 ? { ...item, closed: true } : item));

    const cards = [
      agendaCard(shared(), { meeting: aRunningMeeting(), items }),
      agendaCard(shared(), { meeting: anEndedMeeting, items }),
      agendaCard(shared(), { meeting: upIs(2), items: closed }),
    ];

    expect(cards.flatMap(verbsIn)).toEqual([]);
    expect(cards.filter(card => wordsIn(card).includes('Nå:'))).toEqual([]);
  });

  it('is marked on its own card, and may be taken up from every other that is open', () => {
    const kase = caseIn('ready-for-review');
    const cardOf = (number: number, more: Partial<AgendaItem> = {}) =>
      itemCard(shared(), { item: numbered(number, more), kase, meeting: upIs(2) });

    expect(wordsIn(cardOf(2))).toContain('Oppe nå.');
    expect(verbsIn(cardOf(2))).not.toContain('take-up-item');
    expect(wordsIn(cardOf(3))).not.toContain('Oppe nå.');
    expect(dataOf(cardOf(3), 'take-up-item')).toMatchObject({ caseId: caseId('3'), meetingId });
    expect(verbsIn(cardOf(3, { decision: aDecision({ kind: 'taken-in' }) }))).not.toContain('take-up-item');
  });

  it('may be decided on whatever the group decides, and says no more of it than that it is', () => {
    const decision = { ...aDecision({ kind: 'recommended' }), question: 'other' as const };
    const [open, decided] = [numbered(2), numbered(2, { decision })].map(item =>
      itemCard(shared(), { item, kase: caseIn('active'), meeting: upIs(2) }),
    );

    expect(verbsIn(open ?? {})).toContain('start-decision');
    expect(wordsIn(decided ?? {})).toContain('Åpne saken for å se hva gruppen besluttet.');
    expect(wordsIn(decided ?? {})).not.toContain('Anbefales');
  });
});
