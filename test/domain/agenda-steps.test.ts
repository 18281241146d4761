import fc from 'fast-check';
import { addToAgenda, moved, takeOffAgenda } from '../../src/domain/agenda-steps';
import { aCase } from '../builders/cases';
import { caseId, day, meetingId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';

describe('addToAgenda', () => {
  it('is remembered for that meeting only', () => {
    const added = addToAgenda(aCase({ state: 'mapping' }), aMeeting());

    expect(added).toMatchObject({ ok: true, value: { byHand: { wants: 'on', meetingId: meetingId() } } });
  });

  it.each([
    ['it stands there already', aCase({ state: 'mapping', meetingId: meetingId() }), aMeeting()],
    ['the meeting runs', aCase({ state: 'mapping' }), aRunningMeeting()],
    ['it was postponed: then it is returned', aCase({ state: 'deferred' }), aMeeting()],
    ['it has ended', aCase({ state: 'withdrawn' }), aMeeting()],
    ['it waits', aCase({ state: 'mapping', pausedUntil: day('2026-12-10') }), aMeeting()],
    ['somebody could be recognised', aCase({ state: 'ready-for-review', recognisable: true }), aMeeting()],
  ])('is refused when %s', (_, kase, meeting) => {
    expect(addToAgenda(kase, meeting)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });
});

describe('takeOffAgenda', () => {
  it('clears the place it had there, and says why', () => {
    const taken = takeOffAgenda(aCase({ state: 'mapping', meetingId: meetingId() }), aMeeting(), 'service');

    expect(taken).toMatchObject({
      ok: true,
      value: { byHand: { wants: 'off', meetingId: meetingId(), reason: 'service' } },
    });
    expect(taken.ok && 'meetingId' in taken.value).toBe(false);
  });

  it('leaves the meeting that took it up before', () => {
    const before = meetingId('2026-10-06');

    const taken = takeOffAgenda(aCase({ state: 'active', meetingId: before }), aMeeting(), 'time');

    expect(taken).toMatchObject({ ok: true, value: { meetingId: before } });
  });

  it('is refused once the meeting runs', () => {
    expect(takeOffAgenda(aCase({ state: 'mapping' }), aRunningMeeting(), 'time').ok).toBe(false);
  });
});

describe('moved', () => {
  const [a, b, c] = ['a', 'b', 'c'].map(name => caseId(name));
  const list = [a, b, c].flatMap(id => (id === undefined ? [] : [id]));
  const move = (id = a, after?: typeof a) => moved(list, { caseId: id ?? caseId(), after });

  it('puts it first, last, or after another', () => {
    expect(move(c)).toEqual([c, a, b]);
    expect(move(a, c)).toEqual([b, c, a]);
    expect(move(a, b)).toEqual([b, a, c]);
  });

  it('leaves the list as it is after itself, or after what is not there', () => {
    expect(move(a, a)).toEqual(list);
    expect(move(a, caseId('other'))).toEqual(list);
    expect(move(caseId('other'))).toEqual(list);
  });

  it('never loses a case, nor doubles one', () => {
    const names = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 });

    fc.assert(
      fc.property(names, fc.nat({ max: 30 }), fc.option(fc.nat({ max: 30 })), (drawn, which, after) => {
        const before = drawn.map(n => caseId(String(n)));
        const move = {
          caseId: caseId(String(which)),
          after: after === null ? undefined : caseId(String(after)),
        };

        expect([...moved(before, move)].sort()).toEqual([...before].sort());
      }),
    );
  });
});
