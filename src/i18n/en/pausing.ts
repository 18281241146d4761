import { type pausing as nb } from '../nb/pausing';

export const pausing: typeof nb = {
  pause: 'Pause',
  resume: 'Take up again',
  howLong: 'How long shall the case rest?',
  consequence: 'Reminders stop until the date. Then the case comes back to the inbox.',
  until: 'Pause until',
  state: 'State',
  chooseDate: 'Choose a date from tomorrow, at most a year ahead.',
  pausedUntil: day => `Paused until ${day}`,
  next: 'Next: the case comes to the inbox that day.',
};
