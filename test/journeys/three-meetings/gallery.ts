import { z } from 'zod';
import { type Element } from '../../../src/local/demo/element';
import { type Player } from '../../../src/local/demo/player';
import { readCard } from '../../../src/local/demo/read-card';
import { isThread } from '../../../src/local/demo/connector';
import { ALLOWED_SUMMARIES } from '../../cards/allowed-summaries';
import { type Company, tryingAgain } from '../company';

/** A card that somebody was shown as the answer to what they did. */
export type Shown = { readonly to: string; readonly by: string; readonly card: Element };
/** A card that the bot laid in a chat or the channel, as it was at that moment. */
export type Laid = {
  readonly place: 'chat' | 'channel';
  readonly summary: string;
  readonly card: Element;
  readonly body: string;
};

const Message = z.looseObject({
  attachments: z.array(z.looseObject({ content: z.record(z.string(), z.unknown()) })).default([]),
  summary: z.string().default(''),
});
const Body = z.union([z.looseObject({ activity: Message }).transform(({ activity }) => activity), Message]);

type Presses = Player['presses'];

const keeping = (player: Player, keep: (by: string, card: Element) => Element): Player => {
  const again = (card: Element, presses: Presses = player.presses): Promise<Element> =>
    tryingAgain(card, late => presses(late, 'Prøv igjen'));
  const { presses, pressesInChannel } = player;
  return {
    ...player,
    says: async text => keep(`"${text.replace(/ SU-.*/, ' …')}"`, await player.says(text)),
    presses: async (card, what, inputs) => keep(what, await again(await presses(card, what, inputs))),
    pressesInChannel: async (card, what, inputs) =>
      keep(
        `${what} in the channel`,
        await again(await pressesInChannel(card, what, inputs), pressesInChannel),
      ),
    sends: async (verb, data, at) => keep(verb, await again(await player.sends(verb, data, at))),
  };
};

/** The same company, where every card is kept that anybody was answered with. */
export const withGallery = (
  company: Company,
): { readonly company: Company; readonly shown: readonly Shown[] } => {
  const shown: Shown[] = [];
  const player = (to: string): Player =>
    keeping(company.player(to), (by, card) => {
      shown.push({ to, by, card });
      return card;
    });
  return { company: { ...company, player }, shown };
};

const THREADS = /^\/v3\/conversations\/([^/]+)/;

/** Every card that the bot ever sent or edited, in the order it did. */
export const laidBy = ({ connector }: Company): readonly Laid[] =>
  connector.outgoing().flatMap(({ path, body }) => {
    if (body === '') return [];
    const { attachments, summary } = Body.parse(JSON.parse(body));
    const [conversation = ''] = THREADS.exec(path)?.slice(1) ?? [];
    const isChat = conversation !== '' && !isThread(conversation);
    return attachments.map(({ content }) => ({
      ...{ place: isChat ? ('chat' as const) : ('channel' as const), summary, body },
      card: content,
    }));
  });

const VARYING: readonly (readonly [RegExp, string])[] = [
  [/SU-[0-9A-Z]{4}-[0-9A-Z]{4}/g, '…'],
  [/\b(mandag|tirsdag|onsdag|torsdag|fredag) \d+\. [a-z]+( \d{4})?/gi, '@'],
];
/** The heading of a card, without what differs from case to case and day to day. */
export const headingOf = (card: Element): string => {
  const [, heading = ''] = readCard(card);
  return VARYING.reduce((text, [varying, mark]) => text.replace(varying, mark), heading);
};

/** The kinds of cards that each was answered with, by what they did, in the order they first saw them. */
export const kindsShown = (shown: readonly Shown[]): Readonly<Record<string, readonly string[]>> =>
  shown.reduce<Readonly<Record<string, readonly string[]>>>((all, { to, by, card }) => {
    const seen = all[to] ?? [];
    const kind = `${by}: ${headingOf(card)}`;
    return seen.includes(kind) ? all : { ...all, [to]: [...seen, kind] };
  }, {});

const CODE = 'SU-[0-9A-Z]{4}-[0-9A-Z]{4}';
const DAY = '[a-zæøå 0-9.]+';
const allowed = Object.values(ALLOWED_SUMMARIES)
  .flat()
  .map(text => text.replaceAll('.', '\\.').replace('…', CODE).replace('#', '\\d+').replace('@', DAY));
const ALLOWED = new RegExp(`^(${allowed.join('|')})?$`);
/** An item's own card is announced by its case; the rest by the fixed texts. */
export const isAllowed = (summary: string): boolean => ALLOWED.test(summary);
