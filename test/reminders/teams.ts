import { type Posted } from '../../src/domain/posted';
import { err, ok, type Result } from '../../src/result';
import { type Letter, type Messenger, type SendFailure } from '../../src/use-cases/ports/messenger';
import { type Reference } from '../../src/use-cases/ports/people';

/** A message that arrived: where, and what it was. */
type Arrived = {
  readonly way: 'chat' | 'channel' | 'edit';
  readonly where: string;
  readonly letter: Letter;
};
/** What Teams does with the next request: an ambiguous one may have arrived. */
export type Mood = 'well' | 'arrived-unheard' | 'throws' | SendFailure;

export type Teams = {
  readonly messenger: Messenger;
  readonly arrived: Arrived[];
  readonly opened: string[];
  /** How the coming requests go, one each; after them all go well. */
  readonly moods: Mood[];
  readonly chats: { opening: Mood };
};

const OPENED: Omit<Reference, 'conversationId'> = {
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: 'tenant',
  botId: '28:bot',
};

/** Teams as a notebook: writes down what arrives, and goes wrong as it is told to. */
export const createTeams = (): Teams => {
  const arrived: Arrived[] = [];
  const opened: string[] = [];
  const moods: Mood[] = [];
  const chats: { opening: Mood } = { opening: 'well' };
  const take = (message: Arrived): Promise<Result<Posted, SendFailure>> => {
    const mood = moods.shift() ?? 'well';
    if (mood === 'throws') return Promise.reject(new TypeError('socket hang up'));
    if (typeof mood === 'object') return Promise.resolve(err(mood));
    arrived.push(message);
    const activityId = `activity-${arrived.length.toString()}`;
    return Promise.resolve(
      mood === 'well'
        ? ok({ activityId, conversationId: message.where })
        : err({ kind: 'ambiguous' as const }),
    );
  };
  const messenger: Messenger = {
    toPerson: ({ reference }, letter) => take({ way: 'chat', where: reference.conversationId, letter }),
    toChannel: (channel, letter) => take({ way: 'channel', where: channel.conversationId, letter }),
    edit: ({ posted }, letter) => take({ way: 'edit', where: posted.activityId, letter }),
    editChat: ({ posted }, letter) => take({ way: 'edit', where: posted.activityId, letter }),
    openChat: person => {
      opened.push(person.id);
      if (typeof chats.opening === 'object') return Promise.resolve(err(chats.opening));
      return Promise.resolve(ok({ ...OPENED, conversationId: `opened ${person.id}` }));
    },
  };
  return { messenger, arrived, opened, moods, chats };
};
