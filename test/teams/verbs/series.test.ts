import { type Case } from '../../../src/domain/case';
import { type Meeting } from '../../../src/domain/meeting';
import { fileFor } from '../../../src/teams/files';
import { caseId, day, instant, meetingId } from '../../builders/ids';
import { aMeeting } from '../../builders/meetings';
import { CANARY, inputIn, KEPT, nodesIn, verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, keptIn, putReferral, type Who } from '../../use-cases/asking';
import { aFront, isRefusal, words, wrongWith } from '../front';
import { GOOD } from '../presses';

const frontWith = (meeting?: Meeting) => {
  const house = aHouse();
  if (meeting !== undefined) house.putMeeting(meeting);
  return aFront(house);
};
const data = GOOD['plan-meeting']?.data ?? {};

describe('plan-meeting', () => {
  it('answers with the meeting as it now is', async () => {
    const front = frontWith();

    const card = await front.press('coordinator', 'plan-meeting', data);

    expect(wordsIn(card)).toContain('Møtet er endret');
    expect(front.house.inside.meetings.get(meetingId())?.meeting.on).toBe('2026-12-14');
  });

  it.each<[field: string, typed: string, says: keyof ReturnType<typeof words>['series']['problems']]>([
    ['day', 'neste uke', 'not-a-day'],
    ['day', '2026-12-12', 'weekend'],
    ['time', 'halv ti', 'not-a-time'],
    ['place', 'Rom 01019012345', 'holds-number'],
    ['link', 'http://moete.example', 'not-https'],
    ['link', 'javascript:alert(1)', 'not-https'],
    ['link', CANARY, 'not-https'],
    ['length', 'lenge', 'not-minutes'],
    ['chair', 'innmelder', 'not-a-chair'],
  ])('keeps %s %j where it is wrong, and says so by the field', async (field, typed, says) => {
    const kept = typed === CANARY ? KEPT : typed;
    const front = frontWith();
    const before = keptIn(front.house);

    const card = await front.press('coordinator', 'plan-meeting', { ...data, [field]: typed });

    expect(wrongWith(card)).toEqual([]);
    expect(inputIn(card, field)).toMatchObject({ value: kept });
    expect(inputIn(card, field === 'day' ? 'time' : 'day')).toMatchObject({
      value: field === 'day' ? '09:00' : '2026-12-14',
    });
    expect(wordsIn(card).split(words().series.problems[says])).toHaveLength(3);
    expect(keptIn(front.house)).toBe(before);
  });

  it('gives the fresh form to whoever was slower, and changes nothing', async () => {
    const front = frontWith(aMeeting({ revision: 1, place: 'Møterom 9' }));

    const card = await front.press('coordinator', 'plan-meeting', data);

    expect(wordsIn(card)).toContain('Noen endret møtet samtidig');
    expect(inputIn(card, 'place')).toMatchObject({ value: 'Møterom 9' });
    expect(front.house.inside.meetings.get(meetingId())?.meeting.on).toBe('2026-12-09');
  });

  it('is refused a member who does not chair', async () => {
    expect(isRefusal(await frontWith().press('member', 'plan-meeting', data), 'wrong-state')).toBe(true);
  });
});

describe('cancel-meeting', () => {
  it('answers that it is cancelled', async () => {
    const front = frontWith();

    const card = await front.press('chair', 'cancel-meeting', { meetingId: meetingId(), reason: 'holiday' });

    expect(wordsIn(card)).toContain('Møtet er avlyst');
  });

  it('asks for a reason of the list', async () => {
    const front = frontWith();

    const card = await front.press('chair', 'cancel-meeting', { meetingId: meetingId(), reason: 'syk' });

    expect(isRefusal(card, 'incomplete')).toBe(true);
    expect(front.house.inside.meetings.size).toBe(0);
  });
});

describe('start-plan-meeting', () => {
  it('opens from the agenda, and is refused when the meeting is over', async () => {
    const front = frontWith();
    const agenda = await front.press('chair', 'open-agenda');
    const form = await front.press('chair', 'start-plan-meeting', { meetingId: meetingId() });

    expect(verbsIn(agenda)).toContain('start-plan-meeting');
    expect(verbsIn(form)).toEqual(['plan-meeting', 'close-agenda', 'cancel-meeting']);
  });
});

describe('every card that says when the group meets', () => {
  const moved = aMeeting({ on: day('2026-12-14'), startsAt: instant('2026-12-14T11:30') });
  const MOVED = 'mandag 14.\u00a0desember';

  it.each<[verb: string, who: Who, state: Case['state'], more: object]>([
    ['show-welcome', 'coordinator', 'submitted', {}],
    ['mark-ready', 'coordinator', 'submitted', {}],
    ['mark-urgent', 'coordinator', 'ready-for-review', { reason: 'Løslates fredag' }],
    ['return-to-agenda', 'coordinator', 'deferred', {}],
    ['open-case', 'coordinator', 'ready-for-review', {}],
    ['open-case', 'author', 'ready-for-review', {}],
  ])('says the day it was moved to: %s, for %s, %s', async (...[verb, who, state, more]) => {
    const front = frontWith(moved);
    putReferral(front.house, { state, presented: true });

    const card = await front.press(who, verb, { caseId: caseId(), ...more });

    expect(wordsIn(card)).toContain(MOVED);
    expect(wordsIn(card)).not.toContain('9.\u00a0desember');
  });

  it('says it of a case that stands on its agenda, also when another comes before', async () => {
    const front = frontWith(moved);
    putReferral(front.house, { state: 'ready-for-review', presented: true, meetingId: meetingId() });

    expect(wordsIn(await front.press('author', 'open-case', { caseId: caseId() }))).toContain(MOVED);
  });
});

describe('export-calendar', () => {
  it('offers a link that gives the file once', async () => {
    const front = frontWith();

    const card = await front.press('member', 'export-calendar', { meetingId: meetingId() });
    const url = nodesIn(card).find(({ type }) => type === 'Action.OpenUrl')?.['url'];
    const token = String(url).split('/files/')[1] ?? '';
    const [file, again] = [await fileFor(front.deps)(token), await fileFor(front.deps)(token)];

    expect(String(url)).toMatch(/^https:\/\/sent-ute\.example\/files\/./);
    expect(file).toMatchObject({ name: 'sent-ute-2026-12-04.ics', type: 'text/calendar; charset=utf-8' });
    expect(again).toBeUndefined();
  });
});
