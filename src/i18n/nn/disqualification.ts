import { type disqualification as nb } from '../nb/disqualification';

export const disqualification: typeof nb = {
  declare: 'Meld deg inhabil',
  consequence:
    'Du får ikkje sjå eller gjere meir i denne saka. Det kan ikkje gjerast om her. Ingen spør kvifor.',
  yes: 'Ja, eg er inhabil',
  declared: 'Du er meld inhabil',
  declaredLead: 'Frå no av ser du ikkje denne saka. Koordinator kan kalle inn stadfortredaren din.',
  other: 'Meld andre inhabil',
  who: 'Kven er inhabil?',
  otherConsequence: 'Vedkomande ser ikkje saka etterpå. Det kan ikkje gjerast om her.',
  person: 'Person',
  chooseWhom: 'Vel kven det gjeld.',
  reason: 'Grunn',
  reasons: { party: 'Part i saka', family: 'Nær familie', relation: 'Anna nær tilknyting', other: 'Anna' },
  save: 'Meld inhabil',
  saved: 'Lagra',
  savedLead: (who: string) => `${who} ser ikkje denne saka lenger.`,
  list: 'Inhabile',
};
