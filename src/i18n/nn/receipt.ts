import { type receipt as nb } from '../nb/receipt';

export const receipt: typeof nb = {
  eyebrow: 'Innmelding send',
  lead: 'Ta vare på koden. Bruk han når du spør om saka.',
  whatNow: 'Kva skjer no?',
  checked: '1. Koordinator ser over innmeldinga, vanlegvis innan tre arbeidsdagar.',
  decided: day => `2. Ressursgruppa tek stilling, tidlegast ${day}.`,
  consentFirst: '2. Samtykket må vere på plass før ressursgruppa drøftar saka.',
  told: '3. Du får beskjed i chatten med boten når noko skjer.',
  informedBy: day => `Sei frå til personen når det er trygt. Svar i chatten innan ${day}.`,
  erasedOn: day => `Utan svar blir namnet sletta ${day}.`,
  another: 'Meld inn ein til',
};
