import { z } from 'zod';
import { muteForm } from '../../cards/task-forms';
import { type Card } from '../../cards/template';
import { MUTE_REASONS, type MuteReason } from '../../domain/action-choices';
import { type LocalDate as Day } from '../../domain/time';
import { LocalDate } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfAction } from '../submissions';
import { settled } from './own-action';

export const onStartMuteAction = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.startMuteAction({ ...asked, ...key }), seen => muteForm(d, seen)),
  );

const Muted = OfAction.extend({ until: Typed, reason: Typed, off: z.literal('yes').optional() });
type Muted = z.infer<typeof Muted>;
type Wrong = 'date' | 'reason';
type Chosen = { readonly until: Day; readonly reason: MuteReason };

/** The day and the reason, or which of them is missing. */
const chosenIn = (fields: Muted): Chosen | Wrong => {
  const until = LocalDate.safeParse(fields.until).data;
  const reason = z.enum(MUTE_REASONS).safeParse(fields.reason).data;
  if (until === undefined) return 'date';
  return reason === undefined ? 'reason' : { until, reason };
};

type Back = { readonly fields: Muted; readonly wrong: Wrong };
/** The form again, with the day and the reason as they were given. */
const again = async ({ does }: Deps, { asked, d }: Turn, { fields, wrong }: Back): Promise<Card> => {
  const { caseId, actionId, until, reason } = fields;
  return refusedOr(d, await does.startMuteAction({ ...asked, caseId, actionId }), seen =>
    muteForm(d, { ...seen, ...given({ until, reason }), wrong }),
  );
};

const mute = async (deps: Deps, turn: Turn, fields: Muted): Promise<Card> => {
  const { caseId, actionId } = fields;
  const chosen = chosenIn(fields);
  if (typeof chosen === 'string') return again(deps, turn, { fields, wrong: chosen });
  const muted = await deps.does.muteAction({ ...turn.asked, caseId, actionId, ...chosen });
  if (!muted.ok && muted.error.kind === 'past-date') return again(deps, turn, { fields, wrong: 'date' });
  return settled(deps, turn, muted);
};

const unmute = async (deps: Deps, turn: Turn, { caseId, actionId }: Muted): Promise<Card> => {
  const changed = await deps.does.unmuteAction({ ...turn.asked, caseId, actionId });
  return settled(deps, turn, changed);
};

/** Muted until a day, or, with `off`, heard of again at once; answered with the list, where that shows. */
export const onMuteAction = (deps: Deps): Handler =>
  changes(Muted, (turn, fields) => (fields.off === 'yes' ? unmute : mute)(deps, turn, fields));
