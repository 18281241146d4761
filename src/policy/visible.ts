import { type Case, isParticipant } from '../domain/case';
import { type Consent, isInForce } from '../domain/consent';
import { isDisqualified } from '../domain/disqualification';
import { type Holding } from '../domain/groups';
import { isActive, type Person } from '../domain/people';
import { type Sharing } from '../domain/sharing';
import { type LocalDate, type Moment } from '../domain/time';
import { type Standing, type VisibleRow } from './rows';
import { standingInSharing, standingOnCase, worksOn } from './standing';
import { type Tables, TABLES } from './tables';
import { isConsented, type Looking, VISIBLE_CONDITIONS } from './visible-conditions';

const leadsTo =
  (looking: Looking, holding: Holding) =>
  ({ sections, and }: VisibleRow): boolean =>
    sections.includes(holding.section) &&
    and.every(condition => VISIBLE_CONDITIONS[condition](looking, holding));

/** `visible` by other tables than those in force: what proves that every cell of them counts. */
export const visibleBy =
  (ways: Tables['visible']) =>
  (reader: Person, kase: Case, now: Moment): readonly Holding[] => {
    const has = standingsOf(reader, kase);
    const open = Object.values(ways).filter(
      ({ who, states }) => states.includes(kase.state) && who.some(standing => has.includes(standing)),
    );
    const looking = { reader, kase, now };
    return kase.holdings.filter(holding => open.some(leadsTo(looking, holding)));
  };

/**
 * Which sealed sections of the case this reader may see at that moment (design.md §5). Deny by default: no standing,
 * disqualified or removed gives nothing; a consent opens only its own ways, only while the state rests on it; a sharing
 * opens its groups to its receivers, until it shuts.
 */
export const visible = visibleBy(TABLES.visible);

/** Whether the owner of a task may read its detail: their own agency's, or opened to it by the consent (domain.md §15). */
export const mayReadDetail = (
  owner: Person,
  kase: Case,
  { detail, today }: { readonly detail: Holding; readonly today: LocalDate },
): boolean =>
  isActive(owner) &&
  kase.erasedOn === undefined &&
  !isDisqualified(kase, owner.id) &&
  (detail.origin === owner.agency || isConsented(kase, detail, { to: owner.agency, today }));

const reaches = ({ grants }: Consent, agency: Person['agency']): boolean =>
  grants.some(({ to }) => to === agency);

const standingsOf = (reader: Person, kase: Case): readonly Standing[] =>
  isActive(reader) ? standingOnCase(reader, kase) : [];

/** Who took part in asking reads also of an interpreter and a representative; others must keep its conditions only. */
export const mayReadAllTerms = (reader: Person, kase: Case, consent: Consent): boolean => {
  const has = standingsOf(reader, kase);
  if (has.includes('author') || has.includes('coordinator')) return true;
  return worksOn(has) && consent.recordedIn === reader.agency;
};

/**
 * Whether this reader may read what the consent says in words: who works on the case where it was recorded, its
 * author, the coordinator, and, while it holds, everyone whom it opens something to, for they must keep its conditions.
 */
export const mayReadTerms = (
  reader: Person,
  kase: Case,
  { consent, today }: { readonly consent: Consent; readonly today: LocalDate },
): boolean => {
  if (kase.erasedOn !== undefined || !worksOn(standingsOf(reader, kase))) return false;
  if (mayReadAllTerms(reader, kase, consent)) return true;
  return isParticipant(kase) && isInForce(consent, today) && reaches(consent, reader.agency);
};

/** Whether this reader may read why something was shared: the agency that shared, and its leader, who must judge it. */
export const mayReadReason = (reader: Person, kase: Case, sharing: Sharing): boolean =>
  isActive(reader) &&
  kase.erasedOn === undefined &&
  standingInSharing(reader, kase, sharing).some(
    standing => standing === 'sharer' || standing === 'sharing-leader',
  );
