import { type Version } from '../../use-cases/ports/common';

const APART = ' ';

/** A version that also tells what lay there, so that the event of a change can say what it replaced. */
export const withPrint = (etag: Version, print: string): string => `${etag}${APART}${print}`;
/** The database's own mark, by which a save knows that nobody was first. */
export const etagOf = (version: Version): string => version.split(APART)[0] ?? version;
export const printIn = (version: Version): string | undefined => version.split(APART)[1];
