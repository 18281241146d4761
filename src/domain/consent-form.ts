import {
  type Consent,
  type ConsentTerms,
  type Grant,
  PRESETS,
  type PeriodProblem,
  type Representative,
  REPRESENTATIVES,
  type Scope,
  SCOPES,
  type Understanding,
  UNDERSTANDINGS,
  USUAL_MONTHS,
  type WayOfAsking,
  WAYS_OF_ASKING,
} from './consent';
import { askersOf, leavable } from './consent-parties';
import { type Ticks } from './consent-matrix';
import { hasConsent } from './consent-status';
import { type Case } from './case';
import { type Group, GROUPS } from './groups';
import { type AgencyId, type PersonId } from './ids';
import { type Programme } from './programme';
import { type Person } from './people';
import { type Statute } from './statute';
import { isLocalDate, type LocalDate, plusMonths } from './time';

/** Every input of the form in its order, as text, just as it was typed: nothing is lost because it is wrong. */
export const CONSENT_FIELDS = [
  'preset',
  'left-out',
  'withheld',
  'understands',
  'asked-by',
  'how',
  'when',
  'until',
  'interpreter',
  'representative',
  'mandate',
  'purpose',
  'conditions',
] as const;
export type ConsentField = (typeof CONSENT_FIELDS)[number];
export type ConsentValues = Readonly<Partial<Record<ConsentField, string>>>;
/** Typed freely, so that anything may stand there. */
export const CONSENT_TEXTS = ['interpreter', 'mandate', 'purpose', 'conditions'] as const;

/** `matrix`: what was ticked behind *Tilpass*. */
type PlainProblem = {
  readonly field: ConsentField | 'matrix';
  readonly problem:
    | PeriodProblem
    | 'unanswered'
    | 'not-a-choice'
    | 'not-a-date'
    | 'text-too-long'
    | 'holds-number'
    | 'mandate-missing'
    | 'opens-nothing'
    | 'not-in-matrix'
    | 'nothing-taken-away'
    | 'later-than-now';
};
/** Nothing lifts the duty of confidentiality any more: this provision was the last. */
type Lapsed = { readonly field: 'grounds'; readonly problem: 'no-statute'; readonly statute: Statute };
export type ConsentProblem = PlainProblem | Lapsed;

/** What the answers are judged by. */
export type ConsentSetting = {
  readonly kase: Case;
  readonly programme: Programme;
  readonly people: readonly Person[];
  readonly today: LocalDate;
  readonly submittedOn: LocalDate;
  readonly answeredOn?: LocalDate;
  /** What an adjusted consent that is renewed opens now, and may go on opening. */
  readonly keeps: readonly Grant[];
  /** Given when the ways were ticked one by one; the preset then opens nothing. */
  readonly ticks?: Ticks;
};

export const given = (values: ConsentValues, field: ConsentField): string => values[field]?.trim() ?? '';
const oneOf = <T extends string>(choices: readonly T[], text: string): T | undefined =>
  choices.find(choice => choice === text);
export const listed = (values: ConsentValues, field: ConsentField): readonly string[] =>
  given(values, field)
    .split(',')
    .filter(part => part !== '');

/** Only what was adjusted can be renewed as it is; a preset is opened anew, among those on the case then. */
export const keepsOf = (kase: Case, renewing: boolean): readonly Grant[] =>
  renewing && hasConsent(kase) && kase.consent.scope === 'adjusted' ? kase.consent.grants : [];

/** What can be chosen; going on as it is only for what was adjusted. */
export const scopesOf = ({ keeps }: Pick<ConsentSetting, 'keeps'>): readonly Scope[] =>
  keeps.length === 0 ? PRESETS : SCOPES;

type Required = {
  readonly scope: Scope;
  readonly understands: Understanding;
  readonly askedBy: PersonId;
  readonly how: WayOfAsking;
  readonly givenOn: LocalDate;
  readonly until: LocalDate;
};
type Read = { readonly [Key in keyof Required]: Required[Key] | undefined };

const dayIn = (values: ConsentValues, field: ConsentField): LocalDate | undefined => {
  const text = given(values, field);
  return isLocalDate(text) ? text : undefined;
};

/** What must be answered; undefined where it is not, or is no answer. */
export const readRequired = (values: ConsentValues, setting: ConsentSetting): Read => ({
  scope: oneOf(scopesOf(setting), given(values, 'preset')),
  understands: oneOf(UNDERSTANDINGS, given(values, 'understands')),
  askedBy: oneOf(
    askersOf(setting.kase, setting.people).map(({ id }) => id),
    given(values, 'asked-by'),
  ),
  how: oneOf(WAYS_OF_ASKING, given(values, 'how')),
  givenOn: dayIn(values, 'when'),
  until: dayIn(values, 'until'),
});
export const isAnswered = (read: Read): read is Required =>
  Object.values(read).every(value => value !== undefined);

export const leavableIds = ({ kase, programme }: ConsentSetting): readonly AgencyId[] =>
  leavable(kase, programme).map(({ id }) => id);
export const leftOutIn = (values: ConsentValues, setting: ConsentSetting): readonly AgencyId[] =>
  leavableIds(setting).filter(id => listed(values, 'left-out').includes(id));
export const withheldIn = (values: ConsentValues): readonly Group[] =>
  GROUPS.filter(group => listed(values, 'withheld').includes(group));

export const representativeIn = (values: ConsentValues): Representative | undefined =>
  oneOf(REPRESENTATIVES, given(values, 'representative') || 'none');

export const termsIn = (values: ConsentValues, representative: Representative): ConsentTerms => ({
  purpose: given(values, 'purpose'),
  interpreter: given(values, 'interpreter'),
  representative,
  mandate: given(values, 'mandate'),
  conditions: given(values, 'conditions'),
});

/** The form as a renewal begins with it: all that was agreed to, but the day, the time and that it is understood. */
export const renewalValues = (
  consent: Consent,
  terms: ConsentTerms | undefined,
  today: LocalDate,
): ConsentValues => ({
  preset: consent.scope,
  'left-out': consent.leftOut.join(','),
  withheld: consent.withheld.join(','),
  'asked-by': consent.askedBy,
  how: consent.how,
  when: today,
  until: plusMonths(today, USUAL_MONTHS),
  ...terms,
});
