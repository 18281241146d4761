import { type Case, type ConsentRefused } from '../domain/case';
import { type ConsentValues } from '../domain/consent-form';
import { consentMark } from '../domain/consent-status';
import { canBeAskedAgain } from '../domain/consent-steps';
import { plusMonths } from '../domain/time';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { carriedValues, consentKind, type ConsentKind } from './consent-kind';
import { type Drawing } from './drawing';
import { date } from './fields';
import { facts, headed, note, offered, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';

/** How long until a person who said no may be asked again, unless another day is chosen (ours). */
const ASK_AGAIN_MONTHS = 6;

type OfCase = { readonly kase: Case };

export const privateHead = (
  { t }: Drawing,
  { code }: Pick<Case, 'code'>,
  words: { readonly title: string; readonly lead: string },
): Data => headed(t, { eyebrow: privately(t, t.common.caseOf(code)), ...words });
export const closing = ({ t, nonce }: Drawing, { kase }: OfCase): Card =>
  button(t.common.close, { verb: 'close-view', caseId: kase.id, nonce }, { leavesInputs: true });

export const refusing = ({ t, today, nonce }: Drawing, { kase }: OfCase): Card => {
  const again = date({
    id: 'ask-again',
    label: t.consent.askAgain,
    value: plusMonths(today, ASK_AGAIN_MONTHS),
    must: t.consent.chooseDate,
  });
  const save = { verb: 'refuse-consent', caseId: kase.id, nonce, version: consentMark(kase) };
  return unfolding(
    t.consent.saidNo,
    unfolded({ dates: [again] }, button(t.consent.saveAnswer, save, { primary: true })),
  );
};

/** What is read to the person; first, whether they want to be spoken to at all. */
const answerNotes = ({ t }: Drawing, { contactConsent }: Case): readonly Data[] => [
  ...(contactConsent === 'no' ? [note({ style: 'warning', ...t.consent.contactRefused })] : []),
  note({ style: 'accent', title: t.consent.readAloud, text: t.consent.text }),
];

/** What the person answered (ux 07a): a no is as good as a yes. */
export const consentAnswer = (d: Drawing, subject: OfCase): Card => {
  const { t, nonce, reader } = d;
  const { kase } = subject;
  const start = { verb: 'start-consent', caseId: kase.id, nonce };
  return fill('consent-answer', {
    ...privateHead(d, kase, {
      title: t.consent.whatAnswer,
      lead: `${t.consent.contactConsent[kase.contactConsent]} ${t.consent.noReason}`,
    }),
    notes: answerNotes(d, kase),
    actions: offered([
      [
        may(reader, { about: 'case', ask: 'record-consent', kase }),
        button(t.consent.saidYes, start, { primary: true }),
      ],
      [may(reader, { about: 'case', ask: 'refuse-consent', kase }), refusing(d, subject)],
      [true, closing(d, subject)],
    ]),
  });
};

type NotUnderstood = OfCase & { readonly kind: ConsentKind; readonly values: ConsentValues };

/** Someone who does not understand cannot consent (domain.md §6; ux 07d); a wrong tick can still be put right. */
export const consentNotUnderstood = (d: Drawing, { kase, kind, values }: NotUnderstood): Card => {
  const { t, nonce } = d;
  const { verbs } = consentKind(t, kind);
  return fill('plain-view', {
    ...privateHead(d, kase, { title: t.consent.notSaved, lead: t.consent.notUnderstood }),
    ...facts([]),
    actions: [
      closing(d, { kase }),
      button(t.common.back, { ...carriedValues(values), verb: verbs.start, caseId: kase.id, nonce }),
    ],
  });
};

/** Said neutrally: nothing is shared, and nobody asks why (ux 07f). */
export const consentRefused = (d: Drawing, { kase }: { readonly kase: ConsentRefused }): Card => {
  const { t, today, calendar, reader, nonce } = d;
  const mayAsk = may(reader, { about: 'case', ask: 'ask-again', kase, today }) && canBeAskedAgain(kase);
  return fill('plain-view', {
    ...privateHead(d, kase, { title: t.common.states[kase.state], lead: t.consent.refusedLead }),
    ...facts([
      [t.consent.answered, t.day(calendar.dayOf(kase.since), today)],
      [t.consent.mayAskAgain, t.consent.after(t.day(kase.askAgainAfter, today))],
    ]),
    actions: offered([
      [mayAsk, button(t.consent.askNow, { verb: 'ask-again', caseId: kase.id, nonce })],
      [true, closing(d, { kase })],
    ]),
  });
};
