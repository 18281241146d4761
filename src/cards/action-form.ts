import { ACTION_KINDS, EARLY_TITLES, titlesFor } from '../domain/action';
import { type Case, isParticipant } from '../domain/case';
import { type Decision } from '../domain/decision';
import { GROUPS } from '../domain/groups';
import { type MeetingId } from '../domain/ids';
import { type Person } from '../domain/people';
import { SERVICES } from '../domain/referral';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, choicesOf, date, optional, pick, radio, search } from './fields';
import { fold, headed, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

export const ACTION_FIELDS = [
  'title',
  'owner',
  'due',
  'kind',
  'decision',
  'tried',
  'detail-group',
  'detail',
] as const;
type ActionField = (typeof ACTION_FIELDS)[number];
export type ActionFormProblem = {
  readonly field: ActionField;
  readonly problem: keyof Words['action']['problems'];
};

type Planning = {
  readonly kase: Case;
  /** Who may be given the task. */
  readonly people: readonly Person[];
  /** The decisions of the case that recommend a new measure. */
  readonly recommended?: readonly Decision[];
  readonly meetingId?: MeetingId;
  /** Just as it was typed, when the form comes back. */
  readonly values?: Readonly<Partial<Record<ActionField, string>>>;
  readonly problems?: readonly ActionFormProblem[];
};

type Kept = {
  readonly id: ActionField;
  readonly value: string | undefined;
  readonly error: string | undefined;
};
const kept = ({ t }: Drawing, { values = {}, problems = [] }: Planning, id: ActionField): Kept => {
  const found = problems.find(({ field }) => field === id);
  const error = found === undefined ? undefined : t.action.problems[found.problem];
  return { id, value: values[id], error };
};

const titleField = (d: Drawing, planning: Planning): Data => {
  const { t } = d;
  const titles = titlesFor(planning.kase);
  const ask = {
    ...kept(d, planning, 'title'),
    label: t.action.what,
    choices: choicesOf(titles, t.action.titles),
    must: t.action.whatMissing,
  };
  return titles.length <= EARLY_TITLES.length ? radio(ask) : pick(t, ask);
};

const ownerField = (d: Drawing, planning: Planning): Data => ({
  ...search(d.t, {
    ...kept(d, planning, 'owner'),
    label: d.t.action.owner,
    choices: peopleChoices(planning.people),
    must: d.t.action.ownerMissing,
  }),
  placeholder: d.t.action.ownerExample,
});

const isRecommended = ({ recommended = [] }: Planning): boolean => recommended.length > 0;

/** A participant's measures come from the group where they are new; a candidate has none yet. */
const kindField = (d: Drawing, planning: Planning): readonly Data[] =>
  only(isParticipant(planning.kase), () => {
    const { value = 'existing-service', ...field } = kept(d, planning, 'kind');
    const choices = choicesOf(ACTION_KINDS, d.t.action.kinds);
    const error = isRecommended(planning) ? field.error : kept(d, planning, 'decision').error;
    return radio({ ...field, error, value, label: d.t.action.kind, choices });
  });

const decisionField = (d: Drawing, planning: Planning): Data => {
  const { t } = d;
  const choices = (planning.recommended ?? []).map(({ id, on }) => ({
    title: t.action.measure.option(t.shortDay(on)),
    value: id,
  }));
  return pick(t, { ...kept(d, planning, 'decision'), label: t.action.measure.decision, choices });
};

/** What a new measure rests on: the decision that recommends it, and the existing service that was tried. */
const measurePart = (d: Drawing, planning: Planning): readonly Data[] => {
  const { t } = d;
  const { measure } = t.action;
  const tried = kept(d, planning, 'tried');
  const open = kept(d, planning, 'kind').value === 'new-measure';
  return only(isParticipant(planning.kase), () => ({
    ...fold(t, { id: 'new', title: measure.title, hint: measure.hint, open }),
    choices: [
      ...only(isRecommended(planning), () => decisionField(d, planning)),
      pick(t, { ...tried, label: measure.tried, choices: choicesOf(SERVICES, t.referral.services) }),
    ],
    notes: only(!isRecommended(planning), () => measure.none),
  }));
};

/** Nothing in the fold is required: a task needs no detail, and a fold must not hide what stops the save. */
const foldedPart = (d: Drawing, planning: Planning): Data => {
  const { t } = d;
  const group = kept(d, planning, 'detail-group');
  const detail = kept(d, planning, 'detail');
  const open = [group.error, detail.error].some(error => error !== undefined);
  return {
    more: fold(t, {
      id: 'more',
      title: optional(t, t.action.details),
      hint: t.action.onlyOwner,
      open,
    }),
    detailGroup: [
      pick(t, { ...group, label: t.action.detailGroup, choices: choicesOf(GROUPS, t.common.groups) }),
    ],
    detail: [area({ ...detail, label: t.action.detail })],
    keepItShort: t.common.keepItShort,
  };
};

/** A task with a neutral title (ux 11a); before consent only the four beginnings (ux 11b). */
export const actionForm = (d: Drawing, planning: Planning): Card => {
  const { t, nonce } = d;
  const { kase, meetingId } = planning;
  const where = { caseId: kase.id, ...(meetingId === undefined ? {} : { meetingId }), nonce };
  const due = date({ ...kept(d, planning, 'due'), label: t.action.due, must: t.action.futureDate });
  return fill('action-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.action.newAction,
      lead: isParticipant(kase) ? '' : t.action.beforeConsent,
    }),
    choices: [titleField(d, planning), ownerField(d, planning)],
    dates: [due],
    kinds: kindField(d, planning),
    measures: measurePart(d, planning),
    ...foldedPart(d, planning),
    actions: [
      button(t.action.save, { verb: 'create-action', ...where }, { primary: true }),
      button(t.common.cancel, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true }),
    ],
  });
};
