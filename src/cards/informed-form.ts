import { type Case } from '../domain/case';
import { eraseOn, isUninformed } from '../domain/informed-clock';
import { CHOICES } from '../domain/referral';
import { daysBetween } from '../domain/time';
import { button } from './button';
import { type Drawing } from './drawing';
import { choicesOf, pick, radio } from './fields';
import { headed, privately } from './parts';
import { type Card, fill } from './template';

/** How long it has been, and what becomes of the name when nobody answers; silent once the person knows. */
const leadOf = ({ t, today, calendar }: Drawing, kase: Case): string => {
  if (!isUninformed(kase)) return '';
  const passed = daysBetween(calendar.dayOf(kase.submittedAt), today);
  const erased = eraseOn(kase, calendar);
  return [
    ...(passed > 0 ? [t.mine.daysPassed(t.common.days(passed))] : []),
    ...(kase.named && erased >= today ? [t.mine.erasedOn(t.day(erased, today))] : []),
  ].join(' ');
};

/** Whether the person knows, and may be contacted (ux 04d). */
export const informedForm = (d: Drawing, { kase }: { readonly kase: Case }): Card => {
  const { t, nonce } = d;
  const { referral, common } = t;
  const caseId = kase.id;
  return fill('informed-form', {
    ...headed(t, {
      eyebrow: privately(t, common.caseOf(kase.code)),
      title: referral.questions.informed,
      lead: leadOf(d, kase),
    }),
    informed: pick(t, {
      id: 'informed',
      label: t.mine.answer,
      choices: choicesOf(CHOICES.informed, referral.answers.informed),
      must: common.chooseOne,
    }),
    consent: radio({
      id: 'contact-consent',
      label: referral.questions['contact-consent'],
      choices: choicesOf(CHOICES['contact-consent'], referral.answers['contact-consent']),
      value: kase.contactConsent,
      must: common.chooseOne,
    }),
    actions: [
      button(common.save, { verb: 'record-informed', caseId, nonce }, { primary: true }),
      button(common.cancel, { verb: 'open-case', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};
