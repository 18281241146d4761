import { type Meeting } from '../domain/meeting';
import { type Role } from '../domain/people';
import { may } from '../policy/may';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered } from './parts';
import { type FactRow } from './read-referral';
import { type Card, fill } from './template';
import { shown } from './text';
import { clockOf } from './wording';

type Standing = Role | 'owner';
type Door = keyof Words['welcome']['doors'];
type NextMeeting = Pick<Meeting, 'on' | 'startsAt'>;
/** What the welcome may say besides who one is; left out when it is not known. */
type Now = {
  /** How much waits in the inbox. */
  readonly waiting?: number;
  readonly nextMeeting?: NextMeeting;
};

/** One card per person: the role with most to do decides. Who has none may still own tasks. */
const BY_WEIGHT: readonly Role[] = [
  'coordinator',
  'member',
  'referrer',
  'admin',
  'leader',
  'privacy-officer',
  'steering',
];
const standingOf = ({ reader }: Drawing): Standing =>
  BY_WEIGHT.find(role => reader.roles.includes(role)) ?? 'owner';

/** What each comes to do, the first thing first. */
const DOORS: Readonly<Record<Standing, readonly Door[]>> = {
  coordinator: ['open-inbox', 'open-agenda'],
  member: ['open-agenda', 'list-my-actions'],
  referrer: ['start-referral', 'list-my-referrals'],
  admin: ['open-access'],
  leader: ['list-reviews'],
  'privacy-officer': [],
  steering: ['open-gaps'],
  owner: ['list-my-actions'],
};

const isOpen = ({ reader }: Drawing, door: Door): boolean =>
  door === 'list-my-actions'
    ? may(reader, { about: 'self', ask: door })
    : may(reader, { about: 'role', ask: door });

/** The buttons that lead somewhere for this reader; the first is the primary one. */
export const doorsOf = (d: Drawing): readonly Card[] =>
  offered(
    DOORS[standingOf(d)].map((door, place) => [
      isOpen(d, door),
      button(d.t.welcome.doors[door], { verb: door, nonce: d.nonce }, { primary: place === 0 }),
    ]),
  );

const meetingFact = ({ t, today, calendar }: Drawing, { on, startsAt }: NextMeeting): FactRow => [
  t.welcome.nextMeeting,
  `${t.day(on, today)} ${t.time(clockOf(calendar, startsAt))}`,
];

const factsOf = (d: Drawing, { waiting, nextMeeting }: Now): readonly FactRow[] => {
  const { t, reader, nameOf } = d;
  const { standIn } = reader;
  const standing = standingOf(d);
  if (standing !== 'coordinator' && standing !== 'member') return [];
  return [
    ...(waiting === undefined ? [] : ([[t.welcome.waiting, t.common.cases(waiting)]] as const)),
    ...(nextMeeting === undefined ? [] : [meetingFact(d, nextMeeting)]),
    ...(standIn === undefined ? [] : ([[t.welcome.standIn, shown(nameOf(standIn))]] as const)),
  ];
};

/** What the bot is for this person (ux 01a–01j): the first thing they can do is the primary button. */
export const welcomeCard = (d: Drawing, now: Now): Card => {
  const { t, nonce } = d;
  const { title, lead } = t.welcome[standingOf(d)];
  const rows = factsOf(d, now);
  return fill('welcome', {
    ...headed(t, { eyebrow: t.common.product, title, lead }),
    facts: rows.length > 0 ? [facts(rows)] : [],
    doorbell: t.common.doorbell,
    actions: [...doorsOf(d), button(t.common.help, { verb: 'show-help', nonce })],
  });
};
