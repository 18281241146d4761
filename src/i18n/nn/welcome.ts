import { type welcome as nb } from '../nb/welcome';

export const welcome: typeof nb = {
  coordinator: {
    title: 'Følg sakene frå innmelding til tiltak',
    lead: 'Innboksen viser det som ventar på deg, eldst først.',
  },
  member: {
    title: 'Førebu møta i ressursgruppa',
    lead: 'Opne ei sak frå saklista for å sjå kva gruppa blir beden om.',
  },
  referrer: {
    title: 'Meld inn kandidatar her',
    lead: 'Du kan la namnet stå ope. Ressursgruppa drøftar saka med ein kode.',
  },
  admin: {
    title: 'Personar og tilgangar',
    lead: 'Her styrer du kven som er med. Du ser ikkje innhald i saker.',
  },
  leader: {
    title: 'Gå gjennom unntaksdeling',
    lead: 'Du går gjennom unntaksdeling frå etaten din. Du ser ikkje innhald.',
  },
  steering: {
    title: 'Du er med i styringsgruppa',
    lead: 'Du ser aldri enkeltpersonar eller saker i denne rolla.',
  },
  'privacy-officer': {
    title: 'Oppslag og kontroll',
    lead: 'Skriv «logg» og koden til ei sak. Du ser kven hos parten din som har opna henne, aldri innhald.',
  },
  owner: {
    title: 'Her er oppgåvene dine',
    lead: 'Du får éi påminning om dagen på arbeidsdagar, berre når noko hastar.',
  },
  waiting: 'Ventar på deg',
  nextMeeting: 'Neste møte',
  standIn: 'Stadfortredar',
  doors: {
    'start-referral': 'Meld inn kandidat',
    'list-my-referrals': 'Innmeldingane mine',
    'open-inbox': 'Opne innboksen',
    'open-agenda': 'Sakliste',
    'open-gaps': 'Glippsoner',
    'list-my-actions': 'Oppgåvene mine',
    'list-reviews': 'Delingar',
    'open-access': 'Opne tilgangar',
  },
};
