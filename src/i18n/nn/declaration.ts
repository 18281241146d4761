import { type declaration as nb } from '../nb/declaration';

export const declaration: typeof nb = {
  eyebrow: 'Teieplikterklæring',
  title: 'Teieplikterklæring for ressursgruppa',
  lead: 'Blir signert éin gong i året.',
  text: [
    'Eg har teieplikt om det eg får vite om personar og saker i ressursgruppa.',
    'Eg bruker opplysningane berre til arbeidet i Sent ute, og deler dei ikkje med andre, heller ikkje i min eigen etat, utan at samtykket eller lova opnar for det.',
    'Eg nemner saker med kode, også munnleg. Teieplikta gjeld også etter at eg har slutta.',
  ],
  tick: 'Eg har lese og forstått teksten',
  mustTick: 'Les teksten og kryss av.',
  sign: 'Signer erklæringa',
  signed: 'Erklæringa er signert',
  until: day => `Ho gjeld til ${day}.`,
  missing: 'Du manglar teieplikterklæring',
  tooOld: 'Teieplikterklæringa di er for gammal',
  whySign: 'Alle i ressursgruppa signerer éin gong i året.',
  read: 'Les og signer',
};
