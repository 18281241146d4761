import { LANGUAGES } from '../domain/people';
import { isAllowedByRole, may, type Question } from '../policy/may';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed, offered } from './parts';
import { type Card, fill } from './template';
import { doorsOf } from './welcome';

type Command = keyof Words['help']['commands'];

const ROLE_COMMANDS = [
  'start-referral',
  'list-my-referrals',
  'open-inbox',
  'open-agenda',
  'list-reviews',
  'open-gaps',
  'record-own-gap',
  'open-access',
] as const;
const FREE_COMMANDS = [
  'list-my-actions',
  'list-my-lookups',
  'choose-hours',
  'set-absence',
  'choose-language',
  'show-help',
] as const;
/** The order they are listed in. */
const COMMANDS: readonly Command[] = [
  'start-referral',
  'list-my-referrals',
  'open-inbox',
  'open-agenda',
  'open-case',
  'open-access-log',
  'list-my-actions',
  'list-my-lookups',
  'list-reviews',
  'open-gaps',
  'record-own-gap',
  'open-access',
  'choose-hours',
  'set-absence',
  'choose-language',
  'show-help',
];

const questionFor = (command: Command): Question | undefined => {
  const role = ROLE_COMMANDS.find(one => one === command);
  if (role !== undefined) return { about: 'role', ask: role };
  const free = FREE_COMMANDS.find(one => one === command);
  return free === undefined ? undefined : { about: 'self', ask: free };
};

/** A case is opened by its code by those a case can give standing: they refer, coordinate, sit or own a task. */
const mayHoldCases = ({ reader }: Drawing): boolean =>
  reader.roles.length === 0 ||
  reader.roles.some(role => ['referrer', 'coordinator', 'member'].includes(role));

const exists = (d: Drawing, command: Command): boolean => {
  if (command === 'open-access-log') return isAllowedByRole(d.reader, command);
  const question = questionFor(command);
  return question === undefined ? mayHoldCases(d) : may(d.reader, question);
};

/** What this reader can write, and nothing that would only refuse them (ux 01f). */
export const helpCard = (d: Drawing): Card => {
  const { t, nonce } = d;
  return fill('help', {
    ...headed(t, { eyebrow: t.common.product, title: t.help.title }),
    danger: t.common.danger,
    commands: COMMANDS.filter(command => exists(d, command)).map(command => t.help.commands[command]),
    doorbell: t.common.doorbell,
    actions: [
      ...doorsOf(d),
      ...offered([
        [
          may(d.reader, { about: 'self', ask: 'list-my-lookups' }),
          button(t.lookups.eyebrow, { verb: 'list-my-lookups', nonce }),
        ],
      ]),
      button(t.help.changeLanguage, { verb: 'show-languages', nonce }),
    ],
  });
};

/** The three languages, each in its own name; the reader's present one stands out (ux 01i). */
export const languageCard = (d: Drawing): Card => {
  const { t, reader, nonce } = d;
  return fill('languages', {
    ...headed(t, { eyebrow: t.common.product, title: t.help.chooseLanguage }),
    actions: LANGUAGES.map(language =>
      button(
        t.help.languages[language],
        { verb: 'choose-language', language, nonce },
        { primary: language === reader.language },
      ),
    ),
  });
};
