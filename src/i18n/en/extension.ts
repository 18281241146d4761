import { type extension as nb } from '../nb/extension';

export const extension: typeof nb = {
  lead: code =>
    `Only those who have access can open the case. Does the button not work here? Write “case ${code}” to the bot.`,
  codesOnly: 'Search by the case code. Never write names, national identity numbers or phone numbers here.',
};
