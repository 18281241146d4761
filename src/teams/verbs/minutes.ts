import { z } from 'zod';
import { addendumForm } from '../../cards/addendum-form';
import { offerCard } from '../../cards/file-offer';
import { minutesCard } from '../../cards/minutes';
import { type Card } from '../../cards/template';
import { type MeetingId } from '../../domain/ids';
import { addendumProblem } from '../../domain/minutes-steps';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn, Typed } from '../handler';
import { refusedOr } from '../refused';
import { given, OfMeeting } from '../submissions';

/** No agenda is longer. */
const MOST = 200;
/** From a button, or of the last meeting from what somebody wrote. */
const Page = OfMeeting.partial().extend({
  from: z.number().int().min(0).max(MOST).optional().catch(undefined),
});

type Opening = z.infer<typeof Page> & { readonly changed?: boolean };

const opened = async (
  { does }: Deps,
  { asked, d }: Turn,
  { meetingId, from = 0, changed = false }: Opening,
): Promise<Card> =>
  refusedOr(d, await does.openMinutes({ ...asked, ...given({ meetingId }) }), found =>
    minutesCard(d, { ...found, from, changed }),
  );

export const onOpenMinutes = (deps: Deps): Handler => reads(Page, (turn, page) => opened(deps, turn, page));

/** Without the mark nothing was read, and so nothing can be approved. */
const Read = OfMeeting.extend({ seen: z.string().max(64).default('') });

export const onApproveMinutes = (deps: Deps): Handler =>
  changes(Read, async (turn, { meetingId, seen }) => {
    const { asked, d } = turn;
    const approved = await deps.does.approveMinutes({ ...asked, meetingId, seen });
    if (!approved.ok && approved.error.kind === 'changed-meanwhile')
      return opened(deps, turn, { meetingId, changed: true });
    return refusedOr(d, approved, found => minutesCard(d, found));
  });

const form = async (
  { does }: Deps,
  { asked, d }: Turn,
  { meetingId, ...typed }: { readonly meetingId: MeetingId; readonly text?: string },
): Promise<Card> => {
  const problem = typed.text === undefined ? undefined : addendumProblem(typed.text);
  return refusedOr(d, await does.startAddendum({ ...asked, meetingId }), meeting =>
    addendumForm(d, { ...typed, meeting, ...(problem === undefined ? {} : { problem }) }),
  );
};

export const onStartAddendum = (deps: Deps): Handler =>
  reads(OfMeeting, (turn, asked) => form(deps, turn, asked));

export const onAddAddendum = (deps: Deps): Handler =>
  changes(OfMeeting.extend({ text: Typed }), async (turn, { meetingId, text: typed = '' }) => {
    const text = typed.trim();
    if (addendumProblem(text) !== undefined) return form(deps, turn, { meetingId, text });
    const { asked, d } = turn;
    return refusedOr(d, await deps.does.addAddendum({ ...asked, meetingId, text }), found =>
      minutesCard(d, found),
    );
  });

export const onExportMinutes = ({ does, publicUrl }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.exportMinutes({ ...asked, meetingId }), ({ token, meeting }) =>
      offerCard(d, {
        about: `${d.t.minutes.eyebrow} · ${d.t.meeting.eyebrow(d.t.day(meeting.on, d.today))}`,
        url: `${publicUrl()}/files/${token}`,
        back: { verb: 'open-minutes', meetingId },
      }),
    ),
  );
