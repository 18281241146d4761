import { type Action, kindOf } from '../domain/action';
import { type Case, isParticipant } from '../domain/case';
import { type PlanValues } from '../domain/check-plan';
import { hasLapsed } from '../domain/consent-status';
import { type PlanBrief, type PlanWords } from '../domain/plan';
import { type Service } from '../domain/referral';
import { may } from '../policy/may';
import { button } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately } from './parts';
import { type FactRow } from './read-referral';
import { type Card, type Data, fill } from './template';
import { shown } from './text';

type Measure = { readonly action: Action; readonly tried?: Service };
export type PlanSubject = {
  readonly kase: Case;
  /** Undefined where there is none. */
  readonly plan?: PlanBrief;
  /** What it says, where the reader may read it. */
  readonly words?: PlanWords;
  readonly measures: readonly Measure[];
  /** What the reader typed over an older one: it goes along into the next. */
  readonly typed?: PlanValues;
};

/** Drawn at most this many, so that the card stays under 20 KB; a plan with more is no plan. */
const MOST_MEASURES = 12;

const measureLine = (d: Drawing, { action, tried }: Measure, place: number): Data => {
  const { t, nameOf } = d;
  const isNew = kindOf(action) === 'new-measure';
  const isSettled = action.state === 'done' || action.state === 'cancelled';
  return {
    left: t.action.titles[action.title],
    below: [
      nameOf(action.owner),
      ...(isNew ? [t.plan.newMeasure] : []),
      ...(tried === undefined ? [] : [t.plan.tried(t.referral.services[tried])]),
    ],
    right: isSettled ? t.action.settled[action.state] : t.shortDay(action.due),
    factSets: [],
    separated: place > 0,
    strong: false,
  };
};

const passagesOf = (d: Drawing, { words, measures }: PlanSubject): readonly Data[] => {
  const { t } = d;
  if (words === undefined) return [];
  const lines = measures.slice(0, MOST_MEASURES).map((one, place) => measureLine(d, one, place));
  return [
    { title: t.plan.goals, texts: words.goals.map(goal => t.plan.quoted(shown(goal))), lines: [] },
    { title: t.plan.measures, texts: lines.length === 0 ? [t.plan.noMeasures] : [], lines },
  ];
};

const factRows = ({ t, today, nameOf }: Drawing, { plan, words }: PlanSubject): readonly FactRow[] => [
  ...(plan === undefined ? [] : [[t.plan.contact, nameOf(plan.contact)] as const]),
  ...(words === undefined ? [] : [[t.plan.review, t.day(words.reviewOn, today)] as const]),
];

const notesOf = ({ t }: Drawing, { kase, plan, words, typed }: PlanSubject): readonly string[] => {
  if (typed !== undefined) return [t.plan.meanwhile];
  if (plan === undefined) return [];
  if (words === undefined) return [t.plan.closed];
  return plan.version === kase.plan?.version ? [] : [t.plan.older(plan.version)];
};

const mayWrite = ({ reader, today }: Drawing, kase: Case): boolean =>
  may(reader, { about: 'case', ask: 'write-plan', kase }) && !hasLapsed(kase, today);

const versionButtons = ({ t, nonce }: Drawing, { kase, plan, words }: PlanSubject): readonly Card[] => {
  if (plan === undefined || words === undefined) return [];
  const { version } = plan;
  const other = (title: string, of: number): Card =>
    button(title, { verb: 'open-plan', caseId: kase.id, nonce, plan: String(of) }, { leavesInputs: true });
  return offered([
    [version > 1, other(t.plan.previous, version - 1)],
    [version < (kase.plan?.version ?? 0), other(t.plan.next, version + 1)],
  ]);
};

const writing = ({ t, nonce }: Drawing, { kase, typed = {} }: PlanSubject): Card =>
  button(
    kase.plan === undefined ? t.plan.write : t.plan.change,
    { verb: 'start-plan', caseId: kase.id, nonce, ...typed },
    { primary: true },
  );

const actionsOf = (d: Drawing, subject: PlanSubject): readonly Card[] => {
  const { t, nonce } = d;
  const { kase, plan } = subject;
  const carried = { caseId: kase.id, nonce };
  return [
    ...offered([[mayWrite(d, kase) && plan?.version === kase.plan?.version, writing(d, subject)]]),
    ...versionButtons(d, subject),
    button(t.common.openCase, { verb: 'open-case', ...carried }, { leavesInputs: true }),
    button(t.common.close, { verb: 'close-view', ...carried }, { leavesInputs: true }),
  ];
};

/** The plan for progress, one version of it; for whoever may not read it that there is one, and the contact person. */
export const planCard = (d: Drawing, subject: PlanSubject): Card => {
  const { t, today } = d;
  const { kase, plan } = subject;
  return fill('plan', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: plan === undefined ? t.plan.none : t.plan.title,
      lead: plan === undefined ? t.plan.noneLead : t.plan.version(plan.version, t.day(plan.writtenOn, today)),
    }),
    ...facts(factRows(d, subject)),
    passages: passagesOf(d, subject),
    notes: notesOf(d, subject),
    actions: actionsOf(d, subject),
  });
};

/** In the case view, behind "…": for a participant, and wherever there is a plan. */
export const planButtons = (d: Drawing, { kase }: CaseSubject): readonly Card[] =>
  offered([
    [
      (isParticipant(kase) || kase.plan !== undefined) &&
        may(d.reader, { about: 'case', ask: 'open-plan', kase }),
      button(
        d.t.plan.title,
        { verb: 'open-plan', caseId: kase.id, nonce: d.nonce },
        { rare: true, leavesInputs: true },
      ),
    ],
  ]);
