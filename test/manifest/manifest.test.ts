import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

import { wordsFor } from '../../src/i18n/words';
import {
  ACTION_COMMANDS,
  SEARCH_COMMANDS,
  SEARCH_PARAMETER,
  VERB_OF,
} from '../../src/teams/extensions/commands';
import { type Handlers } from '../../src/teams/on-press';
import { answerMessage } from '../../src/teams/on-message';
import { aReference } from '../builders/outbox';
import { aFront } from '../teams/front';

const textOf = (name: string): string => readFileSync(join('manifest', name), 'utf8');

const Manifest = z.looseObject({
  manifestVersion: z.string(),
  localizationInfo: z.object({
    defaultLanguageTag: z.literal('nb'),
    additionalLanguages: z.array(z.object({ languageTag: z.enum(['nn', 'en']), file: z.string() })),
  }),
  composeExtensions: z.tuple([
    z.object({
      botId: z.string(),
      commands: z.array(
        z.looseObject({
          id: z.string(),
          type: z.enum(['query', 'action']),
          context: z.array(z.string()),
          parameters: z.array(z.looseObject({ name: z.string() })).optional(),
        }),
      ),
    }),
  ]),
  bots: z.tuple([
    z.object({
      commandLists: z.tuple([
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(z.object({ title: z.string(), description: z.string() })),
        }),
      ]),
    }),
  ]),
});
const manifest = Manifest.parse(JSON.parse(textOf('manifest.json')));
const { additionalLanguages: others } = manifest.localizationInfo;
const [{ scopes, commands: bokmal }] = manifest.bots[0].commandLists;
type Suggested = { readonly title: string; readonly description: string };

/** What is suggested in another language: that many commands, and no more. */
const suggestedIn = (file: string): readonly Suggested[] => {
  const texts = z.record(z.string(), z.string()).parse(JSON.parse(textOf(file)));
  const keys = Object.keys(texts).filter(key => key.startsWith('bots['));
  return Array.from({ length: keys.length / 2 }, (_, index) => {
    const at = `bots[0].commandLists[0].commands[${String(index)}]`;
    return { title: texts[`${at}.title`] ?? '', description: texts[`${at}.description`] ?? '' };
  });
};

/** The verb that a written text reaches. */
const reached = async (text: string): Promise<string> => {
  const { deps, handlers, pressOf } = aFront();
  const verbs: string[] = [];
  const listening: Handlers = Object.fromEntries(
    Object.keys(handlers).map(verb => [
      verb,
      { kind: 'read', answer: () => (verbs.push(verb), Promise.resolve({})) },
    ]),
  );
  await answerMessage(deps, listening, { ...pressOf('coordinator', ''), text, reference: aReference() });
  return verbs.join();
};

/** By the verb that it reaches, where help calls it by the verb of what is done there. */
const SUGGESTED = [
  ['start-referral', 'start-referral'],
  ['list-my-referrals', 'list-my-referrals'],
  ['open-inbox', 'open-inbox'],
  ['open-agenda', 'open-agenda'],
  ['list-my-actions', 'list-my-actions'],
  ['list-my-lookups', 'list-my-lookups'],
  ['start-hours', 'choose-hours'],
  ['start-absence', 'set-absence'],
  ['show-languages', 'choose-language'],
  ['show-help', 'show-help'],
] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const helpIn = (language: 'nb' | 'nn' | 'en'): readonly Suggested[] => {
  const { commands, title: list } = wordsFor(language).help;
  return SUGGESTED.map(([, verb]) => {
    const { write, means } = commands[verb];
    return { title: write, description: verb === 'show-help' ? list : capital(means) };
  });
};

const sources = (): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join('src', name), 'utf8'));
/** Calls that need a permission of the team: who is in it, and Microsoft's directory. */
const RESERVED = /\bTeamsInfo\b|get(?:Paged|Conversation|Activity)?Members?\(|graph\.microsoft\.com/;

const [{ botId, commands: called }] = manifest.composeExtensions;
const calledBy = (type: 'query' | 'action'): readonly string[] =>
  called.filter(command => command.type === type).map(({ id }) => id);

const READ = ['title', 'description'];
/** Every text that somebody reads, by where it stands in what they may call. */
const textsIn = (held: unknown, at: string): readonly string[] => {
  if (Array.isArray(held)) return held.flatMap((one, index) => textsIn(one, `${at}[${String(index)}]`));
  if (typeof held !== 'object' || held === null) return [];
  return Object.entries(held).flatMap(([key, value]) =>
    READ.includes(key) ? [`${at}.${key}`] : textsIn(value, `${at}.${key}`),
  );
};

describe('the manifest', () => {
  it('suggests what the bot understands', async () => {
    const verbs = await Promise.all(bokmal.map(({ title }) => reached(title)));

    expect(verbs).toEqual(SUGGESTED.map(([verb]) => verb));
  });

  it('suggests it in the words of the help card, in every language', () => {
    expect(bokmal).toEqual(helpIn('nb'));
    expect(others.map(({ languageTag, file }) => [languageTag, suggestedIn(file)])).toEqual([
      ['nn', helpIn('nn')],
      ['en', helpIn('en')],
    ]);
  });

  it('suggests nothing in the channel, where what is written is answered with where to write', () => {
    expect(scopes).toEqual(['personal']);
  });

  it('has no placeholder that its README does not name', () => {
    const used = [...textOf('manifest.json').matchAll(/\$\{\{\w+\}\}/g)].map(([placeholder]) => placeholder);

    expect(used.filter(placeholder => !textOf('README.md').includes(placeholder))).toEqual([]);
  });

  it('asks for no permission in the team, for nothing in the program needs one', () => {
    expect(sources().filter(text => RESERVED.test(text))).toEqual([]);
    expect(manifest).not.toHaveProperty('authorization');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('declares every command that something answers, and no other', () => {
    expect(calledBy('query')).toEqual(SEARCH_COMMANDS);
    expect(calledBy('action')).toEqual(ACTION_COMMANDS);
    expect(ACTION_COMMANDS.filter(id => !(VERB_OF[id] in aFront().handlers))).toEqual([]);
    expect(botId).toBe('${{MICROSOFT_APP_ID}}');
  });

  it('names what is searched with, for what has no name is not sent', () => {
    const [search] = called.filter(({ type }) => type === 'query');

    expect(search?.parameters?.map(({ name }) => name)).toEqual([SEARCH_PARAMETER]);
  });

  it('lets nothing be called on a message, so that no message can come into a referral', () => {
    expect(called.map(({ context }) => context)).toEqual(called.map(() => ['compose', 'commandBox']));
  });

  it.each(['nn.json', 'en.json'])('has each text of the commands in %s, and no other', file => {
    const texts = z.record(z.string(), z.string()).parse(JSON.parse(textOf(file)));
    const keys = Object.keys(texts).filter(key => key.startsWith('composeExtensions'));

    expect(keys.sort()).toEqual([...textsIn(manifest.composeExtensions, 'composeExtensions')].sort());
    expect(keys.filter(key => texts[key]?.trim() === '')).toEqual([]);
  });
});
