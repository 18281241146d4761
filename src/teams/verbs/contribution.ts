import { contributionForm, contributionSent, type Returned } from '../../cards/contribution-form';
import { innspillCard } from '../../cards/contribution-view';
import { formIsInChatCard } from '../../cards/notice';
import { refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type MeetingId, type SeatId } from '../../domain/ids';
import { NOT_AVAILABLE } from '../../domain/refusal';
import { type Answered } from '../../use-cases/contribute';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';
import { answersIn, Given, nextIn, Opened, typedIn, whereIn } from './contribution-inputs';

/** The form; pressed for in the channel it is left in the presser's own chat. */
export const onOpenContributions = ({ does }: Deps): Handler =>
  reads(Opened, async ({ asked, d, place }, fields) => {
    const where = whereIn(fields);
    const inChannel = place === 'channel';
    const round = await does.openContributions({ ...asked, ...where, inChannel });
    if (!inChannel) return refusedOr(d, round, found => contributionForm(d, found));
    const { caseId } = where;
    return caseId === undefined
      ? refusalCard(d, NOT_AVAILABLE)
      : refusedOr(d, round, ({ meeting }) => formIsInChatCard(d, { caseId, meetingId: meeting.id }));
  });

type Here = { readonly meetingId: MeetingId; readonly seat: SeatId; readonly page?: number };

const form = async (
  { does }: Deps,
  { asked, d }: Turn,
  { here, returned = {} }: { readonly here: Here; readonly returned?: Returned },
): Promise<Card> =>
  refusedOr(d, await does.openContributions({ ...asked, ...here, inChannel: false }), found =>
    contributionForm(d, found, returned),
  );

const sent = async ({ does }: Deps, { asked, d }: Turn, here: Here): Promise<Card> =>
  refusedOr(
    d,
    await does.openContributions({ ...asked, ...here, inChannel: false, countOnly: true }),
    found => contributionSent(d, found),
  );

const problemsIn = (answered: readonly Answered[]) =>
  new Map(
    answered.flatMap(({ caseId, problem }) => (problem === undefined ? [] : [[caseId, problem] as const])),
  );

/** Nothing of it was theirs to answer. */
const isRefused = (answered: readonly Answered[]): boolean =>
  answered.length > 0 && answered.every(({ problem }) => problem === 'not-available');

/** Saves what was chosen on one page; the form comes back with what was typed where something was not saved. */
export const onContribute = (deps: Deps): Handler =>
  changes(Given, async (turn, data) => {
    const { meetingId, seat, page } = data;
    const next = nextIn(data);
    const which = { meetingId, seat };
    const here = page === undefined ? which : { ...which, page };
    const typed = typedIn(data);
    const answers = answersIn(typed);
    if (answers.length === 0 && next === undefined)
      return form(deps, turn, { here, returned: { isEmpty: true } });
    const answered = await deps.does.contribute({ ...turn.asked, ...which, answers });
    if (!answered.ok) return refusalCard(turn.d, answered.error);
    if (isRefused(answered.value)) return refusalCard(turn.d, NOT_AVAILABLE);
    const problems = problemsIn(answered.value);
    if (problems.size > 0) return form(deps, turn, { here, returned: { again: { typed, problems } } });
    return next === undefined ? sent(deps, turn, here) : form(deps, turn, { here: { meetingId, ...next } });
  });

export const onOpenInnspill = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.openInnspill({ ...asked, caseId }), found => innspillCard(d, found)),
  );
