import { type Agency } from './people';
import { type Group, GROUPS, type Holding } from './groups';
import { type AgencyId, type PersonId } from './ids';
import { type StatuteId } from './statute';
import { type Instant, type LocalDate, plusDays, plusMonths } from './time';

/** One opened way: what `from` knows in `group` may be seen by `to`. What is not listed stays locked. */
export type Grant = { readonly group: Group; readonly from: AgencyId; readonly to: AgencyId };

export const PRESETS = ['meeting', 'coordination', 'except'] as const;
export type Preset = (typeof PRESETS)[number];
/** A preset as it is, or ticked apart behind *Tilpass*. */
export const SCOPES = [...PRESETS, 'adjusted'] as const;
export type Scope = (typeof SCOPES)[number];
export const WAYS_OF_ASKING = ['oral', 'written'] as const;
export type WayOfAsking = (typeof WAYS_OF_ASKING)[number];

export const REPRESENTATIVES = ['none', 'present', 'heard'] as const;
export type Representative = (typeof REPRESENTATIVES)[number];

/** What a consent says in words. It may tell of illness, language or guardianship, so it lies sealed. */
export type ConsentTerms = {
  readonly purpose: string;
  /** The language interpreted; empty when there was no interpreter. */
  readonly interpreter: string;
  readonly representative: Representative;
  /** What the representative may speak for. */
  readonly mandate: string;
  /** In the person's own words. */
  readonly conditions: string;
};

/** What the consent says about itself; process, never content. The person's own words lie sealed (its terms). */
export type Consent = {
  /** Counts the consents of one case; the audit names it. */
  readonly version: number;
  readonly scope: Scope;
  readonly grants: readonly Grant[];
  readonly leftOut: readonly AgencyId[];
  /** What the person shares with nobody, whatever the scope. */
  readonly withheld: readonly Group[];
  readonly askedBy: PersonId;
  /** The agency of whoever recorded it: the terms lie under its key, also when it was narrowed since. */
  readonly recordedIn: AgencyId;
  /** What lifts the duty of confidentiality, as it was in force that day. */
  readonly statutes: readonly StatuteId[];
  /** What the processing rests on (GDPR); another fact than the consent. */
  readonly legalBasis: readonly StatuteId[];
  readonly how: WayOfAsking;
  readonly givenOn: LocalDate;
  /** The last day it holds. */
  readonly until: LocalDate;
  readonly recordedAt: Instant;
};

/** "Forstår personen hva samtykket gjelder?" Only `yes` saves (domain.md §6). */
export const UNDERSTANDINGS = ['yes', 'no', 'unsure'] as const;
export type Understanding = (typeof UNDERSTANDINGS)[number];

/** How long a consent holds unless the person says otherwise, and at the most (ours). */
export const USUAL_MONTHS = 6;
const LONGEST_MONTHS = 12;

const GROUPS_OF: Readonly<Record<Preset, readonly Group[]>> = {
  meeting: ['B'],
  coordination: ['B', 'C', 'D'],
  except: GROUPS,
};
/** In *Samordning* the police get the name and contact only (domain.md §6). */
const reaches = (preset: Preset, group: Group, to: Agency): boolean =>
  preset !== 'coordination' || to.partner !== 'politi' || group === 'B';
/** In *Samordning* what the police know is not opened beyond name and contact either. */
const leaves = (preset: Preset, group: Group, from: Agency): boolean =>
  preset !== 'coordination' || from.partner !== 'politi' || group === 'B';

export type Parties = {
  readonly origin: AgencyId;
  /** Those on the case. */
  readonly agencies: readonly Agency[];
  readonly leftOut: readonly AgencyId[];
  readonly withheld?: readonly Group[];
};

const sources = (preset: Preset, { origin, agencies }: Parties): readonly Agency[] =>
  preset === 'meeting' ? agencies.filter(({ id }) => id === origin) : agencies;

/**
 * The ways a preset opens among the agencies on the case, less those the person left out and what they withhold.
 * *Bare møte* goes one way, from the author's agency; the other two go both ways (domain.md §6). It speaks of what an
 * agency knows, now or later: what comes to be held afterwards is opened by the same ways.
 */
export const grantsOf = (preset: Preset, parties: Parties): readonly Grant[] => {
  const { leftOut, withheld = [] } = parties;
  const stays = ({ id }: Agency): boolean => !leftOut.includes(id);
  const groups = GROUPS_OF[preset].filter(group => !withheld.includes(group));
  const receivers = parties.agencies.filter(stays);
  const opened = (from: Agency, group: Group): readonly Grant[] =>
    receivers
      .filter(to => to.id !== from.id && reaches(preset, group, to))
      .map(to => ({ group, from: from.id, to: to.id }));
  return sources(preset, parties)
    .filter(stays)
    .flatMap(from =>
      groups.filter(group => leaves(preset, group, from)).flatMap(group => opened(from, group)),
    );
};

export const isInForce = (consent: Consent, today: LocalDate): boolean =>
  consent.givenOn <= today && today <= consent.until;

export const covers = (consent: Consent, { origin, section }: Holding, to: AgencyId): boolean =>
  consent.grants.some(grant => grant.group === section && grant.from === origin && grant.to === to);

export type PeriodProblem = 'asked-in-future' | 'asked-too-early' | 'ends-before-today' | 'too-long';

/** A conversation about consent may come before the referral it leads to, by this much at the most (ours). */
const DAYS_BEFORE_REFERRAL = 30;

type Period = { readonly givenOn: LocalDate; readonly until: LocalDate };
type Days = {
  readonly today: LocalDate;
  readonly submittedOn: LocalDate;
  /** The day of the last answer before this one: a no, a withdrawal, or the consent that is renewed. */
  readonly answeredOn?: LocalDate;
};

/**
 * A consent speaks for a time the person can look over: from a day that has come, and belongs to this referral, to one
 * within twelve months of it. What was said before a no or a withdrawal does not undo it.
 */
export const periodProblem = (
  { givenOn, until }: Period,
  { today, submittedOn, answeredOn }: Days,
): PeriodProblem | undefined => {
  if (givenOn > today) return 'asked-in-future';
  if (givenOn < (answeredOn ?? plusDays(submittedOn, -DAYS_BEFORE_REFERRAL))) return 'asked-too-early';
  if (until < today) return 'ends-before-today';
  return until > plusMonths(givenOn, LONGEST_MONTHS) ? 'too-long' : undefined;
};
