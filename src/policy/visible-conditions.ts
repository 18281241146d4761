import { type Case, isParticipant } from '../domain/case';
import { covers, isInForce } from '../domain/consent';
import { mayBeDiscussed } from '../domain/discussion';
import { type Holding } from '../domain/groups';
import { type Person } from '../domain/people';
import { hasReceived, isSharedWith } from '../domain/sharing';
import { type LocalDate, type Moment } from '../domain/time';
import { type VisibleCondition } from './rows';

export type Looking = { readonly reader: Person; readonly kase: Case; readonly now: Moment };

/** Whether a consent in force that day opens this holding to this agency, in a state that rests on it. */
export const isConsented = (
  kase: Case,
  holding: Holding,
  { to, today }: { readonly to: Person['agency']; readonly today: LocalDate },
): boolean => isParticipant(kase) && isInForce(kase.consent, today) && covers(kase.consent, holding, to);

/** Once somebody took part, a consent has told who they are: what is said of them later speaks of somebody known. */
export const wasKnown = ({ past }: Case): boolean =>
  past.some(({ state }) => state === 'mapping' || state === 'active');

type Condition = (looking: Looking, holding: Holding) => boolean;

export const VISIBLE_CONDITIONS: Readonly<Record<VisibleCondition, Condition>> = {
  'is-own-agencys': ({ reader }, { origin }) => origin === reader.agency,
  'is-shared-now': ({ reader, kase, now: { at } }, holding) => isSharedWith(kase, reader.id, { holding, at }),
  'is-consented': ({ reader, kase, now: { today } }, holding) =>
    isConsented(kase, holding, { to: reader.agency, today }),
  'knows-not-who': ({ reader, kase }) => !hasReceived(kase, reader.id) && !wasKnown(kase),
  'may-be-discussed': ({ kase, now: { today } }) => mayBeDiscussed(kase, today),
};
