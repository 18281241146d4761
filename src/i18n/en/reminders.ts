import { type reminders as nb } from '../nb/reminders';

export const reminders: typeof nb = {
  hours: {
    eyebrow: 'Reminders',
    change: 'Reminders',
    title: 'When do you want reminders?',
    lead: 'You get at most one a day, on working days, only when something is urgent.',
    hour: 'Time',
    chooseHour: 'Choose a time.',
    chosen: time => `You get reminders at ${time}`,
    from: 'A later time applies at once, an earlier one from the next reminder.',
  },
  absence: {
    eyebrow: 'Absence',
    change: 'Absence',
    title: 'When are you away?',
    lead: 'You get no reminders while you are away. The coordinator sees when you are back.',
    from: 'First day',
    to: 'Last day',
    chooseDay: 'Choose a date.',
    standIn: 'Stand-in',
    noStandIn: 'Nobody',
    hint: 'Reminders of cases the stand-in cannot open go to the coordinator.',
    saved: 'Your absence is saved',
    awayUntil: day => `You are away through ${day}`,
    whoIsTold: 'Reminders go to the stand-in, otherwise to the coordinator.',
    coordinatorIsTold: 'Reminders go to the coordinator.',
    back: 'I am back',
    drop: 'Delete the absence',
    ended: 'You are no longer away',
    endedLead: 'Reminders come to you again.',
    correct: n => (n === 1 ? 'Correct 1 error' : `Correct ${String(n)} errors`),
    problems: {
      missing: 'Choose a date.',
      'ends-first': 'The last day cannot be before the first.',
      over: 'The last day must be today or later.',
      'too-long': 'Choose a last day within 12 months.',
      'not-a-choice': 'Choose a colleague in the same agency or department.',
    },
    ownerUntil: (name, day) => `${name} (away through ${day})`,
  },
  others: 'Tasks others are responsible for',
  othersOverdue: n =>
    n === 1 ? '1 task with others is overdue' : `${String(n)} tasks with others are overdue`,
  othersDue: n =>
    n === 1 ? '1 task with others is due soon' : `${String(n)} tasks with others are due soon`,
};
