import { createRequire } from 'node:module';
import { minutesPaper } from '../cards/minutes-paper';
import { type Deps } from './deps';
import type * as Docx from './docx';

/** What writes Word files is loaded with the first of them. */
const load: (file: './docx') => typeof Docx = createRequire(__filename);

type Text = Parameters<typeof minutesPaper>[1];

/** The minutes as a file, in bokmål whoever fetches them: a record has one text. */
export const minutesFile = (
  { wordsFor, world }: Pick<Deps, 'wordsFor' | 'world'>,
  text: Text,
): Promise<Docx.FileBytes> =>
  load('./docx').docxOf(minutesPaper({ t: wordsFor('nb'), calendar: world.calendar }, text));
