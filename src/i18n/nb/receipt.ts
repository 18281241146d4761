export const receipt = {
  eyebrow: 'Innmelding sendt',
  lead: 'Ta vare på koden. Bruk den når du spør om saken.',
  whatNow: 'Hva skjer nå?',
  checked: '1. Koordinator ser over innmeldingen, vanligvis innen tre arbeidsdager.',
  decided: (day: string) => `2. Ressursgruppen tar stilling, tidligst ${day}.`,
  consentFirst: '2. Samtykke må på plass før ressursgruppen drøfter saken.',
  told: '3. Du får beskjed i chatten med boten når noe skjer.',
  informedBy: (day: string) => `Si fra til personen når det er trygt. Svar i chatten innen ${day}.`,
  erasedOn: (day: string) => `Uten svar slettes navnet ${day}.`,
  another: 'Meld inn en til',
};
