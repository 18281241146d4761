import { momentInWords } from '../landing/words';
import { decideOnIt, openTheItem, publishIt, startTheMeeting } from './story-group';
import { closeTheTask, createTheTask, recordTheConsent, remindTheOwner } from './story-task';
import { type Cast, refer, setReady } from './story-referral';
import { type ReferralFile } from './referral-file';
import { type Stage } from './stage';
import { type Teller } from './teller';
import { storyWords } from './words';

/** A Monday morning, eight days before the group meets. */
export const STORY_STARTS = '2026-11-23T08:00:00Z';

const castOn = (stage: Stage): Cast => ({
  referrer: stage.player('innmelder-mo'),
  coordinator: stage.player('koordinator'),
  member: stage.player('medlem-helse'),
  owner: stage.player('ansvarlig'),
});

export type Telling = { readonly stage: Stage; readonly file: ReferralFile; readonly teller: Teller };

/** The main job (domain.md §3), from the referral to the task that is done; throws where a step does not go. */
export const tellMainJob = async ({ stage, file, teller }: Telling): Promise<void> => {
  const cast = castOn(stage);
  const tale = { stage, file, teller, cast };
  teller.line(storyWords.clock(momentInWords(stage.world.clock.now())));
  teller.line(storyWords.installs);
  for (const player of Object.values(cast)) await player.installs();
  await refer(tale);
  if (file.referral.recognisable) await recordTheConsent(tale, storyWords.consentFirst);
  await setReady(tale);
  await publishIt(tale);
  await openTheItem(tale);
  await startTheMeeting(tale);
  await decideOnIt(tale);
  if (!file.referral.recognisable) await recordTheConsent(tale, storyWords.asksConsent);
  await createTheTask(tale);
  await remindTheOwner(tale);
  await closeTheTask(tale);
};
