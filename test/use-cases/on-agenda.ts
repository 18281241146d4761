import { type Case } from '../../src/domain/case';
import { type Errand } from '../../src/domain/outbox';
import { putOnAgenda } from '../../src/use-cases/put-on-agenda';
import { aCase } from '../builders/cases';
import { caseCode, caseId, meetingId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { type House } from './asking';

/** A case known by a name, in any state. */
export const putNamed = (house: House, name: string, over: object = {}): Case =>
  house.putCase(
    aCase({ id: caseId(name), code: caseCode(name), state: 'ready-for-review', ...over } as never),
  );

const isLaying = (errand: Errand): errand is Extract<Errand, { kind: 'put-on-agenda' }> =>
  errand.kind === 'put-on-agenda';

/** Carries out every step of laying that waits, as the dispatcher would, until none has to be taken up again. */
export const layAll = async (house: House): Promise<void> => {
  for (const [id, { entry }] of [...house.inside.outbox]) {
    if (!isLaying(entry.errand)) continue;
    const laid = await putOnAgenda(house)(entry.errand, house.inside.now, inTime());
    if (laid !== 'changed-meanwhile') house.inside.outbox.delete(id);
  }
};

/** Publishes the next agenda and lays it. */
export const publishAndLay = async (house: House, command = 'publish'): Promise<void> => {
  await house.does.publishAgenda({ ...house.ask('coordinator', { command }), meetingId: meetingId() });
  await layAll(house);
  house.inside.outbox.clear();
};
