import { type Look } from '../domain/look';
import { hasRole } from '../domain/people';
import { button } from './button';
import { type Drawing } from './drawing';
import { type LoggedCase, seenInWords, whenInWords, whyInWords } from './looks';
import { headed, offered, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';
import { agencyName, capital } from './wording';

type AccessLog = LoggedCase & {
  readonly rows: readonly Look[];
  /** Where older ones begin, when there are any. */
  readonly older?: Look['place'];
};

const logRow = (d: Drawing, look: Look): Data => {
  const { t, nameOf, programme } = d;
  const agency = look.agency === undefined ? '' : agencyName(programme, look.agency);
  return {
    when: whenInWords(d, look.at),
    what: shown(nameOf(look.person)),
    lines: [
      [agency, whyInWords(t, look)].filter(text => text !== '').join(' · '),
      look.allowed ? capital(seenInWords(t, look)) : t.lookups.log.refused,
    ].filter(text => text !== ''),
  };
};

const titleOf = ({ t: { lookups }, reader }: Drawing, { rows }: AccessLog): string => {
  if (rows.length > 0) return lookups.log.title;
  return hasRole(reader, 'coordinator') ? lookups.log.none : lookups.log.noneOfYours;
};

/** Who has opened the case, newest first, without anything of what is in it (ux 16b). */
export const accessLogCard = (d: Drawing, log: AccessLog): Card => {
  const { t, nonce } = d;
  const { caseId, code, rows, older } = log;
  const press = (title: string, verb: string, carried: { readonly before?: string } = {}): Card =>
    button(title, { verb, caseId, ...carried, nonce });
  return fill('log', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(code)),
      title: titleOf(d, log),
      lead: t.lookups.log.lead,
    }),
    rows: rows.map(look => logRow(d, look)),
    actions: offered([
      [older !== undefined, press(t.lookups.older, 'open-access-log', { before: older ?? '' })],
      [rows.length > 0, press(t.lookups.log.getFile, 'export-access-log')],
      [true, button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
    ]),
  });
};
