import { type Case } from '../domain/case';
import { type ConsentTerms } from '../domain/consent';
import { type Consented, hasConsent } from '../domain/consent-status';
import { type Holding } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type CaseOperation } from '../policy/operations';
import { mayReadAllTerms, mayReadTerms } from '../policy/visible';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookAtCase } from './lookup';
import { type CaseFile } from './ports/cases';
import { type World } from './world';

export type OpenedConsent = {
  readonly kase: Case;
  /** What it says in words, where the reader may read it. */
  readonly terms?: ConsentTerms;
};
type Opening = Asked & { readonly caseId: CaseId };

const termsShown = (world: World, asked: Asked, kase: Case): readonly Holding[] =>
  hasConsent(kase) &&
  mayReadTerms(asked.by.person, kase, { consent: kase.consent, today: todayOf(world, asked) })
    ? [{ origin: kase.consent.recordedIn, section: 'terms' }]
    : [];

/** Language and guardianship are told those who were there; conditions everyone who must keep them. */
const termsFor = (reader: Person, kase: Consented, terms: ConsentTerms): ConsentTerms =>
  mayReadAllTerms(reader, kase, kase.consent)
    ? terms
    : { ...terms, interpreter: '', representative: 'none', mandate: '' };

const opened = async (
  world: World,
  { by, within }: Asked,
  { kase, shows }: { readonly kase: Case; readonly shows: readonly Holding[] },
): Promise<OpenedConsent> => {
  if (!hasConsent(kase) || shows.length === 0) return { kase };
  const file = await world.cases.consent(kase.id, kase.consent.version, within);
  const terms = file && (await world.cases.termsOf(file, within));
  return terms === undefined ? { kase } : { kase, terms: termsFor(by.person, kase, terms) };
};

type Look<Answer> = {
  readonly operation: string;
  readonly ask: CaseOperation;
  readonly answer: (opened: OpenedConsent) => Promise<Answer>;
};
const look = <Answer>(
  world: World,
  asked: Opening,
  { operation, ask, answer }: Look<Answer>,
): Promise<Result<Answer, Refusal>> =>
  lookAtCase(world, asked, {
    operation,
    caseId: asked.caseId,
    question: ({ kase }) => ({ about: 'case', ask, kase }),
    shows: ({ kase }: CaseFile) => termsShown(world, asked, kase),
    answer: async ({ kase }, shows) => answer(await opened(world, asked, { kase, shows })),
  });

/** The consent of a case; its terms lie apart, and are read only for who may know them. */
export const openConsent =
  (world: World) =>
  (asked: Opening): Promise<Result<OpenedConsent, Refusal>> =>
    look(world, asked, {
      operation: 'open-consent',
      ask: 'open-consent',
      answer: found => Promise.resolve(found),
    });

/** The same as the form to renew it begins with, and who may have asked. */
export const startRenewal =
  (world: World) =>
  (asked: Opening): Promise<Result<OpenedConsent & { readonly people: readonly Person[] }, Refusal>> =>
    look(world, asked, {
      operation: 'start-renew-consent',
      ask: 'renew-consent',
      answer: async found => ({ ...found, people: await world.people.all(asked.within) }),
    });
