import { caseCard } from '../../src/cards/case';
import { concludeForm } from '../../src/cards/conclude';
import { pauseForm } from '../../src/cards/pause';
import { CASE_STATES } from '../../src/domain/case';
import { type Meeting } from '../../src/domain/meeting';
import { type Person } from '../../src/domain/people';
import { aPlannedMeeting, aRunningMeeting, caseIn, member, meetingId, nameOf } from './group-subjects';
import { faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, day, inEachLanguage } from './subjects';

const by = (reader: Person) => aDrawing({ reader, nameOf });
const view = (
  over: object = {},
  { reader = coordinator, next = aPlannedMeeting() }: { reader?: Person; next?: Meeting } = {},
) =>
  caseCard(by(reader), {
    kase: { ...caseIn('mapping', { presented: true }), ...over },
    seen: [],
    nextMeeting: next.on,
    next,
    place: 'chat',
  });

describe('byHandButtons', () => {
  it('offers to put a case on, or to keep it off', () => {
    expect(verbsIn(view())).toEqual(expect.arrayContaining(['add-to-agenda', 'take-off-agenda']));
  });

  it('offers what is not so already', () => {
    const on = view({ byHand: { wants: 'on', meetingId } });
    const stands = view({ meetingId });
    const off = view({ byHand: { wants: 'off', meetingId, reason: 'time' } });

    expect([on, stands].map(card => verbsIn(card).includes('add-to-agenda'))).toEqual([false, false]);
    expect([on, stands].map(card => verbsIn(card).includes('take-off-agenda'))).toEqual([true, true]);
    expect(verbsIn(off)).toContain('add-to-agenda');
    expect(verbsIn(off)).not.toContain('take-off-agenda');
  });

  it.each([
    ['the meeting runs', view({}, { next: aRunningMeeting() })],
    ['the case waits', view({ pausedUntil: day('2027-03-01') })],
    ['the reader does not lead it', view({}, { reader: member })],
  ])('offers neither when %s', (_, card) => {
    expect(verbsIn(card)).not.toContain('add-to-agenda');
    expect(verbsIn(card)).not.toContain('take-off-agenda');
  });

  it('asks for its reason apart from why it is urgent', () => {
    expect(faultsIn(view(caseIn('ready-for-review', { presented: true })))).toEqual([]);
  });

  it('is the chair’s, too', () => {
    const card = view({}, { reader: member, next: aPlannedMeeting({ chair: member.id }) });

    expect(verbsIn(card)).toEqual(
      expect.arrayContaining(['add-to-agenda', 'take-off-agenda', 'start-conclude-case']),
    );
  });
});

describe('a case that waits', () => {
  it('is headed by its day, and is first of all taken up again', () => {
    const card = view({ pausedUntil: day('2027-03-01') });

    expect(faultsIn(card)).toEqual([]);
    expect(wordsIn(card)).toContain('På pause til mandag 1. mars 2027');
    expect(verbsIn(card)[0]).toBe('resume-case');
    expect(verbsIn(card)).not.toContain('start-pause-case');
  });

  it('is as any other when its day has come, and can still be seen to', () => {
    const card = view({ pausedUntil: day('2026-11-23') });

    expect(wordsIn(card)).toContain('Kartlegging');
    expect(verbsIn(card)).toContain('resume-case');
  });
});

describe('pauseForm and concludeForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keep the rules of every card, in %s', (_, d) => {
    const cards = CASE_STATES.map(state => caseIn(state)).flatMap(kase => [
      pauseForm(d, { kase }),
      pauseForm(d, { kase, until: '2030-01-01', error: d.t.pausing.chooseDate }),
      concludeForm(d, { kase }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('never asks why a case waits: a sentence or an admission is nobody else’s', () => {
    const words = wordsIn(pauseForm(by(coordinator), { kase: caseIn('mapping') }));

    expect(words).not.toMatch(/soning|innleggelse|hvorfor/i);
  });

  it('says what follows an end before it is pressed', () => {
    const words = wordsIn(concludeForm(by(coordinator), { kase: caseIn('active') }));

    expect(words).toContain('Deling stopper med en gang.');
    expect(words).toContain('Saken kan ikke åpnes igjen');
  });
});
