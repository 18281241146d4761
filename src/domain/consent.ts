import { type Agency } from './people';
import { type Group, GROUPS, type Holding } from './groups';
import { type AgencyId, type PersonId } from './ids';
import { daysBetween, type Instant, type LocalDate, plusMonths } from './time';

/** One opened way: what `from` knows in `group` may be seen by `to`. What is not listed stays locked. */
export type Grant = { readonly group: Group; readonly from: AgencyId; readonly to: AgencyId };

export const PRESETS = ['meeting', 'coordination', 'except'] as const;
export type Preset = (typeof PRESETS)[number];
export const WAYS_OF_ASKING = ['oral', 'written'] as const;
export type WayOfAsking = (typeof WAYS_OF_ASKING)[number];

/** What the consent says about itself; process, never content. The person's own words lie sealed. */
export type Consent = {
  readonly preset: Preset;
  readonly grants: readonly Grant[];
  readonly leftOut: readonly AgencyId[];
  readonly askedBy: PersonId;
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

type Parties = {
  readonly origin: AgencyId;
  readonly agencies: readonly Agency[];
  readonly leftOut: readonly AgencyId[];
};

const sources = (preset: Preset, { origin, agencies }: Parties): readonly Agency[] =>
  preset === 'meeting' ? agencies.filter(({ id }) => id === origin) : agencies;

/**
 * The ways a preset opens among the agencies on the case, less those the person left out.
 * *Bare møte* goes one way, from the author's agency; the other two go both ways (domain.md §6).
 */
export const grantsOf = (preset: Preset, parties: Parties): readonly Grant[] => {
  const stays = ({ id }: Agency): boolean => !parties.leftOut.includes(id);
  const receivers = parties.agencies.filter(stays);
  const opened = (from: Agency, group: Group): readonly Grant[] =>
    receivers
      .filter(to => to.id !== from.id && reaches(preset, group, to))
      .map(to => ({ group, from: from.id, to: to.id }));
  return sources(preset, parties)
    .filter(stays)
    .flatMap(from =>
      GROUPS_OF[preset].filter(group => leaves(preset, group, from)).flatMap(group => opened(from, group)),
    );
};

export const isInForce = (consent: Consent, today: LocalDate): boolean =>
  consent.givenOn <= today && today <= consent.until;

export const covers = (consent: Consent, { origin, section }: Holding, to: AgencyId): boolean =>
  consent.grants.some(grant => grant.group === section && grant.from === origin && grant.to === to);

export type ConsentProblem = 'asked-in-future' | 'ends-before-today' | 'too-long';

/** A consent speaks for a time the person can look over: from a day that has come, to one within twelve months. */
export const periodProblem = (
  givenOn: LocalDate,
  until: LocalDate,
  today: LocalDate,
): ConsentProblem | undefined => {
  if (givenOn > today) return 'asked-in-future';
  if (until < today) return 'ends-before-today';
  return daysBetween(until, plusMonths(today, LONGEST_MONTHS)) < 0 ? 'too-long' : undefined;
};
