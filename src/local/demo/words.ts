/** The demo is for those who try the program on their own machine; it speaks bokmål only. */
export const fileWords = {
  wrong: (path: string) => `Innmeldingen i ${path} kan ikke brukes:`,
  problem: (field: string, words: string) => `${field}: ${words}`,
  unknownField: (field: string) => `${field}: Feltet finnes ikke i skjemaet.`,
  notAText: (field: string) => `${field}: Verdien må være en tekst i anførselstegn.`,
  notAnObject: 'Filen må inneholde ett JSON-objekt med feltene i skjemaet.',
  notJson: (path: string) => `${path}: Filen er ikke gyldig JSON.`,
  notReadable: (path: string) => `${path}: Filen finnes ikke eller kan ikke leses.`,
  nameTooLong: 'Navnet er for langt.',
  emptyIdentity: 'Skriv navn, nummer eller fødselsår, eller ta bort «identity».',
};

export const storyWords = {
  opening: 'Sent ute: hele hovedjobben, på denne maskinen. Alle personer er oppdiktet.',
  clock: (moment: string) => `Det er ${moment.toLowerCase()}.`,
  installs: 'Alle legger til appen i Teams. Boten hilser, og vet fra nå av hvor den når hver av dem.',
  writes: (text: string) => `skriver «${text}».`,
  fillsIn: 'svarer på de 10 spørsmålene og ser over.',
  names: 'oppgir hvem det gjelder, på et eget kort.',
  sends: 'sender innmeldingen og får en kode.',
  isTold: 'får et varsel uten innhold.',
  opensCase: 'åpner saken fra innboksen.',
  setsReady: 'setter saken klar for ressursgruppen.',
  publishes: 'ser på sakslisten og publiserer den i kanalen.',
  channelAgenda: 'Slik står sakslisten i kanalen:',
  channelItem: 'Slik står saken i kanalen. Alle i rommet kan se den:',
  opensItem: 'trykker «Åpne sak» i kanalen. Bare den som trykker, ser svaret.',
  closesItem: 'trykker «Lukk» og får det delte kortet tilbake.',
  meetingDay: 'Møtedagen kommer.',
  startsMeeting: 'registrerer hvem som er til stede, og starter møtet.',
  decides: 'registrerer beslutningen: tatt inn.',
  authorIsTold: 'får beskjed om ny status.',
  asksConsent: 'registrerer svaret fra personen: ja, til samordning.',
  consentFirst: 'registrerer samtykket først: personen kan kjennes igjen.',
  createsTask: 'gir «Avklare bosituasjon» til den ansvarlige, med frist fredag.',
  ownerIsTold: 'får beskjed om oppgaven.',
  morning: 'To virkedager før fristen, om morgenen:',
  digest: 'får dagens påminnelse. Den sier bare hva og når.',
  done: 'trykker «Gjort». Oppgaven er borte fra listen.',
};

export const databaseWords = {
  title: 'Dette ligger i databasen:',
  count: (n: number, type: string) => `${String(n).padStart(4)}  ${type}`,
  sealed: (where: string) => `Et forseglet stykke (${where}), forkortet:`,
  nothingReadable: (n: number) => `Ingen av de ${String(n)} tekstene og navnene fra saken kan leses der.`,
  readable: (what: string) => `«${what}» kan leses i databasen.`,
};

export const closingWords = {
  ready: (ms: number) => `Klar på ${String(ms)} ms`,
  memory: (megabytes: number) => `Minne etter demoen: ${String(megabytes)} MB`,
  tooSlow: (ms: number) => `Boten skulle vært klar på under ${String(ms)} ms.`,
  tooBig: (megabytes: number) => `Prosessen skulle brukt under ${String(megabytes)} MB.`,
  failed: (reason: string) => `FAIL: ${reason}`,
  passed: 'OK',
};
