import { type statute as nb } from '../nb/statute';

export const statute: typeof nb = {
  expired: (citation, day) => `Heimelen ${citation} galdt til og med ${day}. Vel ein annan.`,
  noneInForce: (citation, day) =>
    `Du kan ikkje dele her no: Ingen heimel på lista gjeld lenger. Den siste, ${citation}, galdt til og med ${day}. Sei frå til leiaren din.`,
  noGrounds: (citation, day) =>
    `Samtykket kan ikkje lagrast: ${citation} galdt til og med ${day}, og ingen annan heimel på lista gjeld no. Sei frå til juristen for Sent ute.`,
};
