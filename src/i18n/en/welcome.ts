import { type welcome as nb } from '../nb/welcome';

export const welcome: typeof nb = {
  coordinator: {
    title: 'Follow cases from referral to measures',
    lead: 'The inbox shows what waits for you, oldest first.',
  },
  member: {
    title: 'Prepare the resource group’s meetings',
    lead: 'Open a case from the agenda to see what the group is asked for.',
  },
  referrer: {
    title: 'Refer candidates here',
    lead: 'You may leave the name out. The resource group discusses the case by a code.',
  },
  admin: {
    title: 'People and access',
    lead: 'Here you manage who takes part. You see no case content.',
  },
  leader: {
    title: 'Review exceptional sharing',
    lead: 'You review your agency’s exceptional sharing. You see no content.',
  },
  steering: {
    title: 'You take part in the steering group',
    lead: 'You never see individuals or cases in this role.',
  },
  'privacy-officer': {
    title: 'Look-ups and audit',
    lead: 'Write “log” and the code of a case. You see who at your partner opened it, never content.',
  },
  owner: {
    title: 'Your tasks',
    lead: 'You get one reminder a day on working days, only when something is due.',
  },
  waiting: 'Waiting for you',
  nextMeeting: 'Next meeting',
  standIn: 'Stand-in',
  doors: {
    'start-referral': 'Refer a candidate',
    'list-my-referrals': 'My referrals',
    'open-inbox': 'Open the inbox',
    'open-agenda': 'Agenda',
    'open-gaps': 'Gaps',
    'list-my-actions': 'My tasks',
    'list-reviews': 'Sharings',
    'open-access': 'Open access',
  },
};
