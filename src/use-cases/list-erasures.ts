import { type Case, CASE_STATES, isEnded } from '../domain/case';
import { isDisqualified } from '../domain/disqualification';
import { type Refusal } from '../domain/refusal';
import { erasesOn } from '../domain/retention';
import { type LocalDate, plusDays } from '../domain/time';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookUp } from './lookup';
import { type World } from './world';

export type Erasure = { readonly kase: Case; readonly on: LocalDate };
/** What was erased lately, newest first, and what will be, soonest first. */
export type Erasures = { readonly erased: readonly Erasure[]; readonly planned: readonly Erasure[] };

/** How long one is spoken of afterwards (ours); the audit keeps it. */
const LATELY_DAYS = 90;
const ENDS = CASE_STATES.filter(state => isEnded({ state }));

const erasedSince = (cases: readonly Case[], since: LocalDate): readonly Erasure[] =>
  cases
    .flatMap(kase =>
      kase.erasedOn === undefined || kase.erasedOn < since ? [] : [{ kase, on: kase.erasedOn }],
    )
    .toSorted((one, other) => other.on.localeCompare(one.on));

const plannedIn = (cases: readonly Case[], { calendar }: World): readonly Erasure[] =>
  cases
    .flatMap(kase => {
      const on = erasesOn(kase, calendar);
      return on === undefined ? [] : [{ kase, on }];
    })
    .toSorted((one, other) => one.on.localeCompare(other.on));

/** Every erasure by the clock, for the coordinator; process only. */
export const listErasures =
  (world: World) =>
  (asked: Asked): Promise<Result<Erasures, Refusal>> =>
    lookUp(world, asked, {
      ask: 'open-inbox',
      operation: 'list-erasures',
      answer: async () => {
        const cases = (await world.cases.inStates(ENDS, asked.within)).filter(
          kase => !isDisqualified(kase, asked.by.person.id),
        );
        const since = plusDays(todayOf(world, asked), -LATELY_DAYS);
        return { erased: erasedSince(cases, since), planned: plannedIn(cases, world) };
      },
    });
