import { type Draft, type FormValues } from '../domain/draft';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { type World } from './world';
import { writeDraft } from './write-draft';

export const saveDraft =
  (world: World) =>
  (
    asked: Asked & { readonly draftId: CaseId; readonly values: FormValues },
  ): Promise<Result<Draft, Refusal>> =>
    writeDraft(world, asked, { operation: 'save-draft', draftId: asked.draftId, values: asked.values });
