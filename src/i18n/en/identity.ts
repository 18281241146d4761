import { type identity as nb } from '../nb/identity';

export const identity: typeof nb = {
  title: 'Do you want to give the name?',
  lead: 'You may leave it out. You then keep the name yourself.',
  caseTitle: 'Give the name',
  caseLead: 'Only your agency sees the name until there is consent.',
  protectedAddress: 'Protected address (code 6 or 7)? Refer without identity and call the coordinator.',
  protectedAddressSent: 'Protected address (code 6 or 7)? Leave the name out and call the coordinator.',
  nin: 'National identity number or D-number',
  birthYear: 'Or only the year of birth',
  digits: n => `${String(n)} digits`,
  saveName: 'Save the name',
  leaveOut: 'Leave the name out',
  wrongDigits: n => `The number must have 11 digits. You have written ${String(n)}.`,
  invalidNumber: 'The national identity number is not valid. Check the digits.',
  numberInName: 'The name seems to hold a national identity number. Write it in the field below.',
  wrongYear: 'Write the year of birth with four digits.',
  nothingGiven: 'Write a name, a number or a year of birth, or leave the name out.',
};
