import { createHash, randomBytes } from 'node:crypto';

import { z } from 'zod';

import { type CommandId, isCommandId } from '../../domain/ids';

import { type Identity } from './activity';

const Id = z.custom<CommandId>(text => typeof text === 'string' && isCommandId(text));

/** What makes two presses the same command (design.md §2). */
export type CommandCause = {
  readonly identity: Identity;
  readonly verb: string;
  /** The id of what the press is about; empty when it is about nothing yet. */
  readonly subject: string;
  /** The nonce of the card; for a read, the activity id. */
  readonly nonce: string;
  readonly inputs: unknown;
};

const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : 1;

const sorted = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(byKey))
    : value;

/** JSON in which the order of keys does not show: equal values give equal text. */
export const canonicalJson = (value: unknown): string => JSON.stringify(value, sorted);

/** The same person, verb, subject, nonce and inputs give the same id, in any process and at any time. */
export const commandId = ({ identity, verb, subject, nonce, inputs }: CommandCause): CommandId => {
  const cause = canonicalJson([identity.tenantId, identity.objectId, verb, subject, nonce, inputs]);
  return Id.parse(createHash('sha256').update(cause).digest('hex'));
};

/** 128 bits of chance, as base64url; one for every card that is answered. */
export const nonce = (): string => randomBytes(16).toString('base64url');
