import { type refusal as nb } from '../nb/refusal';

export const refusal: typeof nb = {
  kinds: {
    'not-available': {
      title: 'Ikkje tilgjengeleg',
      lead: 'Vi kan ikkje vise dette. Spør koordinator om du treng det i arbeidet ditt.',
    },
    'wrong-state': {
      title: 'Det går ikkje no',
      lead: 'Saka har kome til eit anna steg. Ingenting blei lagra. Opne ho på nytt.',
    },
    'changed-meanwhile': {
      title: 'Saka er endra',
      lead: 'Nokon var før deg. Ingenting blei lagra no. Opne ho på nytt, og prøv igjen.',
    },
    'try-again': {
      title: 'Prøv igjen',
      lead: 'Det tok for lang tid. Det er trygt å trykkje ein gong til.',
    },
    'not-quorate': {
      title: 'Gruppa er ikkje vedtaksfør for inntak',
      lead: 'Minst éin frå kvar part må vere til stades. Utset saka, eller rett oppmøtet.',
    },
    'not-understood': {
      title: 'Samtykket er ikkje lagra',
      lead: 'Det gjeld berre når personen forstår kva det gjeld. Spør igjen ein annan dag.',
    },
    recognisable: {
      title: 'Samtykke først',
      lead: 'Personen kan kjennast att. Samtykket må vere på plass før gruppa drøftar saka.',
    },
    'too-late': {
      title: 'Det er for seint',
      lead: 'Fristen er ute. Ingenting blei lagra. Spør koordinator kva du kan gjere.',
    },
    'past-date': {
      title: 'Datoen har passert',
      lead: 'Vel ein dato frå i dag og framover. Ingenting blei lagra.',
    },
    'far-date': {
      title: 'Datoen er for langt fram',
      lead: 'Vel ein dato innan 12 månader. Ingenting blei lagra.',
    },
    'too-early': {
      title: 'Møtet er ikkje i dag',
      lead: 'Eit møte kan startast først på møtedagen. Ingenting blei lagra.',
    },
    erased: {
      title: 'Opplysningane er sletta',
      lead: 'Gruppa har ikkje lenger noko å drøfte. Be innmeldaren melde inn på nytt.',
    },
    'export-first': {
      title: 'Hent fila først',
      lead: 'Saka er endra sidan arkivfila sist vart henta. Legg den nye fila i arkivet, og skriv så inn referansen.',
    },
    'review-too-late': {
      title: 'Fristen er ute',
      lead: 'Meld avvik i etaten din. Ingenting blei lagra.',
    },
    'tell-first': {
      title: 'Sei frå til personen først',
      lead: 'Det er over 30 dagar sidan innmeldinga, og personen veit ikkje om ho. Registrer at personen veit, og oppgi så namnet.',
    },
    incomplete: {
      title: 'Noko manglar i skjemaet',
      lead: 'Sjå over felta og prøv igjen. Ingenting blei lagra.',
    },
  },
  typedIsKept: 'Nokon var før deg. Det du skreiv, ligg i skjemaet.',
  asItStands: 'Nokon var før deg. Ingenting blei lagra no. Dette er saka slik ho er.',
  error: {
    title: 'Noko gjekk gale hos oss',
    lead: 'Prøv igjen om litt. Det er trygt å trykkje ein gong til.',
    fromForm: 'Du skreiv for mykje til at det kan sendast herfrå. Opne skjemaet att, og trykk der.',
    code: id => `Feilkode ${id}`,
  },
  tooFast: 'Vent litt, og prøv igjen. Det kom for mange trykk på éin gong.',
  broken: {
    title: 'Vi viser ikkje innhaldet',
    lead: 'Det som ligg lagra, er ikkje det boten lagra. Nokon kan ha endra eller flytta det. Difor blir ingenting av det vist.',
    tell: who => `Sei frå til ${who} i dag, og oppgi koden under. Hendinga er loggført.`,
    wait: 'Ikkje skriv inn opplysningane på nytt før nokon har sett på det.',
  },
  leak: {
    title: 'Slett meldinga di',
    lead: 'Ho ser ut til å ha eit fødselsnummer eller telefonnummer. Boten har ikkje lagra ho, men ho ligg i Teams til du slettar ho.',
    point: '1. Hald peikaren over meldinga, eller trykk lenge på mobil.',
    delete: '2. Vel «Slett».',
    useForm: '3. Bruk skjemaet i staden.',
    openForm: 'Opne skjemaet',
  },
  gone: {
    title: 'Ikkje lenger tilgjengeleg',
    lead: 'Arbeidet med saka har stoppa. Du treng ikkje gjere noko.',
  },
  unknown: {
    title: 'Du er ikkje med i Sent ute enno',
    lead: who => `Boten svarar berre dei som er lagde til. Spør ${who} om tilgang.`,
  },
};
