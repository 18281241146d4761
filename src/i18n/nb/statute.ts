/** Provisions that no longer hold, until when they did, and what then. */
export const statute = {
  expired: (citation: string, day: string) =>
    `Hjemmelen ${citation} gjaldt til og med ${day}. Velg en annen.`,
  noneInForce: (citation: string, day: string) =>
    `Du kan ikke dele her nå: Ingen hjemmel på listen gjelder lenger. Den siste, ${citation}, gjaldt til og med ${day}. Si fra til lederen din.`,
  noGrounds: (citation: string, day: string) =>
    `Samtykket kan ikke lagres: ${citation} gjaldt til og med ${day}, og ingen annen hjemmel på listen gjelder nå. Si fra til juristen for Sent ute.`,
};
