import {
  archiveButtons,
  archivedCard,
  archivedMeetingCard,
  archiveStep,
  meetingArchiveStep,
} from '../../src/cards/archive';
import { erasedCard, erasuresCard } from '../../src/cards/erasures';
import { type Case } from '../../src/domain/case';
import { type EndedMeeting } from '../../src/domain/meeting';
import { anEndedMeeting, caseIn, member, nameOf, owner } from './group-subjects';
import { CANARY, dataOf, faultsIn, verbsIn, wordsIn as spokenIn } from './rules';
import { aDrawing, aPerson, at, coordinator, day, inEachLanguage } from './subjects';

/** With ordinary spaces in the dates. */
const wordsIn = (card: Parameters<typeof spokenIn>[0]): string => spokenIn(card).replaceAll('\u00a0', ' ');

const d = aDrawing({ reader: coordinator, nameOf });
const kase = caseIn('concluded');
const archivedOf = (ref = '2026/12345') => ({ ref, at: at('2026-12-20T09:00:00Z'), by: coordinator.id });
const given = { ...kase, archived: archivedOf() };
const meeting: EndedMeeting = {
  ...anEndedMeeting,
  approved: { by: coordinator.id, at: at('2026-12-02T09:00:00Z') },
  archived: archivedOf(),
};
const erased = { ...given, erasedOn: day('2027-12-20'), holdings: [] };

describe('the cards of the archive', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keep the rules of every card, in %s', (_, drawing) => {
    const many = Array.from({ length: 12 }, () => ({ kase, on: day('2027-01-03') }));
    const cards = [
      archiveStep(drawing, { kase, decisions: 3, consents: 1 }),
      archiveStep(drawing, { kase: given, decisions: 0, consents: 0, ref: CANARY, problem: 'not-allowed' }),
      archiveStep(drawing, { kase: caseIn('active'), decisions: 3, consents: 1, problem: 'holds-number' }),
      meetingArchiveStep(drawing, { meeting, ref: CANARY, problem: 'too-long' }),
      archivedCard(drawing, { ...kase, archived: archivedOf(CANARY) }),
      archivedMeetingCard(drawing, { ...meeting, archived: archivedOf(CANARY) }),
      erasuresCard(drawing, { erased: [], planned: [] }),
      erasuresCard(drawing, { erased: many, planned: many }),
      erasedCard(drawing, erased),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });
});

describe('archiveStep', () => {
  it('counts what is archived, says what to do, and gives what was typed back with what is wrong', () => {
    const typed = { ref: '2026#1', problem: 'not-allowed' } as const;
    const card = archiveStep(d, { kase, decisions: 3, consents: 1, ...typed });

    for (const part of ['Beslutninger: 3', 'Samtykker: 1', 'Unntaksdelinger: Ingen', '1. Hent filen.'])
      expect(wordsIn(card)).toContain(part);
    expect(JSON.stringify(card)).toContain('2026#1');
    expect(wordsIn(card)).toContain('Bruk bare bokstaver, tall, mellomrom');
    expect(verbsIn(card)).toEqual(['record-archive-ref', 'export-archive', 'close-view']);
  });

  it('says until when the content stands once it is archived', () => {
    expect(wordsIn(archiveStep(d, { kase: given, decisions: 3, consents: 1 }))).toContain(
      'Innholdet slettes mandag 20. desember 2027.',
    );
  });
});

describe('archivedCard', () => {
  it('says when the content is erased, under which reference it lies, and how it ended', () => {
    const words = wordsIn(archivedCard(d, given));

    expect(words).toContain('Neste: innholdet slettes mandag 20. desember 2027.');
    expect(words).toContain('Arkivreferanse: 2026/12345');
    expect(words).toContain('Avsluttet: Flyttet');
  });

  it('promises no day for a case that is open', () => {
    const open = { ...caseIn('active'), archived: archivedOf() };

    expect(wordsIn(archivedCard(d, open))).toContain('skal den arkiveres på nytt');
  });
});

describe('archiveButtons', () => {
  const button = (one: Case, reader = coordinator) => archiveButtons({ ...d, reader }, one)[0];

  it('comes first where nothing else is left to do, and not once it is archived', () => {
    expect(button(kase)).toMatchObject({ verb: 'start-archive', style: 'positive' });
    expect(button(given)).not.toHaveProperty('style');
  });

  it('stands behind the dots while the case is open', () => {
    expect(button(caseIn('active'))).toMatchObject({ mode: 'secondary' });
    expect(button({ ...caseIn('submitted'), presented: false })).toBeUndefined();
  });

  it('is for the coordinator alone', () => {
    expect(button(kase, member)).toBeUndefined();
    expect(button(kase, aPerson())).toBeUndefined();
  });
});

describe('erasuresCard', () => {
  it('tells what will be erased before what was, by code and date', () => {
    const words = wordsIn(
      erasuresCard(d, {
        erased: [{ kase: erased, on: day('2026-11-20') }],
        planned: [{ kase, on: day('2026-12-24') }],
      }),
    );

    expect(words).toContain('Slettes torsdag 24. desember');
    expect(words).toContain('Slettet fredag 20. november');
    expect(words.indexOf('Slettes torsdag')).toBeLessThan(words.indexOf('Slettet fredag'));
  });
});

describe('erasedCard', () => {
  it('says that the content is gone, and since when', () => {
    const card = erasedCard(d, erased);

    expect(wordsIn(card)).toContain('Slettet mandag 20. desember 2027.');
    expect(wordsIn(card)).toContain('Arkivreferanse: 2026/12345');
    expect(dataOf(card, 'open-access-log')).toMatchObject({ caseId: kase.id });
  });

  it('tells who only had a task neither the state nor the reference', () => {
    const words = wordsIn(erasedCard({ ...d, reader: owner }, erased));

    expect(words).not.toContain('Avsluttet');
    expect(words).not.toContain('2026/12345');
  });
});
