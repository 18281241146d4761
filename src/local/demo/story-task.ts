import { momentInWords } from '../landing/words';
import { type Element } from './element';
import { scene, type Tale } from './story-referral';
import { storyWords } from './words';

const CONSENT = { preset: 'coordination', understands: 'yes', how: 'oral', 'asked-by': 'koordinator' };
export const DETAIL = 'Ring boligkontoret om rommet i andre etasje.';
/** Friday after the meeting; two working days before it is Wednesday. */
const TASK = {
  title: 'clarify-living',
  owner: 'ansvarlig',
  due: '2026-12-04',
  detail: DETAIL,
  'detail-group': 'C',
};
const TO_THE_MORNING = 'P1D';

const openedByCoordinator = async ({ cast: { coordinator, referrer } }: Tale): Promise<Element> => {
  const mine = await referrer.says('mine innmeldinger');
  const code = /SU-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(JSON.stringify(mine))?.[0] ?? '';
  return coordinator.presses(await coordinator.says(`sak ${code}`), 'open-by-code');
};

export const recordTheConsent = async (tale: Tale, does: string): Promise<void> => {
  const { stage, cast } = tale;
  const answer = await cast.coordinator.presses(await openedByCoordinator(tale), 'open-consent');
  const form = await cast.coordinator.presses(answer, 'start-consent');
  const card = cast.coordinator.presses(form, 'record-consent', CONSENT);
  await scene(tale, cast.coordinator, { does, card });
  await stage.settle();
};

export const createTheTask = async (tale: Tale): Promise<void> => {
  const { stage, cast } = tale;
  const form = await cast.coordinator.presses(await openedByCoordinator(tale), 'start-action');
  const card = cast.coordinator.presses(form, 'create-action', TASK);
  await scene(tale, cast.coordinator, { does: storyWords.createsTask, card });
  await stage.settle();
  const told = { does: storyWords.ownerIsTold, card: Promise.resolve(cast.owner.newest()) };
  await scene(tale, cast.owner, told);
};

export const remindTheOwner = async (tale: Tale): Promise<void> => {
  const { stage, teller, cast } = tale;
  await stage.advance(TO_THE_MORNING);
  teller.line(storyWords.morning);
  teller.line(storyWords.clock(momentInWords(stage.world.clock.now())));
  const digest = { does: storyWords.digest, card: Promise.resolve(cast.owner.newest()) };
  await scene(tale, cast.owner, digest);
};

/** The owner presses on the reminder itself. */
export const closeTheTask = async (tale: Tale): Promise<void> => {
  const { owner } = tale.cast;
  const card = owner.presses(owner.newest(), 'complete-action', { 'outcome-1': 'carried-out' });
  await scene(tale, owner, { does: storyWords.done, card });
};
