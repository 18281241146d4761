import { type Bench, type Figure } from '../figure';
import { type Cost, countCold } from './count';
import { IN_DIGEST } from './in-digest';
import { prepareScenes } from './scene';
import { differences, expected, measured, renew, type Table } from './table';

/** How many requests of this kind, in the words of the table. */
const countIn = ({ requests }: Cost, kind: RegExp): number =>
  requests
    .split(', ')
    .filter(part => kind.test(part))
    .reduce((sum, part) => sum + Number.parseInt(part, 10), 0);

const ANY = /./;
const READ_WORK = / read work$/;
const BATCH = / batch /;
const QUERY = / query /;

const of = (table: Table, operation: string): Cost => table[operation] ?? { requests: '', units: Number.NaN };

type Asked = {
  readonly operation: string;
  readonly what: string;
  readonly kind: RegExp;
  readonly most: number;
};
/** The targets; everything else is held by the table. */
const ASKED: readonly Asked[] = [
  { operation: 'submit-referral', what: 'reads', kind: READ_WORK, most: 2 },
  { operation: 'submit-referral', what: 'queries', kind: QUERY, most: 0 },
  { operation: 'submit-referral', what: 'batches', kind: BATCH, most: 1 },
  { operation: 'open-case', what: 'reads', kind: READ_WORK, most: 2 },
  { operation: 'open-case', what: 'batches', kind: BATCH, most: 1 },
  { operation: 'open-case', what: 'requests', kind: ANY, most: 3 },
  ...Object.keys(IN_DIGEST).flatMap((operation): Asked[] => [
    { operation, what: 'reads', kind: READ_WORK, most: 3 },
    { operation, what: 'batches', kind: BATCH, most: 1 },
    { operation, what: 'requests', kind: ANY, most: 4 },
  ]),
];

const figuresIn = (table: Table): readonly Figure[] =>
  ASKED.map(({ operation, what, kind, most }) => ({
    bench: 'B2',
    measure: `${operation}: ${what}`,
    value: countIn(of(table, operation), kind),
    unit: '',
    target: { atMost: most },
    from: of(table, operation).requests,
  }));

const isRenewing = (): boolean => process.argv.includes('--renew');

export const wire: Bench = {
  id: 'B2',
  name: 'wire',
  run: async () => {
    const scenes = await prepareScenes();
    const table = await measured(scenes);
    const cold = await countCold({ scenes, operation: 'open-case' });
    scenes.clear();
    if (isRenewing()) renew(table);
    const changed = differences(expected(), table);
    const figure = (measure: string, value: number, most: number): Figure => ({
      ...{ bench: 'B2', measure, value, unit: '', target: { atMost: most } },
    });
    return [
      {
        ...figure('operations that cost other than the table says', changed.length, 0),
        from: changed.join(' | '),
      },
      { bench: 'B2', measure: 'operations counted', value: Object.keys(table).length, unit: '' },
      ...figuresIn(table),
      { ...figure('submit-referral', of(table, 'submit-referral').units, 60), unit: 'RU' },
      figure('open-case with a cold key: reads of keys', countIn(cold, / read keys$/), 1),
      figure('open-case with a cold key: unwraps', cold.unwraps, 1),
    ];
  },
};
