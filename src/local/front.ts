import { type Surroundings } from '../surroundings';
import { type Account } from '../storage/client';
import { type Directory } from './cosmos/admission';
import { type Certificate } from './cosmos/server';

type Channel = Extract<Surroundings['authentication'], { readonly kind: 'channel' }>;
type Identity = Extract<Account, { readonly aadCredentials: unknown }>['aadCredentials'];

/**
 * What stands between a world and everybody else when tokens are asked for everywhere: of people, of Teams, of the bot
 * and at the database. Without one a world is plain http on loopback.
 */
export type Front = {
  /** What the bot, Teams' end and the database show who connects. */
  readonly tls: Certificate;
  readonly authentication: Channel;
  /** The bot's tokens for Teams. */
  readonly credentials: NonNullable<Surroundings['credentials']>;
  /** How fast somebody may be, where players are faster than people. */
  readonly limits?: NonNullable<Surroundings['limits']>;
  /** Who may do what in the database. */
  readonly directory: Directory;
  /** Who the program is there. */
  readonly identity: Identity;
  /** The header by which the channel says that an activity comes through this address. */
  readonly signs: (serviceUrl: string, at: Date) => Promise<string>;
  /** Whether Teams lets in a request that carries this header. */
  readonly admits: (authorization: string | undefined) => Promise<boolean>;
};
