import { z } from 'zod';
import { type Version } from '../../use-cases/ports/common';
import { withPrint } from '../database/version';
import { printOf } from './print';
import { versionOf } from './stored';

const Mark = z.custom<Version>(value => typeof value === 'string' && value !== '');
const Readable = z.custom<object>(value => typeof value === 'object' && value !== null);

/** The version of a document that events name: the database's mark, and what lay there. */
export const markOf = (document: unknown): Version =>
  Mark.parse(withPrint(versionOf(document), printOf(Readable.parse(document))));
