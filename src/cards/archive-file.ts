import { type Case } from '../domain/case';
import { COORDINATION } from '../domain/people';
import { type FileText } from './access-log-file';
import {
  agencyOf,
  type CaseArchive,
  consentIn,
  decisionIn,
  type Json,
  sharingIn,
  statesIn,
} from './archive-parts';
import { type Drawing } from './drawing';

/** A digest of a text, as hexadecimal: sha256. */
export type Hash = (text: string) => string;
type Part = { readonly name: string; readonly title: string; readonly holds: readonly Json[] };

/** What the file is (docs/archive.md); raised when its shape changes. */
const FORMAT = 'sent-ute/archive/1';

/** Who holds what is not in the file. */
const elsewhere = (d: Drawing, { origin, holdings, sharings }: Case): Json => {
  const all = [origin, ...holdings.map(one => one.origin), ...sharings.map(({ from }) => from)];
  const others = [...new Set(all)].filter(id => id !== COORDINATION);
  return { text: d.t.archive.elsewhere, agencies: others.map(id => agencyOf(d, id)) };
};

type Packing = { readonly name: string; readonly metadata: Json; readonly parts: readonly Part[] };

/** The digest of a part is that of its own text, without spaces, in the order it has in the file. */
export const packed = ({ name, metadata, parts }: Packing, hash: Hash): FileText => ({
  name: `${name}.json`,
  type: 'application/json; charset=utf-8',
  text: JSON.stringify(
    {
      format: FORMAT,
      metadata: {
        ...metadata,
        documents: parts.map(({ name: part, title, holds }) => ({
          ...{ part, title, count: holds.length },
          sha256: hash(JSON.stringify(holds)),
        })),
      },
      parts: Object.fromEntries(parts.map(({ name: part, holds }) => [part, holds])),
    },
    null,
    2,
  ),
});

/** What the municipality's archive is given of a case (domain.md §7), named neutrally. */
export const caseArchiveFile = (d: Drawing, archive: CaseArchive, hash: Hash): FileText => {
  const { t, reader, nameOf } = d;
  const { kase, decisions, consents } = archive;
  const { code, state, since, submittedAt, exportedAt, origin, sharings } = kase;
  const part = (name: keyof typeof t.archive.file.parts, holds: readonly Json[]): Part => ({
    ...{ name, title: t.archive.file.parts[name], holds },
  });
  const metadata = {
    ...{ title: t.archive.file.title(code), kind: 'case', code, state, stateText: t.common.states[state] },
    ...{ submittedAt, since, exportedAt, exportedBy: nameOf(reader.id) },
    ...{ agencyOfOrigin: agencyOf(d, origin), elsewhere: elsewhere(d, kase) },
  };
  const parts = [
    part('states', statesIn(d, kase)),
    part(
      'decisions',
      decisions.map(one => decisionIn(d, one)),
    ),
    part(
      'consents',
      consents.map(one => consentIn(d, one)),
    ),
    part(
      'sharings',
      sharings.map(one => sharingIn(d, one)),
    ),
  ];
  return packed({ name: `arkiv-${code}-${d.today}`, metadata, parts }, hash);
};
