import { type inbox as nb } from '../nb/inbox';

export const inbox: typeof nb = {
  title: 'Innboks',
  waiting: n => (n === 1 ? '1 sak ventar på deg' : `${String(n)} saker ventar på deg`),
  oldestFirst: 'Eldst først',
  oldestOf: (shown, all) => `Dei ${String(shown)} eldste av ${String(all)}, eldst først`,
  empty: 'Ingenting ventar på deg',
  nextMeeting: (day, cases) => `Neste møte er ${day}. Saklista har ${cases}.`,
  openOldest: 'Opne den eldste',
  agenda: 'Sakliste',
  pastLimit: days => `Over grensa på ${days}`,
  urgent: 'Hastesak',
  rowName: (step, code) => `${step}, sak ${code}`,
  steps: {
    'check-referral': 'Sjå over innmeldinga',
    'read-new-information': 'Les nye opplysningar',
    'record-consent-answer': 'Registrer svar om samtykke',
    'raise-consent-again': 'Ta opp samtykket på nytt',
    'grant-new-date': 'Svar på ønske om ny frist',
    'install-app': 'Be om at appen blir installert',
    'read-dead-letter': 'Ei melding kom ikkje fram',
    'return-to-agenda': 'Set på saklista igjen',
  },
  mustInstall: name => `${name} må installere Sent ute i Teams`,
  notReached: name => `Til ${name}`,
  channelNotReached: 'Til kanalen',
};
