import { type Case } from '../domain/case';
import { DISQUALIFICATION_REASONS } from '../domain/disqualification';
import { type MeetingId, type PersonId } from '../domain/ids';
import { type Person } from '../domain/people';
import { button, unfolding } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { choicesOf, pick, search } from './fields';
import { facts, headed, privately } from './parts';
import { type Card, fill } from './template';
import { unfolded } from './unfolded';
import { peopleChoices } from './wording';

/** Inhabil, by oneself: the consequence first; it asks for nothing, so that it may stand in the channel. */
export const declaring = ({ t, nonce }: Drawing, { kase }: Pick<CaseSubject, 'kase'>): Card => {
  const { declare, consequence, yes } = t.disqualification;
  const press = { verb: 'declare-disqualified', caseId: kase.id, nonce };
  return unfolding(
    declare,
    unfolded({ lines: [consequence] }, button(yes, press, { danger: true, leavesInputs: true })),
    { rare: true },
  );
};

/** The chair's way to the form. */
export const disqualifying = (
  { t, nonce }: Drawing,
  { kase, meeting }: Pick<CaseSubject, 'kase' | 'meeting'>,
): Card =>
  button(
    t.disqualification.other,
    {
      verb: 'start-disqualification',
      caseId: kase.id,
      nonce,
      ...(meeting === undefined ? {} : { meetingId: meeting.id }),
    },
    { rare: true },
  );

type Choosing = {
  readonly kase: Case;
  readonly meetingId: MeetingId;
  readonly people: readonly Person[];
};

/** Whom it concerns, and why, as coarse as can be. */
export const disqualificationForm = (d: Drawing, { kase, meetingId, people }: Choosing): Card => {
  const { t, nonce } = d;
  const words = t.disqualification;
  const where = { caseId: kase.id, nonce };
  return fill('choices', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: words.who,
      lead: words.otherConsequence,
    }),
    choices: [
      search(t, {
        id: 'person',
        label: words.person,
        choices: peopleChoices(people),
        must: words.chooseWhom,
      }),
      pick(t, {
        id: 'reason',
        label: words.reason,
        choices: choicesOf(DISQUALIFICATION_REASONS, words.reasons),
        must: t.common.chooseOne,
      }),
    ],
    actions: [
      button(words.save, { verb: 'disqualify-other', meetingId, ...where }, { danger: true }),
      button(t.common.cancel, { verb: 'open-case', ...where }, { leavesInputs: true }),
    ],
  });
};

/** The last that somebody disqualified is told of the case. */
export const declaredCard = ({ t, nonce }: Drawing, { kase }: { readonly kase: Case }): Card =>
  fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.disqualification.declared,
      lead: t.disqualification.declaredLead,
    }),
    ...facts([]),
    actions: [button(t.common.close, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true })],
  });

export const disqualifiedOtherCard = (
  { t, nonce, nameOf }: Drawing,
  { kase, person }: { readonly kase: Case; readonly person: PersonId },
): Card =>
  fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.disqualification.saved,
      lead: t.disqualification.savedLead(nameOf(person)),
    }),
    ...facts([]),
    actions: [button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { primary: true })],
  });
