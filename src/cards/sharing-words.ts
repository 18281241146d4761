import { type Programme } from '../domain/programme';
import { type Sharing } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { type Drawing } from './drawing';
import { type FactRow } from './read-referral';
import { type Setting } from './shared-drawing';
import { shown } from './text';
import { clockOf, dayOrToday } from './wording';

/** "kl. 15.05" */
export const timeOf = ({ t, calendar }: Setting, at: Instant): string => t.time(clockOf(calendar, at));
/** "i dag kl. 14.05", "torsdag 26. november kl. 14.05" */
export const momentInWords = (d: Setting, at: Instant): string =>
  `${dayOrToday(d, d.calendar.dayOf(at))} ${timeOf(d, at)}`;

const citationOf = ({ statutes }: Programme, { statute }: Sharing): string =>
  statutes.find(({ id }) => id === statute)?.citation ?? statute;
export const statuteFact = ({ t, programme }: Drawing, sharing: Sharing): FactRow => [
  t.sharing.statute,
  citationOf(programme, sharing),
];

/** What was done: of what, to whom, on what grounds, and whether the person is told. Names of groups, never content. */
export const doneFacts = (d: Drawing, sharing: Sharing): readonly FactRow[] => {
  const { t, nameOf } = d;
  return [
    [t.sharing.shared, sharing.groups.map(group => t.common.groups[group]).join(', ')],
    [t.sharing.receiver, sharing.to.map(id => shown(nameOf(id))).join('; ')],
    statuteFact(d, sharing),
    [t.sharing.isToldShort, t.sharing.tellings[sharing.telling]],
  ];
};

/** Whether it was reviewed, and how it was judged; empty while there is still time. */
export const outcomeOf = ({ t }: Setting, { review, missedAt }: Sharing): string => {
  if (review !== undefined) return t.sharing.wasReviewed(t.sharing.review.verdicts[review.verdict]);
  return missedAt === undefined ? '' : t.sharing.missed;
};
