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

  it('marks what came late, and tells of what is gone by its number alone', () => {
    const items = [
      anItem({ number: 2, late: true, code: codeOf(2) }),
      anItem({ number: 1, closed: true, offReason: 'person-wishes', code: codeOf(90) }),
    ];

    const words = wordsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items }));

    expect(words).toContain(`2 · ${codeOf(2)} · Ny etter publisering`);
    expect(words).toContain('Ikke lenger på sakslisten: sak 1');
    expect(words).not.toContain(codeOf(90));
    expect(words).not.toContain('ønsker å vente');
  });

  it('says when the minutes are approved, and no more of them', () => {
    const approved = { by: anEndedMeeting.chair, at: anEndedMeeting.endedAt };
    const cards = [anEndedMeeting, { ...anEndedMeeting, approved }].map(meeting =>
      wordsIn(agendaCard(shared(), { meeting, items: [anItem()] })),
    );

    expect(cards[0]).toContain('1 sak. Møtet er slutt.');
    expect(cards[0]).not.toContain('Referat');
    expect(cards[1]).toContain('1 sak. Møtet er slutt. Referatet er godkjent.');
  });

  it('T09 has nothing to press: the items have their own cards', () => {
    expect(verbsIn(agendaCard(shared(), { meeting: aPlannedMeeting(), items: forty }))).toEqual([]);
  });
});
