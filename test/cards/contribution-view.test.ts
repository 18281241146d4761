import { type CaseSubject } from '../../src/cards/case-subject';
import { caseActions } from '../../src/cards/case-actions';
import { innspillCard, mayContribute, type SeenInnspill } from '../../src/cards/contribution-view';
import { aDisqualification } from '../builders/cases';
import { anItem, aPlannedMeeting, aRunningMeeting, caseIn, member, nameOf } from './group-subjects';
import { CANARY, faultsIn, HARMLESS, verbsIn, wordsIn } from './rules';
import { aDrawing, at, coordinator, day, inEachLanguage, programme, seatId } from './subjects';

const d = aDrawing({ reader: member, nameOf });
const kase = caseIn('ready-for-review');
const MEETING = aPlannedMeeting().id;
const says = (more: Partial<SeenInnspill> = {}): SeenInnspill => ({
  ...{ seat: seatId('dps'), by: member.id, onBehalf: false, answer: 'can' },
  ...more,
});

describe('innspillCard', () => {
  it.each(inEachLanguage({ reader: member }))('keeps the rules of every card, in %s', (_, drawing) => {
    const eleven = Array.from({ length: 11 }, () =>
      says({
        ...{ text: 'x'.repeat(200), group: 'D', onBehalf: true, answer: 'unknown-here' },
        on: day('2026-11-17'),
      }),
    );

    expect(faultsIn(innspillCard(drawing, { kase, seen: [] }))).toEqual([]);
    expect(faultsIn(innspillCard(drawing, { kase, seen: eleven }))).toEqual([]);
  });

  it('says what each seat answered, in the order of the seats', () => {
    const seen = [says({ seat: seatId('politi'), answer: 'cannot' }), says({ seat: seatId('sosial') })];

    const words = wordsIn(innspillCard(d, { kase, seen }));

    expect(words).toMatch(/sosiale tjenester[^]*Kan bidra[^]*Politiets[^]*Kan ikke/);
    expect(words).toContain(`Har svart: 2 av ${String(programme.seats.length)} plasser`);
  });

  it('says which meeting it was for where that is not the one the case stands on', () => {
    const words = wordsIn(innspillCard(d, { kase, seen: [says({ on: day('2026-11-17') })] }));

    expect(words).toContain('Møtet tirsdag 17.\u00a0november');
    expect(wordsIn(innspillCard(d, { kase, seen: [says()] }))).not.toContain('Møtet');
  });

  it('says only that it has answered where the answer is not to be told', () => {
    const { answer: _, ...silent } = says();

    const words = wordsIn(innspillCard(d, { kase, seen: [silent] }));

    expect(words).toContain('Har svart');
    expect(words).not.toMatch(/Kan bidra|Kan ikke|avklaring|Ikke kjent/);
  });

  it('says who registered it on behalf of the seat', () => {
    const words = wordsIn(innspillCard(d, { kase, seen: [says({ by: coordinator.id, onBehalf: true })] }));

    expect(words).toContain(`Registrert av ${coordinator.name} på vegne av plassen`);
  });

  it('shows the words as text', () => {
    const words = wordsIn(innspillCard(d, { kase, seen: [says({ text: CANARY, group: 'D' })] }));

    expect(words).toContain(HARMLESS);
    expect(words).toContain('Helse');
  });
});

describe('mayContribute', () => {
  const up = caseIn('ready-for-review', { meetingId: MEETING });
  const subject = (more: Partial<CaseSubject> = {}): CaseSubject => ({
    ...{ kase: up, seen: [], nextMeeting: day('2026-12-01'), place: 'chat' },
    ...more,
  });
  const primary = (card: Readonly<Record<string, unknown>>) => card['style'] === 'positive';

  it('makes it what a member came to do until the meeting', () => {
    const [first, ...others] = caseActions(d, subject());

    expect(first).toMatchObject({ verb: 'open-contributions', data: { caseId: up.id, meetingId: MEETING } });
    expect(others.filter(primary)).toEqual([]);
    expect(caseActions(d, subject({ place: 'channel' }))[0]).toMatchObject({ verb: 'open-contributions' });
  });

  it('offers the view of what was answered, behind "…"', () => {
    const view = caseActions(d, subject()).find(({ verb }) => verb === 'open-innspill');

    expect(view).toMatchObject({ mode: 'secondary' });
  });

  it.each<[string, Partial<CaseSubject>]>([
    ['it is on no agenda', { kase }],
    ['they are disqualified', { kase: { ...up, disqualified: [aDisqualification(member.id)] } }],
    ['the meeting runs', { item: anItem(), meeting: aRunningMeeting() }],
    [
      'it is decided',
      {
        item: anItem({ closed: true }),
        meeting: aPlannedMeeting({ publishedAt: at('2026-11-19T12:00:00Z') }),
      },
    ],
  ])('is not so when %s', (_, more) => {
    expect(mayContribute(d, subject(more))).toBe(false);
  });

  it('is so on the meeting’s day while it has not begun', () => {
    expect(mayContribute(d, subject({ item: anItem(), meeting: aPlannedMeeting() }))).toBe(true);
  });

  it('is not so when the day has passed, nor for who holds no seat', () => {
    expect(mayContribute(aDrawing({ reader: member, today: day('2026-12-02') }), subject())).toBe(false);
    expect(mayContribute(aDrawing({ reader: coordinator }), subject())).toBe(false);
    expect(verbsIn({ actions: caseActions(aDrawing({ reader: coordinator }), subject()) })).not.toContain(
      'open-contributions',
    );
  });
});
