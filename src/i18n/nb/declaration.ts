export const declaration = {
  eyebrow: 'Taushetserklæring',
  title: 'Taushetserklæring for ressursgruppen',
  lead: 'Signeres én gang i året.',
  text: [
    'Jeg har taushetsplikt om det jeg får vite om personer og saker i ressursgruppen.',
    'Jeg bruker opplysningene bare til arbeidet i Sent ute, og deler dem ikke med andre, heller ikke i min egen etat, uten at samtykket eller loven åpner for det.',
    'Jeg nevner saker med kode, også muntlig. Taushetsplikten gjelder også etter at jeg har sluttet.',
  ],
  tick: 'Jeg har lest og forstått teksten',
  mustTick: 'Les teksten og kryss av.',
  sign: 'Signer erklæringen',
  signed: 'Erklæringen er signert',
  until: (day: string) => `Den gjelder til ${day}.`,
  missing: 'Du mangler taushetserklæring',
  tooOld: 'Taushetserklæringen din er for gammel',
  whySign: 'Alle i ressursgruppen signerer én gang i året.',
  read: 'Les og signer',
};
