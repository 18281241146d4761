/** A referral in its shortest form: ten questions of one press each. */
export const ANSWERS: readonly (readonly [question: string, answer: string])[] = [
  ['Holder til i åpen russcene?', 'Ja'],
  ['Vold og trusler siste år', 'Utsatt'],
  ['Rusavhengig?', 'Ja'],
  ['Alvorlig psykisk lidelse?', 'Usikker'],
  ['Mange år i tjenester?', 'Ja'],
  ['Tiltak uten tilsiktet virkning?', 'Ja'],
  ['Hva ber du gruppen om?', 'Samordning'],
  ['Vet personen om innmeldingen?', 'Ja, i dag'],
  ['Samtykke til kontakt?', 'Ja'],
  ['Kontakt med barn under 18?', 'Nei'],
];
