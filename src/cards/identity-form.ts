import { type CaseId } from '../domain/ids';
import { LONGEST_TEXT } from '../domain/draft';
import { button } from './button';
import { type Drawing } from './drawing';
import { line } from './fields';
import { headed, note } from './parts';
import { type Card, type Data, fill } from './template';

type IdentityField = 'name' | 'nin' | 'birth-year';
export type IdentityProblem = { readonly field: IdentityField } & (
  | { readonly problem: 'digits'; /** How many there were, instead of eleven. */ readonly count: number }
  | { readonly problem: 'invalid' | 'year' | 'too-long' | 'holds-number' | 'empty' }
);
type About = { readonly draftId: CaseId } | { readonly caseId: CaseId };
export type IdentityForm = About & {
  readonly values: Readonly<Partial<Record<IdentityField, string>>>;
  readonly problems: readonly IdentityProblem[];
};

/** Eleven digits, and a space after the sixth. */
const LONGEST_NUMBER = 12;
const YEAR = 4;

const errorFor = ({ t }: Drawing, found: IdentityProblem): string => {
  const { identity } = t;
  switch (found.problem) {
    case 'digits':
      return identity.wrongDigits(found.count);
    case 'invalid':
      return identity.invalidNumber;
    case 'year':
      return identity.wrongYear;
    case 'too-long':
      return t.sending.tooLong(t.sending.name, LONGEST_TEXT);
    case 'holds-number':
      return identity.numberInName;
    case 'empty':
      return identity.nothingGiven;
  }
};

const fields = (d: Drawing, { values, problems }: IdentityForm): readonly Data[] => {
  const { sending, identity } = d.t;
  const ask = (id: IdentityField) => {
    const found = problems.find(({ field }) => field === id);
    return { id, value: values[id], error: found === undefined ? '' : errorFor(d, found) };
  };
  return [
    line({ ...ask('name'), label: sending.name }),
    line({
      ...ask('nin'),
      label: identity.nin,
      placeholder: identity.digits(11),
      longest: LONGEST_NUMBER,
    }),
    line({
      ...ask('birth-year'),
      label: identity.birthYear,
      placeholder: identity.digits(YEAR),
      longest: YEAR,
    }),
  ];
};

const actions = ({ t, nonce }: Drawing, form: IdentityForm): readonly Card[] => {
  const save = t.identity.saveName;
  if ('caseId' in form) {
    const { caseId } = form;
    return [
      button(save, { verb: 'name-case-candidate', caseId, nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
    ];
  }
  const { draftId } = form;
  return [
    button(save, { verb: 'name-candidate', draftId, nonce }, { primary: true }),
    button(t.identity.leaveOut, { verb: 'leave-name-out', draftId, nonce }, { leavesInputs: true }),
  ];
};

/** Who it is, on a card of its own: the name is left out until someone chooses to give it (ux 02e, 02f). */
export const identityForm = (d: Drawing, form: IdentityForm): Card => {
  const { identity, sending } = d.t;
  const sent = 'caseId' in form;
  return fill('identity-form', {
    ...headed(d.t, {
      eyebrow: sent ? d.t.common.onlyYou : sending.eyebrow,
      title: sent ? identity.caseTitle : identity.title,
      lead: sent ? identity.caseLead : identity.lead,
    }),
    protected: note({
      style: 'accent',
      text: sent ? identity.protectedAddressSent : identity.protectedAddress,
    }),
    fields: fields(d, form),
    actions: actions(d, form),
  });
};
