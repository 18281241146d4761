import { type ActionKind, type OpenAction, withAction } from '../domain/action';
import { type ActionTitle } from '../domain/action-brief';
import { type AgendaItem } from '../domain/agenda';
import { type Case, isParticipant } from '../domain/case';
import { type Decision } from '../domain/decision';
import { isDisqualified } from '../domain/disqualification';
import { type DueProblem, dueProblem } from '../domain/due-date';
import { type Group, type Holding } from '../domain/groups';
import { type CaseId, type DecisionId, type MeetingId, newActionId, type PersonId } from '../domain/ids';
import { nextReminder } from '../domain/ladder';
import { isActive, type Person } from '../domain/people';
import { type Service } from '../domain/referral';
import { type LocalDate } from '../domain/time';
import { mayReadDetail } from '../policy/visible';
import { type Asked } from './asked';
import { type CasePlan } from './change-case';
import { type ActionChange } from './ports/cases';
import { noticesTo } from './recipients';
import { type World } from './world';

export type NewActionValues = {
  readonly title: ActionTitle;
  readonly owner: PersonId;
  readonly due: LocalDate;
  /** Empty when there is none. */
  readonly detail: string;
  readonly detailIn: Group;
  /** It strengthens an existing service unless it says otherwise. */
  readonly kind?: ActionKind;
  /** Of a new measure: the decision that recommends it, and the existing service that was tried. */
  readonly decision?: DecisionId;
  readonly tried?: Service;
};
export type ActionProblem =
  DueProblem | 'unknown-owner' | 'owner-may-not-see' | 'not-recommended' | 'nothing-tried';
export type Creating = Asked & NewActionValues & { readonly caseId: CaseId; readonly meetingId?: MeetingId };

/** The decisions of this case that recommend a new measure. */
export const recommendedIn = (items: readonly AgendaItem[]): readonly Decision[] =>
  items.flatMap(({ decision }) => (decision?.outcome.kind === 'recommended' ? [decision] : []));

type OnDay = { readonly kase: Case; readonly today: LocalDate };
type Beside = { readonly owner: Person | undefined; readonly recommended: readonly Decision[] };

const ownerProblem = (
  asked: Creating,
  { kase, today }: OnDay,
  { owner }: Beside,
): ActionProblem | undefined => {
  if (owner === undefined || !isActive(owner) || isDisqualified(kase, owner.id)) return 'unknown-owner';
  const detail: Holding = { origin: asked.by.person.agency, section: asked.detailIn };
  return asked.detail === '' || mayReadDetail(owner, kase, { detail, today })
    ? undefined
    : 'owner-may-not-see';
};

/** The group alone recommends what is new, and an existing service comes first (domain.md §1, §9). */
const measureProblem = (
  { kind, decision, tried }: Creating,
  { kase }: OnDay,
  { recommended }: Beside,
): ActionProblem | undefined => {
  if (kind !== 'new-measure') return undefined;
  if (!isParticipant(kase) || !recommended.some(({ id }) => id === decision)) return 'not-recommended';
  return tried === undefined ? 'nothing-tried' : undefined;
};

/** What is wrong with the form, if anything is. */
export const problemIn = (asked: Creating, on: OnDay, beside: Beside): ActionProblem | undefined =>
  dueProblem(asked.due, on.today) ?? ownerProblem(asked, on, beside) ?? measureProblem(asked, on, beside);

type Chosen = { readonly kase: Case; readonly owner: Pick<Person, 'id' | 'agency' | 'standIn'> };

const newMeasure = ({ kind, decision }: Creating): Pick<OpenAction, 'recommendedBy'> =>
  kind === 'new-measure' && decision !== undefined ? { recommendedBy: decision } : {};

const actionFrom = (asked: Creating, { kase, owner }: Chosen, world: Pick<World, 'derive'>): OpenAction => ({
  state: 'open',
  id: newActionId(world.derive, asked.commandId),
  caseId: kase.id,
  code: kase.code,
  title: asked.title,
  owner: owner.id,
  agency: owner.agency,
  due: asked.due,
  createdBy: asked.by.person.id,
  createdAt: asked.at,
  ...(owner.standIn === undefined ? {} : { standIn: owner.standIn }),
  ...(asked.detail === '' ? {} : { detailIn: asked.detailIn }),
  ...(kase.meetingId === undefined ? {} : { meetingId: kase.meetingId }),
  ...newMeasure(asked),
});

/** What is sealed beside it, by whoever wrote it. */
const sealedBeside = ({ by, detail, kind, tried }: Creating): Pick<ActionChange, 'detail' | 'tried'> => {
  const origin = by.person.agency;
  return {
    ...(detail === '' ? {} : { detail: { origin, text: detail } }),
    ...(kind !== 'new-measure' || tried === undefined ? {} : { tried: { origin, service: tried } }),
  };
};

/** The case with its new task, and its owner told. */
export const plannedAction = (world: World, asked: Creating, { kase, owner }: Chosen): CasePlan => {
  const action = actionFrom(asked, { kase, owner }, world);
  const remindAt = nextReminder(action.due, asked.at, world);
  return {
    kase: withAction(kase, action),
    action: { action, ...(remindAt === undefined ? {} : { remindAt }), ...sealedBeside(asked) },
    errands: noticesTo(asked, [owner.id], { kase, about: { kind: 'new-action', actionId: action.id } }),
  };
};
