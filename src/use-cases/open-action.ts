import { underConsent } from '../audit/under-consent';
import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { mayReadDetail } from '../policy/visible';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey } from './change-action';
import { looked } from './lookup';
import { refuse } from './perform';
import { type ActionFile } from './ports/cases';
import { type TaskFiles, taskFiles } from './task-files';
import { type World } from './world';

export type OpenedAction = { readonly kase: Case; readonly action: Action; readonly detail?: string };

const detailHolding = ({ detail }: ActionFile) =>
  detail === undefined ? [] : [detail].map(({ origin, section }) => ({ origin, section }));

const shownOf = (world: World, asked: Asked, { file, found }: TaskFiles) =>
  detailHolding(found).filter(detail =>
    mayReadDetail(asked.by.person, file.kase, { detail, today: todayOf(world, asked) }),
  );

/** One task, with its detail for whoever may read that. */
export const openAction =
  (world: World) =>
  async (asked: Asked & ActionKey): Promise<Result<OpenedAction, Refusal>> => {
    const what = { operation: 'open-action', subject: asked.actionId, caseId: asked.caseId };
    const files = await taskFiles(world, asked);
    const ruling =
      files &&
      judge(asked.by.person, {
        about: 'action',
        ask: 'open-action',
        kase: files.file.kase,
        action: files.found.action,
      });
    if (files === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const disclosed = shownOf(world, asked, files);
    await looked(world, asked, { ...what, ...underConsent(files.file.kase), disclosed, rule: ruling.rule });
    const detail = disclosed.length === 0 ? undefined : await world.cases.detailOf(files.found, asked.within);
    return ok({
      kase: files.file.kase,
      action: files.found.action,
      ...(detail === undefined ? {} : { detail }),
    });
  };
