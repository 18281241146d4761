import { isPending } from '../../src/domain/action';
import { isUnfinished } from '../../src/domain/archive';
import { type ConsentTerms } from '../../src/domain/consent';
import { type Content, GROUP_OF_SERVICE } from '../../src/domain/content';
import { type DecisionWords } from '../../src/domain/decision-words';
import { type Holding, sameHolding, SECTIONS } from '../../src/domain/groups';
import { type Revealed } from '../../src/domain/content';
import { type PlanWords } from '../../src/domain/plan';
import { PLAN_HOLDING } from '../../src/domain/plan-holding';
import { SERVICES } from '../../src/domain/referral';
import { reviewBy } from '../../src/domain/sharing';
import {
  type ActionChange,
  type CaseChange,
  type Cases,
  type SealedPiece,
} from '../../src/use-cases/ports/cases';
import { fakeIncidents, isIncidentNew, keepIncident } from './store-incidents';
import { fakeKeys } from './store-keys';
import { fakeContributions, isContributionUnchanged, keepContribution } from './store-contributions';
import { commit, isKnown, nextVersion, type StoreState, turn } from './store-state';

const partitionOf = (id: string): string => `case:${id}`;

/** Sealed in name only: a test that looks inside can read it. */
export const boxes = (revealed: Revealed, revision: number): readonly SealedPiece[] =>
  revealed.flatMap(({ origin, content }) =>
    SECTIONS.flatMap(section =>
      content[section] === undefined
        ? []
        : [{ origin, section, revision, box: JSON.stringify(content[section]) }],
    ),
  );

const opened = (pieces: readonly SealedPiece[]): Revealed =>
  [...new Set(pieces.map(({ origin }) => origin))].map(origin => ({
    origin,
    content: Object.fromEntries(
      pieces.filter(piece => piece.origin === origin).map(({ section, box }) => [section, JSON.parse(box)]),
    ) satisfies Content,
  }));

const without = (pieces: readonly SealedPiece[], gone: readonly Holding[]): readonly SealedPiece[] =>
  pieces.filter(piece => !gone.some(one => sameHolding(one, piece)));

const isSharingUnchanged = (state: StoreState, { kase, sharing }: CaseChange): boolean =>
  sharing === undefined ||
  state.sharings.get(`${kase.id}/${sharing.sharing.id}`)?.version === sharing.version;

const isUnchanged = (state: StoreState, { file, kase, item, action }: CaseChange): boolean =>
  state.cases.get(kase.id)?.version === file.version &&
  (item === undefined || state.items.get(`${kase.id}/${item.item.meetingId}`)?.version === item.version) &&
  (action === undefined || state.actions.get(`${kase.id}/${action.action.id}`)?.version === action.version);

const keepItem = (state: StoreState, { kase, item, file }: CaseChange): void => {
  if (item === undefined) return;
  const revision = file.head.sequence + 1;
  const given = item.rationale && {
    origin: item.rationale.origin,
    section: 'summary' as const,
    revision,
    box: JSON.stringify(item.rationale.words),
  };
  const rationale = given ?? item.keep;
  state.items.set(`${kase.id}/${item.item.meetingId}`, {
    item: item.item,
    version: nextVersion(state),
    ...(rationale && { rationale }),
  });
};

const keptTried = ({ tried, keepTried }: ActionChange, revision: number): SealedPiece | undefined =>
  tried === undefined
    ? keepTried
    : { origin: tried.origin, section: GROUP_OF_SERVICE[tried.service], revision, box: tried.service };

const keepAction = (state: StoreState, { kase, action: change, file }: CaseChange): void => {
  if (change === undefined) return;
  const { action, detail: text, keep, remindAt } = change;
  const given = text &&
    action.detailIn && {
      origin: text.origin,
      section: action.detailIn,
      revision: file.head.sequence + 1,
      box: text.text,
    };
  const detail = given ?? keep;
  const tried = keptTried(change, file.head.sequence + 1);
  state.actions.set(`${kase.id}/${action.id}`, {
    action,
    version: nextVersion(state),
    ...(detail && { detail }),
    ...(tried && { tried }),
    ...(remindAt && { remindAt }),
  });
};

const keepConsent = (state: StoreState, { kase, consent: change, file }: CaseChange): void => {
  if (change === undefined) return;
  const { consent, terms } = change;
  const piece = terms && {
    ...{ origin: consent.recordedIn, section: 'terms' as const },
    ...{ revision: file.head.sequence + 1, box: JSON.stringify(terms) },
  };
  state.consents.set(`${kase.id}/${consent.version.toString()}`, {
    caseId: kase.id,
    consent,
    ...(piece && { terms: piece }),
  });
};

/** One version is one document, as it was first written. */
const isPlanNew = (state: StoreState, { kase, plan }: CaseChange): boolean =>
  plan === undefined || !state.plans.has(`${kase.id}/${plan.plan.version.toString()}`);

const keepPlan = (state: StoreState, { kase, plan: change, file }: CaseChange): void => {
  if (change === undefined) return;
  const { plan, words } = change;
  state.plans.set(`${kase.id}/${plan.version.toString()}`, {
    caseId: kase.id,
    plan,
    words: { ...PLAN_HOLDING, revision: file.head.sequence + 1, box: JSON.stringify(words) },
  });
};

const keepSharing = (state: StoreState, { kase, sharing: change, file }: CaseChange): void => {
  if (change === undefined) return;
  const { sharing, words, keep } = change;
  const piece = (box: string) => ({
    ...{ origin: sharing.from, section: 'reason' as const },
    ...{ revision: file.head.sequence + 1, box },
  });
  const reason = words.reason === undefined ? keep : piece(words.reason);
  state.sharings.set(`${kase.id}/${sharing.id}`, {
    ...{ caseId: kase.id, sharingId: sharing.id, version: nextVersion(state) },
    ...(reason && { reason }),
    ...(words.remark === undefined ? {} : { remark: piece(words.remark) }),
    ...(sharing.review ? {} : { reviewFrom: sharing.from, reviewBy: reviewBy(sharing) }),
  });
};

const committing =
  (state: StoreState): Cases['commit'] =>
  async (change, within) => {
    await turn(within);
    const { file, kase, clockAt, content = [], erased = [] } = change;
    const sealed = boxes(content, file.head.sequence + 1);
    return commit(state, {
      ...change,
      partition: partitionOf(kase.id),
      head: file.head,
      unchanged:
        isUnchanged(state, change) &&
        isSharingUnchanged(state, change) &&
        isPlanNew(state, change) &&
        isIncidentNew(state, change) &&
        isContributionUnchanged(state, change),
      apply: head => {
        const pieces = [...without(file.sealed, [...erased, ...sealed]), ...sealed];
        const version = nextVersion(state);
        state.cases.set(kase.id, { kase, sealed: pieces, head, version, ...(clockAt && { clockAt }) });
        keepItem(state, change);
        keepAction(state, change);
        keepConsent(state, change);
        keepPlan(state, change);
        keepSharing(state, change);
        keepContribution(state, change);
        keepIncident(state, change);
      },
    });
  };

const by =
  <T>(key: (one: T) => string) =>
  (one: T, other: T): number =>
    key(one).localeCompare(key(other));

const queries = (state: StoreState) => {
  const cases = () => [...state.cases.values()].map(({ kase }) => kase);
  const actions = () => [...state.actions.values()].map(({ action }) => action);
  return {
    inStates: async (states, within) => {
      await turn(within);
      return cases()
        .filter(({ state: one }) => states.includes(one))
        .sort(by(({ since }) => since));
    },
    unfinished: async within => {
      await turn(within);
      return cases()
        .filter(isUnfinished)
        .sort(by(({ since }) => since));
    },
    byAuthor: async (author, within) => {
      await turn(within);
      return cases()
        .filter(kase => kase.author === author)
        .sort(by(({ submittedAt }) => submittedAt))
        .reverse();
    },
    itemsOf: async (meetingId, within) => {
      await turn(within);
      return [...state.items.values()]
        .map(({ item }) => item)
        .filter(item => item.meetingId === meetingId)
        .sort((one, other) => one.number - other.number);
    },
    itemsOfCase: async (caseId, within) => {
      await turn(within);
      return [...state.items.values()].map(({ item }) => item).filter(item => item.caseId === caseId);
    },
    pendingActionsOf: async (person, within) => {
      await turn(within);
      return actions()
        .filter(action => isPending(action) && (action.owner === person || action.standIn === person))
        .sort(by(({ due, id }) => due + id));
    },
    newDatesAsked: async within => {
      await turn(within);
      return actions()
        .filter(action => isPending(action) && action.asked !== undefined)
        .sort(by(({ asked }) => asked?.at ?? ''));
    },
    remindersDue: async (now, limit, within) => {
      await turn(within);
      return [...state.actions.values()]
        .filter(({ remindAt }) => remindAt !== undefined && remindAt <= now)
        .sort(by(({ remindAt }) => remindAt ?? ''))
        .slice(0, limit)
        .map(({ action }) => action);
    },
    clocksDue: async (now, limit, within) => {
      await turn(within);
      return [...state.cases.values()]
        .filter(({ clockAt }) => clockAt !== undefined && clockAt <= now)
        .sort(by(({ clockAt }) => clockAt ?? ''))
        .slice(0, limit)
        .map(({ kase }) => kase.id);
    },
    reviewsAwaited: async (from, now, within) => {
      await turn(within);
      return [...state.sharings.values()].filter(
        ({ reviewFrom, reviewBy: by = '' }) => reviewFrom === from && by >= now,
      );
    },
    reviewsMissed: async (since, now, within) => {
      await turn(within);
      return [...state.sharings.values()].filter(({ reviewBy: by = '' }) => by > since && by < now);
    },
  } satisfies Partial<Cases>;
};

/** Cases in memory, with the promises of the port and none of the sealing. */
export const fakeCases = (state: StoreState): Cases => ({
  load: async (id, within) => {
    await turn(within);
    return state.cases.get(id);
  },
  idOf: async (code, within) => {
    await turn(within);
    return state.codes.get(code);
  },
  known: async (id, command, within) => {
    await turn(within);
    return isKnown(state, partitionOf(id), command);
  },
  reveal: async ({ kase, sealed }, holdings, within) => {
    await turn(within);
    const lying = state.cases.get(kase.id)?.sealed ?? [];
    const kept = sealed.filter(piece => lying.some(one => sameHolding(one, piece)));
    return opened(kept.filter(piece => holdings.some(holding => sameHolding(holding, piece))));
  },
  detailOf: async ({ detail }, within) => {
    await turn(within);
    return detail?.box;
  },
  rationaleOf: async ({ rationale }, within) => {
    await turn(within);
    return rationale && (JSON.parse(rationale.box) as DecisionWords);
  },
  plan: async (caseId, version, within) => {
    await turn(within);
    return state.plans.get(`${caseId}/${version.toString()}`);
  },
  planWordsOf: async ({ words }, within) => {
    await turn(within);
    return words && (JSON.parse(words.box) as PlanWords);
  },
  triedOf: async ({ tried }, within) => {
    await turn(within);
    return SERVICES.find(service => service === tried?.box);
  },
  sharing: async ({ caseId, sharingId }, within) => {
    await turn(within);
    return state.sharings.get(`${caseId}/${sharingId}`);
  },
  wordsOf: async ({ reason, remark }, within) => {
    await turn(within);
    return { ...(reason && { reason: reason.box }), ...(remark && { remark: remark.box }) };
  },
  consent: async (caseId, version, within) => {
    await turn(within);
    return state.consents.get(`${caseId}/${version.toString()}`);
  },
  termsOf: async ({ terms }, within) => {
    await turn(within);
    return terms && (JSON.parse(terms.box) as ConsentTerms);
  },
  commit: committing(state),
  item: async (caseId, meetingId, within) => {
    await turn(within);
    return state.items.get(`${caseId}/${meetingId}`);
  },
  action: async (caseId, actionId, within) => {
    await turn(within);
    return state.actions.get(`${caseId}/${actionId}`);
  },
  ...queries(state),
  ...fakeIncidents(state),
  ...fakeContributions(state),
  ...fakeKeys(state),
});
