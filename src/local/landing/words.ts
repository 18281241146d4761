import { type LocalPerson } from '../windows/people';

/** The landing page is for those who try the program on their own machine; it speaks bokmål only. */
export type Introduction = { readonly who: string; readonly tries: readonly string[] };

const PARTNERS: Readonly<Record<LocalPerson['partner'], string>> = {
  kommune: 'kommunen',
  helse: 'helseforetaket',
  politi: 'politiet',
};

const OWNER: Introduction = {
  who: 'Ansvarlig for oppgaver',
  tries: [
    'Skriv «mine oppgaver» for å se hva som er gitt til deg, med frist.',
    'Flytt klokken til en virkedag kl.\u00a008.30: påminnelsen kommer hit.',
    'Trykk «Gjort», «Ny frist» eller «Står fast» på oppgaven.',
  ],
};

const BY_ROLE: Readonly<Record<string, Introduction>> = {
  referrer: {
    who: 'Innmelder',
    tries: [
      'Skriv «meld inn», svar på de 10 spørsmålene og les gjennom før du sender.',
      'Skriv «mine innmeldinger» for å se hvor saken står, og hva som skjer videre.',
      'Skriv «språk» for å bytte til nynorsk eller engelsk.',
    ],
  },
  coordinator: {
    who: 'Koordinator',
    tries: [
      'Skriv «innboks»: det som venter lengst, står først, med neste steg.',
      'Åpne en sak, og sett den klar for ressursgruppen.',
      'Skriv «saksliste», se hva møtet får, og legg den ut i kanalen.',
      'Start møtet, og trykk «Registrer beslutning» på saken i kanalen.',
    ],
  },
  member: {
    who: 'Medlem av ressursgruppen',
    tries: [
      'Gå til kanalen, og trykk «Åpne sak» på en sak fra sakslisten. Bare du ser svaret.',
      'Trykk «Lukk», så står saken som før.',
      'Se at kortet i kanalen endrer seg når koordinatoren registrerer en beslutning.',
    ],
  },
  leader: {
    who: 'Leder',
    tries: [
      'Skriv «gjennomganger» for å se hva etaten din har delt uten samtykke, og vurdere det innen 72 timer.',
    ],
  },
  steering: {
    who: 'Styringsgruppen',
    tries: ['Skriv «glippsoner» for å lese dem koordinator har godkjent.'],
  },
  'privacy-officer': {
    who: 'Personvernombud',
    tries: ['Skriv «logg» og en sakskode for å se hvem hos partneren din som har åpnet saken.'],
  },
  admin: {
    who: 'Administrator',
    tries: ['Skriv «tilganger» for å legge til, endre og fjerne personer.', 'Skriv «hjelp» for å se resten.'],
  },
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a person is, and what to try in their window: by their first known role, else as an owner of tasks. */
export const introduce = ({ roles, partner }: LocalPerson): Introduction => {
  const [first = OWNER] = roles.flatMap(role => BY_ROLE[role] ?? []);
  return { ...first, who: `${first.who} · ${PARTNERS[partner]}` };
};

const NB = 'nb-NO';
const ZONE = 'Europe/Oslo';

/** "Fredag 4. desember 2026 kl. 09.00", in Oslo. */
export const momentInWords = (moment: Date): string => {
  const day = new Intl.DateTimeFormat(NB, { dateStyle: 'full', timeZone: ZONE }).format(moment);
  const time = new Intl.DateTimeFormat(NB, { timeStyle: 'short', timeZone: ZONE }).format(moment);
  return `${capital(day)} kl.\u00a0${time.replace(':', '.')}`;
};
