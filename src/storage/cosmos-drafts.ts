import { chained, type ChainHead, type Digest, EMPTY_CHAIN, headOf } from '../audit/event';
import { type Draft } from '../domain/draft';
import { SECTIONS } from '../domain/groups';
import { type Drafts } from '../use-cases/ports/drafts';
import { type Within } from '../use-cases/ports/common';
import { type Step } from './database/steps';
import { auditStep } from './documents/audit-document';
import { caseDocument } from './documents/case-document';
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
/** The chain moves on with every save, so its end counts the times the draft was sealed. */
const placeOf = (draft: Pick<Draft, 'id' | 'origin'>, head: ChainHead): SealedAt => ({
  caseId: draft.id,
  documentId: DRAFT_ID,
  slot: slotOf(draft),
  revision: head.sequence,
});

const loading =
  ({ shelves, keys }: DraftParts): Drafts['load'] =>
  async (id, within) => {
    const { value } = await shelves.work.read({ id: DRAFT_ID, pk: casePartition(id) }, within);
    if (value === undefined) return undefined;
    const { facts, box, head, version } = toSealedDraft(value);
    const wanted = [{ ...slotOf(facts), keyId: keyIdOf(box) }];
    const [key] = await keys.toOpen({ caseId: id, wanted }, within);
    if (key === undefined) return undefined;
    const content = toDraftContent(open(key, placeOf(facts, head), box));
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
  { draft, head }: { readonly draft: Draft; readonly head: ChainHead },
  within: Within,
): Promise<string> => {
  const along = SECTIONS.map(section => ({ origin: draft.origin, section }));
  const [key] = await keys.toSeal({ caseId: draft.id, slots: [slotOf(draft)], along }, within);
  if (key === undefined) throw storageFault('sealing a draft');
  return seal(key, placeOf(draft, head), draftText(draft));
};

const saving =
  ({ shelves, keys, digest }: DraftParts): Drafts['save'] =>
  async ({ draft, file, fact, outbox }, within) => {
    const event = chained(fact, file?.head ?? EMPTY_CHAIN, digest);
    const head = headOf(event);
    const document = draftDocument({ facts: draft, box: await sealed(keys, { draft, head }, within), head });
    const pk = casePartition(draft.id);
    const step: Step =
      file === undefined
        ? { do: 'create', document, ifThere: 'changed-meanwhile' }
        : { do: 'replace', document, version: file.version };
    return shelves.work.batch(pk, [auditStep(pk, event), step, ...outboxSteps(pk, outbox)], within);
  };

const removing =
  ({ shelves, keys, digest }: DraftParts): Drafts['remove'] =>
  async ({ file, fact, outbox }, within) => {
    const pk = casePartition(file.draft.id);
    const event = chained(fact, file.head, digest);
    const gone: Step = { do: 'remove', id: DRAFT_ID, version: file.version };
    const steps = [auditStep(pk, event), gone, ...outboxSteps(pk, outbox)];
    const committed = await shelves.work.batch(pk, steps, within);
    if (committed !== 'changed-meanwhile') await keys.destroyAll(file.draft.id, within);
    return committed;
  };

const submitting =
  ({ shelves, keys, digest }: DraftParts): Drafts['submit'] =>
  async ({ file, kase, content, clockAt, fact, outbox }, within) => {
    const pk = casePartition(kase.id);
    const event = chained(fact, file.head, digest);
    const revision = event.sequence;
    const pieces = await sealContent(keys, { caseId: kase.id, revision, fresh: false, content }, within);
    const document = caseDocument({ kase, sealed: pieces, head: headOf(event), clockAt });
    const steps: readonly Step[] = [
      auditStep(pk, event),
      { do: 'remove', id: DRAFT_ID, version: file.version },
      { do: 'create', document, ifThere: 'changed-meanwhile' },
      ...outboxSteps(pk, outbox),
    ];
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
