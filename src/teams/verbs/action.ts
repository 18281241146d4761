import { z } from 'zod';
import { actionCreated, myActionsCard, newDateCard } from '../../cards/action';
import { actionForm, type ActionFormProblem } from '../../cards/action-form';
import { formIsInChatCard } from '../../cards/notice';
import { type Card } from '../../cards/template';
import { ACTION_KINDS } from '../../domain/action';
import { ACTION_TITLES } from '../../domain/action-brief';
import { holdsNumber } from '../../domain/check-referral';
import { LONGEST_TEXT } from '../../domain/draft';
import { GROUPS } from '../../domain/groups';
import { isActive } from '../../domain/people';
import { SERVICES } from '../../domain/referral';
import { DecisionId, LocalDate, MeetingId, PersonId } from '../../ids';
import { type ActionProblem } from '../../use-cases/create-action';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfAction, OfCase } from '../submissions';

const InMeeting = OfCase.extend({ meetingId: MeetingId.optional() });

export const listed = async ({ does }: Deps, { asked, d }: Pick<Turn, 'asked' | 'd'>): Promise<Card> =>
  refusedOr(d, await does.listMyActions(asked), actions => myActionsCard(d, { actions, more: 0 }));

export const onListMyActions = (deps: Deps): Handler => reads(Nothing, turn => listed(deps, turn));

export const onStartAction = ({ does }: Deps): Handler =>
  reads(InMeeting, async ({ asked, d, place }, { caseId, meetingId }) => {
    const inChannel = place === 'channel' && meetingId !== undefined;
    const found = await does.startAction({ ...asked, caseId, ...(inChannel ? { formFor: meetingId } : {}) });
    return refusedOr(d, found, ({ kase, people, recommended }) =>
      inChannel
        ? formIsInChatCard(d, { caseId, meetingId })
        : actionForm(d, { kase, people: people.filter(isActive), recommended, ...given({ meetingId }) }),
    );
  });

const Planned = InMeeting.extend({
  title: z.enum(ACTION_TITLES),
  owner: PersonId,
  due: LocalDate,
  kind: z.enum(ACTION_KINDS).optional().catch(undefined),
  decision: DecisionId.optional().catch(undefined),
  tried: z.enum(SERVICES).optional().catch(undefined),
  detail: Typed,
  'detail-group': z.enum(GROUPS).optional().catch(undefined),
});
type Planned = z.infer<typeof Planned>;

const detailProblem = ({ detail = '', 'detail-group': group }: Planned): ActionFormProblem | undefined => {
  if (detail.length > LONGEST_TEXT) return { field: 'detail', problem: 'too-long' };
  if (holdsNumber(detail)) return { field: 'detail', problem: 'holds-number' };
  return detail.trim() !== '' && group === undefined
    ? { field: 'detail-group', problem: 'unanswered' }
    : undefined;
};

const FIELD_OF: Readonly<Record<ActionProblem, ActionFormProblem['field']>> = {
  'past-date': 'due',
  'far-date': 'due',
  'unknown-owner': 'owner',
  'owner-may-not-see': 'owner',
  'not-recommended': 'decision',
  'nothing-tried': 'tried',
};

/** The form again, with what was typed. */
const again = async (
  { does }: Deps,
  { asked, d }: Turn,
  back: { fields: Planned; problem: ActionFormProblem },
): Promise<Card> => {
  const { caseId, meetingId, ...values } = back.fields;
  const found = await does.startAction({ ...asked, caseId });
  return refusedOr(d, found, ({ kase, people, recommended }) =>
    actionForm(d, {
      kase,
      recommended,
      people: people.filter(isActive),
      values: given(values),
      problems: [back.problem],
      ...given({ meetingId }),
    }),
  );
};

export const onCreateAction = (deps: Deps): Handler =>
  changes(Planned, async (turn, fields) => {
    const wrong = detailProblem(fields);
    if (wrong !== undefined) return again(deps, turn, { fields, problem: wrong });
    const { detail = '', 'detail-group': detailIn = 'C', caseId, title, owner, due, ...rest } = fields;
    const created = await deps.does.createAction({
      ...turn.asked,
      ...{ caseId, title, owner, due },
      detail: detail.trim(),
      detailIn,
      ...given(rest),
    });
    if (created.ok && 'problem' in created.value) {
      const { problem } = created.value;
      return again(deps, turn, { fields, problem: { field: FIELD_OF[problem], problem } });
    }
    return refusedOr(turn.d, created, value => ('action' in value ? actionCreated(turn.d, value) : {}));
  });

export const onStartNewDate = ({ does }: Deps): Handler =>
  reads(OfAction, async ({ asked, d }, key) =>
    refusedOr(d, await does.openAction({ ...asked, ...key }), opened => newDateCard(d, opened)),
  );
