import { type Case } from '../domain/case';
import { type SharingField, type SharingProblem, type SharingValues } from '../domain/check-sharing';
import { exceptionsFor, groupsHeldBy, lapsedExceptions, receiversFor } from '../domain/sharing-choices';
import { type Person } from '../domain/people';
import { SHARING_MINUTES, TELLINGS } from '../domain/sharing';
import { type Statute } from '../domain/statute';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, type Choice, choicesOf, many, pick, search, toggle } from './fields';
import { headed, note, only, privately } from './parts';
import { ofStatute } from './statute-words';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

type SharingForm = {
  readonly kase: Case;
  readonly people: readonly Person[];
  /** Just as it was typed and ticked, when the form comes back. */
  readonly values?: SharingValues;
  readonly problems?: readonly SharingProblem[];
};

const errorFor = (d: Drawing, found: SharingProblem): string => {
  const { t } = d;
  if ('statute' in found)
    return ofStatute(d, found.statute, t.statute[found.problem === 'expired' ? 'expired' : 'noneInForce']);
  const { field, problem } = found;
  return problem === 'missing' ? t.sharing.missing[field] : t.sharing.problems[problem];
};

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
  const statutes = statuteChoices(d);
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
    ...only(statutes.length > 0, () =>
      pick(t, { ...kept(d, form, 'statute'), label: t.sharing.statute, choices: statutes }),
    ),
  ];
};

const NO_FIELDS = { choices: [], texts: [], telling: [], ticks: [] };

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

/** The provision that ended last, when there is none to choose any more. */
const lapsedFor = ({ reader, programme, today }: Drawing): Statute | undefined =>
  lapsedExceptions({ sharer: reader, statutes: programme.statutes, today }).at(0);

/** Whom to ring comes first, whatever the law says. */
const notesOf = (d: Drawing, lapsed: Statute | undefined): readonly Data[] => [
  note({ style: 'warning', text: d.t.common.danger }),
  ...(lapsed === undefined
    ? []
    : [note({ style: 'warning', text: ofStatute(d, lapsed, d.t.statute.noneInForce) })]),
];

/**
 * To share without consent (ux 21a). Whoever is in danger now is told first whom to ring. Where no provision is in
 * force, the form says so, and nothing can be sent; what was typed stays.
 */
export const sharingForm = (d: Drawing, form: SharingForm): Card => {
  const { t, nonce } = d;
  const { id: caseId, code } = form.kase;
  const lapsed = lapsedFor(d);
  const share = button(t.sharing.shareNow, { verb: 'share-exceptionally', caseId, nonce }, { danger: true });
  return fill('sharing-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: t.sharing.title,
      lead: t.sharing.lead(t.sharing.minutes(LONGEST)),
    }),
    notes: notesOf(d, lapsed),
    ...(lapsed !== undefined && form.values === undefined ? NO_FIELDS : fieldsOf(d, form)),
    leaderReviews: only(lapsed === undefined, () => t.sharing.leaderReviews),
    actions: [
      ...only(lapsed === undefined, () => share),
      button(
        lapsed === undefined ? t.common.cancel : t.common.back,
        { verb: 'open-case', caseId, nonce },
        { leavesInputs: true },
      ),
    ],
  });
};
