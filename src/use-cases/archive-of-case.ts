import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Consent, type ConsentTerms } from '../domain/consent';
import { type Decision } from '../domain/decision';
import { type DecisionWords } from '../domain/decision-words';
import { type Holding, sameHolding } from '../domain/groups';
import { type Person } from '../domain/people';
import { type Instant, type LocalDate } from '../domain/time';
import { mayReadTerms } from '../policy/visible';
import { mayReadRationale } from '../policy/visible-decisions';
import { type Within } from './ports/common';
import { type CaseFile, type ConsentFile, type ItemFile } from './ports/cases';
import { type World } from './world';

type Needs = Pick<World, 'cases'>;
type Decided = ItemFile & { readonly decision: Decision };

/** What lies beside a case that is archived with it, still sealed. */
export type Archivable = {
  readonly decided: readonly Decided[];
  readonly consents: readonly ConsentFile[];
};

/** What the municipality's archive is given of a case: what the programme decided, and on what. */
export type CaseArchive = {
  readonly kase: Case;
  /** Oldest first. */
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly meetingId: AgendaItem['meetingId'];
    readonly words?: DecisionWords;
  }[];
  readonly consents: readonly { readonly consent: Consent; readonly terms?: ConsentTerms }[];
};

const decidedIn = async ({ cases }: Needs, { id }: Case, within: Within): Promise<readonly Decided[]> => {
  const items = (await cases.itemsOfCase(id, within)).filter(({ decision }) => decision !== undefined);
  const files = await Promise.all(items.map(({ meetingId }) => cases.item(id, meetingId, within)));
  return files
    .flatMap(file => (file?.item.decision === undefined ? [] : [{ ...file, decision: file.item.decision }]))
    .toSorted((one, other) => one.decision.recordedAt.localeCompare(other.decision.recordedAt));
};

/** Every one that was ever given, narrowed or renewed, in that order. */
export const consentsIn = async ({ cases }: Needs, { id, consents }: Case, within: Within) => {
  const versions = Array.from({ length: consents }, (_, place) => place + 1);
  const found = await Promise.all(versions.map(version => cases.consent(id, version, within)));
  return found.filter(file => file !== undefined);
};

export const archivableIn = async (world: Needs, kase: Case, within: Within): Promise<Archivable> => {
  const [decided, consents] = await Promise.all([
    decidedIn(world, kase, within),
    consentsIn(world, kase, within),
  ]);
  return { decided, consents };
};

/** When each of it was recorded. */
export const recordedIn = ({ decided, consents }: Archivable): readonly Instant[] => [
  ...decided.map(({ decision }) => decision.recordedAt),
  ...consents.map(({ consent }) => consent.recordedAt),
];

/** As far as this reader may read it: an export shows no more than its card would. */
export const readableBy = (
  reader: Person,
  kase: Case,
  { found, today }: { readonly found: Archivable; readonly today: LocalDate },
): Archivable => ({
  decided: mayReadRationale(reader, kase, today)
    ? found.decided
    : found.decided.map(({ rationale: _, ...open }) => open),
  consents: found.consents.map(file => {
    const { terms: _, ...open } = file;
    return mayReadTerms(reader, kase, { consent: file.consent, today }) ? file : open;
  }),
});

/** Whose part of which section is read for it: once each. */
export const holdingsOf = ({ decided, consents }: Archivable): readonly Holding[] =>
  [...decided.map(({ rationale }) => rationale), ...consents.map(({ terms }) => terms)]
    .flatMap(piece => piece ?? [])
    .map(({ origin, section }) => ({ origin, section }))
    .filter((one, place, all) => all.findIndex(other => sameHolding(one, other)) === place);

/** Opens it all; the event of showing it is stored already. */
export const openedFrom = async (
  { cases }: Needs,
  { kase }: CaseFile,
  { found, within }: { readonly found: Archivable; readonly within: Within },
): Promise<CaseArchive> => {
  const decisions = found.decided.map(async file => {
    const words = await cases.rationaleOf(file, within);
    const { decision, item } = file;
    return { decision, meetingId: item.meetingId, ...(words === undefined ? {} : { words }) };
  });
  const consents = found.consents.map(async file => {
    const terms = await cases.termsOf(file, within);
    return { consent: file.consent, ...(terms === undefined ? {} : { terms }) };
  });
  return { kase, decisions: await Promise.all(decisions), consents: await Promise.all(consents) };
};
