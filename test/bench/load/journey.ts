import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pressablesIn } from '../../../src/local/demo/card-reader';
import { type Element } from '../../../src/local/demo/element';
import { LOCAL_BOT } from '../../../src/local/people';
import { EIGHT } from '../grounds';
import { type Client } from './client';

/** Somebody who presses: the id in Teams of one of the people of the load. */
export type Hand = { readonly person: string; readonly tenantId: string; readonly objectId: string };

export type Wire = { readonly client: Client; readonly messages: string; readonly serviceUrl: string };

const Answered = z.looseObject({ value: z.record(z.string(), z.unknown()) });

/** The same activity whoever is asked: the bot, or one that only echoes. */
const pressOf = ({ serviceUrl }: Wire, { person, tenantId, objectId }: Hand, action: object) => ({
  ...{ type: 'invoke', name: 'adaptiveCard/action', channelId: 'msteams', locale: 'nb-NO', serviceUrl },
  ...{ id: randomUUID(), timestamp: new Date().toISOString(), recipient: LOCAL_BOT },
  from: { id: `29:${person}`, aadObjectId: objectId },
  conversation: { id: `a:${objectId}`, conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
});

export type Pressing = { readonly by: Hand; readonly verb: string; readonly data: Element };

export const press = async (wire: Wire, { by, verb, data }: Pressing): Promise<Element> =>
  Answered.parse(await wire.client.post(wire.messages, pressOf(wire, by, { verb, data }))).value;

const onCard = (card: Element, verb: string): Element => {
  const found = pressablesIn(card).find(one => one.verb === verb);
  return found === undefined ? {} : { ...found.data, ...found.inputs };
};

export type Pair = { readonly author: Hand; readonly coordinator: Hand };
type Timed = (pressing: Pressing) => Promise<Element>;

const idIn = (data: Element): string => {
  const id = data['draftId'];
  return typeof id === 'string' ? id : 'd'.repeat(32);
};

/** From `meld inn` until the case is ready for the group, with the looks that people take on the way: ten turns. */
export const journey = async (pressed: Timed, { author, coordinator }: Pair): Promise<void> => {
  const nonce = (): string => randomUUID();
  const form = await pressed({ by: author, verb: 'start-referral', data: { nonce: nonce() } });
  const filled = { ...onCard(form, 'review-referral'), ...EIGHT };
  await pressed({ by: author, verb: 'save-draft', data: { ...filled, nonce: nonce() } });
  const review = await pressed({ by: author, verb: 'review-referral', data: { ...filled, nonce: nonce() } });
  const sending = onCard(review, 'submit-referral');
  const caseId = idIn(sending);
  await pressed({ by: author, verb: 'submit-referral', data: sending });
  await pressed({ by: author, verb: 'open-case', data: { caseId, nonce: nonce() } });
  await pressed({ by: coordinator, verb: 'open-case', data: { caseId, nonce: nonce() } });
  await pressed({ by: coordinator, verb: 'mark-ready', data: { caseId, nonce: nonce() } });
  await pressed({ by: coordinator, verb: 'open-case', data: { caseId, nonce: nonce() } });
  await pressed({ by: author, verb: 'list-my-actions', data: { nonce: nonce() } });
  await pressed({ by: coordinator, verb: 'show-help', data: { nonce: nonce() } });
};
