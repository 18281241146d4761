import { type Case } from '../domain/case';
import { type CaseId, type MeetingId } from '../domain/ids';
import { type Errand } from '../domain/outbox';
import { type FormKind } from '../domain/notice';
import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type CaseOperation } from '../policy/operations';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookAtCase } from './lookup';
import { type World } from './world';

export type CaseAndPeople = { readonly kase: Case; readonly people: readonly Person[] };
type Looking = Asked & {
  readonly caseId: CaseId;
  /** Pressed in the channel, at this meeting's item: the form is left in the presser's own chat. */
  readonly formFor?: MeetingId;
};

/** The forms that are pressed for in the channel, too. */
const FORMS: Readonly<Partial<Record<CaseOperation, FormKind>>> = {
  'create-action': 'create-action',
  'record-gap': 'record-gap',
};

const formErrands = (
  { by, formFor }: Looking,
  { id, code }: Case,
  form: FormKind | undefined,
): readonly Errand[] =>
  formFor === undefined || form === undefined
    ? []
    : [
        {
          kind: 'notice',
          to: by.person.id,
          caseId: id,
          code,
          notice: { kind: 'form', form, meetingId: formFor },
        },
      ];

/** A form is opened in order to do what it asks for; a view is what is asked for. */
const nameOf = (ask: CaseOperation): string => (ask === 'open-consent' ? ask : `start-${ask}`);

/** A form about the case opens for whoever may carry it through; it shows process only, and who can be chosen. */
export const lookAtProcess =
  (world: World, ask: CaseOperation) =>
  (asked: Looking): Promise<Result<CaseAndPeople, Refusal>> =>
    lookAtCase(world, asked, {
      operation: nameOf(ask),
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask, kase }),
      shows: () => [],
      errands: ({ kase }) => formErrands(asked, kase, FORMS[ask]),
      answer: async ({ kase }) => ({ kase, people: await world.people.all(asked.within) }),
    });
