import { type CaseId } from '../domain/ids';
import { may } from '../policy/may';
import { type CaseOperation } from '../policy/operations';
import { type Asked } from './asked';
import { type World } from './world';

/**
 * Whether the asker is to be told what is wrong with the form: only who may do this here at all, for anybody else is
 * refused, and that is recorded; and not when this very command was saved before.
 */
export const mayBeTold = async (
  world: Pick<World, 'cases'>,
  { by, caseId, commandId, within }: Asked & { readonly caseId: CaseId },
  operation: CaseOperation,
): Promise<boolean> => {
  const file = await world.cases.load(caseId, within);
  if (file === undefined || !may(by.person, { about: 'case', ask: operation, kase: file.kase })) return false;
  return !(await world.cases.known(caseId, commandId, within));
};
