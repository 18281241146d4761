import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter';
import { CallerIdConstants, type TurnContext } from 'botbuilder';
import {
  AuthenticationConstants,
  ToBotFromBotOrEmulatorTokenValidationParameters,
} from 'botframework-connector';

import { type Authentication } from './authentication';
import { correlationId, nameOf } from './correlation';
import { type Connector } from './connector';
import { type Log } from './log';
import { isInDialog, respondWithDialogText } from './dialog';
import { respondWithError } from './respond';

/** What a person is told when a turn failed; `correlation` finds the line in the log. */
type Apology = (locale: string | undefined, correlation: string) => string;

export type AdapterSettings = {
  readonly authentication: Authentication;
  readonly connector: Connector;
  readonly log: Log;
  readonly apology: Apology;
};

const FOREVER_HOURS = 24 * 365 * 100;

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
 * The library's adapter, to stand behind the guard. Its own check of the token stays on as a second lock; the keys it
 * holds do not age there, because the guard already bounds their age and an outage of the metadata must not shut us out.
 * `app.error` of an Application on this adapter replaces the handling of faults: do not call it.
 */
export const createAdapter = (settings: AdapterSettings): TeamsAdapter => {
  const { authentication, connector } = settings;
  closeIssuerList();
  const adapter = new TeamsAdapter(
    authentication.kind === 'off' ? {} : channelSettings(authentication.metadataUrl),
    connector.credentials,
    undefined,
    { httpClient: connector.httpClient, tokenRefreshInterval: FOREVER_HOURS },
  );
  adapter.onTurnError = onTurnError(settings);
  return adapter;
};
