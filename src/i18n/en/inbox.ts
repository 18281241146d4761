import { type inbox as nb } from '../nb/inbox';

export const inbox: typeof nb = {
  title: 'Inbox',
  waiting: n => (n === 1 ? '1 case waits for you' : `${String(n)} cases wait for you`),
  oldestFirst: 'Oldest first',
  oldestOf: (shown, all) => `The ${String(shown)} oldest of ${String(all)}, oldest first`,
  empty: 'Nothing waits for you',
  nextMeeting: (day, cases) => `The next meeting is ${day}. The agenda has ${cases}.`,
  openOldest: 'Open the oldest',
  agenda: 'Agenda',
  pastLimit: days => `Past the limit of ${days}`,
  urgent: 'Urgent case',
  rowName: (step, code) => `${step}, case ${code}`,
  steps: {
    'check-referral': 'Check the referral',
    'read-new-information': 'Read new information',
    'record-consent-answer': 'Record the answer on consent',
    'raise-consent-again': 'Bring the consent up again',
    'grant-new-date': 'Answer the wish for a new date',
    'install-app': 'Ask for the app to be installed',
    'read-dead-letter': 'A message did not arrive',
    'return-to-agenda': 'Put it on the agenda again',
  },
  mustInstall: name => `${name} must install Sent ute in Teams`,
  notReached: name => `To ${name}`,
  channelNotReached: 'To the channel',
};
