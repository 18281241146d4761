import { type decision as nb } from '../nb/decision';

export const decision: typeof nb = {
  question: 'Skal kandidaten takast inn?',
  final: 'Kan ikkje endrast etterpå, berre følgjast av ei ny avgjerd.',
  missing: partners =>
    `Ingen frå ${partners} er til stades. Du kan utsetje saka, ikkje ta ho inn, eller rette oppmøtet.`,
  present: 'Til stades',
  allPartners: seats => `${seats}, alle tre partar`,
  rationale: 'Grunngiving',
  rationaleExample: 'Høgst 200 teikn, utan namn',
  rationaleMissing: 'Skriv ei kort grunngiving.',
  notVedtak:
    'Avgjerda er ressursgruppa si og er ikkje eit enkeltvedtak. Tenester søkjer ein om hos tenesta, som gjer vedtak med klagerett der lova gir det.',
  problems: {
    missing: 'Skriv ei kort grunngiving.',
    'too-long': 'Teksten er for lang. Høgst 200 teikn.',
    'holds-number': 'Teksten ser ut til å ha eit fødselsnummer. Ta det bort.',
  },
  takeIn: 'Ta inn',
  decline: 'Ikkje ta inn',
  defer: 'Utset',
  reason: 'Årsak',
  reasonMissing: 'Vel årsak.',
  save: 'Lagre avgjerda',
  correctAttendance: 'Rett oppmøtet',
  declineReasons: {
    outside: 'Utanfor målgruppa',
    covered: 'Blir dekt av eksisterande tilbod',
    coordinated: 'Anna samordning finst',
    elsewhere: 'Høyrer til ein annan kommune',
    capacity: 'Kapasitet',
    other: 'Anna',
  },
  deferReasons: {
    information: 'Manglar opplysningar',
    recognisable: 'Kan kjennast att, samtykke først',
    service: 'Avventar teneste',
    'not-quorate': 'Ikkje vedtaksfør',
    time: 'Tid',
  },
  outcomes: { 'taken-in': 'Teken inn', declined: 'Ikkje teken inn', deferred: 'Utsett' },
  madeOn: (day, next) => `Avgjerd ${day}. ${next}`,
  next: {
    consent: 'Neste: samtykke.',
    mapping: 'Neste: kartlegging.',
    declined: 'Innmeldaren får beskjed.',
    deferred: 'Neste: set saka på ei ny sakliste.',
  },
  recordedBy: 'Registrert av',
  consent: 'Samtykke',
  newAction: 'Ny oppgåve',
};
