import { type CaseCode } from '../domain/code';
import { isGroup, type Section, SECTIONS } from '../domain/groups';
import { type CaseId } from '../domain/ids';
import { type Look, standingBehind } from '../domain/look';
import { plusDays } from '../domain/time';
import { type Words } from '../i18n/words';
import { type Setting } from './shared-drawing';
import { clockOf } from './wording';

/** A case of which the log is shown. */
export type LoggedCase = { readonly caseId: CaseId; readonly code: CaseCode };

const named = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined;

const nameOf = ({ common, lookups }: Words, section: Section): string =>
  isGroup(section) ? common.groups[section].toLocaleLowerCase() : lookups.sections[section];

/** "navn og kontakt, sosialt og bolig"; where nothing sealed was shown, the kind of view. */
export const seenInWords = (t: Words, { disclosed, operation }: Look): string => {
  const { seen, form, process } = t.lookups;
  const shown = SECTIONS.filter(section => disclosed.some(holding => holding.section === section));
  if (shown.length > 0) return shown.map(section => nameOf(t, section)).join(', ');
  return named(seen, operation) ?? (operation.startsWith('start-') ? form : process);
};

/** "som medlem": what gave it; empty where nothing did. */
export const whyInWords = ({ lookups }: Words, look: Look): string =>
  named(lookups.why, standingBehind(look)) ?? '';

const dayOf = ({ t, today, calendar }: Setting, at: Look['at']): string => {
  const day = calendar.dayOf(at);
  if (day === today) return t.common.today;
  if (day === plusDays(today, -1)) return t.lookups.yesterday;
  const year = day.slice(0, 4);
  return year === today.slice(0, 4) ? t.shortDay(day) : `${t.shortDay(day)} ${year}`;
};

/** "i dag kl. 14.05", "20. nov. kl. 09.12". */
export const whenInWords = (d: Setting, at: Look['at']): string =>
  `${dayOf(d, at)} ${d.t.time(clockOf(d.calendar, at))}`;
