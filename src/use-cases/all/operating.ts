import { retryMessage } from '../retry-message';
import { type World } from '../world';

/** What keeps the messages going. */
export const operating = (world: World) => ({ retryMessage: retryMessage(world) });
