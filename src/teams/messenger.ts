import { digestCard } from '../cards/action';
import { agendaCard } from '../cards/agenda-post';
import { caseDoorCard } from '../cards/case-door';
import { type Drawing } from '../cards/drawing';
import { itemCard } from '../cards/item';
import { meetingNoticeCard } from '../cards/meeting-notice';
import { noticeCard } from '../cards/notice';
import { noLongerAvailableCard } from '../cards/refusals';
import { type SharedDrawing } from '../cards/shared-drawing';
import { summaryOf } from '../cards/summary';
import { type Card } from '../cards/template';
import { type Person } from '../domain/people';
import { type Words } from '../i18n/words';
import { ok } from '../result';
import { type Within } from '../use-cases/ports/common';
import { type Letter, type Message, type Messenger } from '../use-cases/ports/messenger';
import { type Reference } from '../use-cases/ports/people';
import { type Deps } from './deps';
import { openingDialogs } from './dialogs';
import { awayFor } from './known';
import { type CardMessage, type Transport } from './wire/transport';

type Drawer = Pick<Deps, 'world' | 'names' | 'wordsFor' | 'now' | 'dialogs'>;

const sharedDrawing = async (
  { world, names, now }: Drawer,
  t: Words,
  within: Within,
): Promise<Omit<SharedDrawing, 'id'>> => ({
  t,
  today: world.calendar.dayOf(now()),
  calendar: world.calendar,
  programme: world.programme,
  nameOf: await names.current(within),
  holderOf: await names.holders(within),
});

/** For one person, in their language; the entry's id is the card's nonce, so that one message is one command. */
const forPerson = (d: Drawing, message: Message): Card => {
  switch (message.kind) {
    case 'notice':
      return noticeCard(d, message.errand);
    case 'meeting-notice':
      return meetingNoticeCard(d, message);
    case 'digest':
      return digestCard(d, message);
    case 'gone':
      return noLongerAvailableCard(d.t, message.code);
    case 'door':
      return caseDoorCard(d, message);
    case 'item':
    case 'agenda':
      return noLongerAvailableCard(d.t);
  }
};

/** For everyone in the channel: process only (domain.md §7). */
const forChannel = (d: SharedDrawing, message: Message): Card => {
  switch (message.kind) {
    case 'item':
      return itemCard(d, message);
    case 'agenda':
      return agendaCard(d, message);
    case 'notice':
    case 'meeting-notice':
    case 'digest':
    case 'gone':
    case 'door':
      return noLongerAvailableCard(d.t);
  }
};

type Addressed = { readonly person: Person; readonly letter: Letter };

const personal = async (
  drawer: Drawer,
  { person, letter }: Addressed,
  within: Within,
): Promise<CardMessage> => {
  const t = drawer.wordsFor(person.language);
  const shared = await sharedDrawing(drawer, t, within);
  const away = await awayFor(drawer.names, { reader: person, today: shared.today }, within);
  const card = forPerson({ ...shared, ...away, reader: person, nonce: letter.id }, letter.message);
  return { card, summary: summaryOf(t, letter.message) };
};

/** The channel reads bokmål. */
const common = async (drawer: Drawer, letter: Letter, within: Within): Promise<CardMessage> => {
  const t = drawer.wordsFor('nb');
  const shared = await sharedDrawing(drawer, t, within);
  return {
    card: openingDialogs(drawer, forChannel({ ...shared, id: letter.id }, letter.message)),
    summary: summaryOf(t, letter.message),
  };
};

const threadOf = (channel: Reference, conversationId: string): Reference => ({ ...channel, conversationId });

const editing = (drawer: Drawer, transport: Transport): Pick<Messenger, 'edit' | 'editChat'> => ({
  editChat: async ({ person, reference, posted }, letter, within) => {
    const drawn = await personal(drawer, { person, letter }, within);
    const edited = await transport.editCard(reference, posted.activityId, drawn);
    return edited.ok ? ok(posted) : edited;
  },
  edit: async ({ channel, posted }, letter, within) => {
    const thread = threadOf(channel, posted.conversationId);
    const edited = await transport.editCard(thread, posted.activityId, await common(drawer, letter, within));
    return edited.ok ? ok(posted) : edited;
  },
});

/** Draws and sends what the outbox holds. */
export const teamsMessenger = (drawer: Drawer, transport: Transport): Messenger => ({
  toPerson: async ({ person, reference }, letter, within) => {
    const sent = await transport.sendCard(reference, await personal(drawer, { person, letter }, within));
    return sent.ok
      ? ok({ activityId: sent.value.activityId, conversationId: reference.conversationId })
      : sent;
  },
  openChat: (person, via) => {
    const [identity] = person.identities.filter(({ tenantId }) => tenantId === via.tenantId);
    const { serviceUrl, tenantId, botId } = via;
    return identity === undefined
      ? Promise.resolve({ ok: false, error: { kind: 'gone' } })
      : transport.openChat({ serviceUrl, tenantId, botId, userId: identity.objectId });
  },
  toChannel: async (channel, letter, within) => {
    const { serviceUrl, tenantId, botId } = channel;
    const { channelId } = drawer.world.programme;
    return transport.postToChannel(
      { serviceUrl, tenantId, botId, channelId },
      await common(drawer, letter, within),
    );
  },
  ...editing(drawer, transport),
});
