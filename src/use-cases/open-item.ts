import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type ItemKey, itemOf } from './item-of';
import { looked } from './lookup';
import { refuse } from './perform';
import { type World } from './world';

export type OpenedItem = { readonly kase: Case; readonly item: AgendaItem; readonly meeting: Meeting };

/** The agenda item as the channel shows it: process only, for `Lukk` to give back. */
export const openItem =
  (world: World) =>
  async (asked: Asked & ItemKey): Promise<Result<OpenedItem, Refusal>> => {
    const { caseId, within } = asked;
    const [found, file] = await Promise.all([itemOf(world, asked, within), world.cases.load(caseId, within)]);
    const ruling = file && judge(asked.by.person, { about: 'case', ask: 'open-item', kase: file.kase });
    if (found !== undefined && file !== undefined && ruling?.allowed === true) {
      const { kase } = file;
      await looked(world, asked, { operation: 'open-item', subject: caseId, caseId, rule: ruling.rule });
      return ok({ kase, item: found.file.item, meeting: found.meeting });
    }
    await refuse(world, asked, { operation: 'open-item', subject: caseId, caseId });
    return err(NOT_AVAILABLE);
  };
