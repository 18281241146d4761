import { type withdrawal as nb } from '../nb/withdrawal';

export const withdrawal: typeof nb = {
  withdraw: 'Trekk samtykket',
  means:
    'Deling stoppar med ein gong. Saka går ut av saklista, og påminningar blir avlyste. Ingen får vite kvifor.',
  yes: 'Ja, trekk samtykket',
  stopped: when => `Samtykket er trekt. Deling stoppa ${when}.`,
  actions: 'Oppgåver som stoppar',
  told: 'Varsla',
  owners: n => (n === 1 ? '1 ansvarleg, utan grunngiving' : `${String(n)} ansvarlege, utan grunngiving`),
  shut: 'Delinga har stoppa',
  shutLead:
    'Ingenting blir delt lenger i saka. Dei som arbeider med ho, får vite at arbeidet stoppar, ikkje kvifor.',
};
