export const conclusion = {
  conclude: 'Avslutt saken',
  why: 'Hvorfor avsluttes saken?',
  sharingStops: 'Deling stopper med en gang.',
  openActions: (n: number) =>
    n === 1 ? '1 åpen oppgave blir avlyst.' : `${String(n)} åpne oppgaver blir avlyst.`,
  reason: 'Årsak',
  chooseReason: 'Velg årsak.',
  afterwards:
    'Etterpå skal saken arkiveres. Saken kan ikke åpnes igjen, men personen kan meldes inn på nytt.',
  really: 'Ja, avslutt saken',
};
