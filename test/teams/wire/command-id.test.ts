import fc from 'fast-check';

import { canonicalJson, type CommandCause, commandId, nonce } from '../../../src/teams/wire/command-id';

const cause: CommandCause = {
  identity: { tenantId: 't', objectId: 'o' },
  verb: 'submit-referral',
  subject: 'case',
  nonce: 'n',
  inputs: { title: 'x', groups: ['A', 'B'], deep: { b: 1, a: null } },
};

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
};

describe('commandId', () => {
  it('is the same for the same cause, whatever the order of the inputs', () => {
    const again = commandId({ ...cause, inputs: reversed(cause.inputs) });

    expect(again).toBe(commandId(cause));
    expect(again).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, Partial<CommandCause>]>([
    ['the tenant', { identity: { tenantId: 'u', objectId: 'o' } }],
    ['the person', { identity: { tenantId: 't', objectId: 'p' } }],
    ['the verb', { verb: 'save-draft' }],
    ['the subject', { subject: 'other' }],
    ['the nonce', { nonce: 'm' }],
    ['an input', { inputs: { title: 'y' } }],
    ['the order of a list', { inputs: { title: 'x', groups: ['B', 'A'], deep: { b: 1, a: null } } }],
    ['where one field ends', { subject: 'casen', nonce: '' }],
    ['no inputs', { inputs: undefined }],
  ])('differs with %s', (_name, other) => {
    expect(commandId({ ...cause, ...other })).not.toBe(commandId(cause));
  });
});

describe('canonicalJson', () => {
  it('gives equal text to equal values, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);

        expect(canonicalJson(reversed(value))).toBe(text);
        expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
      }),
    );
  });
});

describe('nonce', () => {
  it('is 128 bits, and never the same', () => {
    const drawn = Array.from({ length: 1_000 }, nonce);

    expect(new Set(drawn).size).toBe(1_000);
    expect(drawn.every(text => Buffer.from(text, 'base64url').length === 16)).toBe(true);
  });
});
