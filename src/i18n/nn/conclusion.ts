import { type conclusion as nb } from '../nb/conclusion';

export const conclusion: typeof nb = {
  conclude: 'Avslutt saka',
  why: 'Kvifor blir saka avslutta?',
  sharingStops: 'Delinga stoppar med ein gong.',
  openActions: n => (n === 1 ? '1 open oppgåve blir avlyst.' : `${String(n)} opne oppgåver blir avlyste.`),
  reason: 'Årsak',
  chooseReason: 'Vel årsak.',
  afterwards: 'Etterpå skal saka arkiverast. Ho kan ikkje opnast att, men personen kan meldast inn på nytt.',
  really: 'Ja, avslutt saka',
};
