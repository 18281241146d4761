import { type reminders as nb } from '../nb/reminders';

export const reminders: typeof nb = {
  hours: {
    eyebrow: 'Påminningar',
    change: 'Påminningar',
    title: 'Når vil du ha påminningar?',
    lead: 'Du får høgst éi om dagen, på arbeidsdagar, berre når noko hastar.',
    hour: 'Klokkeslett',
    chooseHour: 'Vel eit klokkeslett.',
    chosen: time => `Du får påminningar ${time}`,
    from: 'Eit seinare klokkeslett gjeld med ein gong, eit tidlegare frå neste påminning.',
  },
  absence: {
    eyebrow: 'Fråvær',
    change: 'Fråvær',
    title: 'Når er du borte?',
    lead: 'Du får ingen påminningar medan du er borte. Koordinator ser når du er tilbake.',
    from: 'Frå og med',
    to: 'Til og med',
    chooseDay: 'Vel ein dato.',
    standIn: 'Stadfortredar',
    noStandIn: 'Ingen',
    hint: 'Påminningar om saker stadfortredaren ikkje har tilgang til, går til koordinator.',
    saved: 'Fråværet er lagra',
    awayUntil: day => `Du er borte til og med ${day}`,
    whoIsTold: 'Påminningane går til stadfortredaren, elles til koordinator.',
    coordinatorIsTold: 'Påminningane går til koordinator.',
    back: 'Eg er tilbake',
    drop: 'Slett fråværet',
    ended: 'Du er ikkje borte lenger',
    endedLead: 'Påminningane kjem til deg igjen.',
    correct: n => `Rett ${String(n)} feil`,
    problems: {
      missing: 'Vel ein dato.',
      'ends-first': 'Siste dag kan ikkje vere før første dag.',
      over: 'Siste dag må vere i dag eller seinare.',
      'too-long': 'Vel ein siste dag innan 12 månader.',
      'not-a-choice': 'Vel ein kollega i same etat eller avdeling.',
    },
    ownerUntil: (name, day) => `${name} (borte til og med ${day})`,
  },
  others: 'Oppgåver andre er ansvarlege for',
  othersOverdue: n =>
    n === 1 ? '1 oppgåve hos andre er over fristen' : `${String(n)} oppgåver hos andre er over fristen`,
  othersDue: n =>
    n === 1 ? '1 oppgåve hos andre har frist snart' : `${String(n)} oppgåver hos andre har frist snart`,
};
