import { type ActionBrief } from '../domain/action-brief';
import { type Case } from '../domain/case';
import { type PlanField, type PlanProblem, type PlanValues } from '../domain/check-plan';
import { isDisqualified } from '../domain/disqualification';
import { sharedTasks } from '../domain/incident';
import { isActive, type Person } from '../domain/people';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, type Choice, date, many, search, toggle } from './fields';
import { headed, note, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { peopleChoices } from './wording';

type Writing = {
  readonly kase: Case;
  readonly people: readonly Person[];
  readonly values: PlanValues;
  /** The mark of the plan it was drawn over. */
  readonly seen: string;
  /** Whom the referral names, before there is a plan. */
  readonly contactRole?: string;
  readonly problems?: readonly PlanProblem[];
};

/** Drawn at most this many to tick, so that the card stays under 20 KB: the latest due. */
const MOST_TICKS = 20;

type Kept = {
  readonly id: PlanField;
  readonly value: string | undefined;
  readonly error: string | undefined;
};
const kept = ({ t }: Drawing, { values, problems = [] }: Writing, id: PlanField): Kept => {
  const found = problems.find(({ field }) => field === id);
  const error = found === undefined ? undefined : t.plan.problems[found.problem];
  return { id, value: values[id], error };
};

const GOALS = ['goal-1', 'goal-2', 'goal-3'] as const;
const goalFields = (d: Drawing, writing: Writing): readonly Data[] =>
  GOALS.map((id, place) =>
    area({
      ...kept(d, writing, id),
      label: place === 0 ? d.t.plan.goal(1) : `${d.t.plan.goal(place + 1)} (${d.t.common.optional})`,
      placeholder: d.t.plan.ownWords,
    }),
  );

const choosable = ({ kase, people }: Writing): readonly Person[] =>
  people.filter(person => isActive(person) && !isDisqualified(kase, person.id));

/** What is ticked already stays to be unticked, however many there are. */
const ticksOf = ({ t, nameOf }: Drawing, { kase, values }: Writing): readonly Choice[] => {
  const ticked = (values.measures ?? '').split(',');
  const tickedFirst = ({ id }: ActionBrief): number => (ticked.includes(id) ? 0 : 1);
  return sharedTasks(kase)
    .filter(({ state }) => state !== 'cancelled')
    .toSorted((one, other) => tickedFirst(one) - tickedFirst(other) || other.due.localeCompare(one.due))
    .slice(0, MOST_TICKS)
    .map(({ id, title, owner, due }) => ({
      title: [t.action.titles[title], nameOf(owner), t.shortDay(due)].join(' · '),
      value: id,
    }));
};

/** The new contact person, where somebody chose another than now and has not said that it is meant. */
const newContact = ({ people, values, problems = [] }: Writing): Person | undefined =>
  problems.some(({ problem }) => problem === 'changes-contact')
    ? people.find(({ id }) => id === values.contact)
    : undefined;

const wrongNote = ({ t }: Drawing, problems: readonly PlanProblem[]): readonly Data[] =>
  only(problems.length > 0, () =>
    note({
      style: 'attention',
      title: t.plan.correct(problems.length),
      text: problems.map(({ problem }) => `- ${t.plan.problems[problem]}`).join('\r'),
    }),
  );

/** There is somebody already, though no plan has named them. */
const knownNote = ({ t }: Drawing, { contactRole }: Writing): readonly Data[] =>
  contactRole === undefined
    ? []
    : [note({ style: 'warning', title: t.plan.known(shown(contactRole)), text: t.plan.knownMeans })];

const notesOf = (d: Drawing, writing: Writing): readonly Data[] => {
  const { t, nameOf } = d;
  const { problems = [], kase } = writing;
  const to = newContact(writing);
  const wrong = [
    ...wrongNote(
      d,
      problems.filter(({ problem }) => problem !== 'changes-contact'),
    ),
    ...knownNote(d, writing),
  ];
  if (to === undefined || kase.plan === undefined) return wrong;
  const text = t.plan.changes(nameOf(kase.plan.contact), nameOf(to.id));
  return [...wrong, note({ style: 'warning', title: t.plan.changesTitle, text })];
};

const confirmField = (d: Drawing, writing: Writing): readonly Data[] => {
  const to = newContact(writing);
  return to === undefined ? [] : [toggle({ id: 'confirm', label: d.t.plan.confirm(d.nameOf(to.id)) })];
};

const contactField = (d: Drawing, writing: Writing): Data =>
  search(d.t, {
    ...kept(d, writing, 'contact'),
    label: d.t.plan.contact,
    choices: peopleChoices(choosable(writing)),
  });

const measureField = (d: Drawing, writing: Writing): readonly Data[] => {
  const choices = ticksOf(d, writing);
  return only(choices.length > 0, () =>
    many({ ...kept(d, writing, 'measures'), label: d.t.plan.chosen, choices }),
  );
};

/** A new version; it begins as the newest stands. A new contact person is asked about before it is saved. */
export const planForm = (d: Drawing, writing: Writing): Card => {
  const { t, nonce } = d;
  const { kase, seen } = writing;
  const carried = { caseId: kase.id, nonce };
  const confirms = newContact(writing);
  const save = { verb: 'write-plan', ...carried, version: seen };
  return fill('plan-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.plan.title,
      lead: t.plan.formLead,
    }),
    notes: notesOf(d, writing),
    goals: goalFields(d, writing),
    contact: [contactField(d, writing)],
    confirms: confirmField(d, writing),
    measures: measureField(d, writing),
    chooseMeasures: t.plan.chooseMeasures,
    dates: [date({ ...kept(d, writing, 'review'), label: t.plan.review })],
    keepItShort: t.common.keepItShort,
    actions: [
      button(t.plan.save, confirms === undefined ? save : { ...save, confirms: confirms.id }, {
        primary: true,
      }),
      button(t.common.cancel, { verb: 'open-plan', ...carried }, { leavesInputs: true }),
    ],
  });
};
