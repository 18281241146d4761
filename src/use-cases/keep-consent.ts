import { type Case } from '../domain/case';
import { checkConsent, type ConsentGiven } from '../domain/check-consent';
import { type Consent, type Understanding } from '../domain/consent';
import {
  type ConsentProblem,
  type ConsentSetting,
  type ConsentValues,
  keepsOf,
} from '../domain/consent-form';
import { type Ticks } from '../domain/consent-matrix';
import { hasConsent, isAsSeen } from '../domain/consent-status';
import { type CaseId } from '../domain/ids';
import { type Person } from '../domain/people';
import { CHANGED_MEANWHILE, type Refusal, TRY_AGAIN } from '../domain/refusal';
import { type StatuteList, statutesOn } from '../domain/statute';
import { type Instant } from '../domain/time';
import { judge, type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { aboutConsent } from './consent-notices';
import { type World } from './world';

export type ConsentAsk = 'record-consent' | 'renew-consent';

/** The form as it was filled in; with `ticks` what was ticked behind *Tilpass* counts, and not the preset. */
export type ConsentAsked = Asked & {
  readonly caseId: CaseId;
  readonly values: ConsentValues;
  readonly ticks?: Ticks;
  /** The mark of the consent the form was drawn over; see `consentMark`. */
  readonly seen?: string;
};
export type ConsentAnswer = { readonly kase: Case } | { readonly problems: readonly ConsentProblem[] };

type Verb = {
  readonly ask: ConsentAsk;
  readonly next: (
    kase: Case,
    given: { readonly consent: Consent; readonly understands: Understanding },
    at: Instant,
  ) => Result<Case, Refusal>;
};
type Found = { readonly kase: Case; readonly people: readonly Person[] };

const NOES: readonly Case['state'][] = ['consent-refused', 'withdrawn'];

/** A yes that was said before a no undoes nothing, nor is a consent renewed by one said before it. */
const answeredBefore = (
  { calendar }: World,
  kase: Case,
  ask: ConsentAsk,
): Pick<ConsentSetting, 'answeredOn'> => {
  if (ask === 'renew-consent' && hasConsent(kase)) return { answeredOn: kase.consent.givenOn };
  const no = kase.past.findLast(({ state }) => NOES.includes(state));
  return no === undefined ? {} : { answeredOn: calendar.dayOf(no.since) };
};

export const settingFor = (
  world: World,
  asked: Asked & Pick<ConsentAsked, 'ticks'>,
  { kase, people, ask }: Found & { readonly ask: ConsentAsk },
): ConsentSetting => ({
  kase,
  people,
  programme: world.programme,
  today: todayOf(world, asked),
  submittedOn: world.calendar.dayOf(kase.submittedAt),
  ...answeredBefore(world, kase, ask),
  keeps: keepsOf(kase, ask === 'renew-consent'),
  ...(asked.ticks === undefined ? {} : { ticks: asked.ticks }),
});

const consentFrom = (
  world: World,
  asked: Asked,
  { kase, given }: { kase: Case; given: ConsentGiven },
): Consent => {
  const { understands: _, terms: __, ...said } = given;
  const inForce = (list: StatuteList) =>
    statutesOn(world.programme.statutes, list, said.givenOn).map(({ id }) => id);
  return {
    ...said,
    version: kase.consents + 1,
    recordedAt: asked.at,
    recordedIn: asked.by.person.agency,
    statutes: inForce('consent'),
    legalBasis: inForce('basis'),
  };
};

const ruling = ({ by }: Asked, ask: ConsentAsk, kase: Case): Ruling =>
  judge(by.person, { about: 'case', ask, kase });

/** What is wrong with the form; told only to who may do this here, and not when it was saved before. */
const problemsOf = async (
  world: World,
  asked: ConsentAsked,
  { ask }: Verb,
): Promise<readonly ConsentProblem[] | undefined> => {
  const { caseId, commandId, within } = asked;
  const [file, people] = await Promise.all([world.cases.load(caseId, within), world.people.all(within)]);
  if (file === undefined || !ruling(asked, ask, file.kase).allowed) return undefined;
  if (!isAsSeen(file.kase, asked.seen)) return undefined;
  const checked = checkConsent(asked.values, settingFor(world, asked, { kase: file.kase, people, ask }));
  return checked.ok || (await world.cases.known(caseId, commandId, within)) ? undefined : checked.error;
};

const planned = (
  world: World,
  asked: ConsentAsked,
  { kase, people, verb }: Found & { readonly verb: Verb },
): Result<CasePlan, Refusal> => {
  if (!isAsSeen(kase, asked.seen)) return err(CHANGED_MEANWHILE);
  const checked = checkConsent(asked.values, settingFor(world, asked, { kase, people, ask: verb.ask }));
  if (!checked.ok) return err(TRY_AGAIN);
  const { understands, terms } = checked.value;
  const consent = consentFrom(world, asked, { kase, given: checked.value });
  const next = verb.next(kase, { consent, understands }, asked.at);
  if (!next.ok) return next;
  return ok({
    kase: next.value,
    consent: { consent, terms },
    errands: aboutConsent(asked, kase),
  });
};

/** A consent as the form gives it, or what is wrong with the form; judged again at the save. */
export const keepConsent = async (
  world: World,
  asked: ConsentAsked,
  verb: Verb,
): Promise<Result<ConsentAnswer, Refusal>> => {
  const problems = await problemsOf(world, asked, verb);
  if (problems !== undefined) return ok({ problems });
  const done = await changeCaseBeside<readonly Person[]>(world, asked, {
    operation: verb.ask,
    caseId: asked.caseId,
    beside: () => world.people.all(asked.within),
    judge: ({ kase }) => ruling(asked, verb.ask, kase),
    decide: ({ kase }, people) => planned(world, asked, { kase, people, verb }),
  });
  return done.ok ? ok({ kase: done.value }) : done;
};
