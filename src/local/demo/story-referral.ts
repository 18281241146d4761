import { type Element } from './element';
import { type Player } from './player';
import { type ReferralFile } from './referral-file';
import { type Stage } from './stage';
import { type Teller } from './teller';
import { storyWords } from './words';

/** Who plays in it. */
export type Cast = Readonly<Record<'referrer' | 'coordinator' | 'member' | 'owner', Player>>;
export type Tale = {
  readonly stage: Stage;
  readonly file: ReferralFile;
  readonly teller: Teller;
  readonly cast: Cast;
};

/** Somebody does something, and this is the card they get. */
export const scene = async (
  { teller }: Tale,
  { name }: Player,
  { does, card }: { readonly does: string; readonly card: Promise<Element> },
): Promise<Element> => {
  const got = await card;
  teller.step(name, does);
  teller.card(got);
  return got;
};

const named = async (tale: Tale, review: Element): Promise<Element> => {
  const { file, cast } = tale;
  if (file.identity === undefined) return review;
  const form = await cast.referrer.presses(review, 'start-identity');
  const card = cast.referrer.presses(form, 'name-candidate', file.identity);
  return scene(tale, cast.referrer, { does: storyWords.names, card });
};

export const refer = async (tale: Tale): Promise<void> => {
  const { referrer, coordinator } = tale.cast;
  const says = { does: storyWords.writes('meld inn'), card: referrer.says('meld inn') };
  const form = await scene(tale, referrer, says);
  const filled = referrer.presses(form, 'review-referral', tale.file.values);
  const review = await scene(tale, referrer, { does: storyWords.fillsIn, card: filled });
  const sent = referrer.presses(await named(tale, review), 'submit-referral');
  await scene(tale, referrer, { does: storyWords.sends, card: sent });
  await tale.stage.settle();
  const notice = Promise.resolve(coordinator.newest());
  await scene(tale, coordinator, { does: storyWords.isTold, card: notice });
};

export const setReady = async (tale: Tale): Promise<void> => {
  const { coordinator } = tale.cast;
  const asks = { does: storyWords.writes('innboks'), card: coordinator.says('innboks') };
  const inbox = await scene(tale, coordinator, asks);
  const opening = { does: storyWords.opensCase, card: coordinator.presses(inbox, 'open-case') };
  const kase = await scene(tale, coordinator, opening);
  const ready = coordinator.presses(kase, 'mark-ready');
  await scene(tale, coordinator, { does: storyWords.setsReady, card: ready });
  await tale.stage.settle();
};
