/** Provisions that no longer hold, and what then. */
export const statute = {
  expired: (citation: string, day: string) =>
    `Hjemmelen ${citation} gjelder ikke lenger fra ${day}. Velg en annen.`,
  noneInForce: (citation: string, day: string) =>
    `Du kan ikke dele her nå: Ingen hjemmel på listen gjelder lenger. Den siste var ${citation}, som ikke gjelder fra ${day}. Si fra til lederen din.`,
  noGrounds: (citation: string, day: string) =>
    `Samtykket kan ikke lagres: Hjemmelen ${citation} gjelder ikke lenger fra ${day}, og ingen annen på listen kan brukes. Si fra til koordinator.`,
};
