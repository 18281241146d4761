import { type ActionChange, type ActionFile } from './ports/cases';

/** What lies sealed beside a task, to be kept as it lies: what a change does not name is gone with it. */
export const keptPieces = ({ detail, tried }: ActionFile): Pick<ActionChange, 'keep' | 'keepTried'> => ({
  ...(detail === undefined ? {} : { keep: detail }),
  ...(tried === undefined ? {} : { keepTried: tried }),
});
