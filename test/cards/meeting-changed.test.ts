import { agendaPreviewCard } from '../../src/cards/agenda';
import { agendaCard } from '../../src/cards/agenda-post';
import { calendarOffer, meetingActions, meetingChangedCard, placeOf } from '../../src/cards/meeting-changed';
import { CANCEL_REASONS, type CancelledMeeting } from '../../src/domain/meeting';
import {
  anEndedMeeting,
  anItem,
  aPlannedMeeting,
  aRunningMeeting,
  member,
  shared,
  sharedInEachLanguage,
} from './group-subjects';
import { CANARY, dataOf, faultsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, at, coordinator, day, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator });
const LINK = 'https://moete.example/1';
const cancelled: CancelledMeeting = {
  ...aPlannedMeeting({ publishedAt: at('2026-11-19T12:00:00Z') }),
  ...{ state: 'cancelled', reason: 'too-few', cancelledAt: at('2026-11-23T12:00:00Z') },
};
const URL = 'https://sent-ute.example/files/token';

describe('meetingChangedCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, each) => {
    const cards = [
      meetingChangedCard(each, aPlannedMeeting()),
      meetingChangedCard(each, cancelled),
      calendarOffer(each, URL),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('tells when and where it is now, by the hour it is held', () => {
    const moved = aPlannedMeeting({ on: day('2026-12-03'), startsAt: at('2026-12-03T11:30:00Z') });

    const words = wordsIn(meetingChangedCard(d, moved));

    expect(words).toContain('Torsdag 3.\u00a0desember kl.\u00a012.30');
    expect(words).toContain('Sted: Rådhuset, møterom 3');
  });

  it('says that it is cancelled, and where the cases go', () => {
    expect(wordsIn(meetingChangedCard(d, cancelled))).toContain('Sakene kommer på neste saksliste');
  });
});

describe('meetingActions', () => {
  it('lets those who may change it, and those who take part have it in their calendar', () => {
    const verbsFor = (reader: typeof coordinator, meeting = aPlannedMeeting()) =>
      verbsIn({ actions: meetingActions({ ...d, reader }, meeting) });

    expect(verbsFor(coordinator)).toEqual(['start-plan-meeting', 'export-calendar']);
    expect(verbsFor(member)).toEqual(['export-calendar']);
    expect(verbsFor(member, aPlannedMeeting({ chair: member.id }))).toEqual([
      ...['start-plan-meeting', 'export-calendar'],
    ]);
    expect(verbsFor(aPerson())).toEqual([]);
  });

  it.each([aRunningMeeting(), anEndedMeeting, cancelled])('changes nothing when it is $state', meeting => {
    expect(verbsIn({ actions: meetingActions(d, meeting) })).toEqual(['export-calendar']);
  });

  it('stand behind "…" on the agenda, with the way in from afar', () => {
    const card = agendaPreviewCard(d, {
      ...{ meeting: aPlannedMeeting({ link: LINK }), entries: [], deadline: at('2026-11-19T11:00:00Z') },
    });

    expect(faultsIn(card)).toEqual([]);
    expect(
      nodesIn(card)
        .filter(({ mode }) => mode === 'secondary')
        .slice(-3),
    ).toMatchObject([
      { title: 'Bli med på nett', type: 'Action.OpenUrl', url: LINK },
      { title: 'Endre møtet', verb: 'start-plan-meeting' },
      { title: 'Kalenderfil', verb: 'export-calendar' },
    ]);
    expect(dataOf(card, 'start-plan-meeting')).toEqual({ meetingId: aPlannedMeeting().id, nonce: 'nonce' });
  });
});

describe('placeOf', () => {
  it('is the room, the meeting online, or both, and shows what was typed as it is', () => {
    expect(placeOf(d, aPlannedMeeting())).toBe('Rådhuset, møterom 3');
    expect(placeOf(d, aPlannedMeeting({ place: '', link: LINK }))).toBe('Nettmøte');
    expect(placeOf(d, aPlannedMeeting({ place: 'Rom 1', link: LINK }))).toBe('Rom 1 · Nettmøte');
    expect(placeOf(d, aPlannedMeeting({ place: '[x](https://x.invalid)' }))).toContain('\\[x\\]');
  });

  it('is what the channel shows', () => {
    const card = agendaCard(shared(), { meeting: aPlannedMeeting({ place: CANARY }), items: [] });

    expect(faultsIn(card)).toEqual([]);
  });
});

describe('the agenda in the channel of a meeting that is cancelled', () => {
  it.each(sharedInEachLanguage)('keeps the rules of every card, in %s', (_, each) => {
    const cards = CANCEL_REASONS.map(reason =>
      agendaCard(each, { meeting: { ...cancelled, reason }, items: [anItem()] }),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says so, and why, and names no case', () => {
    const words = wordsIn(agendaCard(shared(), { meeting: cancelled, items: [anItem()] }));

    expect(words).toContain('Møtet er avlyst. Grunn: for få kan komme.');
    expect(words).not.toContain(anItem().code);
  });
});
