import { type CaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { perform, REFUSED } from './perform';
import { type DraftFile } from './ports/drafts';
import { type World } from './world';

/** Without a file where nothing lies: that is also where a draft lay that this very command took away. */
type Target = { readonly file?: DraftFile };

const target = async (world: World, { by, within }: Asked, id: CaseId): Promise<Target> => {
  const file = await world.drafts.load(id, by.person.id, within);
  return file === undefined ? {} : { file };
};

export const deleteDraft =
  (world: World) =>
  async (asked: Asked & { readonly draftId: CaseId }): Promise<Result<undefined, Refusal>> => {
    const { draftId: id } = asked;
    const done = await perform<Target, DraftFile>(world, asked, {
      operation: 'delete-draft',
      subject: id,
      load: () => target(world, asked, id),
      known: () => world.cases.known(id, asked.commandId, asked.within),
      judge: ({ file }) =>
        file === undefined
          ? REFUSED
          : judge(asked.by.person, { about: 'draft', ask: 'delete-draft', draft: file.draft }),
      sees: () => false,
      decide: ({ file }) => Promise.resolve(file === undefined ? err(NOT_AVAILABLE) : ok(file)),
      commit: (_, file, fact) => world.drafts.remove({ file, fact, outbox: [] }, asked.within),
    });
    return done.ok ? ok(undefined) : done;
  };
