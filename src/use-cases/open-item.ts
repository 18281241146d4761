import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { may } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type ItemKey, itemOf } from './item-of';
import { refuse } from './perform';
import { type World } from './world';

export type OpenedItem = { readonly kase: Case; readonly item: AgendaItem; readonly meeting: Meeting };

/** The agenda item as the channel shows it: process only, for `Lukk` to give back. */
export const openItem =
  (world: World) =>
  async (asked: Asked & ItemKey): Promise<Result<OpenedItem, Refusal>> => {
    const { caseId, within } = asked;
    const [found, file] = await Promise.all([itemOf(world, asked, within), world.cases.load(caseId, within)]);
    if (
      found !== undefined &&
      file !== undefined &&
      may(asked.by.person, { about: 'case', ask: 'open-item', kase: file.kase })
    )
      return ok({ kase: file.kase, item: found.file.item, meeting: found.meeting });
    await refuse(world, asked, { operation: 'open-item', subject: caseId, caseId });
    return err(NOT_AVAILABLE);
  };
