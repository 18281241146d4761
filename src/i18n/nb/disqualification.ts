/** Inhabil (domain.md §15): who it is stands in the case, why is between them and the chair. */
export const disqualification = {
  declare: 'Meld deg inhabil',
  consequence: 'Du får ikke se eller gjøre mer i denne saken. Det kan ikke angres her. Ingen spør hvorfor.',
  yes: 'Ja, jeg er inhabil',
  declared: 'Du er meldt inhabil',
  declaredLead: 'Fra nå av ser du ikke denne saken. Koordinator kan kalle inn stedfortrederen din.',
  other: 'Meld andre inhabil',
  who: 'Hvem er inhabil?',
  otherConsequence: 'Vedkommende ser ikke saken etterpå. Det kan ikke angres her.',
  person: 'Person',
  chooseWhom: 'Velg hvem det gjelder.',
  reason: 'Grunn',
  reasons: {
    party: 'Part i saken',
    family: 'Nær familie',
    relation: 'Annen nær tilknytning',
    other: 'Annet',
  },
  save: 'Meld inhabil',
  saved: 'Lagret',
  savedLead: (who: string) => `${who} ser ikke denne saken lenger.`,
  list: 'Inhabile',
};
