import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../../scripts/policy-docs/digest';
import { rendered } from '../../scripts/policy-docs/render';
import { DIGESTS } from '../../scripts/policy-docs/versions';
import { TABLES } from '../../src/policy/tables';
import { POLICY_VERSION } from '../../src/policy/version';

describe('docs/policy.md', () => {
  it('is what the tables say; when it is stale: npm run docs:policy', () => {
    expect(readFileSync(join(__dirname, '..', '..', 'docs', 'policy.md'), 'utf8')).toBe(rendered());
  });
});

describe('POLICY_VERSION', () => {
  it('names these tables, and was raised when they changed (src/policy/version.ts, versions.ts)', () => {
    expect(DIGESTS[POLICY_VERSION]).toBe(digestOf(TABLES));
  });

  it('is the last, and no two have the same tables', () => {
    expect(Object.keys(DIGESTS).at(-1)).toBe(POLICY_VERSION);
    expect(new Set(Object.values(DIGESTS)).size).toBe(Object.keys(DIGESTS).length);
  });
});

describe('digestOf', () => {
  it('is another for every cell, and the same in any order', () => {
    const { gap } = TABLES;
    const flipped = { ...TABLES, gap: { 'clear-gap': { ...gap['clear-gap'], states: [] } } };
    const turned = {
      ...TABLES,
      role: { ...TABLES.role, 'open-agenda': { who: ['member', 'coordinator'] } },
    } as const;

    expect(digestOf(flipped)).not.toBe(digestOf(TABLES));
    expect(digestOf(turned)).toBe(digestOf(TABLES));
  });
});
