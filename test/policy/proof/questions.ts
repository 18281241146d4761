import { type Action } from '../../../src/domain/action';
import { type Case, type CaseState } from '../../../src/domain/case';
import { GAP_STATES } from '../../../src/domain/gap';
import { type AgencyId, type PersonId } from '../../../src/domain/ids';
import { endMeeting, type Meeting } from '../../../src/domain/meeting';
import { type Seat } from '../../../src/domain/people';
import { type Sharing } from '../../../src/domain/sharing';
import * as operations from '../../../src/policy/operations';
import { type Kind, type NewAction, type Question } from '../../../src/policy/questions';
import { aDecision, anAction, anItem, aSharing, doneAction } from '../../builders/cases';
import { agencyId, caseId, day, instant, NOON, seatId } from '../../builders/ids';
import { aMeeting, aRunningMeeting } from '../../builders/meetings';
import { aDraft } from '../../builders/referrals';
import { casesFor, type Circumstance, NOW, FEW } from './cases';
import { AGENCIES, ME, MY_SEAT, type Reader, SOMEBODY, tied } from './readers';

/** How much of everything there is: all of it, or enough to notice. */
export type Breadth = {
  readonly readers: readonly Reader[];
  readonly origins: readonly AgencyId[];
  readonly states: readonly CaseState[];
  readonly circumstances: readonly Circumstance[];
};
type Ask<Operation extends string> = readonly Operation[];

const EVERY_MEETING = (chair: PersonId): readonly Meeting[] => {
  const running = aRunningMeeting({ chair });
  const ended = endMeeting(running, NOON);
  return ended.ok ? [aMeeting({ chair }), running, ended.value] : [];
};
const MEETINGS = new Map([ME, SOMEBODY].map(chair => [chair, EVERY_MEETING(chair)] as const));
/** Planned, running and ended, led by me when I am the chair. */
const meetingsFor = (reader: Reader): readonly Meeting[] => MEETINGS.get(tied(reader, 'chair')) ?? [];

/** Every case this reader could stand before. */
function* casesOf(reader: Reader, { origins, circumstances, states }: Breadth): Generator<Case> {
  for (const origin of origins)
    for (const like of circumstances) yield* casesFor(reader, origin, { like, states });
}

const NEW_ACTIONS: readonly NewAction[] = (['arrange-meeting', 'clarify-living'] as const).flatMap(title =>
  ['sosiale-tjenester', 'kronstad-dps'].map(agency => ({ title, agency: agencyId(agency) })),
);
/** Of a new task its title and whose it becomes; of what waits for a date the day before it and the day. */
const BESIDES: Readonly<Record<string, readonly object[]>> = {
  'create-action': [{}, ...NEW_ACTIONS.map(action => ({ action }))],
  'ask-again': [{}, ...['2026-12-03', '2026-12-04', '2027-03-04'].map(today => ({ today: day(today) }))],
};
/** Not told which meeting, told it, and one whose agenda the case has stood on. */
const ledBy = (reader: Reader, meeting: Meeting): readonly { readonly meeting?: Meeting }[] =>
  reader.is.includes('chair')
    ? [{}, { meeting }, { meeting: { ...meeting, agenda: [caseId()] } }]
    : [{ meeting }];

const beside = (reader: Reader, ask: string): readonly object[] =>
  meetingsFor(reader)
    .slice(0, 1)
    .flatMap(meeting => ledBy(reader, meeting))
    .flatMap(led => (BESIDES[ask] ?? [{}]).map(more => ({ ...led, ...more })));

function* ofCases(
  asks: Ask<operations.CaseOperation>,
  reader: Reader,
  breadth: Breadth,
): Generator<Question> {
  const asked = asks.flatMap(ask =>
    beside(reader, ask).map(more => ({ about: 'case', ask, ...more }) as const),
  );
  for (const kase of casesOf(reader, breadth)) for (const one of asked) yield { ...one, kase };
}

const few = (breadth: Breadth): Breadth => ({
  ...breadth,
  circumstances: breadth.circumstances.filter(like => FEW.includes(like)),
});
/** Where nothing depends on where the case came from. */
const fromOne = (breadth: Breadth): Breadth => ({ ...breadth, origins: breadth.origins.slice(0, 1) });

const ITEMS = [anItem(), anItem({ closed: true }), anItem({ decision: aDecision() })];
/** None, one's own and another's; each with and without somebody who registers for it. */
const seatsFor = (reader: Reader): readonly { readonly seat?: Seat }[] => [
  {},
  ...[MY_SEAT, seatId('et-annet')].flatMap(id =>
    [{}, { registrar: tied(reader, 'registrar') }].map(registrar => ({
      seat: { id, name: id, agency: reader.person.agency, ...registrar },
    })),
  ),
];
function* ofItems(
  asks: Ask<operations.ItemOperation>,
  reader: Reader,
  breadth: Breadth,
): Generator<Question> {
  const asked = asks.flatMap(ask =>
    meetingsFor(reader).flatMap(meeting =>
      ITEMS.flatMap(item =>
        seatsFor(reader).map(seat => ({ about: 'item', ask, item, meeting, ...seat }) as const),
      ),
    ),
  );
  const some = { ...fromOne(few(breadth)), states: breadth.states.slice(0, 3) };
  for (const kase of casesOf(reader, some)) for (const one of asked) yield { ...one, kase };
}

const tasksFor = (reader: Reader): readonly Action[] => {
  const task = {
    owner: tied(reader, 'owner'),
    standIn: tied(reader, 'stand-in'),
    proposed: tied(reader, 'proposed'),
  };
  return [
    anAction(task),
    { ...anAction(task), state: 'blocked', gap: 'housing' },
    doneAction(task),
    { ...anAction(task), state: 'cancelled' },
  ];
};
function* ofActions(
  asks: Ask<operations.ActionOperation>,
  reader: Reader,
  breadth: Breadth,
): Generator<Question> {
  const asked = asks.flatMap(ask =>
    tasksFor(reader).map(action => ({ about: 'action', ask, action }) as const),
  );
  for (const kase of casesOf(reader, fromOne(few(breadth)))) for (const one of asked) yield { ...one, kase };
}

const REVIEW = { by: SOMEBODY, at: NOON, verdict: 'right' } as const;
/** Live, ended, run out, reviewed; and 72 hours to the millisecond. */
const sharingsFrom = (from: AgencyId): readonly Sharing[] =>
  [[ME], [SOMEBODY]].flatMap(to => [
    aSharing({ from, to }),
    aSharing({ from, to, endedAt: instant('2026-12-04T11:15') }),
    aSharing({ from, to, endedAt: NOW.at }),
    aSharing({ from, to, until: NOW.at }),
    aSharing({ from, to, sharedAt: instant('2026-12-04T11:31') }),
    aSharing({ from, to, review: REVIEW }),
    aSharing({ from, to, sharedAt: instant('2026-12-01T11:30'), until: instant('2026-12-01T12:30') }),
    aSharing({ from, to, sharedAt: instant('2026-12-01T11:29:59.999'), until: instant('2026-12-01T12:00') }),
  ]);
const SHARINGS = AGENCIES.flatMap(({ id }) => sharingsFrom(id));
function* ofSharings(
  asks: Ask<operations.SharingOperation>,
  reader: Reader,
  breadth: Breadth,
): Generator<Question> {
  const asked = asks.flatMap(ask =>
    SHARINGS.map(sharing => ({ about: 'sharing', ask, sharing, now: NOW.at }) as const),
  );
  const { origins, states } = breadth;
  const some = { ...few(breadth), origins: origins.slice(0, 2), states: states.slice(0, 3) };
  for (const kase of casesOf(reader, some)) for (const one of asked) yield { ...one, kase };
}

type Generators = Readonly<
  Record<Kind, (reader: Reader, breadth: Breadth, only?: string) => Iterable<Question>>
>;
const some = <Operation extends string>(all: Ask<Operation>, only?: string): Ask<Operation> =>
  only === undefined ? all : all.filter(ask => ask === only);

/** Every question of a kind that this reader can ask; `only` one operation when it is named. */
export const QUESTIONS: Generators = {
  self: (_, __, only) => some(operations.FREE_OPERATIONS, only).map(ask => ({ about: 'self', ask })),
  role: (_, __, only) => some(operations.ROLE_OPERATIONS, only).map(ask => ({ about: 'role', ask })),
  agency: (_, __, only) =>
    some(operations.AGENCY_OPERATIONS, only).flatMap(ask =>
      AGENCIES.map(({ id: agency }) => ({ about: 'agency', ask, agency })),
    ),
  draft: (reader, _, only) =>
    some(operations.DRAFT_OPERATIONS, only).map(ask => ({
      about: 'draft',
      ask,
      draft: aDraft({ author: tied(reader, 'author') }),
    })),
  meeting: (reader, _, only) =>
    some(operations.MEETING_OPERATIONS, only).flatMap(ask =>
      meetingsFor(reader).map(meeting => ({ about: 'meeting', ask, meeting })),
    ),
  gap: (_, __, only) =>
    some(operations.GAP_OPERATIONS, only).flatMap(ask =>
      GAP_STATES.map(state => ({ about: 'gap', ask, gap: { state } })),
    ),
  case: (reader, breadth, only) => ofCases(some(operations.CASE_OPERATIONS, only), reader, breadth),
  item: (reader, breadth, only) => ofItems(some(operations.ITEM_OPERATIONS, only), reader, breadth),
  action: (reader, breadth, only) => ofActions(some(operations.ACTION_OPERATIONS, only), reader, breadth),
  sharing: (reader, breadth, only) => ofSharings(some(operations.SHARING_OPERATIONS, only), reader, breadth),
};
