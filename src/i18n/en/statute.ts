import { type statute as nb } from '../nb/statute';

export const statute: typeof nb = {
  expired: (citation, day) => `The legal basis ${citation} no longer applies from ${day}. Choose another.`,
  noneInForce: (citation, day) =>
    `You cannot share here now: no legal basis on the list applies any longer. The last was ${citation}, which does not apply from ${day}. Tell your leader.`,
  noGrounds: (citation, day) =>
    `The consent cannot be saved: the legal basis ${citation} no longer applies from ${day}, and no other on the list can be used. Tell the coordinator.`,
};
