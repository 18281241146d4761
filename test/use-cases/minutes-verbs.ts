import { type EndedMeeting } from '../../src/domain/meeting';
import { minutesOf } from '../../src/domain/minutes';
import { markOf } from '../../src/use-cases/look-at-minutes';
import { derive, meetingId, NOON, personId } from '../builders/ids';
import { anEndedMeeting, aProgramme, aRunningMeeting } from '../builders/meetings';
import { someMinutes } from '../builders/minutes';
import { aCoordinator, aMember } from '../builders/people';
import { type House } from './asking';
import { type Changing } from './changing';

/** Over, and led by the coordinator; no case stood on its agenda. */
export const ledByCoordinator = (over: Partial<EndedMeeting> = {}): EndedMeeting =>
  anEndedMeeting({ chair: personId('koordinator'), ...over });
const people = [aCoordinator(), aMember({ id: personId('moteleder'), name: 'Møteleder' })];
/** The mark of the minutes of that meeting, as the coordinator has read them. */
export const SEEN = markOf(
  { derive },
  minutesOf(ledByCoordinator(), [], { programme: aProgramme(), people }),
);

export const putApproved = (house: House): void => {
  house.putMeeting(ledByCoordinator({ approved: { by: personId('koordinator'), at: NOON } }));
  house.inside.minutes.set(meetingId(), { minutes: someMinutes({ items: [] }), addenda: [] });
};

const MEETING = { meetingId: meetingId() };

export const MINUTES_VERBS: readonly Changing[] = [
  {
    operation: 'approve-minutes',
    by: 'coordinator',
    rule: 'approve-minutes/chair',
    subject: meetingId(),
    given: house => {
      house.putMeeting(ledByCoordinator());
    },
    ask: (does, asked) => does.approveMinutes({ ...asked, ...MEETING, seen: SEEN }),
    tooLate: putApproved,
  },
  {
    operation: 'name-chair',
    by: 'coordinator',
    rule: 'name-chair/coordinator',
    subject: meetingId(),
    given: house => {
      house.putMeeting(anEndedMeeting());
    },
    ask: (does, asked) => does.nameChair({ ...asked, ...MEETING, chair: personId('medlem-dps') }),
    tooLate: putApproved,
  },
  {
    operation: 'add-addendum',
    by: 'coordinator',
    rule: 'add-addendum/chair',
    subject: meetingId(),
    given: putApproved,
    ask: (does, asked) => does.addAddendum({ ...asked, ...MEETING, text: 'Møtet begynte 9.10.' }),
    tooLate: house => {
      house.putMeeting(aRunningMeeting({ chair: personId('koordinator') }));
    },
  },
];
