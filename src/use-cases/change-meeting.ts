import { type MeetingId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Errand } from '../domain/outbox';
import { type Refusal } from '../domain/refusal';
import { judge, may } from '../policy/may';
import { type MeetingOperation } from '../policy/operations';
import { ok, type Result } from '../result';
import { type Asked, entriesFor } from './asked';
import { type Found, meetingById } from './next-meeting';
import { perform } from './perform';
import { type MeetingBeside } from './ports/meetings';
import { type World } from './world';

type Plan = MeetingBeside & { readonly meeting: Meeting; readonly errands: readonly Errand[] };
type Verb = {
  readonly operation: MeetingOperation;
  readonly meetingId: MeetingId;
  readonly decide: (meeting: Meeting) => Promise<Result<Plan, Refusal>> | Result<Plan, Refusal>;
};

/** Every card of the meeting in the channel, to be drawn anew. */
export const cardsOf = (meeting: Meeting): readonly Errand[] => [
  { kind: 'edit-agenda', meetingId: meeting.id },
  ...meeting.agenda.map(caseId => ({ kind: 'edit-item' as const, meetingId: meeting.id, caseId })),
];

/** A change of a meeting, which is stored the first time one is made; answers with the meeting as it then is. */
export const changeMeeting = async (
  world: World,
  asked: Asked,
  verb: Verb,
): Promise<Result<Meeting, Refusal>> => {
  const { meetingId, operation } = verb;
  const done = await perform<Found, Plan>(world, asked, {
    operation,
    subject: meetingId,
    load: () => meetingById(world, meetingId, asked.within),
    known: () => world.meetings.known(meetingId, asked.commandId, asked.within),
    judge: ({ meeting }) => judge(asked.by.person, { about: 'meeting', ask: operation, meeting }),
    sees: () => may(asked.by.person, { about: 'role', ask: 'open-agenda' }),
    decide: ({ meeting }) => Promise.resolve(verb.decide(meeting)),
    commit: ({ file }, { errands, ...plan }, fact) => {
      const outbox = entriesFor(world, asked, errands);
      return world.meetings.commit(
        { ...plan, fact, outbox, ...(file === undefined ? {} : { file }) },
        asked.within,
      );
    },
  });
  return done.ok ? ok(done.value.plan?.meeting ?? done.value.file.meeting) : done;
};
