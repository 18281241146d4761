import { err, ok, type Result } from '../result';
import { holdsNumber } from './check-referral';
import {
  type Consent,
  type ConsentTerms,
  type Grant,
  grantsOf,
  periodProblem,
  type Understanding,
} from './consent';
import {
  CONSENT_FIELDS,
  CONSENT_TEXTS,
  type ConsentField,
  type ConsentProblem,
  type ConsentSetting,
  type ConsentValues,
  given,
  isAnswered,
  leavableIds,
  leftOutIn,
  listed,
  readRequired,
  representativeIn,
  termsIn,
  withheldIn,
} from './consent-form';
import { lapsedGrounds } from './consent-grounds';
import { type Matrix, matrixOf, readTicks } from './consent-matrix';
import { agenciesOn } from './consent-parties';
import { LONGEST_TEXT } from './draft';
import { GROUPS } from './groups';

/** What the person said yes to, as it is kept; and whether they understood it. */
export type ConsentGiven = Pick<
  Consent,
  'scope' | 'grants' | 'leftOut' | 'withheld' | 'askedBy' | 'how' | 'givenOn' | 'until'
> & { readonly understands: Understanding; readonly terms: ConsentTerms };

type Problem = Exclude<ConsentProblem['problem'], 'no-statute'>;
type Found = readonly ConsentProblem[];
const problemIf = (holds: boolean, field: ConsentField, problem: Problem): Found =>
  holds ? [{ field, problem }] : [];

const REQUIRED = { preset: 'scope', understands: 'understands', 'asked-by': 'askedBy', how: 'how' } as const;
const DATES = { when: 'givenOn', until: 'until' } as const;

const choiceProblems = (values: ConsentValues, setting: ConsentSetting): Found => {
  const read = readRequired(values, setting);
  return (['preset', 'understands', 'asked-by', 'how'] as const).flatMap(field =>
    problemIf(
      read[REQUIRED[field]] === undefined,
      field,
      given(values, field) === '' ? 'unanswered' : 'not-a-choice',
    ),
  );
};

const PERIOD_FIELD = {
  'asked-in-future': 'when',
  'asked-too-early': 'when',
  'ends-before-today': 'until',
  'too-long': 'until',
} as const;

const dateProblems = (values: ConsentValues, setting: ConsentSetting): Found => {
  const { givenOn, until } = readRequired(values, setting);
  if (givenOn === undefined || until === undefined)
    return (['when', 'until'] as const).flatMap(field =>
      problemIf(readRequired(values, setting)[DATES[field]] === undefined, field, 'not-a-date'),
    );
  const problem = periodProblem({ givenOn, until }, setting);
  return problem === undefined ? [] : [{ field: PERIOD_FIELD[problem], problem }];
};

const strays = (values: ConsentValues, field: ConsentField, choices: readonly string[]): Found =>
  problemIf(!listed(values, field).every(part => choices.includes(part)), field, 'not-a-choice');

const textProblem = (values: ConsentValues, field: ConsentField): Found => {
  const text = given(values, field);
  if (text.length > LONGEST_TEXT) return [{ field, problem: 'text-too-long' }];
  return problemIf(holdsNumber(text), field, 'holds-number');
};

/** Somebody who speaks for the person must be able to say what for. */
const representativeProblems = (values: ConsentValues): Found => {
  const representative = representativeIn(values);
  return [
    ...problemIf(representative === undefined, 'representative', 'not-a-choice'),
    ...problemIf(
      representative === 'present' && given(values, 'mandate') === '',
      'mandate',
      'mandate-missing',
    ),
  ];
};

const placeOf = ({ field }: ConsentProblem): number => CONSENT_FIELDS.findIndex(one => one === field);

const problemsIn = (values: ConsentValues, setting: ConsentSetting): Found =>
  [
    ...choiceProblems(values, setting),
    ...dateProblems(values, setting),
    ...strays(values, 'left-out', leavableIds(setting)),
    ...strays(values, 'withheld', GROUPS),
    ...representativeProblems(values),
    ...CONSENT_TEXTS.flatMap(field => textProblem(values, field)),
  ].sort((one, other) => placeOf(one) - placeOf(other));

type Ways = Pick<ConsentGiven, 'scope' | 'leftOut' | 'withheld'>;

const partiesOf = ({ leftOut, withheld }: Ways, { kase, programme }: ConsentSetting) => ({
  origin: kase.origin,
  agencies: agenciesOn(kase, programme),
  leftOut,
  withheld,
});

/** What goes on being open of what was adjusted before. */
const keptOf = (ways: Ways, setting: ConsentSetting): readonly Grant[] => {
  const { agencies, leftOut, withheld } = partiesOf(ways, setting);
  const ids = agencies.map(({ id }) => id).filter(id => !leftOut.includes(id));
  return setting.keeps.filter(
    ({ group, from, to }) => ids.includes(from) && ids.includes(to) && !withheld.includes(group),
  );
};

const openedBy = (ways: Ways, setting: ConsentSetting): readonly Grant[] =>
  ways.scope === 'adjusted' ? keptOf(ways, setting) : grantsOf(ways.scope, partiesOf(ways, setting));

/** The matrix behind *Tilpass*, filled from what was chosen in the form. */
export const matrixFor = (ways: Ways, setting: ConsentSetting): Matrix =>
  matrixOf(setting.kase, partiesOf(ways, setting), openedBy(ways, setting));

const waysOf = <W extends Ways>(
  ways: W,
  setting: ConsentSetting,
): Result<W & Pick<Consent, 'grants'>, Found> => {
  const { ticks } = setting;
  const field = ticks === undefined ? 'preset' : 'matrix';
  const read = ticks === undefined ? ok(openedBy(ways, setting)) : readTicks(matrixFor(ways, setting), ticks);
  if (!read.ok) return err([{ field, problem: read.error }]);
  if (read.value.length === 0) return err([{ field, problem: 'opens-nothing' }]);
  return ok({ ...ways, ...(ticks === undefined ? {} : { scope: 'adjusted' }), grants: read.value });
};

/** Where the statute it would rest on was over when it was given, a yes lifts nothing. */
const grounded = (consent: ConsentGiven, { programme }: ConsentSetting): Result<ConsentGiven, Found> => {
  const statute = lapsedGrounds(consent, programme);
  return statute === undefined ? ok(consent) : err([{ field: 'grounds', problem: 'no-statute', statute }]);
};

/** The form as the consent it gives, or everything that is wrong, in the order of the form (domain.md §6). */
export const checkConsent = (values: ConsentValues, setting: ConsentSetting): Result<ConsentGiven, Found> => {
  const read = readRequired(values, setting);
  const representative = representativeIn(values);
  const problems = problemsIn(values, setting);
  if (!isAnswered(read) || representative === undefined || problems.length > 0) return err(problems);
  const leftOut = leftOutIn(values, setting);
  const withheld = withheldIn(values);
  const ways = waysOf({ ...read, leftOut, withheld, terms: termsIn(values, representative) }, setting);
  return ways.ok ? grounded(ways.value, setting) : ways;
};
