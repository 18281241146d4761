export const help = {
  title: 'Dette kan du skrive',
  commands: {
    'start-referral': { write: 'meld inn', means: 'en ny innmelding' },
    'list-my-referrals': { write: 'mine innmeldinger', means: 'det du har meldt inn, og utkast' },
    'open-inbox': { write: 'innboks', means: 'det som venter på deg' },
    'open-agenda': { write: 'saksliste', means: 'sakene til neste møte' },
    'open-case': { write: 'sak SU-…', means: 'én sak, med koden' },
    'list-my-actions': { write: 'mine oppgaver', means: 'oppgaver du er ansvarlig for' },
    'open-access': { write: 'tilganger', means: 'hvem som er med' },
    'choose-language': { write: 'språk', means: 'bokmål, nynorsk eller engelsk' },
    'show-help': { write: 'hjelp', means: 'denne listen' },
  },
  changeLanguage: 'Bytt språk',
  chooseLanguage: 'Velg språk',
  languages: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
};
