import { type Case } from './case';
import { type Consent } from './consent';
import { type Contribution } from './contribution';
import { type AgencyId } from './ids';
import { type NotesBrief } from './notes-brief';
import { type Calendar, type Instant, type LocalDate, plusDays, type TimeOfDay } from './time';

type Noted = { readonly notes?: readonly NotesBrief[] };

/** How long innspill stands that no consent ever covered, from when its agency last gave any (domain.md §12, ours). */
const KEPT_DAYS = 90;
const MORNING = '08:00' as TimeOfDay;

const without = ({ notes = [] }: Noted, agencies: readonly AgencyId[]): readonly NotesBrief[] =>
  notes.filter(({ agency }) => !agencies.includes(agency));

/** Whether an agency's words are on their way out: none may be laid beside them until they are gone. */
export const isErasingNotes = ({ notes = [] }: Noted, agency: AgencyId): boolean =>
  notes.some(brief => brief.agency === agency && brief.erasing === true);

/**
 * The case with innspill in words: all of an agency's lie under one key, so its newest says when they go. What is being
 * erased stays so.
 */
export const noted = (kase: Case, { agency, at }: Pick<NotesBrief, 'agency' | 'at'>): Case =>
  isErasingNotes(kase, agency) ? kase : { ...kase, notes: [...without(kase, [agency]), { agency, at }] };

const dueOn = ({ at }: NotesBrief, calendar: Calendar): LocalDate => plusDays(calendar.dayOf(at), KEPT_DAYS);

/** Of which agencies' innspill it is time to ask whether a consent ever covered it; and what is being erased. */
export const dueNotes = (
  { notes = [] }: Noted,
  today: LocalDate,
  calendar: Calendar,
): readonly NotesBrief[] => notes.filter(brief => brief.erasing === true || dueOn(brief, calendar) <= today);

/** When the clock has to ask next, strictly after `after`. */
export const nextNotes = ({ notes = [] }: Noted, after: Instant, calendar: Calendar): Instant | undefined =>
  notes
    .map(brief => calendar.at(dueOn(brief, calendar), MORNING))
    .filter(at => at > after)
    .sort()[0];

/** Whether any consent that was ever given opened to others the group of its agency that these words belong with. */
export const wasCovered = (
  { agency, group }: Pick<Contribution, 'agency' | 'group'>,
  consents: readonly Pick<Consent, 'grants'>[],
): boolean =>
  consents.some(({ grants }) => grants.some(grant => grant.from === agency && grant.group === group));

export const erasingNotes = (kase: Case, agencies: readonly AgencyId[]): Case => ({
  ...kase,
  notes: (kase.notes ?? []).map(brief =>
    agencies.includes(brief.agency) ? { ...brief, erasing: true } : brief,
  ),
});

/** Gone, or to be kept for as long as the case: not asked of again. */
export const settledNotes = (kase: Case, agencies: readonly AgencyId[]): Case => {
  const { notes: _, ...rest } = kase;
  const left = without(kase, agencies);
  return left.length === 0 ? rest : { ...rest, notes: left };
};
