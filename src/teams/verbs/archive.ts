import {
  archivedCard,
  archivedMeetingCard,
  archiveStep,
  meetingArchiveStep,
  type TypedRef,
} from '../../cards/archive';
import { erasedCard, erasuresCard } from '../../cards/erasures';
import { fileOfferCard, offerCard } from '../../cards/file-offer';
import { type Card } from '../../cards/template';
import { checkRef } from '../../domain/archive';
import { type CaseId, type MeetingId } from '../../domain/ids';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { OfCase, OfMeeting } from '../submissions';

const stepFor = async (
  { does }: Deps,
  { asked, d }: Turn,
  { caseId, ...typed }: TypedRef & { readonly caseId: CaseId },
): Promise<Card> =>
  refusedOr(d, await does.startArchive({ ...asked, caseId }), step =>
    step.kase.erasedOn === undefined ? archiveStep(d, { ...step, ...typed }) : erasedCard(d, step.kase),
  );

export const onStartArchive = (deps: Deps): Handler =>
  reads(OfCase, (turn, { caseId }) => stepFor(deps, turn, { caseId }));

export const onExportArchive = ({ does, publicUrl }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.exportArchive({ ...asked, caseId }), ({ token, ...offer }) =>
      fileOfferCard(d, { ...offer, url: `${publicUrl()}/files/${token}`, back: 'start-archive' }),
    ),
  );

/** What was typed is given back with what is wrong with it. */
export const onRecordArchiveRef = (deps: Deps): Handler =>
  changes(OfCase.extend({ 'archive-ref': Typed }), async (turn, { caseId, 'archive-ref': typed = '' }) => {
    const { asked, d } = turn;
    const ref = checkRef(typed);
    if (!ref.ok) return stepFor(deps, turn, { caseId, ref: typed, problem: ref.error });
    const recorded = await deps.does.recordArchiveRef({ ...asked, caseId, ref: ref.value });
    return refusedOr(d, recorded, kase => archivedCard(d, kase));
  });

const meetingStepFor = async (
  { does }: Deps,
  { asked, d }: Turn,
  { meetingId, ...typed }: TypedRef & { readonly meetingId: MeetingId },
): Promise<Card> =>
  refusedOr(d, await does.startMeetingArchive({ ...asked, meetingId }), meeting =>
    meetingArchiveStep(d, { meeting, ...typed }),
  );

export const onStartMeetingArchive = (deps: Deps): Handler =>
  reads(OfMeeting, (turn, { meetingId }) => meetingStepFor(deps, turn, { meetingId }));

export const onExportMeeting = ({ does, publicUrl }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.exportMeeting({ ...asked, meetingId }), ({ meeting, token }) =>
      offerCard(d, {
        about: d.t.archive.meeting.of(d.t.day(meeting.on, d.today)),
        url: `${publicUrl()}/files/${token}`,
        back: { verb: 'start-meeting-archive', meetingId },
      }),
    ),
  );

export const onRecordMeetingRef = (deps: Deps): Handler =>
  changes(
    OfMeeting.extend({ 'archive-ref': Typed }),
    async (turn, { meetingId, 'archive-ref': typed = '' }) => {
      const { asked, d } = turn;
      const ref = checkRef(typed);
      if (!ref.ok) return meetingStepFor(deps, turn, { meetingId, ref: typed, problem: ref.error });
      const recorded = await deps.does.recordMeetingRef({ ...asked, meetingId, ref: ref.value });
      return refusedOr(d, recorded, meeting => archivedMeetingCard(d, meeting));
    },
  );

export const onListErasures = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) =>
    refusedOr(d, await does.listErasures(asked), erasures => erasuresCard(d, erasures)),
  );
