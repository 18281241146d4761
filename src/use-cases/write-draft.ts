import { type Draft, type FormValues } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type Instant } from '../domain/time';
import { judge } from '../policy/may';
import { type DraftOperation } from '../policy/operations';
import { ok, type Result } from '../result';
import { type Asked } from './asked';
import { perform } from './perform';
import { type DraftFile } from './ports/drafts';
import { type World } from './world';

/** What the form shall hold; `undefined` keeps what lies there. */
export type DraftChange = {
  readonly draftId: CaseId;
  readonly values?: FormValues;
  /** `null` takes the identity out: the name is left open. */
  readonly identity?: Draft['identity'] | null;
};

const empty = ({ by, at }: Asked, id: CaseId): Draft => ({
  id,
  author: by.person.id,
  origin: by.person.agency,
  values: {},
  createdAt: at,
  savedAt: at,
});

const withIdentity = (draft: Draft, identity: DraftChange['identity']): Draft => {
  const { identity: kept, ...rest } = draft;
  const next = identity === undefined ? kept : (identity ?? undefined);
  return next === undefined ? rest : { ...rest, identity: next };
};

const changed = (draft: Draft, { values, identity }: DraftChange, at: Instant): Draft =>
  withIdentity({ ...draft, values: values ?? draft.values, savedAt: at }, identity);

/**
 * The draft to write to: the one that lies there, or a new one where nothing lies, not even a case. Both are always
 * looked for, so that a refusal costs the same whatever lies there; the case last, for a draft may become one meanwhile.
 */
type Target = { readonly draft: Draft; readonly file?: DraftFile };
const target = async (world: World, asked: Asked, id: CaseId): Promise<Target | undefined> => {
  const file = await world.drafts.load(id, asked.by.person.id, asked.within);
  const taken = await world.cases.load(id, asked.within);
  if (file !== undefined) return { draft: file.draft, file };
  return taken === undefined ? { draft: empty(asked, id) } : undefined;
};

/** Every press in the form saves what it holds (design.md §3). */
export const writeDraft = async (
  world: World,
  asked: Asked,
  { operation, ...change }: DraftChange & { readonly operation: DraftOperation },
): Promise<Result<Draft, Refusal>> => {
  const id = change.draftId;
  const done = await perform<Target, Draft>(world, asked, {
    operation,
    subject: id,
    load: () => target(world, asked, id),
    known: () => world.cases.known(id, asked.commandId, asked.within),
    judge: ({ draft }) => judge(asked.by.person, { about: 'draft', ask: operation, draft }),
    sees: () => false,
    decide: ({ draft }) => Promise.resolve(ok(changed(draft, change, asked.at))),
    commit: ({ file }, draft, fact) =>
      world.drafts.save({ draft, fact, outbox: [], ...(file === undefined ? {} : { file }) }, asked.within),
  });
  return done.ok ? ok(done.value.plan ?? done.value.file.draft) : done;
};
