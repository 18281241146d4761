import { type Case } from '../domain/case';
import { type Holding } from '../domain/groups';
import { type Committed } from './ports/common';
import { type Ringing } from './ringing';
import { type World } from './world';

type Needs = Pick<World, 'cases' | 'pointers'>;

/** Where an identity lies: with who sent the referral. */
export const identityOf = ({ origin }: Case): Holding => ({ origin, section: 'B' });

/** The system opens the identity to know which number to forget; nobody is shown it. */
const numberIn = async (world: Needs, { file, within }: Ringing): Promise<string | undefined> => {
  const revealed = await world.cases.reveal(file, [identityOf(file.kase)], within);
  return revealed.find(({ origin }) => origin === file.kase.origin)?.content.B?.number;
};

/**
 * The number is forgotten first: after the content is gone nobody could say which it was. Somebody who was first
 * may have changed the case so that it stays after all, so then the number is taken back and the next ring decides.
 */
export const forgettingNumber = async (
  world: Needs,
  ringing: Ringing,
  erase: () => Promise<Committed>,
): Promise<Committed> => {
  const { kase } = ringing.file;
  const number = await numberIn(world, ringing);
  if (number === undefined) return erase();
  const pointer = { agency: kase.origin, number, caseId: kase.id };
  await world.pointers.releaseNumber(pointer, ringing.within);
  const erased = await erase();
  if (erased === 'changed-meanwhile') await world.pointers.claimNumber(pointer, ringing.within);
  return erased;
};
