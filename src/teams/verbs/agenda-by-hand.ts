import { z } from 'zod';
import { orderForm } from '../../cards/agenda-order';
import { doneCard } from '../../cards/done';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { MINUTES } from '../../domain/allotment';
import { OFF_REASONS } from '../../domain/by-hand';
import { type CaseCode } from '../../domain/code';
import { CaseCode as Code } from '../../ids';
import { type Agenda } from '../../use-cases/open-agenda';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, OfMeeting } from '../submissions';

export const onAddToAgenda = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.addToAgenda({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'added-to-agenda' }),
    ),
  );

export const onTakeOffAgenda = ({ does }: Deps): Handler =>
  changes(
    OfCase.extend({ 'off-reason': z.enum(OFF_REASONS) }),
    async ({ asked, d }, { caseId, 'off-reason': reason }) =>
      refusedOr(d, await does.takeOffAgenda({ ...asked, caseId, reason }), kase =>
        doneCard(d, { kase, what: 'taken-off-agenda' }),
      ),
  );

/** What was published is shown as it lies; before that as it is foreseen. */
export const shownOn = ({
  meeting,
  entries,
  items,
}: Agenda): Pick<Agenda, 'meeting' | 'entries'> | Pick<Agenda, 'meeting' | 'entries' | 'items'> =>
  meeting.publishedAt === undefined ? { meeting, entries } : { meeting, entries, items };

type Filled = Omit<Parameters<typeof orderForm>[1], 'meeting' | 'entries' | 'items'>;

const formAgain = async (
  { does }: Deps,
  { asked, d }: Turn,
  { meetingId, ...filled }: Filled & z.infer<typeof OfMeeting>,
): Promise<Card> =>
  refusedOr(d, await does.startOrder({ ...asked, meetingId }), agenda =>
    orderForm(d, { ...shownOn(agenda), ...filled }),
  );

export const onStartOrderAgenda = (deps: Deps): Handler =>
  reads(OfMeeting, (turn, { meetingId }) => formAgain(deps, turn, { meetingId }));

const Ordered = OfMeeting.extend({ item: Typed, after: Typed, minutes: Typed });
type OrderedFields = z.infer<typeof Ordered>;

const afterIn = ({ after }: OrderedFields): CaseCode | 'first' | undefined =>
  after === 'first' ? after : Code.safeParse(after).data;
const minutesIn = ({ minutes }: OrderedFields): number | undefined =>
  MINUTES.find(n => String(n) === minutes);

/** What the form says, where it says enough: a case, and a place or a time. */
const orderOf = (fields: OrderedFields) => {
  const code = Code.safeParse(fields.item).data;
  const [after, minutes] = [afterIn(fields), minutesIn(fields)];
  return code === undefined || (after === undefined && minutes === undefined)
    ? undefined
    : {
        code,
        ...(after === undefined ? {} : { after }),
        ...(minutes === undefined ? {} : { minutes }),
      };
};

/** The form again, to move the next: what was done stands above it, in the new order. */
export const onOrderAgenda = (deps: Deps): Handler =>
  changes(Ordered, async (turn, fields) => {
    const { asked, d } = turn;
    const { meetingId, ...values } = fields;
    const order = orderOf(fields);
    if (order === undefined) {
      const error = d.t.agenda.order.nothing;
      return formAgain(deps, turn, { meetingId, values: given(values), error });
    }
    const ordered = await deps.does.orderAgenda({ ...asked, meetingId, ...order });
    return ordered.ok
      ? formAgain(deps, turn, { meetingId, saved: order.code })
      : refusalCard(d, ordered.error);
  });
