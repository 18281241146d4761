import { z } from 'zod';
import { REFERRAL_FIELDS } from '../domain/draft';
import { PERSON_FIELDS } from '../domain/person-form';
import { ActionId, CaseId, MeetingId } from '../ids';
import { Typed } from './handler';

export const texts = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map(field => [field, Typed])) as Readonly<Record<Field, typeof Typed>>;

/** What the referral form holds, just as typed: nothing is judged here, for nothing typed may be lost. */
export const ReferralInputs = z.object(texts(REFERRAL_FIELDS));
export const PersonInputs = z.object(texts(PERSON_FIELDS));

export const OfDraft = z.object({ draftId: CaseId });
export const OfCase = z.object({ caseId: CaseId });
export const OfMeeting = z.object({ meetingId: MeetingId });
export const OfItem = OfCase.extend(OfMeeting.shape);
export const OfAction = OfCase.extend({ actionId: ActionId });

type Given<Values> = { readonly [Field in keyof Values]?: Exclude<Values[Field], undefined> };

/** The fields that were filled in, without those that were not. */
export const given = <Values extends Readonly<Record<string, string | undefined>>>(
  values: Values,
): Given<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>;
