import { type Case } from '../domain/case';
import { type Notice } from '../domain/notice';
import { type Person } from '../domain/people';
import { isLive, sharingIn } from '../domain/sharing';
import { type Instant } from '../domain/time';
import { may } from '../policy/may';
import { mayHear } from './may-hear';

export type SharingNotice = Extract<Notice, { readonly sharingId: unknown }>;
type Told = { readonly person: Person; readonly kase: Case; readonly at: Instant };

/**
 * Whether what is to be told of a sharing is still true, and still theirs: to its receivers while it stands open, to
 * the leader while it can be reviewed, to the rest while the case is theirs.
 */
export const mayHearOfSharing = ({ kind, sharingId }: SharingNotice, { person, kase, at }: Told): boolean => {
  const sharing = sharingIn(kase, sharingId);
  if (sharing === undefined) return false;
  const asking = { about: 'sharing', kase, sharing, now: at } as const;
  switch (kind) {
    case 'shared':
      return (
        isLive(sharing, at) &&
        sharing.to.includes(person.id) &&
        may(person, { ...asking, ask: 'open-sharing' })
      );
    case 'sharing-to-review':
      return may(person, { ...asking, ask: 'review-sharing' });
    case 'sharing-happened':
    case 'sharing-reviewed':
      return mayHear(person, kase);
  }
};
