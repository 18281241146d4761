import { createHash } from 'node:crypto';
import { type FileText } from '../cards/access-log-file';
import { caseArchiveFile, type Hash } from '../cards/archive-file';
import { meetingArchiveFile } from '../cards/archive-meeting-file';
import { type Drawing } from '../cards/drawing';
import { type Download } from '../use-cases/download-file';
import { type Deps } from './deps';

type File = Download['file'];
type Archived = Extract<File, { readonly kind: 'case-archive' | 'meeting-archive' }>;

const sha256: Hash = text => createHash('sha256').update(text, 'utf8').digest('hex');

export const isArchiveFile = (file: File): file is Archived =>
  file.kind === 'case-archive' || file.kind === 'meeting-archive';

/** In bokmål, whoever fetches it: an archive is one language. */
export const archiveFile = (
  { wordsFor }: Pick<Deps, 'wordsFor'>,
  reading: Drawing,
  file: Archived,
): FileText => {
  const d = { ...reading, t: wordsFor('nb') };
  return file.kind === 'case-archive'
    ? caseArchiveFile(d, file, sha256)
    : meetingArchiveFile(d, file, sha256);
};
