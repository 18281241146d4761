import { type Case } from '../domain/case';
import { DOMAINS, domainsIn, LEVELS, type MappingDomain, type MappingRecord } from '../domain/mapping';
import { formOfMapping, type MappingProblem, type MappingValues, textField } from '../domain/mapping-form';
import { button } from './button';
import { type Drawing } from './drawing';
import { area, choicesOf, optional, pick } from './fields';
import { fold, headed, note, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { agencyName } from './wording';

type Filling = {
  readonly kase: Case;
  /** What the reader's own agency has said before. */
  readonly own: MappingRecord;
  /** The mark of that. */
  readonly seen: string;
  /** Just as it was typed, when the form comes back. */
  readonly values?: MappingValues;
  readonly problems?: readonly MappingProblem[];
  /** A colleague was first: what lies there now is told beside what was typed. */
  readonly overNew?: boolean;
};

/** Three folds, so that a phone shows what is in them at a glance. */
const FOLDS = {
  C: domainsIn('C'),
  D: domainsIn('D'),
  law: [...domainsIn('E'), ...domainsIn('F')],
} as const;
const FOLD_IDS = ['C', 'D', 'law'] as const;
type FoldId = (typeof FOLD_IDS)[number];

const valuesOf = ({ values, own }: Filling): MappingValues => values ?? formOfMapping(own);

/** What a colleague saved meanwhile and these values would replace. */
const replaced = ({ t }: Drawing, filling: Filling, domain: MappingDomain): string | undefined => {
  const piece = filling.own[domain];
  if (filling.overNew !== true || piece === undefined) return undefined;
  const values = valuesOf(filling);
  const isSame = values[domain] === piece.level && (values[textField(domain)]?.trim() ?? '') === piece.text;
  return isSame ? undefined : t.mapping.meanwhile(t.mapping.levels[piece.level], shown(piece.text));
};

type Errors = { readonly level?: string; readonly text?: string };
/** A choice that is missing stands by the choice, what is wrong with the text by the text. */
const errorsOf = (d: Drawing, filling: Filling, domain: MappingDomain): Errors => {
  const found = filling.problems?.find(one => one.domain === domain);
  if (found !== undefined) {
    const error = d.t.mapping.problems[found.problem];
    return found.problem === 'unanswered' ? { level: error } : { text: error };
  }
  const over = replaced(d, filling, domain);
  return over === undefined ? {} : { level: over };
};

const domainPart = (d: Drawing, filling: Filling, domain: MappingDomain): Data => {
  const { t } = d;
  const values = valuesOf(filling);
  const label = t.mapping.domains[domain];
  const text = textField(domain);
  const errors = errorsOf(d, filling, domain);
  return {
    level: [
      pick(t, {
        id: domain,
        label,
        choices: choicesOf(LEVELS, t.mapping.levels),
        value: values[domain],
        error: errors.level,
      }),
    ],
    text: [
      area({
        id: text,
        label: optional(t, t.mapping.describe(label)),
        value: values[text],
        error: errors.text,
      }),
    ],
  };
};

const foldPart = (d: Drawing, filling: Filling, id: FoldId): Data => {
  const { t } = d;
  const domains = FOLDS[id];
  const values = valuesOf(filling);
  const answered = domains.filter(domain => (values[domain] ?? '') !== '').length;
  const isWrong = filling.problems?.some(({ domain }) => domains.includes(domain)) === true;
  const isReplaced = domains.some(domain => replaced(d, filling, domain) !== undefined);
  return {
    ...fold(t, {
      id: `fold-${id}`,
      title: t.mapping.folds[id],
      hint: t.mapping.answered(answered, domains.length),
      open: id === 'C' || isWrong || isReplaced,
    }),
    domains: domains.map(domain => domainPart(d, filling, domain)),
  };
};

const notesOf = ({ t }: Drawing, { problems = [], overNew = false }: Filling): readonly Data[] => [
  ...only(problems.length > 0, () =>
    note({
      style: 'attention',
      title: t.mapping.correct(problems.length),
      text: problems
        .map(({ domain, problem }) => `- ${t.mapping.domains[domain]}: ${t.mapping.problems[problem]}`)
        .join('\r'),
    }),
  ),
  ...only(overNew, () => note({ style: 'warning', title: t.mapping.newSaid })),
];

/** What the reader's own agency knows, in one form (ux 13a, 13b): nothing in it must be answered. */
export const mappingForm = (d: Drawing, filling: Filling): Card => {
  const { t, nonce, reader, programme } = d;
  const { kase, seen } = filling;
  const values = valuesOf(filling);
  const answered = DOMAINS.filter(domain => (values[domain] ?? '') !== '').length;
  const carried = { caseId: kase.id, nonce };
  return fill('mapping-form', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.mapping.title,
      lead: t.mapping.formLead(agencyName(programme, reader.agency), answered, DOMAINS.length),
    }),
    notes: notesOf(d, filling),
    folds: FOLD_IDS.map(id => foldPart(d, filling, id)),
    keepItShort: `${t.mapping.optionalAll} ${t.common.keepItShort}`,
    actions: [
      button(t.mapping.save, { verb: 'record-mapping', ...carried, version: seen }, { primary: true }),
      button(t.common.cancel, { verb: 'open-mapping', ...carried }, { leavesInputs: true }),
    ],
  });
};
