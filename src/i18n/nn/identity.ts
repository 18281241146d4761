import { type identity as nb } from '../nb/identity';

export const identity: typeof nb = {
  title: 'Vil du oppgi namn?',
  lead: 'Du kan la det stå ope. Då beheld du namnet sjølv.',
  caseTitle: 'Oppgi namn',
  caseLead: 'Berre etaten din ser namnet til det finst samtykke.',
  protectedAddress: 'Adressesperre (kode 6 eller 7)? Meld utan identitet, og ring koordinator.',
  protectedAddressSent: 'Adressesperre (kode 6 eller 7)? La namnet stå ope, og ring koordinator.',
  nin: 'Fødselsnummer eller D-nummer',
  birthYear: 'Eller berre fødselsår',
  digits: n => `${String(n)} siffer`,
  saveName: 'Lagre namnet',
  leaveOut: 'La namnet stå ope',
  wrongDigits: n => `Fødselsnummeret må ha 11 siffer. Du har skrive ${String(n)}.`,
  invalidNumber: 'Fødselsnummeret er ikkje gyldig. Sjekk sifra.',
  numberInName: 'Namnet ser ut til å ha eit fødselsnummer. Skriv det i feltet under.',
  wrongYear: 'Skriv fødselsåret med fire siffer.',
  nothingGiven: 'Skriv namn, nummer eller fødselsår, eller la namnet stå ope.',
};
