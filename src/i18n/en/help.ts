import { type help as nb } from '../nb/help';

export const help: typeof nb = {
  title: 'What you can write',
  commands: {
    'start-referral': { write: 'refer', means: 'a new referral' },
    'list-my-referrals': { write: 'my referrals', means: 'what you have referred, and drafts' },
    'open-inbox': { write: 'inbox', means: 'what waits for you' },
    'open-agenda': { write: 'agenda', means: 'the cases of the next meeting' },
    'open-case': { write: 'case SU-…', means: 'one case, by its code' },
    'open-access-log': { write: 'log SU-…', means: 'who has opened a case' },
    'list-my-actions': { write: 'my tasks', means: 'tasks you own' },
    'list-my-lookups': { write: 'my look-ups', means: 'what you have opened' },
    'list-reviews': { write: 'reviews', means: 'sharings that await you' },
    'open-gaps': { write: 'gaps', means: 'gaps between services' },
    'record-own-gap': { write: 'report gap', means: 'a gap between services, never about people' },
    'open-access': { write: 'access', means: 'who takes part' },
    'choose-hours': { write: 'reminders', means: 'when you want them' },
    'set-absence': { write: 'absence', means: 'when you are away, and who stands in' },
    'choose-language': { write: 'language', means: 'bokmål, nynorsk or English' },
    'show-help': { write: 'help', means: 'this list' },
  },
  changeLanguage: 'Change language',
  chooseLanguage: 'Choose language',
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
};
