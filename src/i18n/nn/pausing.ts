import { type pausing as nb } from '../nb/pausing';

export const pausing: typeof nb = {
  pause: 'Set på pause',
  resume: 'Ta opp att',
  howLong: 'Kor lenge skal saka kvile?',
  consequence: 'Påminningar stoppar til datoen. Då kjem saka tilbake i innboksen.',
  until: 'Pause til',
  state: 'Tilstand',
  chooseDate: 'Vel ein dato frå i morgon, høgst eitt år fram.',
  pausedUntil: day => `På pause til ${day}`,
  next: 'Neste: saka kjem i innboksen den dagen.',
};
