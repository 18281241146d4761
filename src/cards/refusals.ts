import { type CaseCode } from '../domain/code';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { type Words } from '../i18n/words';
import { button, type Carried } from './button';
import { type Drawing } from './drawing';
import { headed, offered } from './parts';
import { type Card, fill } from './template';
import { shown } from './text';

type Bare = Pick<Drawing, 't' | 'nonce'>;

const help = ({ t, nonce }: Bare): Card => button(t.common.help, { verb: 'show-help', nonce });

/**
 * An expected no (ux 17a, 17b): what is wrong and what to do, nothing about why. `not-available` never offers the
 * case; the others may, for they are told only to someone who may see it.
 */
export const refusalCard = (d: Bare, { kind }: Refusal, caseId?: CaseId): Card => {
  const { t, nonce } = d;
  const again =
    kind === 'not-available' || caseId === undefined
      ? []
      : [button(t.common.openCase, { verb: 'open-case', caseId, nonce }, { primary: true })];
  return fill('refusal', {
    ...headed(t, { eyebrow: t.common.product, ...t.refusal.kinds[kind] }),
    lines: [],
    small: [],
    actions: [...again, help(d)],
  });
};

/** A press that can be sent once more, just as it was: under the same mark it is the same command. */
export type Again = { readonly verb: string; readonly carried: Carried };
type Trouble = { readonly correlation: string; readonly again?: Again };

/** What was typed is kept in the button: only whoever pressed is answered, and it is theirs. */
const tryAgain = ({ refusal }: Words, { verb, carried }: Again): Card =>
  button(refusal.kinds['try-again'].title, { ...carried, verb }, { primary: true });

type Said = { readonly title: string; readonly lead: string; readonly lines?: readonly string[] };

const drawn = (t: Words, { title, lead, lines = [] }: Said, { correlation, again }: Trouble): Card =>
  fill('refusal', {
    ...headed(t, { eyebrow: t.common.product, title, lead }),
    lines,
    small: [t.refusal.error.code(correlation)],
    actions: [
      ...(again === undefined ? [] : [tryAgain(t, again)]),
      button(t.common.help, { verb: 'show-help' }),
    ],
  });

/** A card that is larger arrives nowhere (ux.md, traps). */
const MOST_BYTES = 20_000;
const fits = (card: Card): boolean => Buffer.byteLength(JSON.stringify(card)) <= MOST_BYTES;

/** Where what was typed is too much for a button, it is to be sent from its form again. */
const troubleCard = (t: Words, said: Said, trouble: Trouble): Card => {
  const whole = drawn(t, said, trouble);
  if (fits(whole)) return whole;
  return drawn(t, { ...said, lines: [t.refusal.error.fromForm] }, { correlation: trouble.correlation });
};

/** A fault of ours (ux 17c). The id finds the line in the log; it says nothing by itself. */
export const errorCard = (t: Words, trouble: Trouble): Card => troubleCard(t, t.refusal.error, trouble);

/** It took too long, and may be done or not: pressing again is safe. */
export const tooLateCard = (t: Words, trouble: Trouble): Card =>
  troubleCard(t, t.refusal.kinds['try-again'], trouble);

type BrokenSeal = { readonly correlation: string; readonly whomToAsk: string };

/** What is stored was changed outside the bot: nothing of it is shown, and somebody must look into it. */
export const brokenSealCard = (t: Words, { correlation, whomToAsk }: BrokenSeal): Card => {
  const { title, lead, tell, wait } = t.refusal.broken;
  return fill('refusal', {
    ...headed(t, { eyebrow: t.common.product, title, lead }),
    lines: [tell(shown(whomToAsk)), wait],
    small: [t.refusal.error.code(correlation)],
    actions: [button(t.common.help, { verb: 'show-help' })],
  });
};

/**
 * Somebody wrote what looks like a number that is a person's (ux 17d): how to take it away, and the form instead for
 * those who may refer. Nobody is too unknown to be told.
 */
export const leakWarningCard = (d: Bare & Partial<Pick<Drawing, 'reader'>>): Card => {
  const { t, reader, nonce } = d;
  const { title, lead, point, delete: choose, useForm, openForm } = t.refusal.leak;
  const mayRefer = reader !== undefined && may(reader, { about: 'role', ask: 'start-referral' });
  return fill('refusal', {
    ...headed(t, { eyebrow: t.common.product, title, lead }),
    lines: mayRefer ? [point, choose, useForm] : [point, choose],
    small: [],
    actions: [
      ...offered([[mayRefer, button(openForm, { verb: 'start-referral', nonce }, { primary: true })]]),
      help(d),
    ],
  });
};

/** What an old card becomes when work on its case has stopped (ux 19): never which end it was. */
export const noLongerAvailableCard = (t: Words, code?: CaseCode): Card =>
  fill('refusal', {
    ...headed(t, {
      eyebrow: code === undefined ? t.common.product : t.common.caseOf(code),
      ...t.refusal.gone,
    }),
    lines: [],
    small: [],
    actions: [],
  });

/** Somebody the directory does not know: a friendly no, and whom to ask. */
export const unknownPersonCard = (t: Words, whomToAsk: string): Card =>
  fill('refusal', {
    ...headed(t, {
      eyebrow: t.common.product,
      title: t.refusal.unknown.title,
      lead: t.refusal.unknown.lead(shown(whomToAsk)),
    }),
    lines: [],
    small: [],
    actions: [],
  });
