import { type refusal as nb } from '../nb/refusal';

export const refusal: typeof nb = {
  kinds: {
    'not-available': {
      title: 'Not available',
      lead: 'We cannot show this. Ask the coordinator if you need it in your work.',
    },
    'wrong-state': {
      title: 'Not possible now',
      lead: 'The case has moved to another step. Nothing was saved. Open it again.',
    },
    'changed-meanwhile': {
      title: 'The case has changed',
      lead: 'Someone was ahead of you. Nothing was saved. Open it again and retry.',
    },
    'try-again': {
      title: 'Try again',
      lead: 'It took too long. Pressing once more is safe.',
    },
    'not-quorate': {
      title: 'The group cannot decide on intake',
      lead: 'At least one from each partner must be present. Defer the case, or correct the attendance.',
    },
    'not-understood': {
      title: 'The consent is not saved',
      lead: 'It holds only when the person understands what it concerns. Ask again another day.',
    },
    recognisable: {
      title: 'Consent first',
      lead: 'The person can be recognised. Consent must come before the group discusses the case.',
    },
    'too-late': {
      title: 'It is too late',
      lead: 'The deadline has passed. Nothing was saved. Ask the coordinator what you can do.',
    },
    'past-date': {
      title: 'The date has passed',
      lead: 'Choose today or a later date. Nothing was saved.',
    },
    'far-date': {
      title: 'The date is too far ahead',
      lead: 'Choose a date within 12 months. Nothing was saved.',
    },
    'too-early': {
      title: 'The meeting is not today',
      lead: 'A meeting can be started on its own day at the earliest. Nothing was saved.',
    },
    erased: {
      title: 'The information is erased',
      lead: 'The group has nothing left to discuss. Ask the referrer to refer anew.',
    },
    'export-first': {
      title: 'Get the file first',
      lead: 'The case has changed since the archive file was last fetched. Put the new file in the archive, then enter the reference.',
    },
    'review-too-late': {
      title: 'The time is out',
      lead: 'Report it as a deviation in your agency. Nothing was saved.',
    },
    'tell-first': {
      title: 'Tell the person first',
      lead: 'It is more than 30 days since the referral, and the person does not know of it. Record that they know, then give the name.',
    },
    incomplete: {
      title: 'Something is missing in the form',
      lead: 'Check the fields and try again. Nothing was saved.',
    },
  },
  typedIsKept: 'Someone was ahead of you. What you wrote is in the form.',
  asItStands: 'Someone was ahead of you. Nothing was saved. This is the case as it stands.',
  error: {
    title: 'Something went wrong on our side',
    lead: 'Try again in a while. Pressing once more is safe.',
    fromForm: 'You wrote too much for it to be sent from here. Open the form again, and press there.',
    code: id => `Error code ${id}`,
  },
  tooFast: 'Wait a little, and try again. Too many presses came at once.',
  broken: {
    title: 'We are not showing the content',
    lead: 'What lies stored is not what the bot stored. Somebody may have changed or moved it. So none of it is shown.',
    tell: who => `Tell ${who} today, and give the code below. The event has been recorded.`,
    wait: 'Do not write the information again before somebody has looked into it.',
  },
  leak: {
    title: 'Delete your message',
    lead: 'It seems to hold a national identity number or a phone number. The bot has not kept it, but it stays in Teams until you delete it.',
    point: '1. Point at the message, or press and hold on a phone.',
    delete: '2. Choose “Delete”.',
    useForm: '3. Use the form instead.',
    openForm: 'Open the form',
  },
  gone: {
    title: 'No longer available',
    lead: 'Work on the case has stopped. You need not do anything.',
  },
  unknown: {
    title: 'You are not part of Sent ute yet',
    lead: who => `The bot answers only those who have been added. Ask ${who} for access.`,
  },
};
