import {
  exceptionsFor,
  groupsHeldBy,
  lapsedExceptions,
  receiversFor,
  type SharingChoices,
} from './sharing-choices';
import { err, ok, type Result } from '../result';
import { isParticipant } from './case';
import { covers, isInForce } from './consent';
import { LONGEST_TEXT } from './draft';
import { type Group } from './groups';
import { type PersonId } from './ids';
import { SHARING_MINUTES, type SharingMinutes, type Telling, TELLINGS } from './sharing';
import { hasExpired, type Statute, type StatuteId } from './statute';

/** What is filled in to share without consent, as typed. */
export const SHARING_FIELDS = [
  'groups',
  'minutes',
  'receivers',
  'statute',
  'reason',
  'telling',
  'not-enough',
] as const;
export type SharingField = (typeof SHARING_FIELDS)[number];
export type SharingValues = Readonly<Partial<Record<SharingField, string>>>;
type PlainProblem = {
  readonly field: SharingField;
  /** `covered`: consent gives it to them already. `enough`: not ticked that de-identified is not. */
  readonly problem:
    'missing' | 'not-a-choice' | 'too-many' | 'too-long' | 'holds-number' | 'covered' | 'enough';
};
/** `expired`: chosen in a form that was drawn while it was in force. `none-in-force`: it was the last. */
type Lapsed = {
  readonly field: 'statute';
  readonly problem: 'expired' | 'none-in-force';
  readonly statute: Statute;
};
export type SharingProblem = PlainProblem | Lapsed;

export type SharingGiven = {
  readonly groups: readonly Group[];
  readonly minutes: SharingMinutes;
  readonly to: readonly PersonId[];
  readonly statute: StatuteId;
  readonly telling: Telling;
  readonly reason: string;
};

const given = (values: SharingValues, field: SharingField): string => values[field]?.trim() ?? '';
const listed = (values: SharingValues, field: SharingField): readonly string[] =>
  given(values, field)
    .split(',')
    .filter(part => part !== '');

const chosenIn = (values: SharingValues, sharing: SharingChoices) => ({
  groups: groupsHeldBy(sharing.kase, sharing.sharer.agency).filter(group =>
    listed(values, 'groups').includes(group),
  ),
  receivers: receiversFor(sharing).filter(({ id }) => listed(values, 'receivers').includes(id)),
  minutes: SHARING_MINUTES.find(minutes => String(minutes) === given(values, 'minutes')),
  statute: exceptionsFor(sharing).find(({ id }) => id === given(values, 'statute'))?.id,
  telling: TELLINGS.find(telling => telling === given(values, 'telling')),
});
type Chosen = ReturnType<typeof chosenIn>;

const problemIf = (
  holds: boolean,
  field: SharingField,
  problem: PlainProblem['problem'],
): readonly SharingProblem[] => (holds ? [{ field, problem }] : []);

/** Danger concerns a few; and every receiver is told in the one batch that shares. */
export const MOST_CHOSEN = 10;

const listProblems = (
  field: 'groups' | 'receivers',
  asked: readonly string[],
  found: readonly unknown[],
): readonly SharingProblem[] => [
  ...problemIf(asked.length === 0, field, 'missing'),
  ...problemIf(new Set(asked).size !== found.length, field, 'not-a-choice'),
  ...problemIf(found.length > MOST_CHOSEN, field, 'too-many'),
];

const choiceProblem = (field: SharingField, asked: string, found: unknown): readonly SharingProblem[] =>
  found === undefined ? [{ field, problem: asked === '' ? 'missing' : 'not-a-choice' }] : [];

/** Whoever had the form open while a statute expired is told which; and that there is none, where none is left. */
const statuteProblem = (
  asked: string,
  { statute: found }: Chosen,
  sharing: SharingChoices,
): readonly SharingProblem[] => {
  const [lapsed] = lapsedExceptions(sharing);
  if (lapsed !== undefined) return [{ field: 'statute', problem: 'none-in-force', statute: lapsed }];
  const statute = sharing.statutes.find(({ id }) => id === asked);
  return found === undefined && statute !== undefined && hasExpired(statute, sharing.today)
    ? [{ field: 'statute', problem: 'expired', statute }]
    : choiceProblem('statute', asked, found);
};

/** Where the person has said yes, nothing is an exception (domain.md §15: groups not covered by consent). */
const isCovered = ({ kase, sharer, today }: SharingChoices, { groups, receivers }: Chosen): boolean =>
  isParticipant(kase) &&
  isInForce(kase.consent, today) &&
  groups.some(section =>
    receivers.some(({ agency }) => covers(kase.consent, { origin: sharer.agency, section }, agency)),
  );

const reasonProblems = (
  reason: string,
  holdsPerson: SharingChoices['holdsPerson'],
): readonly SharingProblem[] => [
  ...problemIf(reason === '', 'reason', 'missing'),
  ...problemIf(reason.length > LONGEST_TEXT, 'reason', 'too-long'),
  ...problemIf(holdsPerson(reason), 'reason', 'holds-number'),
];

const problemsIn = (
  values: SharingValues,
  sharing: SharingChoices,
  chosen: Chosen,
): readonly SharingProblem[] => [
  ...listProblems('groups', listed(values, 'groups'), chosen.groups),
  ...problemIf(isCovered(sharing, chosen), 'groups', 'covered'),
  ...choiceProblem('minutes', given(values, 'minutes'), chosen.minutes),
  ...listProblems('receivers', listed(values, 'receivers'), chosen.receivers),
  ...statuteProblem(given(values, 'statute'), chosen, sharing),
  ...reasonProblems(given(values, 'reason'), sharing.holdsPerson),
  ...choiceProblem('telling', given(values, 'telling'), chosen.telling),
  ...problemIf(given(values, 'not-enough') !== 'yes', 'not-enough', 'enough'),
];

/** What is shared, with whom and on what grounds; or every problem, in the order of the fields. */
export const checkSharing = (
  values: SharingValues,
  sharing: SharingChoices,
): Result<SharingGiven, readonly SharingProblem[]> => {
  const chosen = chosenIn(values, sharing);
  const { groups, receivers, minutes, statute, telling } = chosen;
  const problems = problemsIn(values, sharing, chosen);
  if (problems.length > 0 || minutes === undefined || statute === undefined || telling === undefined)
    return err(problems);
  const to = receivers.map(({ id }) => id);
  return ok({ groups, minutes, to, statute, telling, reason: given(values, 'reason') });
};
