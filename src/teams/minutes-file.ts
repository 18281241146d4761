import { minutesPaper } from '../cards/minutes-paper';
import { type Deps } from './deps';
import { docxOf, type FileBytes } from './docx';

type Text = Parameters<typeof minutesPaper>[1];

/** The minutes as a file, in bokmål whoever fetches them: a record has one text. */
export const minutesFile = (
  { wordsFor, world }: Pick<Deps, 'wordsFor' | 'world'>,
  text: Text,
): Promise<FileBytes> => docxOf(minutesPaper({ t: wordsFor('nb'), calendar: world.calendar }, text));
