import { declaredUntil, hasDeclared } from '../domain/declaration';
import { hasRole } from '../domain/people';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { toggle } from './fields';
import { headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';

/** The yearly declaration of confidentiality: a text to read, and one tick (domain.md §7). */
export const declarationForm = (d: Drawing): Card => {
  const { t, nonce } = d;
  return fill('declaration', {
    ...headed(t, {
      eyebrow: privately(t, t.declaration.eyebrow),
      title: t.declaration.title,
      lead: t.declaration.lead,
    }),
    lines: t.declaration.text,
    signed: [toggle({ id: 'signed', label: t.declaration.tick, must: t.declaration.mustTick })],
    actions: [
      button(t.declaration.sign, { verb: 'sign-declaration', nonce }, { primary: true }),
      button(t.common.cancel, { verb: 'close-view', nonce }, { leavesInputs: true }),
    ],
  });
};

/** Signed, and until when it holds. */
export const declarationSigned = ({ t, nonce, today, reader }: Drawing): Card =>
  fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.declaration.eyebrow),
      title: t.declaration.signed,
      lead: t.declaration.until(t.day(declaredUntil(reader.declaredOn ?? today), today)),
    }),
    facts: [],
    actions: [button(t.common.close, { verb: 'close-view', nonce })],
  });

const isDue = ({ reader, today }: Drawing): boolean =>
  hasRole(reader, 'member') && !hasDeclared(reader, today);

/** To a member whose declaration is missing or too old, on their agenda. */
export const declarationDue = (d: Drawing): readonly Data[] =>
  only(isDue(d), () =>
    note({
      style: 'warning',
      title: d.reader.declaredOn === undefined ? d.t.declaration.missing : d.t.declaration.tooOld,
      text: d.t.declaration.whySign,
    }),
  );

export const declarationButton = (d: Drawing): readonly Card[] =>
  offered([
    [
      isDue(d) && may(d.reader, { about: 'self', ask: 'sign-declaration' }),
      button(d.t.declaration.read, { verb: 'start-declaration', nonce: d.nonce }, { leavesInputs: true }),
    ],
  ]);
