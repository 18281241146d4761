import { z } from 'zod';
import { agendaPreviewCard } from '../../cards/agenda';
import { agendaCard } from '../../cards/agenda-post';
import { wholeAgendaCard } from '../../cards/agenda-whole';
import { type Drawing } from '../../cards/drawing';
import { itemCard } from '../../cards/item';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type Meeting } from '../../domain/meeting';
import { CaseId } from '../../ids';
import { type Asked } from '../../use-cases/asked';
import { type Agenda } from '../../use-cases/open-agenda';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfItem, OfMeeting } from '../submissions';
import { shownOn } from './agenda-by-hand';
import { openedCard, workedOnCard } from './case';

const previewOf = (d: Drawing, agenda: Agenda): Card => {
  const { deadline, newGaps } = agenda;
  return agendaPreviewCard(d, {
    ...shownOn(agenda),
    deadline,
    ...(newGaps === undefined ? {} : { newGaps }),
  });
};

const preview = async ({ does }: Deps, { asked, d }: Pick<Turn, 'asked' | 'd'>): Promise<Card> =>
  refusedOr(d, await does.openAgenda(asked), agenda => previewOf(d, agenda));

/** All of it, page by page, when that is asked for; whatever else is sent says nothing. */
const Whole = z
  .looseObject({
    whole: z.literal('yes').optional().catch(undefined),
    after: CaseId.optional().catch(undefined),
  })
  .catch({ whole: undefined, after: undefined });

export const onOpenAgenda = (deps: Deps): Handler =>
  reads(Whole, async (turn, { whole, after }) =>
    whole === undefined
      ? preview(deps, turn)
      : refusedOr(turn.d, await deps.does.openAgenda(turn.asked), agenda =>
          wholeAgendaCard(turn.d, { ...shownOn(agenda), after }),
        ),
  );

export const onPublishAgenda = (deps: Deps): Handler =>
  changes(OfMeeting, async (turn, { meetingId }) => {
    const published = await deps.does.publishAgenda({ ...turn.asked, meetingId });
    return published.ok ? preview(deps, turn) : refusalCard(turn.d, published.error);
  });

/** The private view, for the one who pressed in the channel: there even its author has come to work on it. */
export const onOpenItem = ({ does }: Deps): Handler =>
  reads(OfItem, async (turn, { caseId }) => {
    const opened = await does.openCase({ ...turn.asked, caseId });
    const card = turn.place === 'dialog' ? workedOnCard : openedCard;
    return refusedOr(turn.d, opened, found => card(turn, found));
  });

/** Whether it was pressed on the agenda itself, and not on the card of an item. */
const isOnAgenda = ({ where }: Asked, { posted }: Meeting): boolean =>
  where !== undefined && posted?.activityId === where.activityId;

const agendaAgain = (d: Drawing, { meeting, items }: Agenda): Card =>
  agendaCard({ ...d, id: d.nonce }, { meeting, items });

/** `Lukk` gives the shared card back, the one it was opened from. */
export const onCloseItem = ({ does }: Deps): Handler =>
  reads(OfItem, async ({ asked, d }, item) => {
    const opened = await does.openItem({ ...asked, ...item });
    if (!opened.ok) return refusalCard(d, opened.error);
    const { meeting } = opened.value;
    if (!isOnAgenda(asked, meeting)) return itemCard({ ...d, id: d.nonce }, opened.value);
    return refusedOr(d, await does.openAgenda(asked), agenda => agendaAgain(d, agenda));
  });
