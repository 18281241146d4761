import { z } from 'zod';
import { gapClearing, gapForm } from '../../cards/gap-form';
import { gapRecorded } from '../../cards/gap-steps';
import { gapCard, gapsCard } from '../../cards/gaps';
import { formIsInChatCard } from '../../cards/notice';
import { type Card } from '../../cards/template';
import { GAPS } from '../../domain/action-choices';
import { GAP_FIELDS, type GapValues } from '../../domain/check-gap';
import { type Refusal } from '../../domain/refusal';
import { GapId, MeetingId } from '../../ids';
import { may } from '../../policy/may';
import { type SeenGap, visibleGaps } from '../../policy/visible-gaps';
import { type Result } from '../../result';
import { type RecordedGap } from '../../use-cases/record-gap';
import { holdsPerson } from '../chat-guard';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, texts } from '../submissions';

const OfGap = z.object({ gapId: GapId });
const PerhapsOfCase = z.object(OfCase.shape).partial();
const Filled = z.object(texts(GAP_FIELDS));

const After = z.object({ after: GapId.optional() });

export const onOpenGaps = ({ does }: Deps): Handler =>
  reads(After, async ({ asked, d }, page) =>
    refusedOr(d, await does.openGaps(asked), gaps => gapsCard(d, { gaps, ...given(page) })),
  );

/** A new one opens for the coordinator as the question whether the steering group may read it. */
const openedCard = ({ d }: Pick<Turn, 'd'>, gap: SeenGap): Card => {
  const state = gap.more?.state;
  const clears = state !== undefined && may(d.reader, { about: 'gap', ask: 'clear-gap', gap: { state } });
  const values = { category: gap.category, missing: gap.text };
  return clears ? gapClearing(d, { gapId: gap.id, values }) : gapCard(d, gap);
};

export const onOpenGap = ({ does }: Deps): Handler =>
  reads(OfGap, async (turn, key) =>
    refusedOr(turn.d, await does.openGap({ ...turn.asked, ...key }), gap => openedCard(turn, gap)),
  );

/** From a blocked task the category is known already. */
const Starting = PerhapsOfCase.extend({ category: z.enum(GAPS).optional(), meetingId: MeetingId.optional() });

export const onStartGap = ({ does }: Deps): Handler =>
  reads(Starting, async ({ asked, d, place }, { category, caseId, meetingId }) => {
    if (place === 'channel' && caseId !== undefined && meetingId !== undefined)
      return refusedOr(d, await does.startGap({ ...asked, caseId, formFor: meetingId }), () =>
        formIsInChatCard(d, { caseId, meetingId }),
      );
    const ofCase = given({ caseId });
    return refusedOr(d, await does.startGap({ ...asked, ...ofCase }), () =>
      gapForm(d, { ...ofCase, values: given({ category }) }),
    );
  });

type Reported = { readonly values: GapValues; readonly of: Partial<z.infer<typeof OfCase>> };

const reportedCard = ({ d }: Turn, reported: Result<RecordedGap, Refusal>, { values, of }: Reported): Card =>
  refusedOr(d, reported, found =>
    'problems' in found ? gapForm(d, { ...of, values, problems: found.problems }) : gapRecorded(d, of),
  );

export const onRecordGap = ({ does }: Deps): Handler =>
  changes(OfCase.extend(Filled.shape), async (turn, { caseId, ...inputs }) => {
    const values = given(inputs);
    const reported = await does.recordGap({ ...turn.asked, caseId, values, holdsPerson });
    return reportedCard(turn, reported, { values, of: { caseId } });
  });

export const onRecordOwnGap = ({ does }: Deps): Handler =>
  changes(Filled, async (turn, inputs) => {
    const values = given(inputs);
    const reported = await does.recordOwnGap({ ...turn.asked, values, holdsPerson });
    return reportedCard(turn, reported, { values, of: {} });
  });

export const onClearGap = ({ does }: Deps): Handler =>
  changes(OfGap.extend(Filled.shape), async ({ asked, d }, { gapId, ...inputs }) => {
    const values = given(inputs);
    const cleared = await does.clearGap({ ...asked, gapId, values, holdsPerson });
    return refusedOr(d, cleared, found => {
      if ('problems' in found) return gapClearing(d, { gapId, values, problems: found.problems });
      const [gap] = visibleGaps(d.reader, [found.gap]);
      return gap === undefined ? {} : gapCard(d, gap);
    });
  });

const changed = (
  change: (turn: Turn, key: z.infer<typeof OfGap>) => ReturnType<Deps['does']['hideGap']>,
): Handler =>
  changes(OfGap, async (turn, key) =>
    refusedOr(turn.d, await change(turn, key), changedGap => {
      const [gap] = visibleGaps(turn.d.reader, [changedGap]);
      return gap === undefined ? {} : gapCard(turn.d, gap);
    }),
  );

export const onHideGap = ({ does }: Deps): Handler =>
  changed(({ asked }, key) => does.hideGap({ ...asked, ...key }));

export const onReportGapAgain = ({ does }: Deps): Handler =>
  changed(({ asked }, key) => does.reportGapAgain({ ...asked, ...key }));
