import { CASE_STATES } from '../../src/domain/case';
import { MEETING_STATES } from '../../src/domain/meeting';
import { GAP_STATES } from '../../src/domain/gap';
import { FREE_OPERATIONS, SYSTEM_OPERATIONS } from '../../src/policy/operations';
import { type Standing } from '../../src/policy/rows';
import { type Tables } from '../../src/policy/tables';
import { code, table } from './markdown';
import { CONDITIONS, STANDINGS } from './words';

export const people = (who: readonly Standing[]): string =>
  who.map(standing => `${STANDINGS[standing].norsk} (${code(standing)})`).join(', ');

/** In the order of `all`; when it is all of them, "any". */
const named = (states: readonly string[], all: readonly string[]): string =>
  all.every(state => states.includes(state))
    ? 'any'
    : all
        .filter(state => states.includes(state))
        .map(code)
        .join(', ');
const ACTION_STATES = ['open', 'blocked', 'done', 'cancelled'];

type Ruled = { readonly who: readonly Standing[]; readonly and?: keyof typeof CONDITIONS };
const rowsOf = <R extends Ruled>(rows: Readonly<Record<string, R>>, states: (row: R) => string): string =>
  table(
    ['operation', 'who', 'states', 'and'],
    Object.entries<R>(rows).map(([operation, row]) => [
      code(operation),
      people(row.who),
      states(row),
      row.and === undefined ? '' : CONDITIONS[row.and],
    ]),
  );
const whatever = (): string => 'any';

const ofCases = (tables: Tables): readonly string[] => [
  '### Of a case',
  rowsOf(tables.case, ({ states }) => named(states, CASE_STATES)),
  '### Of a task',
  'The states of the task; then those of the case it is in (§9: work stops with the case).',
  rowsOf(tables.action, row => `${named(row.states, ACTION_STATES)}; case: ${named(row.cases, CASE_STATES)}`),
  '### Of an exceptional sharing',
  rowsOf(tables.sharing, whatever),
];
const ofMeetings = (tables: Tables): readonly string[] => [
  '### Of a meeting',
  rowsOf(tables.meeting, ({ states }) => named(states, MEETING_STATES)),
  '### Of an item on an agenda',
  'By the state of the meeting; an item that is decided or shut takes neither (§7).',
  rowsOf(tables.item, ({ states }) => named(states, MEETING_STATES)),
];
const ofOthers = (tables: Tables): readonly string[] => [
  '### Of a draft',
  rowsOf(tables.draft, whatever),
  '### Of a gap',
  rowsOf(tables.gap, ({ states }) => named(states, GAP_STATES)),
  '### Of the own agency',
  rowsOf(tables.agency, whatever),
  '### By role alone',
  rowsOf(tables.role, whatever),
  '### Everyone in the directory',
  FREE_OPERATIONS.map(code).join(', '),
  '### Nobody: the clock alone',
  SYSTEM_OPERATIONS.map(code).join(', '),
];

export const operations = (tables: Tables): readonly string[] => [
  ...ofCases(tables),
  ...ofMeetings(tables),
  ...ofOthers(tables),
];
