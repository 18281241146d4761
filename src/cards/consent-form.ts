import { type Case } from '../domain/case';
import { PRESETS, UNDERSTANDINGS, USUAL_MONTHS, WAYS_OF_ASKING } from '../domain/consent';
import { type Person } from '../domain/people';
import { plusMonths } from '../domain/time';
import { type Words } from '../i18n/words';
import { button } from './button';
import { type Drawing } from './drawing';
import { type Choice, choicesOf, date, many, optional, pick, radio } from './fields';
import { headed, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

export const CONSENT_FIELDS = [
  'preset',
  'left-out',
  'understands',
  'asked-by',
  'how',
  'when',
  'until',
] as const;
type ConsentField = (typeof CONSENT_FIELDS)[number];
type ConsentFormProblem = {
  readonly field: ConsentField;
  readonly problem: keyof Words['consent']['problems'];
};

type Consenting = {
  readonly kase: Case;
  /** Who may have asked: the author, people of the same agency, the coordinator. */
  readonly people: readonly Person[];
  /** Just as it was ticked, when the form comes back. */
  readonly values?: Readonly<Partial<Record<ConsentField, string>>>;
  readonly problems?: readonly ConsentFormProblem[];
};

type Kept = {
  readonly id: ConsentField;
  readonly value: string | undefined;
  readonly error: string | undefined;
};
const kept = ({ t }: Drawing, { values = {}, problems = [] }: Consenting, id: ConsentField): Kept => {
  const found = problems.find(({ field }) => field === id);
  const error = found === undefined ? undefined : t.consent.problems[found.problem];
  return { id, value: values[id], error };
};

/** The agencies a person can leave out: all but the one that asks and those that join it all up. */
const leavable = ({ programme }: Drawing, { kase }: Consenting): readonly Choice[] =>
  programme.agencies
    .filter(({ id }) => id !== kase.origin && programme.seats.some(({ agency }) => agency === id))
    .map(({ id, name }) => ({ title: name, value: id }));

const presetField = (d: Drawing, consenting: Consenting): Data =>
  radio({
    ...kept(d, consenting, 'preset'),
    label: d.t.consent.preset,
    choices: choicesOf(PRESETS, d.t.consent.presets),
    must: d.t.common.chooseOne,
  });

const choiceFields = (d: Drawing, consenting: Consenting): readonly Data[] => {
  const { t } = d;
  const field = (id: ConsentField): Kept => kept(d, consenting, id);
  const leftOut = leavable(d, consenting);
  return [
    ...(leftOut.length === 0
      ? []
      : [many({ ...field('left-out'), label: optional(t, t.consent.leftOut), choices: leftOut })]),
    radio({
      ...field('understands'),
      label: t.consent.understands,
      choices: choicesOf(UNDERSTANDINGS, t.consent.understandings),
      must: t.common.chooseOne,
    }),
    pick(t, {
      ...field('asked-by'),
      label: t.consent.askedBy,
      choices: peopleChoices(consenting.people),
      must: t.common.chooseOne,
    }),
    pick(t, {
      ...field('how'),
      label: t.consent.how,
      choices: choicesOf(WAYS_OF_ASKING, t.consent.ways),
      must: t.consent.chooseHow,
    }),
  ];
};

const dateFields = (d: Drawing, consenting: Consenting): readonly Data[] => {
  const { t, today } = d;
  const when = kept(d, consenting, 'when');
  const until = kept(d, consenting, 'until');
  return [
    date({ ...when, label: t.consent.when, value: when.value ?? today, must: t.consent.chooseDate }),
    date({
      ...until,
      label: t.consent.until,
      value: until.value ?? plusMonths(today, USUAL_MONTHS),
      must: t.consent.chooseDate,
    }),
  ];
};

/** What the person said yes to (ux 07b): a preset, who is left out, and that they understood it. */
export const consentForm = (d: Drawing, consenting: Consenting): Card => {
  const { t, nonce } = d;
  const caseId = consenting.kase.id;
  return fill('consent-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(consenting.kase.code)),
      title: t.consent.record,
      lead: t.consent.staysLocked,
    }),
    presets: [presetField(d, consenting)],
    presetsMean: t.consent.presetsMean,
    choices: choiceFields(d, consenting),
    dates: dateFields(d, consenting),
    actions: [
      button(t.consent.save, { verb: 'record-consent', caseId, nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'close-view', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};
