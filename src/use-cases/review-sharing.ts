import { type Case } from '../domain/case';
import { NOT_AVAILABLE, type Refusal, REVIEW_TOO_LATE, WRONG_STATE } from '../domain/refusal';
import { type Review, type Sharing, sharingIn, type Verdict } from '../domain/sharing';
import { reviewSharing as reviewed } from '../domain/sharing-steps';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type CasePlan, changeCaseBeside } from './change-case';
import { judgeSharing } from './named-sharing';
import { type SharingFile, type SharingKey } from './ports/sharings';
import { noticesToCoordinators } from './recipients';
import { type World } from './world';

type Reviewing = Asked &
  SharingKey & {
    readonly verdict: Verdict;
    /** Empty when there is none. */
    readonly remark: string;
  };

const rulingOn = (asked: Reviewing, kase: Case) =>
  judgeSharing(kase, { ask: 'review-sharing', person: asked.by.person, key: asked, now: asked.at });

/** That it was reviewed is told; how it was judged stands in the case. */
const told = (asked: Asked, { kase, sharing }: { kase: Case; sharing: Sharing }) => {
  const about = { kind: 'sharing-reviewed', sharingId: sharing.id } as const;
  return noticesToCoordinators(asked, { kase, about, also: [sharing.by] });
};

type Read = { readonly kase: Case; readonly beside: SharingFile | undefined };

const planned = (asked: Reviewing, { kase, beside }: Read): Result<CasePlan, Refusal> => {
  const review: Review = { by: asked.by.person.id, at: asked.at, verdict: asked.verdict };
  const next = reviewed(kase, asked.sharingId, review);
  if (!next.ok) return next;
  const sharing = sharingIn(next.value, asked.sharingId);
  if (sharing === undefined || beside === undefined) return err(WRONG_STATE);
  const words = asked.remark === '' ? {} : { remark: asked.remark };
  const keep = beside.reason === undefined ? {} : { keep: beside.reason };
  return ok({
    kase: next.value,
    sharing: { sharing, version: beside.version, words, ...keep },
    errands: told(asked, { kase, sharing }),
  });
};

/** A leader has no way into the case: why it is refused is told only to who could have reviewed this one. */
const whyRefused = async (world: World, asked: Reviewing): Promise<Refusal> => {
  const file = await world.cases.load(asked.caseId, asked.within);
  const sharing = file && sharingIn(file.kase, asked.sharingId);
  if (file === undefined || sharing === undefined) return NOT_AVAILABLE;
  const { review: _, ...unreviewed } = sharing;
  const inTime = { kase: file.kase, sharing: unreviewed, now: sharing.sharedAt };
  if (!may(asked.by.person, { about: 'sharing', ask: 'review-sharing', ...inTime })) return NOT_AVAILABLE;
  return sharing.review === undefined ? REVIEW_TOO_LATE : WRONG_STATE;
};

/** Within 72 hours, by the leader of the agency that shared, who sees what was done and no content (domain.md §6). */
export const reviewSharing =
  (world: World) =>
  async (asked: Reviewing): Promise<Result<Case, Refusal>> => {
    const done = await changeCaseBeside<SharingFile | undefined>(world, asked, {
      operation: 'review-sharing',
      caseId: asked.caseId,
      beside: () => world.cases.sharing(asked, asked.within),
      judge: ({ kase }) => rulingOn(asked, kase),
      decide: ({ kase }, beside) => planned(asked, { kase, beside }),
    });
    return done.ok || done.error.kind !== 'not-available' ? done : err(await whyRefused(world, asked));
  };
