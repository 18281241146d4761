/** What is found and called from where people write to each other. */
export const extension = {
  lead: (code: string) =>
    `Bare de som har tilgang, kan åpne saken. Virker ikke knappen her? Skriv «sak ${code}» til boten.`,
  codesOnly: 'Søk med sakskoden. Skriv aldri navn, fødselsnummer eller telefonnummer her.',
};
