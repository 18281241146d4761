import { type Consent, type Grant, grantsOf, type Preset } from '../../../src/domain/consent';
import { type Group } from '../../../src/domain/groups';
import { type AgencyId } from '../../../src/domain/ids';
import { aConsent } from '../../builders/cases';
import { agencyId, day } from '../../builders/ids';
import { AGENCIES } from './readers';

const POLICE = ['innsatsgruppen', 'felles-paatale'].map(agencyId);
const COORDINATION = agencyId('sent-ute-koordinering');

const preset = (scope: Preset, origin: AgencyId, leftOut: readonly AgencyId[] = []): Consent =>
  aConsent({ scope, leftOut, grants: grantsOf(scope, { origin, agencies: AGENCIES, leftOut }) });
const adjusted = (grants: readonly Grant[]): Consent => aConsent({ scope: 'adjusted', grants, leftOut: [] });
const ways = (groups: readonly Group[], from: AgencyId, to: readonly AgencyId[]): readonly Grant[] =>
  groups.flatMap(group => to.map(receiver => ({ group, from, to: receiver })));
const HEALTH = ['kronstad-dps', 'rusmedisin'].map(agencyId);

/** The scopes a consent can have, on Friday 4 December 2026, in a case that came from `origin`. */
export const consentsFrom = (origin: AgencyId): readonly (readonly [string, Consent])[] => [
  ['opens nothing', adjusted([])],
  ['Bare møte', preset('meeting', origin)],
  ['Bare møte, without the coordinator', preset('meeting', origin, [COORDINATION])],
  ['Samordning', preset('coordination', origin)],
  ['Alt', preset('except', origin)],
  ['Alt unntatt politiet', preset('except', origin, POLICE)],
  [
    'adjusted: D and F to health and the coordinator',
    adjusted(ways(['D', 'F'], origin, [...HEALTH, COORDINATION])),
  ],
  [
    'adjusted: what health knows, to the police',
    adjusted(HEALTH.flatMap(from => ways(['E', 'F'], from, POLICE))),
  ],
  [
    'Samordning, narrowed to all but health',
    adjusted(preset('coordination', origin).grants.filter(({ group }) => group !== 'D')),
  ],
  ['Alt, ran out yesterday', { ...preset('except', origin), until: day('2026-12-03') }],
  ['Alt, for the last day', { ...preset('except', origin), until: day('2026-12-04') }],
  ['Alt, from tomorrow', { ...preset('except', origin), givenOn: day('2026-12-05') }],
];
