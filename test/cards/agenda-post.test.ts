import { agendaCard } from '../../src/cards/agenda-post';
import { ITEM_KINDS } from '../../src/domain/agenda';
import {
  anEndedMeeting,
  anItem,
  aPlannedMeeting,
  aRunningMeeting,
  codeOf,
  nameOf,
  shared,
  sharedInEachLanguage,
} from './group-subjects';
import { faultsIn, verbsIn, wordsIn } from './rules';

const forty = Array.from({ length: 40 }, (_, n) =>
  anItem({ number: n + 1, code: codeOf(n + 10), kind: ITEM_KINDS[Math.floor(n / 10)] ?? 'review' }),
);

describe('agendaCard', () => {
  it.each(sharedInEachLanguage)('keeps the rules of every card with forty items, in %s', (_, d) => {
    const cards = [aPlannedMeeting(), aRunningMeeting(), anEndedMeeting].flatMap(meeting => [
      agendaCard(d, { meeting, items: forty }),
      agendaCard(d, { meeting, items: [] }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('reminds of confidentiality before anything is listed', () => {
    const words = wordsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items: [anItem()] }));

    expect(words.indexOf('Husk taushetsplikten')).toBeLessThan(words.indexOf(anItem().code));
    expect(words.indexOf('Husk taushetsplikten')).toBeGreaterThan(0);
  });

  it('says where it is, and who leads it', () => {
    const words = wordsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items: [anItem()] }));

    expect(words).toContain('Tirsdag 1.\u00a0desember kl.\u00a009.00');
    expect(words).toContain('Rådhuset, møterom 3');
    expect(words).toContain(nameOf('koordinator'));
    expect(words).toContain('1 sak.');
  });

  it('lists a long section in part, and a closed item not at all', () => {
    const items = [...forty.slice(0, 10), anItem({ number: 41, code: codeOf(90), closed: true })];

    const words = wordsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items }));

    expect(words).toContain('og 2 til');
    expect(words).not.toContain(codeOf(90));
  });

  it('T09 has nothing to press: the items have their own cards', () => {
    expect(verbsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items: forty }))).toEqual([]);
  });
});
