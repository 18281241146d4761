import { type CaseCode } from '../domain/code';
import { type Look } from '../domain/look';
import { csvOf } from './csv';
import { type Drawing } from './drawing';
import { seenInWords, whyInWords } from './looks';
import { agencyName, clockOf } from './wording';

/** A file as somebody gets it. */
export type FileText = { readonly name: string; readonly type: string; readonly text: string };

type AccessLog = { readonly code: CaseCode; readonly rows: readonly Look[] };

const rowOf = ({ t, calendar, programme, nameOf }: Drawing, look: Look): readonly string[] => [
  `${calendar.dayOf(look.at)} ${clockOf(calendar, look.at)}`,
  nameOf(look.person),
  look.agency === undefined ? '' : agencyName(programme, look.agency),
  look.allowed ? seenInWords(t, look) : '',
  whyInWords(t, look),
  look.allowed ? t.lookups.file.shown : t.lookups.log.refused,
];

/** Who saw what of a case, when and why, for the participant's right of access (domain.md §12); named neutrally. */
export const accessLogFile = (d: Drawing, { code, rows }: AccessLog): FileText => ({
  name: `tilgangslogg-${code}-${d.today}.csv`,
  type: 'text/csv; charset=utf-8',
  text: csvOf([d.t.lookups.file.columns, ...rows.map(look => rowOf(d, look))]),
});
