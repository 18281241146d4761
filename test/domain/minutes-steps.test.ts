import {
  addendumProblem,
  approveMinutes,
  isApproved,
  mayAdd,
  minutesAwait,
  shownTo,
} from '../../src/domain/minutes-steps';
import { aCase, aDisqualification } from '../builders/cases';
import { caseCode, caseId, decisionId, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { aMinutedItem, someMinutes } from '../builders/minutes';

const APPROVED = { by: personId('moteleder'), at: NOON };
const WRONG = { ok: false, error: { kind: 'wrong-state' } };
const approved = anEndedMeeting({ approved: APPROVED });
const READER = personId('medlem-dps');

describe('approveMinutes', () => {
  it('locks those of a meeting that is over, once', () => {
    expect(approveMinutes(anEndedMeeting(), APPROVED)).toEqual({ ok: true, value: approved });
    for (const meeting of [approved, aRunningMeeting(), aMeeting()])
      expect(approveMinutes(meeting, APPROVED)).toEqual(WRONG);
  });
});

describe('isApproved', () => {
  it('is so from then on', () => {
    expect([approved, anEndedMeeting(), aRunningMeeting()].map(isApproved)).toEqual([true, false, false]);
  });
});

describe('addendumProblem', () => {
  it.each([
    ['', 'missing'],
    ['x'.repeat(201), 'too-long'],
    ['01019012345', 'holds-number'],
    ['x'.repeat(200), undefined],
  ])('%j: %s', (text, problem) => {
    expect(addendumProblem(text)).toBe(problem);
  });
});

describe('mayAdd', () => {
  it('takes a text that is fit, when the minutes are locked', () => {
    expect(mayAdd(approved, 'Rettelse')).toEqual({ ok: true, value: approved });
    expect(mayAdd(approved, '')).toEqual(WRONG);
    expect(mayAdd(anEndedMeeting(), 'Rettelse')).toEqual(WRONG);
  });
});

describe('minutesAwait', () => {
  it('tells who led the meeting', () => {
    expect(minutesAwait(anEndedMeeting())).toEqual({
      kind: 'meeting-notice',
      to: 'moteleder',
      meetingId: meetingId(),
      about: 'approve-minutes',
    });
  });
});

describe('shownTo', () => {
  const minutes = someMinutes({
    items: [aMinutedItem(), aMinutedItem({ caseId: caseId('two'), number: 2 })],
  });
  const shown = (kase: ReturnType<typeof aCase> | undefined) =>
    shownTo(minutes, READER, id => (id === caseId() ? kase : aCase({ id: caseId('two') })));
  const gone = { number: 1, code: caseCode(), gone: true };

  it('is all of it while the cases go on', () => {
    expect(shown(aCase())).toEqual({ ...minutes, partial: false });
  });

  it('leaves out what the reader is disqualified on, and says that something is', () => {
    expect(shown(aCase({ disqualified: [aDisqualification(READER)] }))).toEqual({
      ...minutes,
      items: [minutes.items[1]],
      partial: true,
    });
  });

  it('says no more of a case that has ended since, or is not there', () => {
    expect(shown(aCase({ state: 'withdrawn' }) as never).items[0]).toEqual(gone);
    expect(shown(undefined)).toMatchObject({ items: [gone, { number: 2 }], partial: false });
  });

  it('says that a candidate was not taken in, where that is what was decided here', () => {
    const outcome = { kind: 'declined', reason: 'outside' } as const;
    const items = [aMinutedItem({ decision: { id: decisionId(), question: 'intake', outcome } })];
    const by = (id: string) =>
      shownTo({ ...minutes, items }, READER, () => aCase({ state: 'declined', decision: decisionId(id) }));

    expect(by('decision').items).toEqual(items);
    expect(by('another').items).toEqual([gone]);
  });
});
