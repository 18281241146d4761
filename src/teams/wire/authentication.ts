/** `off` exists for the local world only: everything must then be on this machine. */
export type Authentication =
  | { readonly kind: 'off' }
  | {
      readonly kind: 'channel';
      readonly appId: string;
      /** The channel's OpenID metadata; Microsoft's is https://login.botframework.com/v1/.well-known/openidconfiguration. */
      readonly metadataUrl: string;
    };
