import { endMeeting } from '../../src/domain/meeting';
import { briefOf } from '../../src/domain/action';
import {
  owns,
  standingAtLarge,
  standingForSeat,
  standingInAction,
  standingInDraft,
  standingInMeeting,
  standingInSharing,
  standingOnCase,
  worksOn,
} from '../../src/policy/standing';
import { aCase, aDisqualification, anAction, aSharing } from '../builders/cases';
import { agencyId, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { aDraft } from '../builders/referrals';

describe('owns', () => {
  it('is the owner and the stand-in', () => {
    const task = anAction({ owner: personId('ansvarlig'), standIn: personId('vikar') });
    const people = ['ansvarlig', 'vikar', 'koordinator'].map(id => aPerson({ id: personId(id) }));

    expect(people.map(person => owns(person, task))).toEqual([true, true, false]);
  });
});

describe('standingAtLarge', () => {
  it('is the roles in the directory, and none of what one is to a subject', () => {
    expect(standingAtLarge(aCoordinator({ roles: ['coordinator', 'admin'] }))).toEqual([
      'coordinator',
      'admin',
    ]);
  });
});

describe('standingOnCase', () => {
  it('is everything someone is to the case at once', () => {
    const me = aMember({ roles: ['member', 'coordinator'] });
    const actions = [briefOf(anAction({ owner: me.id }))];

    const standings = standingOnCase(
      me,
      aCase({ author: me.id, origin: me.agency, presented: true, actions }),
      aMeeting({ chair: me.id }),
    );

    expect(standings).toEqual(['author', 'coordinator', 'member', 'chair', 'owner']);
  });

  it('is not author for someone who has left the agency that the referral came from', () => {
    const me = aPerson({ agency: aMember().agency });

    const standings = standingOnCase(me, aCase({ author: me.id, origin: aCoordinator().agency }));

    expect(standings).toEqual([]);
  });

  it('is nothing for someone disqualified, whatever else they are', () => {
    const me = aMember({ roles: ['member', 'coordinator'] });

    expect(
      standingOnCase(me, aCase({ author: me.id, presented: true, disqualified: [aDisqualification(me.id)] })),
    ).toEqual([]);
  });

  it('does not make a chair of a case that has been on no agenda', () => {
    const chair = aPerson({ id: personId('moteleder'), roles: ['member'] });

    expect(standingOnCase(chair, aCase(), aMeeting())).toEqual([]);
    expect(standingOnCase(chair, aCase({ presented: true }), aMeeting())).toEqual(['chair']);
    expect(standingOnCase(chair, aCase({ presented: true }))).toEqual([]);
  });

  it('makes a chair of what the own meeting takes up or could, and not of what stands on another agenda', () => {
    const chair = aPerson({ id: personId('moteleder'), roles: ['member'] });
    const elsewhere = aCase({ presented: true, meetingId: meetingId('2026-12-23') });
    const here = { ...elsewhere, meetingId: meetingId() };

    expect(standingOnCase(chair, elsewhere, aMeeting())).toEqual([]);
    expect(standingOnCase(chair, here, aMeeting())).toEqual(['chair']);
    expect(standingOnCase(chair, elsewhere, aMeeting({ agenda: [elsewhere.id] }))).toEqual([]);
  });

  it('makes a chair of what an earlier meeting had up, as long as it has been on an agenda', () => {
    const chair = aPerson({ id: personId('moteleder'), roles: ['member'] });
    const before = aCase({ presented: true, meetingId: meetingId('2026-11-25') });

    expect(standingOnCase(chair, before, aMeeting())).toEqual(['chair']);
    expect(standingOnCase(chair, before, aMeeting({ chair: personId('annen') }))).toEqual([]);
    expect(standingOnCase(chair, { ...before, presented: false }, aMeeting())).toEqual([]);
  });

  it('makes no chair when the meeting is over, or of somebody who takes part no longer', () => {
    const here = aCase({ presented: true, meetingId: meetingId() });
    const running = aRunningMeeting();
    const over = endMeeting(running, NOON);
    const chair = aPerson({ id: personId('moteleder'), roles: ['coordinator'] });

    expect(standingOnCase(chair, here, running)).toContain('chair');
    expect(over.ok && standingOnCase(chair, here, over.value)).not.toContain('chair');
    expect(standingOnCase({ ...chair, roles: ['referrer'] }, here, running)).toEqual([]);
  });

  it('is receiver for whoever was once sent something, also when it has shut', () => {
    const police = aPerson({ id: personId('medlem-politi'), roles: [] });
    const ended = aSharing({ to: [police.id], endedAt: NOON });

    expect(standingOnCase(police, aCase({ sharings: [ended] }))).toEqual(['receiver']);
    expect(standingOnCase(aPerson({ id: personId('noen') }), aCase({ sharings: [ended] }))).toEqual([]);
  });

  it('is nothing by a role alone, but for the privacy officer’s, which opens the log', () => {
    const roles = ['referrer', 'leader', 'steering', 'admin'] as const;
    const officer = aPerson({ id: personId('ombud'), roles: ['privacy-officer'] });

    expect(standingOnCase(officer, aCase())).toEqual(['privacy-officer']);

    expect(standingOnCase(aPerson({ id: personId('noen'), roles }), aCase({ presented: true }))).toEqual([]);
  });
});

describe('standingInMeeting', () => {
  it('is the chair of this meeting, and the roles', () => {
    const chair = aMember({ id: personId('moteleder') });

    expect(standingInMeeting(chair, aMeeting())).toEqual(['chair', 'member']);
    expect(standingInMeeting(aMember(), aMeeting())).toEqual(['member']);
  });

  it('is no chair for somebody who takes part no longer, as a member or the coordinator', () => {
    const left = aPerson({ id: personId('moteleder'), roles: ['referrer'] });

    expect(standingInMeeting(left, aMeeting())).toEqual(['referrer']);
    expect(standingInMeeting({ ...left, roles: ['coordinator'] }, aMeeting())).toContain('chair');
  });
});

describe('worksOn', () => {
  it('is for those assigned, and not as an owner, a chair or a receiver only', () => {
    expect((['author', 'coordinator', 'member'] as const).map(one => worksOn([one]))).toEqual([
      true,
      true,
      true,
    ]);
    expect(worksOn(['owner', 'chair', 'receiver', 'privacy-officer'])).toBe(false);
  });
});

describe('standingInSharing', () => {
  const kase = aCase({ presented: true });
  const leader = aMember({ roles: ['leader', 'member'] });

  it('is sharer and its leader in the agency that shared, and receiver for whom it names', () => {
    const both = aSharing({ to: [leader.id], by: personId('en-annen') });

    expect(standingInSharing(leader, kase, both)).toEqual(['sharer', 'sharing-leader', 'receiver']);
    expect(standingInSharing(leader, kase, { ...both, from: agencyId('rusmedisin') })).toEqual(['receiver']);
    expect(standingInSharing(aMember(), kase, aSharing())).toEqual(['sharer']);
    expect(standingInSharing(aMember({ roles: ['leader'] }), kase, both)).toEqual([
      'sharing-leader',
      'receiver',
    ]);
    expect(standingInSharing(aCoordinator(), kase, aSharing())).toEqual([]);
  });

  it('is no leader of what they shared themselves: nobody judges their own', () => {
    const own = aSharing({ by: leader.id });

    expect(standingInSharing(leader, kase, own)).toEqual(['sharer']);
  });

  it('is nothing for someone disqualified', () => {
    const shut = { ...kase, disqualified: [aDisqualification(leader.id)] };

    expect(standingInSharing(leader, shut, aSharing({ to: [leader.id] }))).toEqual([]);
  });
});

describe('standingForSeat', () => {
  const seat = { id: seatId('dps'), name: 'Kronstad DPS', agency: agencyId('kronstad-dps') };
  const registrar = aPerson({ id: personId('registrar'), roles: [] });
  const registered = { ...seat, registrar: registrar.id };

  it('is its holder, and who registers for it, once the case has been on an agenda', () => {
    const kase = aCase({ presented: true });

    expect(standingForSeat(aMember(), kase, seat)).toEqual(['asked-seat']);
    expect(standingForSeat(registrar, kase, registered)).toEqual(['registrar']);
    expect(standingForSeat(registrar, kase, seat)).toEqual([]);
    expect(standingForSeat(aMember({ seat: seatId('sosial') }), kase, seat)).toEqual([]);
    expect(standingForSeat(aMember(), kase, undefined)).toEqual([]);
    expect([aMember(), registrar].map(person => standingForSeat(person, aCase(), registered))).toEqual([
      [],
      [],
    ]);
  });

  it('is nothing for someone disqualified', () => {
    const kase = aCase({ presented: true, disqualified: [aDisqualification(registrar.id)] });

    expect(standingForSeat(registrar, kase, registered)).toEqual([]);
  });
});

describe('standingInDraft', () => {
  it('is its author, while they refer', () => {
    expect(standingInDraft(aPerson(), aDraft())).toEqual(['author']);
    expect(standingInDraft(aPerson({ roles: [] }), aDraft())).toEqual([]);
    expect(standingInDraft(aPerson({ id: personId('en-annen') }), aDraft())).toEqual([]);
  });
});

describe('standingInAction', () => {
  const action = anAction({ owner: personId('innmelder'), proposed: personId('koordinator') });

  it('is its owner, who is asked to take it over, and the coordinator', () => {
    expect(standingInAction(aPerson(), aCase(), action)).toEqual(['owner']);
    expect(standingInAction(aCoordinator(), aCase(), action)).toEqual(['proposed', 'coordinator']);
    expect(standingInAction(aMember(), aCase(), action)).toEqual([]);
  });

  it('is nothing for someone disqualified', () => {
    const kase = aCase({ disqualified: [aDisqualification(aCoordinator().id)] });

    expect(standingInAction(aCoordinator(), kase, action)).toEqual([]);
  });
});
