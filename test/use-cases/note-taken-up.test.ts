import { type Meeting } from '../../src/domain/meeting';
import { noteTakenUp } from '../../src/use-cases/note-taken-up';
import { aCase } from '../builders/cases';
import { caseId, day, meetingId, NOON } from '../builders/ids';
import { aMeeting, anEndedMeeting, aRunningMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from '../reminders/scene';

const NOTING = { kind: 'note-taken-up', meetingId: meetingId(), caseId: caseId() } as const;
const held = (meeting: Meeting = aRunningMeeting(), over: object = {}): Scene => {
  const scene = aScene();
  scene.putMeeting(meeting);
  scene.putCase(aCase({ state: 'active', presented: true, meetingId: meetingId(), ...over } as never));
  return scene;
};
const note = (scene: Scene) => noteTakenUp(scene)(NOTING, NOON, inTime());
const dayIn = ({ inside }: Scene) => inside.cases.get(caseId())?.kase.takenUpOn;

describe('noteTakenUp', () => {
  it.each([aRunningMeeting(), anEndedMeeting()])(
    'leaves the day with the case, as the system',
    async meeting => {
      const scene = held(meeting);

      expect([await note(scene), dayIn(scene)]).toEqual(['noted', '2026-12-09']);
      expect(scene.events()).toMatchObject([
        { operation: 'note-taken-up', by: { person: 'system' }, rule: 'system', disclosed: [] },
      ]);
      expect(scene.sent()).toEqual([]);
    },
  );

  it('does nothing the second time', async () => {
    const scene = held();
    await note(scene);

    expect([await note(scene), scene.events().length]).toEqual(['left', 1]);
  });

  it.each([
    ['the meeting was never held', aMeeting(), {}],
    ['a later meeting spoke of it', aRunningMeeting(), { takenUpOn: day('2026-12-23') }],
    ['it has ended', aRunningMeeting(), { state: 'concluded', reason: 'ordinary' }],
  ])('leaves it alone when %s', async (_what, meeting, over) => {
    const scene = held(meeting, over);

    expect(await note(scene)).toBe('left');
    expect(scene.events()).toEqual([]);
  });

  it('is carried out by the dispatcher', async () => {
    const scene = held();
    const entry = scene.post(NOTING);

    await scene.replica().tick();

    expect([scene.stateOf(entry), dayIn(scene)]).toEqual(['sent', '2026-12-09']);
  });
});
