import { type Case } from '../domain/case';
import { type Sharing, sharingIn } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { type Person } from '../domain/people';
import { judge, type Ruling } from '../policy/may';
import { type SharingOperation } from '../policy/operations';
import { REFUSED } from './perform';
import { type CaseFile } from './ports/cases';
import { type SharingFile, type SharingKey } from './ports/sharings';
import { type Within } from './ports/common';
import { type World } from './world';

type Asking = {
  readonly ask: SharingOperation;
  readonly person: Person;
  readonly key: SharingKey;
  readonly now: Instant;
};

/** A sharing that is not there is refused like one that is not theirs. */
export const judgeSharing = (kase: Case, { ask, person, key, now }: Asking): Ruling => {
  const sharing = sharingIn(kase, key.sharingId);
  return sharing === undefined ? REFUSED : judge(person, { about: 'sharing', ask, kase, sharing, now });
};

export type FoundSharing = {
  readonly file: CaseFile;
  readonly sharing: Sharing;
  readonly beside: SharingFile;
};

/** The case, the sharing in it, and what lies beside; undefined when any of them is not there. */
export const findSharing = async (
  { cases }: Pick<World, 'cases'>,
  key: SharingKey,
  within: Within,
): Promise<FoundSharing | undefined> => {
  const [file, beside] = await Promise.all([cases.load(key.caseId, within), cases.sharing(key, within)]);
  const sharing = file && sharingIn(file.kase, key.sharingId);
  return file === undefined || sharing === undefined || beside === undefined
    ? undefined
    : { file, sharing, beside };
};
