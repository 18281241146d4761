import { type withdrawal as nb } from '../nb/withdrawal';

export const withdrawal: typeof nb = {
  withdraw: 'Withdraw consent',
  means: 'Sharing stops at once. The case leaves the agenda and reminders are cancelled. Nobody is told why.',
  yes: 'Yes, withdraw it',
  stopped: when => `Consent is withdrawn. Sharing stopped ${when}.`,
  actions: 'Tasks that stop',
  told: 'Told',
  owners: n => (n === 1 ? '1 owner, without a reason' : `${String(n)} owners, without a reason`),
  shut: 'Sharing has stopped',
  shutLead: 'Nothing in the case is shared any more. Those who work on it hear that the work stops, not why.',
};
