import { type Bench, type Figure } from '../figure';
import { type Cost, countCold } from './count';
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

const of = (table: Table, verb: string): Cost => table[verb] ?? { requests: '', units: Number.NaN };

type Asked = { readonly verb: string; readonly what: string; readonly kind: RegExp; readonly most: number };
/** The targets; everything else is held by the table. */
const ASKED: readonly Asked[] = [
  { verb: 'submit-referral', what: 'reads', kind: READ_WORK, most: 2 },
  { verb: 'submit-referral', what: 'queries', kind: QUERY, most: 0 },
  { verb: 'submit-referral', what: 'batches', kind: BATCH, most: 1 },
  { verb: 'open-case', what: 'reads', kind: READ_WORK, most: 2 },
  { verb: 'open-case', what: 'batches', kind: BATCH, most: 1 },
  { verb: 'open-case', what: 'requests', kind: ANY, most: 3 },
  ...['complete-action', 'block-action', 'ask-new-date'].flatMap((verb): Asked[] => [
    { verb, what: 'reads', kind: READ_WORK, most: 3 },
    { verb, what: 'requests', kind: ANY, most: 4 },
  ]),
];

const figuresIn = (table: Table): readonly Figure[] =>
  ASKED.map(({ verb, what, kind, most }) => ({
    bench: 'B2',
    measure: `${verb}: ${what}`,
    value: countIn(of(table, verb), kind),
    unit: '',
    target: { atMost: most },
    from: of(table, verb).requests,
  }));

const isRenewing = (): boolean => process.argv.includes('--renew');

export const wire: Bench = {
  id: 'B2',
  name: 'wire',
  run: async () => {
    const scenes = await prepareScenes();
    const table = await measured(scenes);
    const cold = await countCold({ scenes, verb: 'open-case' });
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
