import { type statute as nb } from '../nb/statute';

export const statute: typeof nb = {
  expired: (citation, day) => `Heimelen ${citation} gjeld ikkje lenger frå ${day}. Vel ein annan.`,
  noneInForce: (citation, day) =>
    `Du kan ikkje dele her no: Ingen heimel på lista gjeld lenger. Den siste var ${citation}, som ikkje gjeld frå ${day}. Sei frå til leiaren din.`,
  noGrounds: (citation, day) =>
    `Samtykket kan ikkje lagrast: Heimelen ${citation} gjeld ikkje lenger frå ${day}, og ingen annan på lista kan brukast. Sei frå til koordinator.`,
};
