export const welcome = {
  coordinator: {
    title: 'Følg sakene fra innmelding til tiltak',
    lead: 'Innboksen viser det som venter på deg, eldst først.',
  },
  member: {
    title: 'Forbered møtene i ressursgruppen',
    lead: 'Åpne en sak fra sakslisten for å se hva gruppen blir bedt om.',
  },
  referrer: {
    title: 'Meld inn kandidater her',
    lead: 'Du kan la navnet stå åpent. Ressursgruppen drøfter saken med en kode.',
  },
  admin: {
    title: 'Personer og tilganger',
    lead: 'Her styrer du hvem som er med. Du ser ikke innhold i saker.',
  },
  leader: {
    title: 'Gå gjennom unntaksdeling',
    lead: 'Du går gjennom unntaksdeling fra din etat. Du ser ikke innhold.',
  },
  steering: {
    title: 'Du er med i styringsgruppen',
    lead: 'Du ser aldri enkeltpersoner eller saker i denne rollen.',
  },
  'privacy-officer': {
    title: 'Oppslag og kontroll',
    lead: 'Skriv «logg» og koden til en sak. Du ser hvem hos din part som har åpnet den, aldri innhold.',
  },
  owner: {
    title: 'Her er oppgavene dine',
    lead: 'Du får én påminnelse om dagen på arbeidsdager, bare når noe haster.',
  },
  waiting: 'Venter på deg',
  nextMeeting: 'Neste møte',
  standIn: 'Stedfortreder',
  /** Where one can go, by the verb that leads there. */
  doors: {
    'start-referral': 'Meld inn kandidat',
    'list-my-referrals': 'Mine innmeldinger',
    'open-inbox': 'Åpne innboksen',
    'open-agenda': 'Saksliste',
    'open-gaps': 'Glippsoner',
    'list-my-actions': 'Mine oppgaver',
    'list-reviews': 'Delinger',
    'open-access': 'Åpne tilganger',
  },
};
