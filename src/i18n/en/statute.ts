import { type statute as nb } from '../nb/statute';

export const statute: typeof nb = {
  expired: (citation, day) =>
    `The legal basis ${citation} applied up to and including ${day}. Choose another.`,
  noneInForce: (citation, day) =>
    `You cannot share here now: no legal basis on the list applies any longer. The last, ${citation}, applied up to and including ${day}. Tell your leader.`,
  noGrounds: (citation, day) =>
    `The consent cannot be saved: ${citation} applied up to and including ${day}, and no other legal basis on the list applies now. Tell the lawyer of Sent ute.`,
};
