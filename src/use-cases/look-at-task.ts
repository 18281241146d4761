import { underConsent } from '../audit/under-consent';
import { type Action } from '../domain/action';
import { type Case } from '../domain/case';
import { isActive, type Person } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { judge, may } from '../policy/may';
import { type ActionOperation } from '../policy/operations';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { type ActionKey } from './change-action';
import { looked } from './lookup';
import { refuse } from './perform';
import { taskFiles } from './task-files';
import { type World } from './world';

export type SeenTask = {
  readonly kase: Case;
  readonly action: Action;
  /** Who can be chosen among. */
  readonly people: readonly Person[];
};

/** Anybody but its owner; and nobody asks themselves. */
const isChoice =
  (ask: ActionOperation, { owner }: Action, asker: Person) =>
  (person: Person): boolean =>
    isActive(person) && person.id !== owner && (ask !== 'propose-hand-over' || person.id !== asker.id);

/** A form about one task, for whoever may do `ask` with it: process only, nothing of what is sealed. */
export const lookAtTask =
  (ask: ActionOperation, operation = `start-${ask}`) =>
  (world: World) =>
  async (asked: Asked & ActionKey): Promise<Result<SeenTask, Refusal>> => {
    const { actionId, caseId, by, within } = asked;
    const what = { operation, subject: actionId, caseId };
    const files = await taskFiles(world, asked);
    const about = files && { about: 'action' as const, kase: files.file.kase, action: files.found.action };
    const ruling = about && judge(by.person, { ...about, ask });
    if (about === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      const sees = about !== undefined && may(by.person, { ...about, ask: 'open-action' });
      return err(sees ? WRONG_STATE : NOT_AVAILABLE);
    }
    const { kase, action } = about;
    await looked(world, asked, { ...what, ...underConsent(kase), rule: ruling.rule });
    const people = await world.people.all(within);
    return ok({ kase, action, people: people.filter(isChoice(ask, action, by.person)) });
  };
