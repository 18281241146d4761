import { minutesCard } from '../../src/cards/minutes';
import { aFullItem, aMinutedItem, anAddendum } from '../builders/minutes';
import { aRunningMeeting, codeOf, member, nameOf } from './group-subjects';
import { approvedMeeting, goneItem, manyItems, opened, shownMinutes } from './minutes-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const readBy = (reader: typeof member) => aDrawing({ reader, nameOf });
const approved = { ...opened, meeting: approvedMeeting };
const many = { ...opened, minutes: shownMinutes({ items: manyItems }) };
const addenda = Array.from({ length: 20 }, (_, place) =>
  anAddendum({ text: `${'x'.repeat(190)}${place.toString()}` }),
);

describe('minutesCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      opened,
      approved,
      { ...approved, addenda: [anAddendum()] },
      { ...opened, changed: true, minutes: shownMinutes({ items: [], partial: true }) },
      { ...opened, meeting: aRunningMeeting() },
    ].map(one => minutesCard(drawing, one));

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it.each(inEachLanguage({ reader: coordinator }))(
    'T20 stays small with forty cases of everything and many addenda, in %s',
    (_, drawing) => {
      const cards = [0, 10, 30, 40].map(from =>
        minutesCard(drawing, { ...many, meeting: approvedMeeting, addenda, from }),
      );

      expect(cards.flatMap(faultsIn)).toEqual([]);
    },
  );

  it('is for its chair to approve, with the mark of what is read', () => {
    const card = minutesCard(d, opened);

    expect(card['speak']).toBe('Referat · Bare du ser dette. Godkjenn referatet');
    expect(verbsIn(card)).toEqual(['approve-minutes', 'export-minutes', 'start-name-chair', 'close-view']);
    expect(dataOf(card, 'approve-minutes')).toEqual({
      meetingId: opened.meeting.id,
      seen: opened.seen,
      nonce: 'nonce',
    });
    expect(wordsIn(card)).toContain('Etter godkjenning er referatet låst');
  });

  it('is a preview for everybody else, and while the meeting runs', () => {
    const forMember = minutesCard(readBy(member), opened);
    const running = minutesCard(d, { ...opened, meeting: aRunningMeeting() });

    for (const card of [forMember, running]) {
      expect(card['speak']).toContain('Forhåndsvisning av referatet');
      expect(verbsIn(card)).not.toContain('approve-minutes');
    }
    expect(verbsIn(forMember)).toEqual(['export-minutes', 'close-view']);
  });

  it('says what each case came to, and no more of one whose work has stopped', () => {
    const words = wordsIn(minutesCard(d, opened));

    expect(words).toContain('Tatt inn');
    expect(words).toContain('Ikke tatt inn');
    expect(words).toContain(
      'Kom til etter at sakslisten var publisert. Årsak: Dekkes av eksisterende tilbud. Dissens: Politiets innsatsgruppe. ' +
        'Innspill fra Kronstad DPS og Politiets innsatsgruppe. Inhabil: Etat for sosiale tjenester. ' +
        'Ny oppgave: Avtale møte, Kronstad DPS',
    );
    expect(words).toContain('Til stede: Etat for sosiale tjenester og Kronstad DPS (stedfortreder).');
    expect(words).toContain('Ikke til stede: Politiets innsatsgruppe.');
    expect(words).toContain('Til stede: 2 av 3 plasser');
    expect(words).toContain('Beslutninger: 2');
    expect(words).toContain('Nye oppgaver: 1');
    expect(words).toContain('Ikke lenger tilgjengelig');
  });

  it('tells a decision that was not made from an item that was taken off', () => {
    const { decision: _, ...undecided } = aMinutedItem();
    const items = [undecided, { ...undecided, takenOff: true } as const];
    const seats = [{ name: 'Kronstad DPS', presence: 'absent' } as const];

    const words = wordsIn(minutesCard(d, { ...opened, minutes: shownMinutes({ items, seats }) }));

    expect(words).toContain('Ingen beslutning');
    expect(words).toContain('Tatt av sakslisten');
    expect(words).toContain('Til stede: ingen.');
  });

  it('is locked when it is approved: a file, and addenda by those who may', () => {
    const mine = minutesCard(d, { ...approved, addenda: [anAddendum({ text: '*Rettet* <at>x</at>' })] });
    const theirs = minutesCard(readBy(member), approved);

    expect(wordsIn(mine)).toContain('Referatet er godkjent');
    expect(wordsIn(mine)).toContain('Godkjent av Møteleder');
    expect(wordsIn(mine)).toContain('\\*Rettet\\* ‹at›x‹/at›');
    expect(verbsIn(mine)).toEqual([
      'export-minutes',
      'start-addendum',
      'start-meeting-archive',
      'close-view',
    ]);
    expect(verbsIn(theirs)).toEqual(['export-minutes', 'close-view']);
  });

  it('turns its pages, and comes back to the first', () => {
    const first = minutesCard(d, many);
    const last = minutesCard(d, { ...many, from: 30 });

    expect(wordsIn(first)).toContain('30 til på neste side.');
    expect(wordsIn(first)).not.toContain(codeOf(20));
    expect(dataOf(first, 'open-minutes')).toMatchObject({ from: 10 });
    expect(wordsIn(last)).toContain(codeOf(49));
    expect(dataOf(last, 'open-minutes')).toMatchObject({ from: 0 });
  });

  it('tells its reader that something is not for them, and that something changed', () => {
    const card = minutesCard(d, {
      ...opened,
      changed: true,
      minutes: shownMinutes({ items: [aFullItem(), goneItem], partial: true }),
    });

    expect(wordsIn(card)).toContain('Saker du er inhabil i, og tillegg til referatet er ikke vist.');
    expect(wordsIn(card)).toContain('Les referatet på nytt før du godkjenner.');
  });
});
