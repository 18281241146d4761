import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Check, type Leaf, type Seal } from '../../audit/anchor';
import { type Anchoring, type Anchors } from '../../use-cases/ports/anchors';
import { type Place } from '../client';
import { type Shelf } from '../database/shelf';
import { type Secrets } from '../sealing/secrets';
import { openShelves } from '../shelves';

const sha256 = (...parts: readonly (string | Uint8Array)[]): string =>
  parts
    .reduce<ReturnType<typeof createHash>>((hash, part) => hash.update(part), createHash('sha256'))
    .digest('hex');

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];
const TREE: Seal['tree'] = {
  leaf: text => sha256(LEAF, text),
  node: (left, right) => sha256(NODE, Buffer.from(left, 'hex'), Buffer.from(right, 'hex')),
};

/** What anchors are made and checked with. */
export const sealOf = ({ sign, verifies }: Pick<Secrets, 'sign' | 'verifies'>): Seal & Check => ({
  tree: TREE,
  hash: text => sha256(text),
  sign,
  verifies,
});

const End = z.object({ pk: z.string(), sequence: z.number(), hash: z.string() });
const END = ['pk', 'event.sequence', 'event.hash'];

/** The events themselves tell, so that a chain whose subject is gone, such as a draft's, is anchored like any other. */
const endsIn =
  (work: Shelf): Anchoring['endsSince'] =>
  async (since, within) => {
    const from = since === undefined ? 0 : Math.floor(Date.parse(since) / 1_000);
    const values = { type: 'audit', from };
    const found = await work.query(
      { where: 'c.type = @type AND c._ts >= @from', values, select: END },
      within,
    );
    const ends = new Map<string, Leaf>();
    for (const { pk, sequence, hash } of found.map(event => End.parse(event))) {
      if (sequence > (ends.get(pk)?.sequence ?? 0)) ends.set(pk, { partition: pk, sequence, hash });
    }
    return [...ends.values()];
  };

type Parts = Place & { readonly secrets: Secrets; readonly anchors: Anchors };

/** Anchors over the chains of this database. */
export const anchoringIn = ({ client, database, secrets, anchors }: Parts): Anchoring => {
  const place = { client, database };
  return { anchors, endsSince: endsIn(openShelves(place, place).work), seal: sealOf(secrets) };
};
