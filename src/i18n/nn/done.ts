import { type done as nb } from '../nb/done';

export const done: typeof nb = {
  saved: 'Lagra.',
  'information-added': 'Opplysningane er lagde til.',
  'informed-recorded': 'Svaret er lagra.',
  'candidate-named': 'Namnet er lagra. Berre etaten din ser det til det finst samtykke.',
  'referral-withdrawn': 'Innmeldinga er trekt.',
  'information-requested': 'Spørsmålet er sendt til innmeldaren.',
  'marked-ready': 'Saka er klar for ressursgruppa.',
  'marked-urgent': 'Saka er merkt som hastesak.',
  'returned-to-agenda': 'Saka er klar for ei ny sakliste.',
  'consent-recorded': 'Samtykket er lagra.',
  'asked-again': 'Saka er opna igjen. Personen kan spørjast.',
  'consent-refused': 'Svaret er lagra. Eit nei er like godt som eit ja.',
  'measures-started': 'Saka er aktiv. Tiltaka kan ta til.',
  'action-created': 'Oppgåva er lagra. Den ansvarlege får beskjed.',
  'new-date-granted': 'Oppgåva har fått ny frist. Den ansvarlege får beskjed.',
  'added-to-agenda': 'Saka er sett på saklista.',
  'taken-off-agenda': 'Saka er teken av saklista.',
  'case-paused': 'Saka er på pause.',
  'case-resumed': 'Saka er teken opp att.',
  'case-concluded': 'Saka er avslutta.',
};
