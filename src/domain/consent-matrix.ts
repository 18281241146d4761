import { err, ok, type Result } from '../result';
import { type Case } from './case';
import { type Consent, type Grant, type Parties } from './consent';
import { type Group, GROUPS } from './groups';
import { type AgencyId } from './ids';
import { PLAN_HOLDING } from './plan-holding';

/** What one agency holds in one group: who could see it, and for whom it is open. */
export type MatrixRow = {
  readonly id: string;
  readonly group: Group;
  readonly from: AgencyId;
  readonly choices: readonly AgencyId[];
  readonly open: readonly AgencyId[];
};
export type Matrix = readonly MatrixRow[];

/** Ticks as they come: by row, the agencies joined by commas. What is not ticked stays locked. */
export type Ticks = Readonly<Record<string, string>>;

type Held = Pick<MatrixRow, 'id' | 'group' | 'from'>;
const ROW = 'see-';
export const isRowId = (id: string): boolean => id.startsWith(ROW);

/** What the coordinator writes as somebody takes part, the plan above all, can be opened before the first of it is there. */
const holdersOf = ({ holdings }: Case, group: Group): readonly AgencyId[] => {
  const held = holdings.filter(({ section }) => section === group).map(({ origin }) => origin);
  const { origin, section } = PLAN_HOLDING;
  return group === section && !held.includes(origin) ? [...held, origin] : held;
};

const heldIn = (kase: Case): readonly Held[] =>
  GROUPS.flatMap(group =>
    holdersOf(kase, group).map(from => ({ id: `${ROW}${group}-${from}`, group, from })),
  );

const receivers = (grants: readonly Grant[], { group, from }: Held): readonly AgencyId[] =>
  grants.filter(grant => grant.group === group && grant.from === from).map(({ to }) => to);

/** Everything that exists and the person may share, among those who take part; filled from `grants`. */
export const matrixOf = (
  kase: Case,
  { agencies, leftOut, withheld = [] }: Omit<Parties, 'origin'>,
  grants: readonly Grant[],
): Matrix => {
  const ids = agencies.map(({ id }) => id).filter(id => !leftOut.includes(id));
  return heldIn(kase)
    .filter(({ group, from }) => ids.includes(from) && !withheld.includes(group))
    .map(held => {
      const choices = ids.filter(id => id !== held.from);
      return { ...held, choices, open: choices.filter(id => receivers(grants, held).includes(id)) };
    });
};

/** What the agency that referred has or may yet put in, such as a name; of the others what they hold. */
const narrowable = (kase: Case): readonly Held[] => {
  const own = GROUPS.map(group => ({ id: `${ROW}${group}-${kase.origin}`, group, from: kase.origin }));
  return [...own, ...heldIn(kase).filter(({ from }) => from !== kase.origin)];
};

/** What is open now, and nothing else: ticks can only be taken away. */
export const narrowingMatrix = (kase: Case, { grants }: Consent): Matrix =>
  narrowable(kase)
    .map(held => ({ ...held, choices: receivers(grants, held), open: receivers(grants, held) }))
    .filter(({ open }) => open.length > 0);

export const ticked = (text: string): readonly string[] => text.split(',').filter(part => part !== '');

const belongs = (matrix: Matrix, [id, text]: readonly [string, string]): boolean => {
  const row = matrix.find(one => one.id === id);
  return row !== undefined && ticked(text).every(part => row.choices.some(choice => choice === part));
};

/** Exactly what is ticked; a row or an agency that the matrix does not have is refused, not passed over. */
export const readTicks = (matrix: Matrix, ticks: Ticks): Result<readonly Grant[], 'not-in-matrix'> =>
  Object.entries(ticks).every(entry => belongs(matrix, entry))
    ? ok(
        matrix.flatMap(({ id, group, from, choices }) =>
          choices.filter(to => ticked(ticks[id] ?? '').includes(to)).map(to => ({ group, from, to })),
        ),
      )
    : err('not-in-matrix');

/** As the rows stand, the way they are ticked in the card. */
export const ticksOf = (matrix: Matrix): Ticks =>
  Object.fromEntries(matrix.map(({ id, open }) => [id, open.join(',')]));
