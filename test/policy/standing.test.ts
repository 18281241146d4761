import { briefOf } from '../../src/domain/action';
import { owns, standingAtLarge, standingInMeeting, standingOnCase } from '../../src/policy/standing';
import { aCase, anAction } from '../builders/cases';
import { personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

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

    expect(standingOnCase(me, aCase({ author: me.id, presented: true, disqualified: [me.id] }))).toEqual([]);
  });

  it('does not make a chair of a case that has been on no agenda', () => {
    const chair = aPerson({ id: personId('moteleder'), roles: [] });

    expect(standingOnCase(chair, aCase(), aMeeting())).toEqual([]);
    expect(standingOnCase(chair, aCase({ presented: true }), aMeeting())).toEqual(['chair']);
    expect(standingOnCase(chair, aCase({ presented: true }))).toEqual([]);
  });

  it('is nothing by a role alone', () => {
    const roles = ['referrer', 'leader', 'steering', 'privacy-officer', 'admin'] as const;

    expect(standingOnCase(aPerson({ id: personId('noen'), roles }), aCase({ presented: true }))).toEqual([]);
  });
});

describe('standingInMeeting', () => {
  it('is the chair of this meeting, and the roles', () => {
    const chair = aMember({ id: personId('moteleder') });

    expect(standingInMeeting(chair, aMeeting())).toEqual(['chair', 'member']);
    expect(standingInMeeting(aMember(), aMeeting())).toEqual(['member']);
  });
});
