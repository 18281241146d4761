import { type declaration as nb } from '../nb/declaration';

export const declaration: typeof nb = {
  eyebrow: 'Declaration of confidentiality',
  title: 'Declaration of confidentiality for the resource group',
  lead: 'Signed once a year.',
  text: [
    'I have a duty of confidentiality about what I learn of people and cases in the resource group.',
    'I use the information only for the work in Sent ute, and share it with nobody else, not in my own agency either, unless consent or the law opens for it.',
    'I speak of cases by their code, aloud too. The duty remains after I have left.',
  ],
  tick: 'I have read and understood the text',
  mustTick: 'Read the text and tick.',
  sign: 'Sign the declaration',
  signed: 'The declaration is signed',
  until: day => `It is valid until ${day}.`,
  missing: 'Your declaration of confidentiality is missing',
  tooOld: 'Your declaration of confidentiality is too old',
  whySign: 'Everyone in the resource group signs once a year.',
  read: 'Read and sign',
};
