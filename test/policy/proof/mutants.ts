import { MEETING_STATES } from '../../../src/domain/meeting';
import { CASE_STATES } from '../../../src/domain/case';
import { GAP_STATES } from '../../../src/domain/gap';
import { SECTIONS } from '../../../src/domain/groups';
import { ROLES } from '../../../src/domain/people';
import {
  type CaseRow,
  type Row,
  type SharingRow,
  type Standing,
  type VisibleCondition,
  type VisibleRow,
} from '../../../src/policy/rows';
import { type Tables, TABLES } from '../../../src/policy/tables';
import { type VisibleWay } from '../../../src/policy/visible-table';
import { type Part } from './compare';

/** The tables with one cell flipped, and where it shows. */
export type Mutant = { readonly tell: string; readonly tables: Tables; readonly part: Part };

type Flip<R> = { readonly tell: string; readonly row: R };
type Flips<R> = readonly Flip<R>[];

const toggled = <T>(list: readonly T[], value: T): readonly T[] =>
  list.includes(value) ? list.filter(one => one !== value) : [...list, value];
const named = (what: string, list: readonly string[], value: string): string =>
  `${what} ${list.includes(value) ? 'without' : 'with'} ${value}`;

const who = <R extends Row>(row: R, all: readonly Standing[]): Flips<R> =>
  all.map(one => ({ tell: named('who', row.who, one), row: { ...row, who: toggled(row.who, one) } }));
const states = <S extends string, R extends { readonly states: readonly S[] }>(
  row: R,
  all: readonly S[],
): Flips<R> =>
  all.map(one => ({
    tell: named('states', row.states, one),
    row: { ...row, states: toggled(row.states, one) },
  }));

/** The standings that someone can have to a subject of each kind: others would change nothing. */
const ON_CASE = ['author', 'coordinator', 'member', 'chair', 'owner', 'receiver', 'privacy-officer'] as const;
const IN_SIGHT = ON_CASE.filter(standing => standing !== 'chair');

const ofCase = (row: CaseRow): Flips<CaseRow> => {
  const { and, ...rest } = row;
  const others = (['holds-a-part', 'date-reached'] as const).filter(other => other !== and);
  // Only what ended with a date to ask again has one: in another state the row would still refuse.
  const where = and === 'date-reached' ? row.states : CASE_STATES;
  return [
    ...who(row, ON_CASE),
    ...states(row, where),
    ...others.map(other => ({ tell: `and ${other}`, row: { ...rest, and: other } })),
    ...(and === undefined ? [] : [{ tell: `and not ${and}`, row: rest }]),
  ];
};

const ofSharing = (row: SharingRow): Flips<SharingRow> => {
  const { and, ...rest } = row;
  const others = (['is-live', 'awaits-review'] as const).filter(other => other !== and);
  return [
    ...who(row, ['sharer', 'sharing-leader', 'receiver']),
    ...others.map(other => ({ tell: `and ${other}`, row: { ...rest, and: other } })),
    ...(and === undefined ? [] : [{ tell: `and not ${and}`, row: rest }]),
  ];
};

/**
 * Flips that could not show, because another row or the condition says the same: a sharing names persons, who are its
 * receivers, and groups; a consent opens groups, in the states that rest on it, and lets the case be discussed; the
 * coordinator reads the summary and the contact by their own rows; a receiver knows who it is.
 */
const SILENT: Readonly<Record<VisibleWay, { [K in keyof VisibleRow]?: readonly string[] }>> = {
  'own-agency': {},
  sharing: {
    who: IN_SIGHT.filter(one => one !== 'receiver'),
    sections: ['summary', 'contact', 'terms', 'reason', 'notes'],
  },
  consent: {
    sections: ['summary', 'contact', 'terms', 'reason', 'notes'],
    states: CASE_STATES.filter(state => state !== 'mapping' && state !== 'active'),
    and: ['may-be-discussed'],
  },
  summary: { who: ['receiver'], sections: ['contact'] },
  'summary-in-the-group': { who: ['coordinator', 'receiver'] },
  contact: {},
};
const SIGHT_CONDITIONS = [
  'is-own-agencys',
  'is-shared-now',
  'is-consented',
  'knows-not-who',
  'may-be-discussed',
] as const satisfies readonly VisibleCondition[];
const ofWay = (row: VisibleRow, way: string): Flips<VisibleRow> => {
  const silent = Object.entries(SILENT).find(([name]) => name === way)?.[1] ?? {};
  const loud = <T extends string>(field: keyof VisibleRow, all: readonly T[]): readonly T[] =>
    all.filter(one => silent[field]?.includes(one) !== true);
  return [
    ...who(row, loud('who', IN_SIGHT)),
    ...states(row, loud('states', CASE_STATES)),
    ...loud('sections', SECTIONS).map(one => ({
      tell: named('sections', row.sections, one),
      row: { ...row, sections: toggled(row.sections, one) },
    })),
    ...loud('and', SIGHT_CONDITIONS).map(one => ({
      tell: named('and', row.and, one),
      row: { ...row, and: toggled(row.and, one) },
    })),
  ];
};

const ACTION_STATES = ['open', 'blocked', 'done', 'cancelled'] as const;

type Flipped<T> = { readonly tell: string; readonly table: T; readonly only: string };
/** Every table that differs from this one in one cell. */
const flipped = <O extends string, R>(
  table: Readonly<Record<O, R>>,
  flips: (row: R, name: string) => Flips<R>,
): readonly Flipped<Readonly<Record<O, R>>>[] =>
  Object.entries<R>(table).flatMap(([only, row]) =>
    flips(row, only).map(({ tell, row: other }) => ({ only, tell, table: { ...table, [only]: other } })),
  );

const { role, agency, draft, case: kase, meeting, item, action, sharing, gap, visible } = TABLES;
/** Every table with one cell flipped, but those that say the same. */
export const MUTANTS: readonly Mutant[] = [
  ...flipped(role, row => who(row, ROLES)).map(at => mutant('role', at, { ...TABLES, role: at.table })),
  ...flipped(agency, row => who(row, ROLES)).map(at => mutant('agency', at, { ...TABLES, agency: at.table })),
  ...flipped(draft, row => who(row, ['author'])).map(at =>
    mutant('draft', at, { ...TABLES, draft: at.table }),
  ),
  ...flipped(kase, ofCase).map(at => mutant('case', at, { ...TABLES, case: at.table })),
  ...flipped(meeting, row => [...who(row, [...ROLES, 'chair']), ...states(row, MEETING_STATES)]).map(at =>
    mutant('meeting', at, { ...TABLES, meeting: at.table }),
  ),
  ...flipped(item, row => [
    ...who(row, [...ON_CASE, 'asked-seat', 'registrar']),
    ...states(row, MEETING_STATES),
  ]).map(at => mutant('item', at, { ...TABLES, item: at.table })),
  ...flipped(action, row => [
    ...who(row, ['owner', 'proposed', 'coordinator']),
    ...states(row, ACTION_STATES),
    ...CASE_STATES.map(one => ({
      tell: named('cases', row.cases, one),
      row: { ...row, cases: toggled(row.cases, one) },
    })),
  ]).map(at => mutant('action', at, { ...TABLES, action: at.table })),
  ...flipped(sharing, ofSharing).map(at => mutant('sharing', at, { ...TABLES, sharing: at.table })),
  ...flipped(gap, row => [...who(row, ROLES), ...states(row, GAP_STATES)]).map(at =>
    mutant('gap', at, { ...TABLES, gap: at.table }),
  ),
  ...flipped(visible, ofWay).map(at => mutant('visible', at, { ...TABLES, visible: at.table })),
];
function mutant(kind: Part['kind'], { only, tell }: { only: string; tell: string }, tables: Tables): Mutant {
  return { tell: `${kind} ${only}: ${tell}`, tables, part: { kind, only } };
}
