/** What was just done to a case, as the one who did it is told. Never content. */
export const done = {
  saved: 'Lagret.',
  'information-added': 'Opplysningene er lagt til.',
  'informed-recorded': 'Svaret er lagret.',
  'candidate-named': 'Navnet er lagret. Bare din etat ser det til det finnes samtykke.',
  'referral-withdrawn': 'Innmeldingen er trukket.',
  'information-requested': 'Spørsmålet er sendt til innmelderen.',
  'marked-ready': 'Saken er klar for ressursgruppen.',
  'marked-urgent': 'Saken er merket som hastesak.',
  'returned-to-agenda': 'Saken er klar for en ny saksliste.',
  'consent-recorded': 'Samtykket er lagret.',
  'asked-again': 'Saken er åpnet igjen. Personen kan spørres.',
  'consent-refused': 'Svaret er lagret. Et nei er like godt som et ja.',
  'action-created': 'Oppgaven er lagret. Den ansvarlige får beskjed.',
  'new-date-granted': 'Oppgaven har fått ny frist. Den ansvarlige får beskjed.',
};
