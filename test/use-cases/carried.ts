import { type Errand } from '../../src/domain/outbox';
import { editDigests } from '../../src/use-cases/digest-edits';
import { tellCoordinators } from '../../src/use-cases/tell-coordinators';
import { NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { type House } from './asking';

/** What is to be sent, once it has been found whom else to: the steps that find it are carried out, and left out. */
export const carried = async (house: House): Promise<readonly Errand[]> => {
  const entries = [...house.inside.outbox.values()].map(({ entry }) => entry);
  for (const { id, errand } of entries) {
    const at = { now: NOON, cause: id, within: inTime() };
    if (errand.kind === 'tell-coordinators') await tellCoordinators(house)(errand, at);
    if (errand.kind === 'edit-digests') await editDigests(house)(errand, at);
  }
  return house.sent().filter(({ kind }) => kind !== 'tell-coordinators' && kind !== 'edit-digests');
};
