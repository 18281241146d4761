import { EARLY_TITLES } from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { type Case, CASE_STATES } from '../../src/domain/case';
import { isAllowedByRole, isEverAllowed, judge, may, type Question } from '../../src/policy/may';
import { ACTION_OPERATIONS, CASE_OPERATIONS } from '../../src/policy/operations';
import { type Person } from '../../src/domain/people';
import { aCase, aDisqualification, anAction, anItem } from '../builders/cases';
import { agencyId, day, meetingId, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { aDraft } from '../builders/referrals';

/** The refusals people would notice, said one by one: no table is between them and domain.md. */
describe('may, denying by default', () => {
  const onAgenda = aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() });
  const askedOf = (kase: Case): readonly Question[] =>
    CASE_OPERATIONS.map(ask => ({ about: 'case', ask, kase }));
  const allowedIn = (person: Person, kase: Case): readonly string[] =>
    askedOf(kase)
      .filter(question => may(person, question))
      .map(({ ask }) => ask);

  it('lets someone removed do nothing at all', () => {
    const removedOn = day('2026-12-03');
    const coordinator = aCoordinator({ removedOn, roles: ['coordinator', 'admin', 'referrer'] });
    const questions: readonly Question[] = [
      ...askedOf(onAgenda),
      { about: 'self', ask: 'list-my-actions' },
      { about: 'role', ask: 'open-inbox' },
      { about: 'role', ask: 'save-person' },
      { about: 'draft', ask: 'edit-draft', draft: aDraft({ author: coordinator.id }) },
      { about: 'meeting', ask: 'publish-agenda', meeting: aMeeting() },
    ];

    expect(questions.filter(question => may(coordinator, question))).toEqual([]);
    const { removedOn: _, ...again } = coordinator;
    expect(questions.filter(question => may(again, question)).length).toBeGreaterThan(8);
  });

  it('lets someone disqualified do nothing on the case, and everything they may on another', () => {
    const coordinator = aCoordinator();
    const closed = { ...onAgenda, disqualified: [aDisqualification(coordinator.id)] };

    expect(allowedIn(coordinator, closed)).toEqual([]);
    expect(allowedIn(coordinator, onAgenda).length).toBeGreaterThan(3);
  });

  it('lets a disqualified chair decide nothing on the item, and lead the rest of the meeting', () => {
    const chair = aMember({ id: personId('moteleder') });
    const meeting = aRunningMeeting();
    const kase = { ...onAgenda, disqualified: [aDisqualification(chair.id)] };

    expect(may(chair, { about: 'item', ask: 'record-decision', kase, item: anItem(), meeting })).toBe(false);
    expect(
      may(chair, { about: 'item', ask: 'record-decision', kase: onAgenda, item: anItem(), meeting }),
    ).toBe(true);
    expect(may(chair, { about: 'meeting', ask: 'end-meeting', meeting })).toBe(true);
  });

  it('lets a disqualified owner not even see the task', () => {
    const owner = aPerson({ id: personId('ansvarlig'), roles: [] });
    const kase = aCase({ state: 'active', disqualified: [aDisqualification(owner.id)] });

    expect(
      ACTION_OPERATIONS.filter(ask => may(owner, { about: 'action', ask, kase, action: anAction() })),
    ).toEqual([]);
  });

  it('gives a member nothing until the case has been on an agenda', () => {
    expect(allowedIn(aMember(), aCase({ state: 'ready-for-review' }))).toEqual([]);
    expect(allowedIn(aMember(), onAgenda)).toEqual([
      'open-case',
      'open-item',
      'open-consent',
      'open-innspill',
      'open-mapping',
      'open-plan',
      'open-incidents',
      'declare-disqualified',
      'create-action',
      'record-gap',
      'record-incident',
      'settle-incident',
    ]);
  });

  it('gives a member without a seat nothing at all', () => {
    const { seat: _, ...unseated } = aMember();

    expect(allowedIn(unseated, onAgenda)).toEqual([]);
  });

  it('gives colleagues of the author, at the same agency, nothing', () => {
    expect(allowedIn(aPerson({ id: personId('kollega') }), onAgenda)).toEqual([]);
  });

  it.each([['leader'], ['steering'], ['admin']] as const)('gives no case to the role %s', role => {
    expect(allowedIn(aPerson({ id: personId('noen'), roles: [role] }), onAgenda)).toEqual([]);
  });

  it('gives the author the own draft only while they may refer at all', () => {
    const draft = aDraft();

    expect(may(aPerson(), { about: 'draft', ask: 'submit-referral', draft })).toBe(true);
    expect(may(aPerson({ roles: ['member'] }), { about: 'draft', ask: 'submit-referral', draft })).toBe(
      false,
    );
    expect(
      may(aPerson({ id: personId('en-annen') }), { about: 'draft', ask: 'submit-referral', draft }),
    ).toBe(false);
    expect(may(aCoordinator(), { about: 'draft', ask: 'edit-draft', draft })).toBe(false);
  });

  it.each(ACTION_TITLES)('before consent lets a task be one of four neutral beginnings: %s', title => {
    const action = { title, agency: agencyId('kronstad-dps') };
    const asked = (kase: Case): Question => ({ about: 'case', ask: 'create-action', kase, action });

    expect(may(aMember(), asked(onAgenda))).toBe(EARLY_TITLES.includes(title));
    expect(may(aMember(), asked(aCase({ state: 'mapping', presented: true })))).toBe(true);
  });

  it('lets a member give tasks to the own agency, and a chair to any', () => {
    const action = { title: 'arrange-meeting', agency: agencyId('innsatsgruppen') } as const;
    const asked = { about: 'case', ask: 'create-action', kase: onAgenda, action } as const;
    const chair = aMember({ id: personId('moteleder') });

    expect(may(aMember(), asked)).toBe(false);
    expect(may(chair, asked)).toBe(false);
    expect(may(chair, { ...asked, meeting: aMeeting() })).toBe(true);
  });
});

describe('may, of asking again', () => {
  const refused = aCase({ state: 'consent-refused', askAgainAfter: day('2027-03-04') });
  const asks = (today?: string, kase: Case = refused): boolean =>
    may(aCoordinator(), {
      about: 'case',
      ask: 'ask-again',
      kase,
      ...(today === undefined ? {} : { today: day(today) }),
    });

  it('is from the date on, and never without knowing the day', () => {
    expect([asks('2027-03-03'), asks('2027-03-04'), asks('2027-03-05')]).toEqual([false, true, true]);
    expect(asks()).toBe(false);
    expect(asks('2027-03-05', aCase({ state: 'declined' }))).toBe(false);
  });
});

describe('judge', () => {
  it('names the rule that gave the answer, by the standing it rests on', () => {
    const { id: author, agency: origin } = aCoordinator();
    const kase = aCase({ state: 'ready-for-review', presented: true, author, origin });

    expect(judge(aCoordinator(), { about: 'case', ask: 'mark-urgent', kase })).toEqual({
      allowed: true,
      rule: 'mark-urgent/author',
    });
    expect(judge(aCoordinator(), { about: 'case', ask: 'request-information', kase })).toEqual({
      allowed: true,
      rule: 'request-information/coordinator',
    });
    expect(judge(aPerson(), { about: 'self', ask: 'choose-language' })).toEqual({
      allowed: true,
      rule: 'choose-language/self',
    });
  });

  it('names none when the answer is no, and so tells nothing of why', () => {
    const kase = aCase();
    const refusals = [
      judge(aMember(), { about: 'case', ask: 'open-case', kase }),
      judge(aPerson(), {
        about: 'case',
        ask: 'open-case',
        kase: { ...kase, disqualified: [aDisqualification(aPerson().id)] },
      }),
      judge(aPerson(), { about: 'case', ask: 'add-information', kase: aCase({ state: 'concluded' }) }),
      judge(aPerson({ removedOn: day('2026-12-01') }), { about: 'self', ask: 'show-help' }),
    ];

    expect(refusals).toEqual(refusals.map(() => ({ allowed: false, rule: 'none' })));
  });
});

describe('isEverAllowed', () => {
  it('is whether somebody may, in that state', () => {
    expect(CASE_STATES.filter(state => isEverAllowed('mark-ready', state))).toEqual(['submitted']);
  });
});

describe('isAllowedByRole', () => {
  it('is the coordinator and the privacy officer for the access log, and nobody removed', () => {
    const officer = aPerson({ roles: ['privacy-officer'] });
    const both = aCoordinator({ roles: ['admin', 'coordinator'] });
    const people = [both, officer, aPerson(), { ...officer, removedOn: day('2026-12-01') }];

    expect(people.map(person => isAllowedByRole(person, 'open-access-log'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
