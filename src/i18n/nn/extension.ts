import { type extension as nb } from '../nb/extension';

export const extension: typeof nb = {
  lead: code =>
    `Berre dei som har tilgang, kan opne saka. Verkar ikkje knappen her? Skriv «sak ${code}» til boten.`,
  codesOnly: 'Søk med sakskoden. Skriv aldri namn, fødselsnummer eller telefonnummer her.',
};
