import { momentInWords } from '../landing/words';
import { pressablesIn } from './card-reader';
import { nb } from '../../i18n/nb';
import { type Element } from './element';
import { readCard } from './read-card';
import { scene, type Tale } from './story-referral';
import { storyWords } from './words';

/** One seat of each partner: then the group is beslutningsdyktig. */
const PRESENT = { kommune: 'sosiale-tjenester', helse: 'kronstad-dps', politi: 'innsatsgruppen' };
const TO_THE_MEETING = 'P8D';
export const RATIONALE = 'Gruppen mener en samlet innsats kan hjelpe.';

/** The agenda leads to an item, too, while it is up. */
const isItem = (card: Element): boolean =>
  pressablesIn(card).some(({ verb }) => verb === 'open-item') && !readCard(card).includes(nb.agenda.title);

/** The item card as it stands in the channel now. */
const itemIn = ({ stage }: Tale): Element => {
  const found = stage.inChannel().find(({ card }) => isItem(card));
  if (found === undefined) throw new Error('No item stands in the channel.');
  return found.card;
};

const showItem = (tale: Tale): void => {
  tale.teller.line(storyWords.channelItem);
  tale.teller.card(itemIn(tale));
};

export const publishIt = async (tale: Tale): Promise<void> => {
  const { coordinator } = tale.cast;
  const agenda = await coordinator.says('saksliste');
  const card = coordinator.presses(agenda, 'publish-agenda');
  await scene(tale, coordinator, { does: storyWords.publishes, card });
  await tale.stage.settle();
  const posted = tale.stage.inChannel().find(({ card: one }) => !isItem(one));
  if (posted === undefined) throw new Error('No agenda stands in the channel.');
  tale.teller.line(storyWords.channelAgenda);
  tale.teller.card(posted.card);
  showItem(tale);
};

export const openTheItem = async (tale: Tale): Promise<void> => {
  const { member } = tale.cast;
  const opening = member.pressesInChannel(itemIn(tale), 'open-item');
  const view = await scene(tale, member, { does: storyWords.opensItem, card: opening });
  const closing = member.pressesInChannel(view, 'close-item');
  await scene(tale, member, { does: storyWords.closesItem, card: closing });
};

export const startTheMeeting = async (tale: Tale): Promise<void> => {
  const { stage, teller, cast } = tale;
  await stage.advance(TO_THE_MEETING);
  teller.line(storyWords.meetingDay);
  teller.line(storyWords.clock(momentInWords(stage.world.clock.now())));
  const agenda = await cast.coordinator.says('saksliste');
  const form = await cast.coordinator.presses(agenda, 'start-attendance');
  const card = cast.coordinator.presses(form, 'start-meeting', { ...PRESENT, confidential: 'yes' });
  await scene(tale, cast.coordinator, { does: storyWords.startsMeeting, card });
  await stage.settle();
};

export const decideOnIt = async (tale: Tale): Promise<void> => {
  const { stage, cast } = tale;
  await cast.coordinator.pressesInChannel(itemIn(tale), 'start-decision');
  await stage.settle();
  const form = await cast.coordinator.presses(cast.coordinator.newest(), 'start-decision');
  const card = cast.coordinator.presses(form, 'Ta inn', { rationale: RATIONALE });
  await scene(tale, cast.coordinator, { does: storyWords.decides, card });
  await stage.settle();
  showItem(tale);
  const told = { does: storyWords.authorIsTold, card: Promise.resolve(cast.referrer.newest()) };
  await scene(tale, cast.referrer, told);
};
