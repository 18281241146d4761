import { type Case, isBeforeConsent, isParticipant } from '../domain/case';
import { covers, isInForce } from '../domain/consent';
import { mayBeDiscussed } from '../domain/discussion';
import { type Holding } from '../domain/groups';
import { isActive, type Person } from '../domain/people';
import { type LocalDate } from '../domain/time';
import { standingOnCase } from './standing';
import { type Standing } from './tables';

/** An owner only, or a chair only, sees no content: those standings are for the task and for the meeting. */
const READERS: readonly Standing[] = ['author', 'coordinator', 'member'];

type Looking = { readonly reader: Person; readonly kase: Case; readonly today: LocalDate };

const isCovered = ({ reader, kase, today }: Looking, holding: Holding): boolean =>
  isParticipant(kase) && isInForce(kase.consent, today) && covers(kase.consent, holding, reader.agency);

/**
 * The summary is for speaking of somebody without knowing who it is (domain.md §5). Once a consent has told some
 * who it is, it is no longer de-identified: from then on each agency reads what the consent opens to it, and no more.
 * Somebody the group could recognise is not spoken of there before the person has consented.
 */
const readsSummary = ({ kase, today }: Looking, has: readonly Standing[]): boolean =>
  isBeforeConsent(kase) &&
  (has.includes('coordinator') || (has.includes('member') && mayBeDiscussed(kase, today)));

/** How to reach the referrer: of use for as long as somebody works on the case. */
const readsContact = (kase: Case, has: readonly Standing[]): boolean =>
  (isBeforeConsent(kase) || isParticipant(kase)) && has.includes('coordinator');

const sees = (looking: Looking, holding: Holding, has: readonly Standing[]): boolean => {
  if (holding.origin === looking.reader.agency) return true;
  if (holding.section === 'summary') return readsSummary(looking, has);
  return holding.section === 'contact' ? readsContact(looking.kase, has) : isCovered(looking, holding);
};

/**
 * Which sealed sections of the case this reader may see on that day (design.md §5). Deny by default: no standing,
 * disqualified or removed gives nothing; a consent opens only its own ways, only while the state rests on it.
 */
export const visible = (reader: Person, kase: Case, today: LocalDate): readonly Holding[] => {
  const has = isActive(reader) ? standingOnCase(reader, kase) : [];
  if (!READERS.some(standing => has.includes(standing))) return [];
  return kase.holdings.filter(holding => sees({ reader, kase, today }, holding, has));
};

/** Whether the owner of a task may read its detail: their own agency's, or opened to it by the consent (domain.md §15). */
export const mayReadDetail = (
  owner: Person,
  kase: Case,
  { detail, today }: { readonly detail: Holding; readonly today: LocalDate },
): boolean =>
  isActive(owner) &&
  !kase.disqualified.includes(owner.id) &&
  (detail.origin === owner.agency || isCovered({ reader: owner, kase, today }, detail));
