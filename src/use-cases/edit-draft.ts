import { type Draft } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { refuse } from './perform';
import { type World } from './world';

/** An own draft, to go on with. What one has typed oneself is no disclosure, and is not logged as one. */
export const editDraft =
  (world: World) =>
  async (asked: Asked & { readonly draftId: CaseId }): Promise<Result<Draft, Refusal>> => {
    const { draftId, by, within } = asked;
    const draft = (await world.drafts.load(draftId, by.person.id, within))?.draft;
    if (draft !== undefined && may(by.person, { about: 'draft', ask: 'edit-draft', draft })) return ok(draft);
    await refuse(world, asked, { operation: 'edit-draft', subject: draftId });
    return err(NOT_AVAILABLE);
  };
