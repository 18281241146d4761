import { type ConsentProblem, type ConsentValues } from '../domain/consent-form';
import { type Matrix, type MatrixRow, type Ticks, ticksOf } from '../domain/consent-matrix';
import { type Scope, SCOPES } from '../domain/consent';
import { consentMark, consentStatus, type Consented } from '../domain/consent-status';
import { type Case } from '../domain/case';
import { button } from './button';
import { wrongWith } from './consent-fields';
import { carriedValues, consentKind, type ConsentKind } from './consent-kind';
import { type Drawing } from './drawing';
import { date, many } from './fields';
import { type MatrixPage, matrixPage, turning } from './matrix-pages';
import { headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { agencyName } from './wording';

type Problems = { readonly problems?: readonly ConsentProblem[] };

/** What the matrix is filled from: when the form says something else, it is filled anew. */
export const filledFrom = (values: ConsentValues): string =>
  [values.preset, values['left-out'], values.withheld].map(value => value ?? '').join('|');

const cell = ({ t, programme }: Drawing, ticks: Ticks, { id, group, from, choices }: MatrixRow): Data =>
  many({
    id,
    label: t.consent.fromAgency(t.common.groups[group], agencyName(programme, from)),
    choices: choices.map(agency => ({ title: agencyName(programme, agency), value: agency })),
    value: ticks[id],
  });

const problemNotes = (d: Drawing, { problems = [] }: Problems): readonly Data[] =>
  problems
    .filter(({ field }) => field === 'matrix')
    .map(found => note({ style: 'attention', title: wrongWith(d, found) }));

type Drawn = Problems & {
  readonly kase: Case;
  readonly matrix: Matrix;
  /** On every page, the other ones too. */
  readonly ticks?: Ticks;
  readonly page?: number | undefined;
  /** The mark it was drawn over first, when it comes back; see `consentMark`. */
  readonly seen?: string;
};

const pageOf = ({ matrix, ticks = ticksOf(matrix), page }: Drawn): MatrixPage =>
  matrixPage(matrix, { ticks, page });

const matrixPart = (d: Drawing, drawn: Drawn, { rows, number, of }: MatrixPage): Data => {
  const { matrix, ticks = ticksOf(matrix) } = drawn;
  const { t } = d;
  return {
    problems: problemNotes(d, drawn),
    cells: rows.map(row => cell(d, ticks, row)),
    notes: [
      matrix.length === 0 ? t.consent.nothingToAdjust : t.consent.laterLocked,
      ...only(of > 1, () => t.consent.pages(number, of)),
    ],
  };
};

const heading = ({ t }: Drawing, { code }: Case, words: { readonly title: string; readonly lead: string }) =>
  headed(t, { eyebrow: privately(t, t.common.caseOf(code)), ...words });

export type Adjusting = Drawn & {
  readonly kind: ConsentKind;
  readonly values: ConsentValues;
};

const adjustingActions = (d: Drawing, adjusting: Adjusting, page: MatrixPage): readonly Card[] => {
  const { t, nonce } = d;
  const { kase, kind, values, matrix } = adjusting;
  const { verbs, save } = consentKind(t, kind);
  const { seen = consentMark(kase) } = adjusting;
  const carried = { ...carriedValues(values), caseId: kase.id, nonce, version: seen };
  const { others, number } = page;
  const from = { 'filled-from': filledFrom(values) };
  return [
    ...offered([
      [
        matrix.length > 0,
        button(save, { verb: verbs.save, ...carried, ...others, adjusted: 'yes' }, { primary: true }),
      ],
    ]),
    ...turning(d, page, { verb: verbs.adjust, ...carried, ...from }),
    ...offered([
      [number === 1, button(t.common.back, { verb: verbs.start, ...carried, ...others, ...from })],
    ]),
  ];
};

/** The whole matrix (ux 07c), filled from the form; what was typed there goes along, and comes back with it. */
export const consentMatrix = (d: Drawing, adjusting: Adjusting): Card => {
  const { t } = d;
  const { kase, values } = adjusting;
  const scope = SCOPES.find((one: Scope) => one === values.preset) ?? 'adjusted';
  const page = pageOf(adjusting);
  return fill('consent-matrix', {
    ...heading(d, kase, {
      title: t.consent.whoSeesWhat,
      lead: t.consent.filledFrom(t.consent.scopes[scope]),
    }),
    ...matrixPart(d, adjusting, page),
    dates: [],
    actions: adjustingActions(d, adjusting, page),
  });
};

export type NarrowingSubject = Omit<Drawn, 'kase'> & {
  readonly kase: Consented;
  /** Just as it was typed, when the card comes back. */
  readonly until?: string;
};

const untilField = (
  d: Drawing,
  { kase, until = kase.consent.until, problems = [] }: NarrowingSubject,
): Data => {
  const { t } = d;
  const found = problems.find(({ field }) => field === 'until');
  return date({
    id: 'until',
    label: t.consent.until,
    value: until,
    error: found && wrongWith(d, found),
    must: t.consent.chooseDate,
  });
};

/** What is open now, to take away from. */
export const consentNarrowing = (d: Drawing, narrowing: NarrowingSubject): Card => {
  const { t, nonce, today } = d;
  const { kase, seen = consentMark(kase) } = narrowing;
  const carried = { caseId: kase.id, nonce, version: seen };
  const page = pageOf(narrowing);
  return fill('consent-matrix', {
    ...heading(d, kase, { title: t.consent.narrowTitle, lead: t.consent.narrowLead }),
    ...matrixPart(d, narrowing, page),
    dates: only(consentStatus(kase, today) !== 'expired', () => untilField(d, narrowing)),
    actions: [
      button(t.consent.narrowSave, { verb: 'narrow-consent', ...carried, ...page.others }, { primary: true }),
      ...turning(d, page, { verb: 'start-narrowing', ...carried }),
      button(t.common.back, { verb: 'open-consent', ...carried }, { leavesInputs: true }),
    ],
  });
};
