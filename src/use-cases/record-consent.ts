import { type Case } from '../domain/case';
import {
  type Consent,
  grantsOf,
  periodProblem,
  type ConsentProblem,
  type Preset,
  type Understanding,
  type WayOfAsking,
} from '../domain/consent';
import { giveConsent } from '../domain/consent-steps';
import { type AgencyId, type CaseId, type PersonId } from '../domain/ids';
import { type Programme } from '../domain/meeting';
import { type Agency, COORDINATION } from '../domain/people';
import { type Refusal, TRY_AGAIN } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { changeCase } from './change-case';
import { mayBeTold } from './may-be-told';
import { coordinators, noticesTo } from './recipients';
import { type World } from './world';

export type ConsentGiven = {
  readonly preset: Preset;
  readonly leftOut: readonly AgencyId[];
  readonly understands: Understanding;
  readonly askedBy: PersonId;
  readonly how: WayOfAsking;
  readonly givenOn: LocalDate;
  readonly until: LocalDate;
};

/** The agencies on the case: where it came from, who coordinates, and the seats that discuss it. */
export const agenciesOn = (kase: Case, { agencies, seats }: Programme): readonly Agency[] =>
  agencies.filter(
    ({ id }) => id === kase.origin || id === COORDINATION || seats.some(seat => seat.agency === id),
  );

const consentFrom = (world: World, asked: Asked & ConsentGiven, kase: Case): Consent => {
  const { preset, leftOut, askedBy, how, givenOn, until } = asked;
  const parties = { origin: kase.origin, agencies: agenciesOn(kase, world.programme), leftOut };
  const recordedAt = asked.at;
  return {
    preset,
    leftOut,
    askedBy,
    how,
    givenOn,
    until,
    recordedAt,
    grants: grantsOf(preset, parties),
  };
};

export type RecordedConsent = { readonly kase: Case } | { readonly problem: ConsentProblem };

/** A consent is saved only when the person understands it; before the decision it opens nothing yet. */
export const recordConsent =
  (world: World) =>
  async (
    asked: Asked & ConsentGiven & { readonly caseId: CaseId },
  ): Promise<Result<RecordedConsent, Refusal>> => {
    const problem = periodProblem(asked.givenOn, asked.until, todayOf(world, asked));
    if (problem !== undefined && (await mayBeTold(world, asked, 'record-consent'))) return ok({ problem });
    const done = await changeCase(world, asked, {
      operation: 'record-consent',
      caseId: asked.caseId,
      decide: async ({ kase }) => {
        if (problem !== undefined) return err(TRY_AGAIN);
        const given = { consent: consentFrom(world, asked, kase), understands: asked.understands };
        const next = giveConsent(kase, given, asked.at);
        if (!next.ok) return next;
        const told = [kase.author, ...(await coordinators(world, asked))];
        return ok({
          kase: next.value,
          errands: noticesTo(asked, told, { kase, about: { kind: 'new-information' } }),
        });
      },
    });
    return done.ok ? ok({ kase: done.value }) : done;
  };
