import { z } from 'zod';
import { concludeForm } from '../../cards/conclude';
import { doneCard } from '../../cards/done';
import { pauseForm } from '../../cards/pause';
import { type Card } from '../../cards/template';
import { END_REASONS } from '../../domain/reasons';
import { LocalDate } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';

export const onStartPauseCase = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.startPause({ ...asked, caseId }), ({ kase }) => pauseForm(d, { kase })),
  );

const Paused = OfCase.extend({ until: Typed });

/** The form again, with the date as it was typed. */
const again = async ({ does }: Deps, { asked, d }: Turn, fields: z.infer<typeof Paused>): Promise<Card> => {
  const { caseId, until = '' } = fields;
  const error = d.t.pausing.chooseDate;
  return refusedOr(d, await does.startPause({ ...asked, caseId }), ({ kase }) =>
    pauseForm(d, { kase, until, error }),
  );
};

export const onPauseCase = (deps: Deps): Handler =>
  changes(Paused, async (turn, fields) => {
    const { asked, d } = turn;
    const { caseId } = fields;
    const until = LocalDate.safeParse(fields.until).data;
    if (until === undefined) return again(deps, turn, fields);
    const paused = await deps.does.pauseCase({ ...asked, caseId, until });
    if (!paused.ok && paused.error.kind === 'past-date') return again(deps, turn, fields);
    return refusedOr(d, paused, kase => doneCard(d, { kase, what: 'case-paused', next: d.t.pausing.next }));
  });

export const onResumeCase = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.resumeCase({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'case-resumed' }),
    ),
  );

export const onStartConcludeCase = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.startConclusion({ ...asked, caseId }), kase => concludeForm(d, { kase })),
  );

export const onConcludeCase = ({ does }: Deps): Handler =>
  changes(OfCase.extend({ reason: z.enum(END_REASONS) }), async ({ asked, d }, { caseId, reason }) =>
    refusedOr(d, await does.concludeCase({ ...asked, caseId, reason }), kase =>
      doneCard(d, { kase, what: 'case-concluded' }),
    ),
  );
