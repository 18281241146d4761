import { type ChainHead, type Digest, EMPTY_CHAIN } from '../audit/event';
import { type Draft } from '../domain/draft';
import { REFERRAL_SECTIONS } from '../domain/groups';
import { type Drafts } from '../use-cases/ports/drafts';
import { type Committed, type Within } from '../use-cases/ports/common';
import { type Step, written } from './database/steps';
import { recorded } from './documents/audit-document';
import { CASE_ID, caseDocument } from './documents/case-document';
import { chainBegun, endOfChain } from './documents/chain-document';
import {
  DRAFT_ID,
  draftDocument,
  draftText,
  toDraftBrief,
  toDraftContent,
  toSealedDraft,
} from './documents/draft-document';
import { outboxSteps } from './documents/outbox-document';
import { casePartition } from './documents/stored';
import { storageFault } from './faults';
import { sealContent } from './seal-content';
import { type Keys } from './sealing/keys';
import { keyIdOf, open, seal, type SealedAt } from './sealing/sealing';
import { type Shelves } from './shelves';

export type DraftParts = {
  readonly shelves: Pick<Shelves, 'work'>;
  readonly keys: Keys;
  readonly digest: Digest;
};

const slotOf = ({ origin }: Pick<Draft, 'origin'>) => ({ origin, section: 'draft' as const });
/** The chain moves on with every save, so its place there counts the times the draft was sealed. */
const placeOf = (draft: Pick<Draft, 'id' | 'origin'>, revision: number): SealedAt => ({
  caseId: draft.id,
  documentId: DRAFT_ID,
  slot: slotOf(draft),
  revision,
});

const loading =
  ({ shelves, keys }: DraftParts): Drafts['load'] =>
  async (id, reader, within) => {
    const { value } = await shelves.work.read({ id: DRAFT_ID, pk: casePartition(id) }, within);
    if (value === undefined) return undefined;
    const { facts, box, head, version } = toSealedDraft(value);
    if (facts.author !== reader) return { draft: { ...facts, values: {} }, head, version };
    const wanted = [{ ...slotOf(facts), keyId: keyIdOf(box) }];
    const [key] = await keys.toOpen({ caseId: id, wanted }, within);
    if (key === undefined) return undefined;
    const content = toDraftContent(open(key, placeOf(facts, head.sequence), box));
    return { draft: { ...facts, ...content }, head, version };
  };

const byAuthor =
  ({ shelves }: DraftParts): Drafts['byAuthor'] =>
  async (author, within) => {
    const values = { type: 'draft', author };
    const found = await shelves.work.query(
      { where: 'c.type = @type AND c.author = @author', values },
      within,
    );
    return found.map(toDraftBrief).sort((one, other) => other.savedAt.localeCompare(one.savedAt));
  };

/** The keys its case will need are made with the draft's own, so that submitting waits for none. */
const sealed = async (
  keys: Keys,
  { draft, revision }: { readonly draft: Draft; readonly revision: number },
  within: Within,
): Promise<string> => {
  const along = REFERRAL_SECTIONS.map(section => ({ origin: draft.origin, section }));
  const [key] = await keys.toSeal({ caseId: draft.id, slots: [slotOf(draft)], along }, within);
  if (key === undefined) throw storageFault('sealing a draft');
  return seal(key, placeOf(draft, revision), draftText(draft));
};

type Saving = Parameters<Drafts['save']>[0];
type After = { readonly end: ChainHead; readonly begun: readonly Step[] };

const saveAfter = async (
  { shelves, keys, digest }: DraftParts,
  { draft, file, fact, outbox, end, begun }: Saving & After,
  within: Within,
): Promise<Committed> => {
  const pk = casePartition(draft.id);
  const box = await sealed(keys, { draft, revision: end.sequence + 1 }, within);
  const steps = recorded({ pk, fact, head: end, digest }, head => [
    written(draftDocument({ facts: draft, box, head }), file?.version),
    ...begun,
    ...outboxSteps(pk, outbox),
  ]);
  return shelves.work.batch(pk, steps, within);
};

const lies = async ({ shelves }: DraftParts, pk: string, within: Within): Promise<boolean> => {
  const found = await Promise.all([DRAFT_ID, CASE_ID].map(id => shelves.work.read({ id, pk }, within)));
  return found.some(({ value }) => value !== undefined);
};

/** A new draft begins its chain; where there was one before it that is gone, it goes on with that one's. */
const saving =
  (parts: DraftParts): Drafts['save'] =>
  async (change, within) => {
    const { file, draft } = change;
    if (file !== undefined) return saveAfter(parts, { ...change, end: file.head, begun: [] }, within);
    const pk = casePartition(draft.id);
    const first = { end: EMPTY_CHAIN, begun: [chainBegun(pk)] };
    const saved = await saveAfter(parts, { ...change, ...first }, within);
    if (saved !== 'changed-meanwhile' || (await lies(parts, pk, within))) return saved;
    const end = await endOfChain(parts.shelves.work, pk, within);
    return saveAfter(parts, { ...change, end, begun: [] }, within);
  };

const removing =
  ({ shelves, keys, digest }: DraftParts): Drafts['remove'] =>
  async ({ file, fact, outbox }, within) => {
    const pk = casePartition(file.draft.id);
    const steps = recorded({ pk, fact, head: file.head, digest }, () => [
      { do: 'remove', id: DRAFT_ID, version: file.version },
      ...outboxSteps(pk, outbox),
    ]);
    const committed = await shelves.work.batch(pk, steps, within);
    if (committed !== 'changed-meanwhile') await keys.destroyAll(file.draft.id, within);
    return committed;
  };

const submitting =
  ({ shelves, keys, digest }: DraftParts): Drafts['submit'] =>
  async ({ file, kase, content, clockAt, fact, outbox }, within) => {
    const pk = casePartition(kase.id);
    const revision = file.head.sequence + 1;
    const pieces = await sealContent(keys, { caseId: kase.id, revision, fresh: false, content }, within);
    const steps = recorded({ pk, fact, head: file.head, digest }, head => [
      { do: 'remove', id: DRAFT_ID, version: file.version },
      written(caseDocument({ kase, sealed: pieces, head, clockAt }), undefined),
      ...outboxSteps(pk, outbox),
    ]);
    return shelves.work.batch(pk, steps, within);
  };

/** Drafts in Cosmos, each sealed under its own key in the partition of the case it may become. */
export const cosmosDrafts = (parts: DraftParts): Drafts => ({
  load: loading(parts),
  byAuthor: byAuthor(parts),
  save: saving(parts),
  remove: removing(parts),
  submit: submitting(parts),
});
