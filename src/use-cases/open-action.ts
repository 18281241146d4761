import { underConsent } from '../audit/under-consent';
import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { judge } from '../policy/may';
import { mayReadDetail } from '../policy/visible';
import { mayReadTask } from '../policy/visible-incidents';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type ActionKey } from './change-action';
import { looked } from './lookup';
import { refuse } from './perform';
import { type ActionFile, type CaseFile } from './ports/cases';
import { type World } from './world';

export type OpenedAction = { readonly kase: Case; readonly action: Action; readonly detail?: string };

const detailHolding = ({ detail }: ActionFile) =>
  detail === undefined ? [] : [detail].map(({ origin, section }) => ({ origin, section }));

type Files = { readonly file: CaseFile; readonly found: ActionFile };

const shownOf = (world: World, asked: Asked, { file, found }: Files) =>
  detailHolding(found).filter(detail =>
    mayReadDetail(asked.by.person, file.kase, { detail, today: todayOf(world, asked) }),
  );

const mayKnow = (world: World, asked: Asked, { file, found }: Files): boolean =>
  mayReadTask(asked.by.person, file.kase, { task: found.action, today: todayOf(world, asked) });

/** A private task that this reader does not know of is as one that is none. */
const filesOf = async (world: World, asked: Asked & ActionKey): Promise<Files | undefined> => {
  const { caseId, actionId, within } = asked;
  const [file, found] = await Promise.all([
    world.cases.load(caseId, within),
    world.cases.action(caseId, actionId, within),
  ]);
  if (file === undefined || found === undefined) return undefined;
  const files = { file, found };
  return mayKnow(world, asked, files) ? files : undefined;
};

/** One task, with its detail for whoever may read that. */
export const openAction =
  (world: World) =>
  async (asked: Asked & ActionKey): Promise<Result<OpenedAction, Refusal>> => {
    const what = { operation: 'open-action', subject: asked.actionId, caseId: asked.caseId };
    const files = await filesOf(world, asked);
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
