import { createHash } from 'node:crypto';
import { canonical } from '../../audit/canonical';
import { type Document } from '../database/steps';

/** What the program changes without an event: the chain's own end, how somebody is reached, what the database adds. */
const BESIDE = ['head', 'reference', 'releasing', '_etag', '_ts', '_rid', '_self', '_attachments', '_lsn'];
/** Where the outbox keeps the place of a posted card. */
const HOLDS_PLACE = ['item', 'meeting'];
/** Events are chained themselves; the outbox moves by itself, and a digest's place with it; a mark says nothing. */
const UNCOVERED = ['audit', 'outbox', 'digest', 'chain'];

const withoutPlace = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? { ...value, posted: undefined } : value;

const covered = (document: object): readonly (readonly [string, unknown])[] =>
  Object.entries(document)
    .filter(([name]) => !BESIDE.includes(name))
    .map(([name, value]) => [name, HOLDS_PLACE.includes(name) ? withoutPlace(value) : value] as const);

/** Whether events name it: everything in `work` but what UNCOVERED lists, whatever is added. */
export const isCovered = ({ type }: Pick<Document, 'type'>): boolean => !UNCOVERED.includes(type);

/** Tells apart any two states of a document that an event must lie between (docs/audit.md). */
export const printOf = (document: object): string =>
  createHash('sha256')
    .update(canonical(Object.fromEntries(covered(document))))
    .digest('hex');
