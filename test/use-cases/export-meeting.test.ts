import { plusMs } from '../../src/domain/time';
import { aCase, aDisqualification } from '../builders/cases';
import { caseId, instant, meetingId, NOON, personId } from '../builders/ids';
import { anEndedMeeting } from '../builders/meetings';
import { aMinutedItem, anAddendum, someMinutes } from '../builders/minutes';
import { inTime } from '../fakes/fake-world';
import { aHouse, COORDINATOR, type House, type Who } from './asking';

const OF_MEETING = { meetingId: meetingId() };
const NO = { ok: false, error: { kind: 'not-available' } };
const LATER = instant('2026-12-11T12:00');
const approved = { by: personId('moteleder'), at: NOON };
const minutes = someMinutes({ items: [aMinutedItem()] });

const given = (over: object = {}): House => {
  const house = aHouse();
  house.putMeeting(anEndedMeeting({ approved, ...over }));
  house.inside.minutes.set(meetingId(), { minutes, addenda: [anAddendum()] });
  return house;
};
const fetched = async (house: House, who: Who = 'coordinator') => {
  const offer = await house.does.exportMeeting({ ...house.ask(who, { command: who }), ...OF_MEETING });
  const token = offer.ok ? offer.value.token : '';
  return house.does.downloadFile({ token, at: plusMs(NOON, 60_000), within: inTime() });
};

describe('exportMeeting', () => {
  it('gives the minutes as they are locked, with what was added, and marks the meeting as exported', async () => {
    const house = given();

    const file = await fetched(house);

    expect(file).toMatchObject({
      value: { file: { kind: 'meeting-archive', minutes, addenda: [anAddendum()] } },
    });
    expect(house.inside.meetings.get(meetingId())?.meeting).toMatchObject({
      exportedAt: plusMs(NOON, 60_000),
    });
    expect(house.events().map(({ operation }) => operation)).toEqual([
      'export-meeting',
      'download-meeting',
      'export-meeting',
    ]);
  });

  it('is not for minutes that may still change', async () => {
    const house = given({ approved: undefined });

    expect(await fetched(house)).toEqual(NO);
  });

  it('leaves the export to the stand-in where a coordinator is disqualified on a case', async () => {
    const house = given();
    house.putCase(aCase({ id: caseId(), disqualified: [aDisqualification(COORDINATOR)] }));

    expect(await fetched(house)).toEqual(NO);
    expect(house.events().at(-1)).toMatchObject({ operation: 'download-meeting', allowed: false });
    expect(await fetched(house, 'standIn')).toMatchObject({ ok: true });
  });

  it.each(['author', 'member', 'admin', 'leader'] as const)('refuses the %s', async who => {
    expect(await fetched(given(), who)).toEqual(NO);
  });
});

describe('recordMeetingRef', () => {
  const record = (house: House, who: Who = 'coordinator') =>
    house.does.recordMeetingRef({ ...house.ask(who), ...OF_MEETING, ref: '2026/12345' });

  it('keeps what the archive calls the minutes', async () => {
    const house = given({ exportedAt: LATER });

    expect(await record(house)).toMatchObject({
      value: { archived: { ref: '2026/12345', by: COORDINATOR } },
    });
  });

  it('is refused before the export, and when something was added after it', async () => {
    const late = given({ exportedAt: NOON });
    late.inside.minutes.set(meetingId(), { minutes, addenda: [{ ...anAddendum(), at: LATER }] });

    expect(await record(given())).toEqual({ ok: false, error: { kind: 'export-first' } });
    expect(await record(late)).toEqual({ ok: false, error: { kind: 'export-first' } });
  });

  it.each(['author', 'chair', 'member'] as const)('is not for the %s', async who => {
    expect(await record(given({ exportedAt: LATER }), who)).toMatchObject({ ok: false });
  });
});
