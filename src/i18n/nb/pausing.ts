export const pausing = {
  pause: 'Sett på pause',
  resume: 'Ta opp igjen',
  howLong: 'Hvor lenge skal saken hvile?',
  consequence: 'Påminnelser stopper til datoen. Da kommer saken tilbake i innboksen.',
  until: 'Pause til',
  state: 'Tilstand',
  chooseDate: 'Velg en dato fra i morgen, høyst ett år frem.',
  pausedUntil: (day: string) => `På pause til ${day}`,
  next: 'Neste: saken kommer i innboksen den dagen.',
};
