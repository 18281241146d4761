import { type help as nb } from '../nb/help';

export const help: typeof nb = {
  title: 'Dette kan du skrive',
  commands: {
    'start-referral': { write: 'meld inn', means: 'ei ny innmelding' },
    'list-my-referrals': { write: 'innmeldingane mine', means: 'det du har meldt inn, og utkast' },
    'open-inbox': { write: 'innboks', means: 'det som ventar på deg' },
    'open-agenda': { write: 'sakliste', means: 'sakene til neste møte' },
    'open-case': { write: 'sak SU-…', means: 'éi sak, med koden' },
    'open-access-log': { write: 'logg SU-…', means: 'kven som har opna ei sak' },
    'list-my-actions': { write: 'oppgåvene mine', means: 'oppgåver du er ansvarleg for' },
    'list-my-lookups': { write: 'oppslaga mine', means: 'det du har opna' },
    'list-reviews': { write: 'gjennomgangar', means: 'delingar som ventar på deg' },
    'open-gaps': { write: 'glippsoner', means: 'hol mellom tenestene' },
    'record-own-gap': { write: 'meld glippsone', means: 'eit hol mellom tenestene, aldri om personar' },
    'open-access': { write: 'tilgangar', means: 'kven som er med' },
    'choose-hours': { write: 'påminningar', means: 'når du vil ha dei' },
    'set-absence': { write: 'fråvær', means: 'når du er borte, og kven som står inn' },
    'choose-language': { write: 'språk', means: 'bokmål, nynorsk eller engelsk' },
    'show-help': { write: 'hjelp', means: 'denne lista' },
  },
  changeLanguage: 'Byt språk',
  chooseLanguage: 'Vel språk',
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
};
