import { briefOf } from '../../../src/domain/action';
import { type Case, type CaseFacts, type CaseState } from '../../../src/domain/case';
import { GROUPS, type Holding, SECTIONS } from '../../../src/domain/groups';
import { type AgencyId } from '../../../src/domain/ids';
import { type Sharing } from '../../../src/domain/sharing';
import { type Moment } from '../../../src/domain/time';
import { aDisqualification, anAction, aSharing } from '../../builders/cases';
import { inEveryState } from '../../builders/every-state';
import { day, instant, meetingId } from '../../builders/ids';
import { AGENCIES, ME, ORIGINS, type Reader, SOMEBODY, tied } from './readers';

/** Half an hour into what was shared at noon. */
export const NOW: Moment = { at: instant('2026-12-04T11:30'), today: day('2026-12-04') };

const after = (origin: AgencyId): AgencyId =>
  ORIGINS[(ORIGINS.indexOf(origin) + 1) % ORIGINS.length] ?? origin;

/** Exceptional sharings in a case from `origin`: none, or one in a way that matters. */
const SHARINGS: readonly ((origin: AgencyId) => readonly Sharing[])[] = [
  () => [],
  from => [aSharing({ from, to: [SOMEBODY, ME], groups: ['B', 'D', 'F'] })],
  from => [aSharing({ from: after(from), to: [ME], groups: ['C', 'E'] })],
  from => [aSharing({ from, to: [ME], groups: GROUPS, endedAt: instant('2026-12-04T11:15') })],
  from => [aSharing({ from, to: [ME], groups: GROUPS, until: NOW.at })],
  from => [aSharing({ from, to: [SOMEBODY], groups: GROUPS })],
];

/** What a case is like, whatever state it is in and whoever reads it. */
export type Circumstance = Pick<CaseFacts, 'presented' | 'recognisable'> & {
  readonly shutsMeOut: boolean;
  readonly sharing: (typeof SHARINGS)[number];
  /** On which agenda it stands. */
  readonly agenda: 'none' | 'this' | 'earlier' | 'later';
  /** Only the summary is held, so that nobody has a part in a group. */
  readonly bare: boolean;
};
const plain = {
  presented: true,
  recognisable: false,
  shutsMeOut: false,
  agenda: 'none',
  bare: false,
} as const;
const [NONE = () => [], TO_ME = () => []] = SHARINGS;
export const CIRCUMSTANCES: readonly Circumstance[] = [
  ...SHARINGS.flatMap(sharing => [false, true].map(shutsMeOut => ({ ...plain, sharing, shutsMeOut }))),
  ...[NONE, TO_ME].map(sharing => ({ ...plain, sharing, recognisable: true })),
  { ...plain, sharing: NONE, presented: false, bare: true },
  { ...plain, sharing: TO_ME, presented: false },
  { ...plain, sharing: NONE, agenda: 'this' },
  { ...plain, sharing: NONE, agenda: 'this', shutsMeOut: true },
  { ...plain, sharing: NONE, agenda: 'earlier' },
  { ...plain, sharing: NONE, agenda: 'later' },
];

/** Enough where what was shared gives no more than the standing of a receiver. */
export const FEW = CIRCUMSTANCES.filter(
  ({ sharing, shutsMeOut }) => sharing === NONE || (sharing === TO_ME && !shutsMeOut),
);
/** Those that make a difference to what is seen. */
export const SEEN = CIRCUMSTANCES.filter(({ agenda }) => agenda === 'none');

const heldIn = (origin: AgencyId): readonly Holding[] =>
  [origin, after(origin)].flatMap(agency => SECTIONS.map(section => ({ origin: agency, section })));
const HELD = new Map(AGENCIES.map(({ id }) => [id, heldIn(id)] as const));

const STANDING = {
  none: {},
  this: { meetingId: meetingId() },
  earlier: { meetingId: meetingId('2026-11-25') },
  later: { meetingId: meetingId('2026-12-23') },
} as const;
const factsFor = (reader: Reader, origin: AgencyId, like: Circumstance): Partial<CaseFacts> => ({
  origin,
  author: tied(reader, 'author'),
  presented: like.presented,
  recognisable: like.recognisable,
  ...STANDING[like.agenda],
  disqualified: [SOMEBODY, ...(like.shutsMeOut ? [ME] : [])].map(aDisqualification),
  sharings: like.sharing(origin),
  holdings: like.bare ? [{ origin, section: 'summary' }] : (HELD.get(origin) ?? []),
  actions: [briefOf(anAction({ owner: tied(reader, 'owner'), standIn: tied(reader, 'stand-in') }))],
});

const BASE = inEveryState();
/** The same case in each of these states, as it is to this reader. */
export const casesFor = (
  reader: Reader,
  origin: AgencyId,
  { like, states }: { readonly like: Circumstance; readonly states: readonly CaseState[] },
): readonly Case[] => {
  const facts = factsFor(reader, origin, like);
  return BASE.filter(({ state }) => states.includes(state)).map(kase => ({ ...kase, ...facts }));
};
