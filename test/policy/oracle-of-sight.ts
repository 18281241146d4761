import { type Case } from '../../src/domain/case';
import { type Consent } from '../../src/domain/consent';
import { type Holding } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { type Moment } from '../../src/domain/time';
import { assignedAs, isShutOut, standsOpen } from './oracle';

/**
 * design.md §5's table and domain.md §§5, 6 and 14 said a second time, by other means than the program's table; it
 * knows nothing of that, nor of the program's functions.
 */
type Looking = { readonly kase: Case; readonly now: Moment };

/** "submitted … awaiting-consent", and "mapping, active". */
const IS_SPOKEN_OF = /^(submitted|needs-info|ready-for-review|deferred|awaiting-consent)$/;
const IS_WORKED_ON = /^(mapping|active)$/;

const holdsOn = ({ givenOn, until }: Consent, today: string): boolean => !(today < givenOn || today > until);

/** The ways a consent opens to this agency that day, as "D of kronstad-dps". */
const openedTo = (agency: string, { kase, now }: Looking): ReadonlySet<string> => {
  if (!IS_WORKED_ON.test(kase.state) || !('consent' in kase)) return new Set();
  if (!holdsOn(kase.consent, now.today)) return new Set();
  return new Set(
    kase.consent.grants.flatMap(({ group, from, to }) => (to === agency ? [`${group} of ${from}`] : [])),
  );
};

/** What is pushed to this person and stands open at that moment, as "B of kronstad-dps". */
const pushedTo = (person: Person, { kase, now }: Looking): ReadonlySet<string> =>
  new Set(
    kase.sharings
      .filter(sharing => sharing.to.includes(person.id) && standsOpen(sharing, now.at))
      .flatMap(({ from, groups }) => groups.map(group => `${group} of ${from}`)),
  );

/** domain.md §4, answer 8: without the tick, consent comes before the group hears of it. */
const isFirstToConsent = ({ kase, now }: Looking): boolean => {
  if (!kase.recognisable) return false;
  return !('consent' in kase && holdsOn(kase.consent, now.today));
};

/** §5: what is de-identified speaks of nobody; a consent that was, told who it is. */
const hasTakenPart = ({ past }: Case): boolean => past.some(({ state }) => /^(mapping|active)$/.test(state));

/** §6: "A receiver who now knows who it is sees only process on that case afterwards, until consent." */
const knowsWho = (person: Person, kase: Case): boolean =>
  kase.sharings.some(({ to }) => to.includes(person.id));

const readsSummary = (person: Person, looking: Looking, as: readonly string[]): boolean => {
  if (!IS_SPOKEN_OF.test(looking.kase.state)) return false;
  if (knowsWho(person, looking.kase) || hasTakenPart(looking.kase)) return false;
  return as.includes('coordinator') || (as.includes('seated') && !isFirstToConsent(looking));
};

/** Which parts of the case this reader may be shown at that moment. */
export const shownTo = (person: Person, looking: Looking): ((holding: Holding) => boolean) => {
  const { kase } = looking;
  if (person.removedOn !== undefined || isShutOut(person, kase)) return () => false;
  const pushed = pushedTo(person, looking);
  const as = assignedAs(person, kase);
  if (as.length === 0) return ({ origin, section }) => pushed.has(`${section} of ${origin}`);
  const opened = openedTo(person.agency, looking);
  const summary = readsSummary(person, looking, as);
  const reach =
    as.includes('coordinator') && (IS_SPOKEN_OF.test(kase.state) || IS_WORKED_ON.test(kase.state));
  return ({ origin, section }) => {
    if (origin === person.agency) return true;
    if (section === 'summary') return summary;
    if (section === 'contact') return reach;
    const part = `${section} of ${origin}`;
    return opened.has(part) || pushed.has(part);
  };
};

/** §15, "create task": an owner may see the detail of the own agency, or what the consent opens to it. */
export const detailShownTo = (owner: Person, looking: Looking, detail: Holding): boolean => {
  if (owner.removedOn !== undefined || isShutOut(owner, looking.kase)) return false;
  return (
    owner.agency === detail.origin ||
    openedTo(owner.agency, looking).has(`${detail.section} of ${detail.origin}`)
  );
};

/** Who asked, wrote it down, or coordinates. */
const wasThere = ({ agency }: Person, as: readonly string[], { recordedIn }: Consent): boolean =>
  as.includes('coordinator') || as.includes('author') || agency === recordedIn;

/** Who must keep a consent's conditions reads them: where it was recorded, the coordinator, whom it opens to. */
export const termsShownTo = (person: Person, looking: Looking, consent: Consent): boolean => {
  const as = assignedAs(person, looking.kase);
  if (person.removedOn !== undefined || isShutOut(person, looking.kase) || as.length === 0) return false;
  if (wasThere(person, as, consent)) return true;
  if (!IS_WORKED_ON.test(looking.kase.state) || !holdsOn(consent, looking.now.today)) return false;
  return consent.grants.filter(({ to }) => to === person.agency).length > 0;
};

/** §6: the owning agency gave the reason, and its leader reviews it; nobody else reads it. */
export const reasonShownTo = (
  person: Person,
  kase: Case,
  { from, by }: Case['sharings'][number],
): boolean => {
  if (person.removedOn !== undefined || isShutOut(person, kase) || person.agency !== from) return false;
  return (person.roles.includes('leader') && by !== person.id) || assignedAs(person, kase).length > 0;
};

const opensAnythingTo = (agency: string, { kase, now }: Looking): boolean =>
  'consent' in kase &&
  holdsOn(kase.consent, now.today) &&
  kase.consent.grants.filter(({ to }) => to === agency).length > 0;

/** §§5, 6: what was decided of somebody nobody knows. */
const isOfNobody = (person: Person, kase: Case): boolean =>
  (IS_SPOKEN_OF.test(kase.state) || kase.state === 'declined') &&
  !knowsWho(person, kase) &&
  !hasTakenPart(kase);

/**
 * §7 with §§5 and 6: a decision in words is the group's, and its author's whom it concerns. A member reads of somebody
 * nobody knows until a consent tells who it is, and then when it opens something to them.
 */
export const rationaleShownTo = (person: Person, looking: Looking): boolean => {
  const { kase } = looking;
  if (person.removedOn !== undefined || isShutOut(person, kase)) return false;
  const as = assignedAs(person, kase);
  if (as.includes('author') || as.includes('coordinator')) return true;
  if (!as.includes('seated')) return false;
  return IS_WORKED_ON.test(kase.state) ? opensAnythingTo(person.agency, looking) : isOfNobody(person, kase);
};
