import { type LocalBot, type LocalChannel, type LocalPerson } from './people';
import { personalConversation } from './places';

/** The Playground takes exactly this many people beside the one who uses it. */
const OTHERS = 5;
const NAME_LIMIT = 42;

export type Surroundings = {
  readonly window: string;
  readonly person: LocalPerson;
  readonly others: readonly LocalPerson[];
  readonly channel: LocalChannel;
  readonly bot: LocalBot;
};

/** `userPrincipleName` is spelt as the Playground spells it. */
const user = ({ id, name, aadObjectId }: LocalPerson) => ({
  id,
  name,
  aadObjectId,
  userPrincipleName: `${aadObjectId}@example.invalid`,
  email: `${aadObjectId}@example.invalid`,
  givenName: name,
  surname: '',
});

/**
 * The Playground's world, in the ids the bot sees, so that only threads and messages need translation.
 * Throws when fewer than five others are given: the Playground would not start.
 */
export const playgroundConfig = ({ window, person, others, channel, bot }: Surroundings) => {
  const users = others.filter(({ id }) => id !== person.id).slice(0, OTHERS);
  if (users.length < OTHERS)
    throw new Error(`A window needs ${String(OTHERS)} other people, not ${String(users.length)}.`);
  return {
    version: '0.1.1',
    tenantId: person.tenantId,
    bot: { id: bot.id, name: bot.name.slice(0, NAME_LIMIT) },
    currentUser: user(person),
    users: users.map(user),
    personalChat: { id: personalConversation(person.id) },
    groupChat: { id: `19:${window}@unq.gbl.spaces`, name: 'Gruppechat' },
    team: { id: channel.channelId, name: 'Sent ute', aadGroupId: channel.teamId, channels: [] },
  };
};
