import { areLoopback } from './addresses';

/** `off` exists for the local world only: everything must then be on this machine. */
export type Authentication =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'channel';
      readonly appId: string;
      /** The channel's OpenID metadata; Microsoft's is https://login.botframework.com/v1/.well-known/openidconfiguration. */
      readonly metadataUrl: string;
    };

type Reached = {
  readonly authentication: Authentication;
  readonly serviceUrls: readonly string[];
  /** Where people reach the program; empty while nobody knows. */
  readonly publicUrl: () => string;
};

/** Throws when nobody would be asked who they are although somebody beyond this machine could come, or be sent to. */
export const stayHomeUnasked = ({ authentication, serviceUrls, publicUrl }: Reached): void => {
  const addresses = [...serviceUrls, publicUrl()].filter(address => address !== '');
  if (authentication.kind === 'off' && !areLoopback(addresses))
    throw new Error('Without authentication every address must be loopback');
};
