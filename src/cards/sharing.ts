import { type Case } from '../domain/case';
import { type Content, type GroupPart, type ReferralPart, type Revealed } from '../domain/content';
import { type Group } from '../domain/groups';
import { DOMAINS } from '../domain/mapping';
import { type Question, QUESTIONS } from '../domain/referral';
import { awaitsReview, isLive, reviewBy, type Sharing } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { may } from '../policy/may';
import { button } from './button';
import { identityFacts } from './case-content';
import { type Drawing } from './drawing';
import { facts, headed, offered, only, privately } from './parts';
import { addedFacts, answerFact, type FactRow, ownWords } from './read-referral';
import { doneFacts, momentInWords, outcomeOf, statuteFact, timeOf } from './sharing-words';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { agencyName } from './wording';

type Shared = { readonly kase: Case; readonly sharing: Sharing };
type Words = { readonly reason?: string; readonly remark?: string };

export const NOTHING_SHARED = { groups: [], passages: [], notes: [], choices: [], texts: [], callFirst: [] };

export const sharingEyebrow = ({ t }: Drawing, { code }: Case): string => privately(t, t.common.caseOf(code));
export const closingView = ({ t, nonce }: Drawing): Card =>
  button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true });

/** Why it was shared, and what the leader remarked. */
export const wordsShown = ({ t }: Drawing, { reason, remark }: Words): readonly Data[] => [
  ...(reason === undefined ? [] : [{ title: t.sharing.reason, text: shown(reason) }]),
  ...(remark === undefined ? [] : [{ title: t.sharing.remark, text: shown(remark) }]),
];

const titleOf = (d: Drawing, { sharing }: Shared, now: Instant): string =>
  isLive(sharing, now)
    ? d.t.sharing.sharedUntil(timeOf(d, sharing.until))
    : d.t.sharing.ended(momentInWords(d, sharing.endedAt ?? sharing.until));

const nextOf = (d: Drawing, { sharing }: Shared, now: Instant): string => {
  const { t, today, calendar } = d;
  if (awaitsReview(sharing, now)) return t.sharing.next(t.day(calendar.dayOf(reviewBy(sharing)), today));
  return sharing.review === undefined ? t.sharing.missed : outcomeOf(d, sharing);
};

type Owned = Shared & { readonly words: Words; readonly now: Instant };

/** For the agency that shared (ux 21b): until when, with whom, and the way to stop it. */
export const sharingOwnerCard = (d: Drawing, { kase, sharing, words, now }: Owned): Card => {
  const { t, reader, nonce } = d;
  const stop = { verb: 'end-sharing', caseId: kase.id, sharingId: sharing.id, nonce };
  const mayStop = may(reader, { about: 'sharing', ask: 'end-sharing', kase, sharing, now });
  return fill('sharing', {
    ...headed(t, {
      eyebrow: sharingEyebrow(d, kase),
      title: titleOf(d, { kase, sharing }, now),
      lead: nextOf(d, { kase, sharing }, now),
    }),
    ...NOTHING_SHARED,
    ...facts(doneFacts(d, sharing)),
    passages: wordsShown(d, words),
    actions: offered([
      [mayStop, button(t.sharing.stop, stop, { primary: true })],
      [true, closingView(d)],
    ]),
  });
};

/** What is asked is told as of somebody else: the reader did not ask it. */
const answerRead = (d: Drawing, question: Question, part: ReferralPart): readonly FactRow[] => {
  const rows = answerFact(d, question, part);
  return question === 'asked' ? rows.map(([, answer]) => [d.t.kase.facts.asked, answer] as const) : rows;
};

/** Whoever it was shared with reads what was mapped, too: it lies in what was shared. */
const mappedFacts = ({ t }: Drawing, { mapping = {} }: GroupPart): readonly FactRow[] =>
  DOMAINS.flatMap(domain => {
    const piece = mapping[domain];
    if (piece === undefined) return [];
    const level = t.mapping.levels[piece.level];
    const said = piece.text === '' ? level : `${level}: ${shown(piece.text)}`;
    return [[t.mapping.domains[domain], said] as const];
  });

const groupFacts = (d: Drawing, content: Content, group: Group): readonly FactRow[] => {
  if (group === 'B') return identityFacts(d, content.B ?? {});
  const part = content[group] ?? {};
  return [
    ...QUESTIONS.flatMap(question => answerRead(d, question, part)),
    ...addedFacts(d, part),
    ...mappedFacts(d, part),
    ...(part.words === undefined ? [] : [ownWords(d, part)]),
  ];
};

const groupShown = (d: Drawing, seen: Revealed, { group, from }: { group: Group; from: string }): Data => {
  const content = seen.find(({ origin }) => origin === from)?.content ?? {};
  const rows = groupFacts(d, content, group);
  return {
    title: d.t.common.groups[group],
    factSets: only(rows.length > 0, () => facts(rows)),
    notes: only(rows.length === 0, () => d.t.sharing.nothingIn),
  };
};

/** For whom it was sent to, while it stands open (ux 21d): exactly what was shared. */
export const sharingReceiverCard = (
  d: Drawing,
  { kase, sharing, seen }: Shared & { readonly seen: Revealed },
): Card => {
  const { t, programme } = d;
  const { from, groups, until } = sharing;
  return fill('sharing', {
    ...headed(t, {
      eyebrow: sharingEyebrow(d, kase),
      title: t.sharing.sharedBy(agencyName(programme, from)),
      lead: t.sharing.shuts(timeOf(d, until)),
    }),
    ...NOTHING_SHARED,
    ...facts([statuteFact(d, sharing)]),
    groups: groups.map(group => groupShown(d, seen, { group, from })),
    callFirst: [t.common.callFirst],
    actions: [closingView(d)],
  });
};

/** The same message, after it shut: the case as process, and no more. */
export const sharingShutCard = (d: Drawing, { kase }: Shared): Card => {
  const { t, nonce } = d;
  return fill('sharing', {
    ...headed(t, {
      eyebrow: sharingEyebrow(d, kase),
      title: t.sharing.isShut,
      lead: t.sharing.processOnly,
    }),
    ...NOTHING_SHARED,
    ...facts([]),
    callFirst: [t.common.callFirst],
    actions: [
      button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { primary: true }),
      closingView(d),
    ],
  });
};
