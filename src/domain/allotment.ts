import { type ItemKind } from './agenda';
import { type CaseId } from './ids';
import { type Allotment, type Meeting } from './meeting';

/** How many minutes a case is given unless somebody says otherwise (ours). */
export const MINUTES_FOR: Readonly<Record<ItemKind, number>> = {
  'overdue-actions': 5,
  urgent: 15,
  'new-candidate': 10,
  'awaiting-consent': 5,
  review: 10,
  other: 5,
};
/** What can be chosen. */
export const MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;

type Given = { readonly caseId: CaseId; readonly kind: ItemKind };

export const minutesFor = ({ allotted }: Pick<Meeting, 'allotted'>, { caseId, kind }: Given): number =>
  allotted.find(one => one.caseId === caseId)?.minutes ?? MINUTES_FOR[kind];

/** What all of these take together. */
export const minutesIn = (meeting: Pick<Meeting, 'allotted'>, lines: readonly Given[]): number =>
  lines.reduce((sum, line) => sum + minutesFor(meeting, line), 0);

/** What its kind is given anyway is not kept. */
export const allot = (
  { allotted }: Pick<Meeting, 'allotted'>,
  { caseId, kind }: Given,
  minutes: number,
): readonly Allotment[] => [
  ...allotted.filter(one => one.caseId !== caseId),
  ...(minutes === MINUTES_FOR[kind] ? [] : [{ caseId, minutes }]),
];
