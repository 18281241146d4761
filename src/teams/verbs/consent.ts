import { consentAnswer, consentNotUnderstood } from '../../cards/consent';
import { consentForm } from '../../cards/consent-form';
import { carriedValues, consentKind, type ConsentKind } from '../../cards/consent-kind';
import { consentMatrix, filledFrom } from '../../cards/consent-matrix';
import { type Card } from '../../cards/template';
import { type ConsentProblem, type ConsentValues, renewalValues } from '../../domain/consent-form';
import { type Ticks } from '../../domain/consent-matrix';
import { hasConsent } from '../../domain/consent-status';
import { type Case } from '../../domain/case';
import { type CaseId } from '../../domain/ids';
import { type UseCases } from '../../use-cases/all';
import { type Deps } from '../deps';
import { noteExpired } from '../expired-statutes';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { consentView } from './consent-answer';
import { refusedConsent } from './stale-consent';
import { ConsentInputs, numbersIn, pageIn, seenIn, textOf, ticksIn, valuesIn } from './consent-inputs';

const adjustOf = (does: UseCases, kind: ConsentKind) =>
  kind === 'record' ? does.adjustConsent : does.adjustRenewal;
const saveOf = (does: UseCases, kind: ConsentKind) =>
  kind === 'record' ? does.recordConsent : does.renewConsent;

/** What was filled in, on its way between the form and the matrix. */
type Filled = {
  readonly kind: ConsentKind;
  readonly caseId: CaseId;
  readonly values: ConsentValues;
  readonly problems?: readonly ConsentProblem[];
  readonly ticks?: Ticks | undefined;
  /** Of the matrix, the page that was drawn or is asked for. */
  readonly page?: number;
  /** The mark of the consent it was drawn over. */
  readonly seen?: string;
};

const keptTicks = ({ ticks, values }: Filled) =>
  ticks === undefined ? {} : { kept: { ticks, from: filledFrom(values) } };

/** What comes back was seen when it was drawn first. */
const marked = ({ seen }: Filled) => (seen === undefined ? {} : { seen });

/** The form again, with all that was typed; what was ticked behind *Tilpass* waits there. */
const formAgain = async ({ does }: Deps, { asked, d }: Turn, filled: Filled): Promise<Card> => {
  const { kind, caseId, values, problems = [] } = filled;
  const found = await adjustOf(does, kind)({ ...asked, caseId, values });
  return refusedOr(d, found, ({ kase, people }) =>
    consentForm(d, { kase, kind, people, values, problems, ...marked(filled), ...keptTicks(filled) }),
  );
};

/** The matrix as it was ticked, or filled from the form; the form first, when something is wrong there. */
const matrix = async ({ does }: Deps, { asked, d }: Turn, filled: Filled): Promise<Card> => {
  const { kind, caseId, values, problems = [], ticks, page } = filled;
  const adjusted = await adjustOf(does, kind)({ ...asked, caseId, values });
  return refusedOr(d, adjusted, found =>
    'matrix' in found
      ? consentMatrix(d, {
          ...found,
          kind,
          values,
          problems,
          ...marked(filled),
          ...(ticks && { ticks }),
          page,
        })
      : consentForm(d, { ...found, kind, values, ...keptTicks(filled) }),
  );
};

const markedIn = (data: Parameters<typeof ticksIn>[0]) => ({ ticks: ticksIn(data), ...seenIn(data) });
const isEmpty = (values: ConsentValues): boolean => Object.keys(values).length === 0;

export const onStartConsent = (deps: Deps): Handler =>
  reads(ConsentInputs, async (turn, data) => {
    const { asked, d } = turn;
    const { caseId } = data;
    const values = valuesIn(data);
    if (!isEmpty(values)) return formAgain(deps, turn, { kind: 'record', caseId, values, ...markedIn(data) });
    const found = await deps.does.startConsent({ ...asked, caseId });
    return refusedOr(d, found, ({ kase, people }) => consentForm(d, { kase, kind: 'record', people }));
  });

export const onStartRenewal = (deps: Deps): Handler =>
  reads(ConsentInputs, async (turn, data) => {
    const { asked, d } = turn;
    const { caseId } = data;
    const values = valuesIn(data);
    if (!isEmpty(values)) return formAgain(deps, turn, { kind: 'renew', caseId, values, ...markedIn(data) });
    const found = await deps.does.startRenewal({ ...asked, caseId });
    return refusedOr(d, found, ({ kase, people, terms }) =>
      hasConsent(kase)
        ? consentForm(d, { kase, kind: 'renew', people, values: renewalValues(kase.consent, terms, d.today) })
        : consentAnswer(d, { kase }),
    );
  });

/** *Tilpass*: ticks come back as they were left, unless the form now says something else. */
export const onAdjustConsent = (deps: Deps, kind: ConsentKind): Handler =>
  reads(ConsentInputs, (turn, data) => {
    const values = valuesIn(data);
    const isSame = textOf(data, 'filled-from') === filledFrom(values);
    return matrix(deps, turn, {
      kind,
      caseId: data.caseId,
      values,
      ticks: isSame ? ticksIn(data) : undefined,
      ...(isSame ? pageIn(data) : {}),
      ...seenIn(data),
    });
  });

const again = (deps: Deps, turn: Turn, filled: Filled): Promise<Card> => {
  const { problems = [] } = filled;
  noteExpired(deps, problems);
  return problems.length > 0 && problems.every(({ field }) => field === 'matrix')
    ? matrix(deps, turn, filled)
    : formAgain(deps, turn, filled);
};

/** As it now stands, with what was just said in it: what somebody typed must not look lost. */
const withTerms = async ({ does }: Deps, { asked, d }: Turn, kase: Case): Promise<Card> => {
  const opened = await does.openConsent({ ...asked, caseId: kase.id });
  return consentView(d, opened.ok ? opened.value : { kase });
};

const saved = async (deps: Deps, turn: Turn, filled: Filled): Promise<Card> => {
  const { asked, d } = turn;
  const { kind, caseId, values, ticks, seen = '' } = filled;
  const kept = await saveOf(
    deps.does,
    kind,
  )({
    ...asked,
    caseId,
    values,
    ...(ticks === undefined ? {} : { ticks }),
    seen,
  });
  if (kept.ok)
    return 'problems' in kept.value
      ? again(deps, turn, { ...filled, problems: kept.value.problems })
      : withTerms(deps, turn, kept.value.kase);
  if (kept.error.kind !== 'not-understood')
    return refusedConsent(deps, turn, {
      caseId,
      refusal: kept.error,
      again: { ...carriedValues(values), verb: consentKind(d.t, kind).verbs.start },
    });
  const found = await adjustOf(deps.does, kind)({ ...asked, caseId, values });
  return refusedOr(d, found, ({ kase }) => consentNotUnderstood(d, { kase, kind, values }));
};

/** Saves the form, or the matrix where that is what was pressed. */
export const onSaveConsent = (deps: Deps, kind: ConsentKind): Handler =>
  changes(ConsentInputs, (turn, data) => {
    const values = valuesIn(data);
    const ticks = textOf(data, 'adjusted') === 'yes' ? ticksIn(data) : undefined;
    const seen = textOf(data, 'version') ?? '';
    const filled = { kind, caseId: data.caseId, values, ticks, seen, ...pageIn(data) };
    const problems = numbersIn(values);
    return problems.length > 0 ? formAgain(deps, turn, { ...filled, problems }) : saved(deps, turn, filled);
  });
