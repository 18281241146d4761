import { type decision as nb } from '../nb/decision';

export const decision: typeof nb = {
  question: 'Should the candidate be taken in?',
  final: 'Cannot be changed, only followed by a new decision.',
  missing: partners =>
    `Nobody from ${partners} is present. You may defer the case, not take it in, or correct the attendance.`,
  present: 'Present',
  allPartners: seats => `${seats}, all three partners`,
  rationale: 'Rationale',
  rationaleExample: 'At most 200 characters, no names',
  rationaleMissing: 'Write a short rationale.',
  notVedtak:
    'The decision is the resource group’s and is not an individual administrative decision. Services are applied for at the service, which decides, with a right of appeal where the law gives it.',
  problems: {
    missing: 'Write a short rationale.',
    'too-long': 'The text is too long. At most 200 characters.',
    'holds-number': 'The text seems to hold a national identity number. Take it out.',
  },
  takeIn: 'Take in',
  decline: 'Do not take in',
  defer: 'Defer',
  reason: 'Reason',
  reasonMissing: 'Choose a reason.',
  save: 'Save the decision',
  correctAttendance: 'Correct attendance',
  declineReasons: {
    outside: 'Outside the target group',
    covered: 'Covered by existing services',
    coordinated: 'Coordinated elsewhere',
    elsewhere: 'Belongs to another municipality',
    capacity: 'Capacity',
    other: 'Other',
  },
  deferReasons: {
    information: 'Needs information',
    recognisable: 'Recognisable, consent first',
    service: 'Awaiting a service',
    'not-quorate': 'Cannot decide',
    time: 'Time',
  },
  outcomes: { 'taken-in': 'Taken in', declined: 'Not taken in', deferred: 'Deferred' },
  madeOn: (day, next) => `Decision ${day}. ${next}`,
  next: {
    consent: 'Next: consent.',
    mapping: 'Next: mapping.',
    declined: 'The referrer is told.',
    deferred: 'Next: put the case on a new agenda.',
  },
  recordedBy: 'Recorded by',
  consent: 'Consent',
  newAction: 'New task',
};
