import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Inputs } from '../../src/local/demo/player';
import { headersFor, type Scene } from '../../src/local/demo/scene';
import { LOCAL_BOT } from '../../src/local/people';
import { readProgramme } from '../../src/programme';

const { people } = readProgramme(join(__dirname, '..', '..', 'infra', 'programme.local.json'));

/** A chat of two people, which Teams calls personal, too; the bot is not in it. */
export const CHAT_OF_TWO: Element = { id: '19:one_other@unq.gbl.spaces', conversationType: 'personal' };

type Ground = { readonly scene: Scene };
type Invoke = { readonly name: string; readonly value: Element; readonly conversation?: Element };

/** Somebody who is in no directory. */
export const STRANGER = 'ukjent';

const accountOf = (person: string) => {
  const tenantId = people[0]?.identities[0]?.tenantId ?? '';
  const known = people.find(({ id }) => id === person)?.identities[0];
  return known ?? { tenantId, objectId: '99999999-9999-4999-8999-999999999999' };
};

const activityOf = ({ connector, now }: Scene, person: string, conversation: Element): Element => {
  const { tenantId, objectId } = accountOf(person);
  return {
    ...{ channelId: 'msteams', id: randomUUID(), timestamp: now().toISOString(), locale: 'nb-NO' },
    ...{ type: 'invoke', serviceUrl: connector.url, recipient: LOCAL_BOT },
    from: { id: `29:${person}`, aadObjectId: objectId },
    conversation: { tenantId, ...conversation },
    channelData: { tenant: { id: tenantId }, source: { name: 'compose' } },
  };
};

/** What Teams sends when somebody uses the app where they write; answers with the body, as text. */
export const invokes = async (
  { scene }: Ground,
  person: string,
  { name, value, conversation = CHAT_OF_TWO }: Invoke,
): Promise<string> => {
  const response = await fetch(scene.messages, {
    method: 'POST',
    headers: await headersFor(scene),
    body: JSON.stringify({ ...activityOf(scene, person, conversation), name, value }),
  });
  if (!response.ok) throw new Error(`The bot answered ${String(response.status)}.`);
  return response.text();
};

/** The search as it is typed; nothing was typed yet when it is opened. */
export const searches = (ground: Ground, person: string, typed?: string): Promise<string> =>
  invokes(ground, person, {
    name: 'composeExtension/query',
    value: {
      commandId: 'find-case',
      parameters: [
        typed === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: typed },
      ],
      queryOptions: { skip: 0, count: 25 },
    },
  });

const Hits = z.object({
  composeExtension: z.object({
    type: z.literal('result'),
    attachments: z.array(
      z.object({
        content: z.record(z.string(), z.unknown()),
        preview: z.object({ content: z.object({ title: z.string() }) }),
      }),
    ),
  }),
});
export type Hit = { readonly title: string; readonly card: Element };

export const hitsIn = (body: string): readonly Hit[] =>
  Hits.parse(JSON.parse(body)).composeExtension.attachments.map(({ content, preview }) => ({
    title: preview.content.title,
    card: content,
  }));

const Opened = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.looseObject({ card: z.looseObject({ content: z.record(z.string(), z.unknown()) }) }),
  }),
});
const dialogIn = (body: string): Element => Opened.parse(JSON.parse(body)).task.value.card.content;

/** *Meld inn kandidat*; `carrying` is what a client might send with it. */
export const calls = async (ground: Ground, person: string, carrying: Element = {}): Promise<Element> =>
  dialogIn(
    await invokes(ground, person, {
      name: 'composeExtension/fetchTask',
      value: { commandId: 'refer-candidate', commandContext: 'compose', ...carrying },
    }),
  );

/** A press in the dialog that a command opened; answers with the dialog that comes, or with nothing when it is over. */
export const pressesInDialog = async (
  ground: Ground,
  person: string,
  press: { readonly card: Element; readonly what: string; readonly inputs?: Inputs },
): Promise<Element | undefined> => {
  const button = pressablesIn(press.card).find(({ verb, title }) => [verb, title].includes(press.what));
  if (button === undefined) throw new Error(`No button ${press.what} stands there.`);
  const data = { verb: button.verb, ...button.data, ...button.inputs, ...press.inputs };
  const body = await invokes(ground, person, {
    name: 'composeExtension/submitAction',
    value: { commandId: 'refer-candidate', commandContext: 'compose', data },
  });
  return body === '' ? undefined : dialogIn(body);
};
