import { type Case } from '../domain/case';
import { type SharingField, type SharingProblem, type SharingValues } from '../domain/check-sharing';
import { exceptionsFor, groupsHeldBy, receiversFor } from '../domain/sharing-choices';
import { type Person } from '../domain/people';
import { SHARING_MINUTES, TELLINGS } from '../domain/sharing';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, type Choice, choicesOf, many, pick, search, toggle } from './fields';
import { headed, note, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

type SharingForm = {
  readonly kase: Case;
  readonly people: readonly Person[];
  /** Just as it was typed and ticked, when the form comes back. */
  readonly values?: SharingValues;
  readonly problems?: readonly SharingProblem[];
};

const errorFor = ({ t }: Drawing, { field, problem }: SharingProblem): string =>
  problem === 'missing' ? t.sharing.missing[field] : t.sharing.problems[problem];

type Kept = {
  readonly id: SharingField;
  readonly value: string | undefined;
  readonly error: string | undefined;
  readonly must: string;
};
const kept = (d: Drawing, { values = {}, problems = [] }: SharingForm, id: SharingField): Kept => {
  const found = problems.find(({ field }) => field === id);
  const error = found === undefined ? undefined : errorFor(d, found);
  return { id, value: values[id], error, must: d.t.sharing.missing[id] };
};

const LONGEST = Math.max(...SHARING_MINUTES);

const minuteChoices = ({ t }: Drawing): readonly Choice[] =>
  SHARING_MINUTES.map(minutes => ({ title: t.sharing.minutes(minutes), value: String(minutes) }));
const groupChoices = ({ t, reader }: Drawing, { kase }: SharingForm): readonly Choice[] =>
  choicesOf(groupsHeldBy(kase, reader.agency), t.common.groups);
const statuteChoices = ({ reader, programme, today }: Drawing): readonly Choice[] =>
  exceptionsFor({ sharer: reader, statutes: programme.statutes, today }).map(({ id, citation }) => ({
    title: citation,
    value: id,
  }));

const choiceFields = (d: Drawing, form: SharingForm): readonly Data[] => {
  const { t, reader } = d;
  const minutes = kept(d, form, 'minutes');
  const receivers = receiversFor({ kase: form.kase, sharer: reader, people: form.people });
  return [
    many({ ...kept(d, form, 'groups'), label: t.sharing.what, choices: groupChoices(d, form) }),
    pick(t, {
      ...minutes,
      value: minutes.value ?? String(LONGEST),
      label: t.sharing.howLong,
      choices: minuteChoices(d),
    }),
    {
      ...search(t, {
        ...kept(d, form, 'receivers'),
        label: t.sharing.receivers,
        choices: peopleChoices(receivers),
      }),
      many: true,
    },
    pick(t, { ...kept(d, form, 'statute'), label: t.sharing.statute, choices: statuteChoices(d) }),
  ];
};

const fieldsOf = (d: Drawing, form: SharingForm): Data => {
  const { t } = d;
  const choices = choicesOf(TELLINGS, t.sharing.tellings);
  return {
    choices: choiceFields(d, form),
    texts: [area({ ...kept(d, form, 'reason'), label: t.sharing.why })],
    telling: [pick(t, { ...kept(d, form, 'telling'), label: t.sharing.isTold, choices })],
    ticks: [toggle({ ...kept(d, form, 'not-enough'), label: t.sharing.notEnough })],
  };
};

/** To share without consent (ux 21a). Whoever is in danger now is told first whom to ring. */
export const sharingForm = (d: Drawing, form: SharingForm): Card => {
  const { t, nonce } = d;
  const { id: caseId, code } = form.kase;
  return fill('sharing-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: t.sharing.title,
      lead: t.sharing.lead(t.sharing.minutes(LONGEST)),
    }),
    danger: note({ style: 'warning', text: t.common.danger }),
    ...fieldsOf(d, form),
    leaderReviews: t.sharing.leaderReviews,
    actions: [
      button(t.sharing.shareNow, { verb: 'share-exceptionally', caseId, nonce }, { danger: true }),
      button(t.common.cancel, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};
