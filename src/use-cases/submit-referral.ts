import { checkReferral } from '../domain/check-referral';
import { type Case } from '../domain/case';
import { type CaseCode, codeFrom } from '../domain/code';
import { type Content, splitReferral } from '../domain/content';
import { type Draft, type FieldProblem } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { type Referral } from '../domain/referral';
import { submit } from '../domain/referral-steps';
import { isActive } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, TRY_AGAIN } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, entriesFor, todayOf } from './asked';
import { keptClock } from './kept-clock';
import { perform, type Performed, REFUSED } from './perform';
import { type CaseFile } from './ports/cases';
import { type DraftFile } from './ports/drafts';
import { noticesToCoordinators } from './recipients';
import { type World } from './world';

/** The case the referral became; or what is wrong, when the draft no longer holds up. */
export type SubmittedReferral =
  { readonly kase: Case } | { readonly draft: Draft; readonly problems: readonly FieldProblem[] };

/** A code nobody else has: another draw as long as the one drawn is taken. */
const claimedCode = async (world: World, asked: Asked, id: CaseId): Promise<CaseCode> => {
  for (let attempt = 1; ; attempt += 1) {
    const code = codeFrom(world.derive(asked.commandId, 'code', String(attempt)));
    if (await world.pointers.claimCode(code, id, asked.within)) return code;
  }
};

/** An earlier case of the same number in the same agency; across agencies nothing is looked for (domain.md §3). */
export const linkedCase = async (
  world: World,
  asked: Asked,
  draft: Pick<Draft, 'id' | 'origin' | 'identity'>,
): Promise<{ readonly linkedTo?: CaseId }> => {
  const number = draft.identity?.number;
  if (number === undefined) return {};
  const holder = await world.pointers.claimNumber(
    { agency: draft.origin, number, caseId: draft.id },
    asked.within,
  );
  return holder === draft.id ? {} : { linkedTo: holder };
};

const answerOf = ({ file, plan }: Performed<Target, Sent | Wrong>): Result<SubmittedReferral, Refusal> => {
  if (plan !== undefined) return ok('kase' in plan ? { kase: plan.kase } : plan);
  return 'sent' in file ? ok({ kase: file.sent }) : err(TRY_AGAIN);
};

const contentOf = (draft: Draft, referral: Referral): Content => ({
  ...splitReferral(referral),
  ...(draft.identity === undefined ? {} : { B: draft.identity }),
});

type Sent = { readonly kase: Case; readonly content: Content };
type Wrong = { readonly draft: Draft; readonly problems: readonly FieldProblem[] };
/** The draft; or, when it has been sent already, the case it became. */
type Target = { readonly draft: DraftFile } | { readonly sent: Case };

/** One's own draft is all there is to read. Everybody else is refused at the same cost, whatever lies under that id. */
const target = async (world: World, { by, within }: Asked, id: CaseId): Promise<Target | undefined> => {
  const draft = await world.drafts.load(id, by.person.id, within);
  if (draft?.draft.author === by.person.id) return { draft };
  const file = await world.cases.load(id, within);
  if (draft !== undefined) return { draft };
  return file === undefined ? undefined : { sent: file.kase };
};

const sentOf = async (world: World, asked: Asked, draft: Draft): Promise<Sent | Wrong> => {
  const checked = checkReferral(draft.values, todayOf(world, asked));
  if (!checked.ok) return { draft, problems: checked.error };
  const content = contentOf(draft, checked.value);
  const code = await claimedCode(world, asked, draft.id);
  const link = await linkedCase(world, asked, draft);
  return { kase: submit({ draft, referral: checked.value, content, code, ...link }, asked.at), content };
};

const stored = (world: World, asked: Asked, { kase, content }: Sent) => {
  const told = noticesToCoordinators(asked, { kase, about: { kind: 'new-referral' } });
  return {
    kase,
    content: [{ origin: kase.origin, content }],
    outbox: entriesFor(world, asked, told),
    ...keptClock(kase, world.calendar),
  };
};

const isOwn = (file: CaseFile | undefined, { by }: Asked): boolean =>
  isActive(by.person) && file?.kase.author === by.person.id;

/** The draft becomes a case with a code of its own; the coordinator is told, without content. */
export const submitReferral =
  (world: World) =>
  async (asked: Asked & { readonly draftId: CaseId }): Promise<Result<SubmittedReferral, Refusal>> => {
    const { draftId: id, within } = asked;
    const done = await perform<Target, Sent | Wrong>(world, asked, {
      operation: 'submit-referral',
      subject: id,
      caseId: id,
      load: () => target(world, asked, id),
      // An older card of the same draft: what it asks for has been done.
      known: async () =>
        (await world.cases.known(id, asked.commandId, within)) ||
        isOwn(await world.cases.load(id, within), asked),
      judge: found =>
        'draft' in found
          ? judge(asked.by.person, { about: 'draft', ask: 'submit-referral', draft: found.draft.draft })
          : REFUSED,
      sees: () => false,
      decide: async found =>
        'draft' in found ? ok(await sentOf(world, asked, found.draft.draft)) : err(NOT_AVAILABLE),
      commit: async (found, plan, fact) =>
        'draft' in found && 'kase' in plan
          ? world.drafts.submit({ ...stored(world, asked, plan), file: found.draft, fact }, within)
          : 'done',
    });
    return done.ok ? answerOf(done.value) : done;
  };
