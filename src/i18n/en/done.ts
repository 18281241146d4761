import { type done as nb } from '../nb/done';

export const done: typeof nb = {
  saved: 'Saved.',
  'information-added': 'The information is added.',
  'informed-recorded': 'The answer is saved.',
  'candidate-named': 'The name is saved. Only your agency sees it until there is consent.',
  'referral-withdrawn': 'The referral is withdrawn.',
  'information-requested': 'The question is sent to the referrer.',
  'marked-ready': 'The case is ready for the resource group.',
  'marked-urgent': 'The case is marked as urgent.',
  'returned-to-agenda': 'The case is ready for a new agenda.',
  'consent-recorded': 'The consent is saved.',
  'asked-again': 'The case is open again. The person may be asked.',
  'consent-refused': 'The answer is saved. A no is as good as a yes.',
  'measures-started': 'The case is active. The measures can begin.',
  'action-created': 'The task is saved. Its owner is told.',
  'new-date-granted': 'The task has a new date. Its owner is told.',
  'added-to-agenda': 'The case has been put on the agenda.',
  'taken-off-agenda': 'The case has been taken off the agenda.',
  'case-paused': 'The case is paused.',
  'case-resumed': 'The case is taken up again.',
  'case-concluded': 'The case is concluded.',
};
