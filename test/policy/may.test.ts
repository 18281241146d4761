import { type Action, EARLY_TITLES } from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { endMeeting, type Meeting } from '../../src/domain/meeting';
import { type Person } from '../../src/domain/people';
import { judge, may, type NewAction, type Question } from '../../src/policy/may';
import {
  ACTION_OPERATIONS,
  CASE_OPERATIONS,
  DRAFT_OPERATIONS,
  FREE_OPERATIONS,
  ITEM_OPERATIONS,
  MEETING_OPERATIONS,
  ROLE_OPERATIONS,
} from '../../src/policy/operations';
import { aCase, aDecision, anAction, anItem, doneAction } from '../builders/cases';
import { agencyId, day, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { aDraft } from '../builders/referrals';
import { allows, OPERATIONS_KNOWN } from './oracle';
import { everyCase, everyone, ME, OWNERS, SOMEBODY } from './people-and-cases';

const ASKED = [
  ...FREE_OPERATIONS,
  ...ROLE_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...CASE_OPERATIONS,
  ...MEETING_OPERATIONS,
  ...ITEM_OPERATIONS,
  ...ACTION_OPERATIONS,
];

const told = ({ id: _, name: __, identities: ___, ...person }: Person, question: Question): string =>
  JSON.stringify({ question, person });

type Compared = { readonly differing: readonly string[]; readonly answers: readonly boolean[] };
/** What a comparison that means something ends in: no difference, and both answers were given. */
const AGREED: Compared = { differing: [], answers: [false, true] };
/** Every question put to everyone, to the program and to domain.md: the first differences, and the answers given. */
const compared = (questions: readonly Question[]): Compared => {
  const answers = everyone().flatMap(person =>
    questions.map(question => ({
      is: may(person, question),
      shall: allows(person, question),
      tell: () => told(person, question),
    })),
  );
  return {
    differing: answers
      .filter(({ is, shall }) => is !== shall)
      .slice(0, 3)
      .map(({ tell }) => tell()),
    answers: [false, true].filter(answer => answers.some(({ is }) => is === answer)),
  };
};

const ended = (meeting: Meeting): Meeting => {
  const done = endMeeting(meeting, NOON);
  if (!done.ok) throw new Error('a running meeting can end');
  return done.value;
};
/** The rules of items and tasks read no state: some of each kind are enough. */
const SOME_STATES = ['ready-for-review', 'mapping', 'declined'] as const;
const MEETINGS = [ME, SOMEBODY].flatMap(chair => [
  aMeeting({ chair }),
  aRunningMeeting({ chair }),
  ended(aRunningMeeting({ chair })),
]);

describe('the operations', () => {
  it('are all in domain.md §15, as the oracle tells it, and no others are', () => {
    expect(OPERATIONS_KNOWN.toSorted()).toEqual(ASKED.toSorted());
  });
});

describe('may', () => {
  it.each(FREE_OPERATIONS)('%s is as domain.md §15 says: everyone in the directory', ask => {
    expect(compared([{ about: 'self', ask }])).toEqual(AGREED);
  });

  it.each(ROLE_OPERATIONS)('%s is as domain.md §15 says', ask => {
    expect(compared([{ about: 'role', ask }])).toEqual(AGREED);
  });

  it.each(DRAFT_OPERATIONS)('%s is as domain.md §15 says', ask => {
    const drafts = [ME, SOMEBODY].map(author => aDraft({ author }));

    expect(compared(drafts.map(draft => ({ about: 'draft', ask, draft })))).toEqual(AGREED);
  });

  it.each(CASE_OPERATIONS)('%s is as domain.md §15 says, whoever asks, whatever the case', ask => {
    const alone = everyCase().map(kase => ({ about: 'case', ask, kase }) as const);
    const inMeeting = everyCase().map(
      kase => ({ about: 'case', ask, kase, meeting: aMeeting({ chair: ME }) }) as const,
    );

    expect(compared([...alone, ...inMeeting])).toEqual(AGREED);
  });

  it('create-action is as domain.md §15 says of the title and of whose task it becomes', () => {
    const actions: readonly NewAction[] = (['arrange-meeting', 'clarify-living'] as const).flatMap(title =>
      ['sosiale-tjenester', 'kronstad-dps'].map(agency => ({ title, agency: agencyId(agency) })),
    );
    const meetings = [{}, { meeting: aMeeting({ chair: ME }) }, { meeting: aMeeting({ chair: SOMEBODY }) }];

    const questions = everyCase().flatMap(kase =>
      actions.flatMap(action =>
        meetings.map(meeting => ({ about: 'case', ask: 'create-action', kase, action, ...meeting }) as const),
      ),
    );

    expect(compared(questions)).toEqual(AGREED);
  });

  it.each(MEETING_OPERATIONS)('%s is as domain.md §15 says', ask => {
    expect(compared(MEETINGS.map(meeting => ({ about: 'meeting', ask, meeting })))).toEqual(AGREED);
  });

  it.each(ITEM_OPERATIONS)('%s is as domain.md §15 says', ask => {
    const items: readonly AgendaItem[] = [
      anItem(),
      anItem({ closed: true }),
      anItem({ decision: aDecision() }),
    ];

    const questions = everyCase(SOME_STATES).flatMap(kase =>
      items.flatMap(item => MEETINGS.map(meeting => ({ about: 'item', ask, kase, item, meeting }) as const)),
    );

    expect(compared(questions)).toEqual(AGREED);
  });

  it.each(ACTION_OPERATIONS)('%s is as domain.md §15 says', ask => {
    const actions: readonly Action[] = OWNERS.flatMap(owned => [
      anAction(owned),
      { ...anAction(owned), state: 'blocked', gap: 'housing' } as const,
      doneAction(owned),
      { ...anAction(owned), state: 'cancelled' } as const,
    ]);

    const questions = everyCase(SOME_STATES).flatMap(kase =>
      actions.map(action => ({ about: 'action', ask, kase, action }) as const),
    );

    expect(compared(questions)).toEqual(AGREED);
  });
});

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
    const closed = { ...onAgenda, disqualified: [coordinator.id] };

    expect(allowedIn(coordinator, closed)).toEqual([]);
    expect(allowedIn(coordinator, onAgenda).length).toBeGreaterThan(3);
  });

  it('lets a disqualified chair decide nothing on the item, and lead the rest of the meeting', () => {
    const chair = aMember({ id: personId('moteleder') });
    const meeting = aRunningMeeting();
    const kase = { ...onAgenda, disqualified: [chair.id] };

    expect(may(chair, { about: 'item', ask: 'record-decision', kase, item: anItem(), meeting })).toBe(false);
    expect(
      may(chair, { about: 'item', ask: 'record-decision', kase: onAgenda, item: anItem(), meeting }),
    ).toBe(true);
    expect(may(chair, { about: 'meeting', ask: 'end-meeting', meeting })).toBe(true);
  });

  it('lets a disqualified owner not even see the task', () => {
    const owner = aPerson({ id: personId('ansvarlig'), roles: [] });
    const kase = aCase({ state: 'active', disqualified: [owner.id] });

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
      'create-action',
    ]);
  });

  it('gives a member without a seat nothing at all', () => {
    const { seat: _, ...unseated } = aMember();

    expect(allowedIn(unseated, onAgenda)).toEqual([]);
  });

  it('gives colleagues of the author, at the same agency, nothing', () => {
    expect(allowedIn(aPerson({ id: personId('kollega') }), onAgenda)).toEqual([]);
  });

  it.each([['leader'], ['steering'], ['privacy-officer'], ['admin']] as const)(
    'gives no case to the role %s',
    role => {
      expect(allowedIn(aPerson({ id: personId('noen'), roles: [role] }), onAgenda)).toEqual([]);
    },
  );

  it('gives the author the own draft only while they may refer at all', () => {
    const draft = aDraft();

    expect(may(aPerson(), { about: 'draft', ask: 'submit-referral', draft })).toBe(true);
    expect(may(aPerson({ roles: ['member'] }), { about: 'draft', ask: 'submit-referral', draft })).toBe(
      false,
    );
    expect(may(aPerson({ id: SOMEBODY }), { about: 'draft', ask: 'submit-referral', draft })).toBe(false);
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
      judge(aPerson(), { about: 'case', ask: 'open-case', kase: { ...kase, disqualified: [aPerson().id] } }),
      judge(aPerson(), { about: 'case', ask: 'add-information', kase: aCase({ state: 'concluded' }) }),
      judge(aPerson({ removedOn: day('2026-12-01') }), { about: 'self', ask: 'show-help' }),
    ];

    expect(refusals).toEqual(refusals.map(() => ({ allowed: false, rule: 'none' })));
  });
});
