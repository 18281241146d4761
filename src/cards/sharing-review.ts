import { type Case } from '../domain/case';
import { awaitsReview, reviewBy, type Sharing, VERDICTS } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, choicesOf, optional, radio } from './fields';
import { facts, headed, note, only, row } from './parts';
import { closingView, NOTHING_SHARED, sharingEyebrow, wordsShown } from './sharing';
import { doneFacts, momentInWords, outcomeOf } from './sharing-words';
import { type Card, type Data, fill } from './template';

type Reviewing = {
  readonly kase: Case;
  readonly sharing: Sharing;
  readonly words: { readonly reason?: string; readonly remark?: string };
  readonly now: Instant;
  /** Just as it was typed, when the form comes back. */
  readonly typed?: { readonly verdict?: string; readonly remark?: string };
  readonly problem?: 'too-long' | 'holds-number';
};

const asking = ({ t }: Drawing, { typed = {}, problem }: Reviewing): Data => ({
  choices: [
    radio({
      id: 'verdict',
      label: t.sharing.review.verdict,
      value: typed.verdict,
      choices: choicesOf(VERDICTS, t.sharing.review.verdicts),
      must: t.common.chooseOne,
    }),
  ],
  texts: [
    area({
      id: 'remark',
      label: optional(t, t.sharing.remark),
      value: typed.remark,
      error: problem === undefined ? undefined : t.sharing.problems[problem],
    }),
  ],
});

const settled = (d: Drawing, { sharing, now }: Reviewing): Data => {
  const { review } = d.t.sharing;
  const late = sharing.review === undefined && !awaitsReview(sharing, now);
  return {
    notes: only(late, () => note({ style: 'warning', title: review.late, text: review.lateLead })),
  };
};

const headOf = (d: Drawing, { kase, sharing, now }: Reviewing): Data => {
  const { review } = d.t.sharing;
  const lead = awaitsReview(sharing, now)
    ? review.lead(momentInWords(d, reviewBy(sharing)))
    : outcomeOf(d, sharing);
  return headed(d.t, { eyebrow: sharingEyebrow(d, kase), title: review.title, lead });
};

/** For the leader of the agency that shared (ux 21f): what was done and why, never what stood there. */
export const sharingReviewCard = (d: Drawing, reviewing: Reviewing): Card => {
  const { t, reader, nonce } = d;
  const { kase, sharing, words, now } = reviewing;
  const save = { verb: 'review-sharing', caseId: kase.id, sharingId: sharing.id, nonce };
  const mayReview = may(reader, { about: 'sharing', ask: 'review-sharing', kase, sharing, now });
  return fill('sharing', {
    ...headOf(d, reviewing),
    ...NOTHING_SHARED,
    ...facts(doneFacts(d, sharing)),
    passages: wordsShown(d, words),
    ...(mayReview ? asking(d, reviewing) : settled(d, reviewing)),
    actions: [
      ...only(mayReview, () => button(t.sharing.review.save, save, { primary: true })),
      closingView(d),
    ],
  });
};

/** After it was judged. */
export const reviewedCard = (d: Drawing, { kase }: Pick<Reviewing, 'kase'>): Card => {
  const { t, nonce } = d;
  const { done: title, doneLead: lead } = t.sharing.review;
  return fill('sharing', {
    ...headed(t, { eyebrow: sharingEyebrow(d, kase), title, lead }),
    ...NOTHING_SHARED,
    ...facts([]),
    actions: [button(t.sharing.reviews.eyebrow, { verb: 'list-reviews', nonce }, { primary: true })],
  });
};

/** Ten rows to a list (design.md §3). */
const MOST = 10;

const rowFor = (d: Drawing, { kase, sharing }: Pick<Reviewing, 'kase' | 'sharing'>): Data => {
  const { reviews } = d.t.sharing;
  return row(
    { title: kase.code, lines: [reviews.due(momentInWords(d, reviewBy(sharing)))] },
    { verb: 'open-sharing', caseId: kase.id, sharingId: sharing.id, nonce: d.nonce },
    reviews.open(kase.code),
  );
};

/** What waits for this leader, the one with least time first. */
export const reviewsCard = (d: Drawing, awaited: readonly Pick<Reviewing, 'kase' | 'sharing'>[]): Card => {
  const { t, nonce } = d;
  const { reviews } = t.sharing;
  const title = awaited.length === 0 ? reviews.none : reviews.count(awaited.length);
  return fill('sharing-reviews', {
    ...headed(t, { eyebrow: reviews.eyebrow, title, lead: awaited.length === 0 ? '' : reviews.lead }),
    rows: awaited.slice(0, MOST).map(one => rowFor(d, one)),
    more: only(awaited.length > MOST, () => reviews.more),
    actions: [button(t.common.help, { verb: 'show-help', nonce })],
  });
};
