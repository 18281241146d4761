export const refusal = {
  kinds: {
    'not-available': {
      title: 'Ikke tilgjengelig',
      lead: 'Vi kan ikke vise dette. Spør koordinator hvis du trenger det i arbeidet ditt.',
    },
    'wrong-state': {
      title: 'Det går ikke nå',
      lead: 'Saken har kommet til et annet steg. Ingenting ble lagret. Åpne den på nytt.',
    },
    'changed-meanwhile': {
      title: 'Saken er endret',
      lead: 'Noen var før deg. Ingenting ble lagret nå. Åpne den på nytt, og prøv igjen.',
    },
    'try-again': {
      title: 'Prøv igjen',
      lead: 'Det tok for lang tid. Det er trygt å trykke en gang til.',
    },
    'not-quorate': {
      title: 'Gruppen er ikke beslutningsdyktig for inntak',
      lead: 'Minst én fra hver part må være til stede. Utsett saken, eller rett oppmøtet.',
    },
    'not-understood': {
      title: 'Samtykket er ikke lagret',
      lead: 'Det gjelder bare når personen forstår hva det gjelder. Spør igjen en annen dag.',
    },
    recognisable: {
      title: 'Samtykke først',
      lead: 'Personen kan kjennes igjen. Samtykke må på plass før gruppen drøfter saken.',
    },
    'too-late': {
      title: 'Det er for sent',
      lead: 'Fristen er ute. Ingenting ble lagret. Spør koordinator hva du kan gjøre.',
    },
    'past-date': {
      title: 'Datoen har passert',
      lead: 'Velg en dato fra i dag og fremover. Ingenting ble lagret.',
    },
    'far-date': {
      title: 'Datoen er for langt frem',
      lead: 'Velg en dato innen 12 måneder. Ingenting ble lagret.',
    },
    'too-early': {
      title: 'Møtet er ikke i dag',
      lead: 'Et møte kan startes først på møtedagen. Ingenting ble lagret.',
    },
    erased: {
      title: 'Opplysningene er slettet',
      lead: 'Gruppen har ikke lenger noe å drøfte. Be innmelderen melde inn på nytt.',
    },
    'export-first': {
      title: 'Hent filen først',
      lead: 'Saken er endret siden arkivfilen sist ble hentet. Legg den nye filen i arkivet, og skriv så inn referansen.',
    },
    'review-too-late': {
      title: 'Fristen er ute',
      lead: 'Meld avvik i etaten din. Ingenting ble lagret.',
    },
    'tell-first': {
      title: 'Si fra til personen først',
      lead: 'Det er over 30 dager siden innmeldingen, og personen vet ikke om den. Registrer at personen vet, og oppgi så navnet.',
    },
    incomplete: {
      title: 'Noe mangler i skjemaet',
      lead: 'Se over feltene og prøv igjen. Ingenting ble lagret.',
    },
  },
  typedIsKept: 'Noen var før deg. Det du skrev, ligger i skjemaet.',
  asItStands: 'Noen var før deg. Ingenting ble lagret nå. Dette er saken slik den er.',
  error: {
    title: 'Noe gikk galt hos oss',
    lead: 'Prøv igjen om litt. Det er trygt å trykke en gang til.',
    fromForm: 'Du skrev for mye til at det kan sendes herfra. Åpne skjemaet igjen, og trykk der.',
    code: (id: string) => `Feilkode ${id}`,
  },
  tooFast: 'Vent litt, og prøv igjen. Det kom for mange trykk på én gang.',
  broken: {
    title: 'Vi viser ikke innholdet',
    lead: 'Det som ligger lagret, er ikke det boten lagret. Noen kan ha endret eller flyttet det. Derfor vises ingenting av det.',
    tell: (who: string) => `Si fra til ${who} i dag, og oppgi koden under. Hendelsen er loggført.`,
    wait: 'Ikke skriv inn opplysningene på nytt før noen har sett på det.',
  },
  leak: {
    title: 'Slett meldingen din',
    lead: 'Den ser ut til å ha et fødselsnummer eller telefonnummer. Boten har ikke lagret den, men den ligger i Teams til du sletter den.',
    point: '1. Hold pekeren over meldingen, eller trykk lenge på mobil.',
    delete: '2. Velg «Slett».',
    useForm: '3. Bruk skjemaet i stedet.',
    openForm: 'Åpne skjemaet',
  },
  gone: {
    title: 'Ikke lenger tilgjengelig',
    lead: 'Arbeidet med saken har stoppet. Du trenger ikke gjøre noe.',
  },
  unknown: {
    title: 'Du er ikke med i Sent ute ennå',
    lead: (who: string) => `Boten svarer bare dem som er lagt til. Spør ${who} om tilgang.`,
  },
};
