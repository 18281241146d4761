import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import { CallerIdConstants, type TurnContext } from 'botbuilder';
import {
  AuthenticationConstants,
  ToBotFromBotOrEmulatorTokenValidationParameters,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import { exportSPKI } from 'jose/key/export';

import { type Authentication } from './authentication';
import { correlationId, nameOf } from './correlation';
import { type Connector } from './connector';
import { ENDORSEMENT, type KeyRing } from './key-ring';
import { type Log } from './log';
import { isInDialog, respondWithDialogText } from './dialog';
import { respondWithError } from './respond';

/** What a person is told when a turn failed; `correlation` finds the line in the log. */
type Apology = (locale: string | undefined, correlation: string) => string;

export type AdapterSettings = {
  readonly authentication: Authentication;
  readonly connector: Connector;
  /** The guard's. */
  readonly keys: KeyRing;
  readonly log: Log;
  readonly apology: Apology;
};

/** Every setting of the library's own check is named: with some left out it assumes the others are meant to be empty. */
const channelSettings = (metadataUrl: string): Readonly<Record<string, string | boolean>> => ({
  CallerId: CallerIdConstants.PublicAzureChannel,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToBotFromChannelTokenIssuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
  ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ValidateAuthority: true,
});

const tellPresser = (context: TurnContext, text: string): Promise<void> =>
  isInDialog(context.activity.name)
    ? respondWithDialogText(context, text)
    : respondWithError(context, 'TurnFailed', text);

const apologise = async (context: TurnContext, text: string): Promise<void> => {
  const type: string = context.activity.type;
  if (type === 'invoke') await tellPresser(context, text);
  if (type === 'message') await context.sendActivity(text);
};

/** The log gets a correlation id and nothing of what happened: a fault's text may hold content. */
const onTurnError =
  ({ log, apology }: AdapterSettings) =>
  async (context: TurnContext, fault: Error): Promise<void> => {
    const correlation = correlationId();
    log('turn-failed', { correlation, fault: nameOf(fault) });
    try {
      await apologise(context, apology(context.activity.locale, correlation));
    } catch {
      log('apology-failed', { correlation });
    }
  };

/** Unverified tokens would otherwise make the library's list grow without end (platform.md, memory attack). */
const closeIssuerList = (): void => {
  Object.freeze(ToBotFromBotOrEmulatorTokenValidationParameters.issuer);
};

/**
 * The library fetches keys without an end to its patience, and a new one only an hour after it last did. So it asks the
 * ring that the guard asks. It has one holder of keys for each address of metadata in a process.
 */
const lendKeys = (metadataUrl: string, keys: KeyRing): void => {
  const { openIdMetadata } = new JwtTokenExtractor({}, metadataUrl, []);
  openIdMetadata.getKey = async keyId => {
    const key = await keys(keyId);
    return key === undefined ? null : { key: await exportSPKI(key), endorsements: [ENDORSEMENT] };
  };
};

/**
 * The library's adapter, to stand behind the guard. Its own check of the token stays on as a second lock, of the same
 * keys: the guard's.
 * `app.error` of an Application on this adapter replaces the handling of faults: do not call it.
 */
export const createAdapter = (settings: AdapterSettings): TeamsAdapter => {
  const { authentication, connector, keys } = settings;
  closeIssuerList();
  if (authentication.kind === 'channel') lendKeys(authentication.metadataUrl, keys);
  const adapter = new TeamsAdapter(
    authentication.kind === 'off' ? {} : channelSettings(authentication.metadataUrl),
    connector.credentials,
    undefined,
    { httpClient: connector.httpClient },
  );
  adapter.onTurnError = onTurnError(settings);
  return adapter;
};
