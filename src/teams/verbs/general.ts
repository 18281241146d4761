import { z } from 'zod';
import { helpCard, languageCard } from '../../cards/help';
import { welcomeCard } from '../../cards/welcome';
import { LANGUAGES, type Role } from '../../domain/people';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads } from '../handler';
import { refusedOr } from '../refused';

type Closing = Readonly<
  Record<
    'open-inbox' | 'list-my-referrals' | 'open-agenda' | 'list-my-actions' | 'list-reviews' | 'open-gaps',
    Handler
  >
>;
const CLOSES_TO: readonly (readonly [role: Role, verb: keyof Closing])[] = [
  ['coordinator', 'open-inbox'],
  ['referrer', 'list-my-referrals'],
  ['member', 'open-agenda'],
  ['leader', 'list-reviews'],
  ['steering', 'open-gaps'],
];

/** By role: what one comes here to do. */
export const onWelcome = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) => welcomeCard(d, { nextMeeting: await does.whenNext(asked) }));
export const onHelp = (): Handler => reads(Nothing, ({ d }) => Promise.resolve(helpCard(d)));
export const onLanguages = (): Handler => reads(Nothing, ({ d }) => Promise.resolve(languageCard(d)));

/** Answers in the language just chosen. */
export const onChooseLanguage = ({ does, wordsFor }: Deps): Handler =>
  changes(z.object({ language: z.enum(LANGUAGES) }), async ({ asked, d }, { language }) => {
    const chosen = await does.chooseLanguage({ ...asked, language });
    return refusedOr(d, chosen, reader => helpCard({ ...d, reader, t: wordsFor(language) }));
  });

/** *Lukk* leads back to where its reader works from. */
export const onCloseView = (deps: Deps, handlers: Closing): Handler =>
  reads(Nothing, async turn => {
    const { roles } = turn.asked.by.person;
    const verb = CLOSES_TO.find(([role]) => roles.includes(role))?.[1] ?? 'list-my-actions';
    return (await handlers[verb].answer(turn, {})) ?? helpCard(turn.d);
  });
