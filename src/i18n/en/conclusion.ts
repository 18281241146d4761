import { type conclusion as nb } from '../nb/conclusion';

export const conclusion: typeof nb = {
  conclude: 'Conclude the case',
  why: 'Why is the case concluded?',
  sharingStops: 'Sharing stops at once.',
  openActions: n => (n === 1 ? '1 open task is cancelled.' : `${String(n)} open tasks are cancelled.`),
  reason: 'Reason',
  chooseReason: 'Choose a reason.',
  afterwards:
    'Afterwards the case is to be archived. It cannot be opened again, but the person can be referred anew.',
  really: 'Yes, conclude it',
};
