import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { type Meeting } from '../../src/domain/meeting';
import { type MeetingNotice } from '../../src/domain/notice';
import { type Person } from '../../src/domain/people';
import { plusMs } from '../../src/domain/time';
import { aCase, aDisqualification, anItem } from '../builders/cases';
import { agencyId, caseCode, caseId, day, instant, meetingId, NOON, personId, seatId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aMember } from '../builders/people';
import { aFuse, fused } from './fuse';
import { aScene, LEASE_MS, type Scene } from './scene';

/** The meeting is on Wednesday 9 December; three working days before is Friday the fourth, at half past eight. */
const PUBLISHED = instant('2026-12-03T12:00');
const REMINDED = instant('2026-12-04T07:30');
const MEETING = meetingId();
const DPS = personId('medlem-dps');
const POLICE: Person = aMember({
  id: personId('medlem-politi'),
  name: 'Medlem, politiet',
  ...{ agency: agencyId('innsatsgruppen'), partner: 'politi', seat: seatId('politi') },
});

const laid = (
  scene: Scene,
  number: number,
  over: { kase?: Partial<Case>; item?: Partial<AgendaItem> } = {},
) => {
  const id = caseId(`case ${String(number)}`);
  const code = caseCode(`case ${String(number)}`);
  const on = { state: 'ready-for-review', presented: true, meetingId: MEETING } as const;
  scene.putCase(aCase({ id, code, ...on, ...over.kase } as never));
  scene.putItem(anItem({ caseId: id, code, number, ...over.item }));
  return id;
};
/** Just published, with one case, and the errand that publishing leaves. */
const published = (over: Parameters<typeof laid>[2] = {}, meeting: Partial<Meeting> = {}): Scene => {
  const scene = aScene();
  scene.setNow(PUBLISHED);
  scene.join(POLICE);
  const agenda = [laid(scene, 1, over)];
  scene.putMeeting(aMeeting({ publishedAt: PUBLISHED, agenda, ...meeting } as never));
  scene.post({ kind: 'remind-contributors', meetingId: MEETING });
  return scene;
};
const rounds = async (scene: Scene, count = 4): Promise<void> => {
  const replica = scene.replica({ holder: `replica ${String(scene.mono())}` });
  for (let turn = 0; turn < count; turn += 1) {
    scene.pass(LEASE_MS + 1_000);
    await replica.tick();
  }
};
const at = async (scene: Scene, moment: ReturnType<typeof instant>): Promise<void> => {
  scene.setNow(moment);
  await rounds(scene);
};
const told = ({ teams }: Scene, about: MeetingNotice): readonly string[] =>
  teams.arrived
    .filter(({ letter: { message } }) => message.kind === 'meeting-notice' && message.about === about)
    .map(({ where }) => where)
    .toSorted();
const ASKED = 'contribute';
const REMINDER = 'contribute-reminder';
const CHATS = ['chat medlem-dps', 'chat medlem-politi'];

describe('the contribution round', () => {
  it('begins with one notice to everybody who holds a seat, without a case in it', async () => {
    const scene = published();

    await rounds(scene);

    expect(told(scene, ASKED)).toEqual(CHATS);
    expect(JSON.stringify(scene.teams.arrived)).not.toContain(caseCode('case 1'));
  });

  it('rings at whoever registers for a seat', async () => {
    const scene = aScene();
    const registrar = personId('koordinator');
    const { programme } = scene;
    const seats = programme.seats.map(seat => (seat.id === 'politi' ? { ...seat, registrar } : seat));
    scene.setNow(PUBLISHED);
    scene.putMeeting(aMeeting({ publishedAt: PUBLISHED, agenda: [laid(scene, 1)] }));
    scene.post({ kind: 'remind-contributors', meetingId: MEETING });

    await scene.replica({ world: { programme: { ...programme, seats } } }).tick();
    await scene.replica({ world: { programme: { ...programme, seats } } }).tick();

    expect(told(scene, ASKED)).toEqual(['chat koordinator', 'chat medlem-dps']);
  });

  it('does not ring at who is disqualified on all of it', async () => {
    const scene = published({ kase: { disqualified: [aDisqualification(DPS)] } });

    await rounds(scene);

    expect(told(scene, ASKED)).toEqual(['chat medlem-politi']);
  });

  it('rings once, also when the agenda is published again', async () => {
    const scene = published();
    await rounds(scene);
    scene.post({ kind: 'remind-contributors', meetingId: MEETING });

    await rounds(scene);

    expect(told(scene, ASKED)).toEqual(CHATS);
  });

  it('reminds who has not answered, three working days before, and nobody else', async () => {
    const scene = published({ item: { answered: [seatId('dps')] } });
    await rounds(scene);
    await at(scene, plusMs(REMINDED, -600_000));
    const before = told(scene, REMINDER);

    await at(scene, REMINDED);

    expect(before).toEqual([]);
    expect(told(scene, REMINDER)).toEqual(['chat medlem-politi']);
  });

  it('does not remind of a case that somebody is disqualified on', async () => {
    const scene = published({ kase: { disqualified: [aDisqualification(POLICE.id)] } });
    await rounds(scene);

    await at(scene, REMINDED);

    expect(told(scene, REMINDER)).toEqual(['chat medlem-dps']);
  });

  it('says nothing to who answers between the day and the sending', async () => {
    const scene = published();
    await rounds(scene);
    scene.setNow(REMINDED);
    const replica = scene.replica({
      world: {
        outbox: {
          ...scene.outbox,
          add: async (beside, entry, within) => {
            const added = await scene.outbox.add(beside, entry, within);
            laid(scene, 1, { item: { answered: [seatId('dps'), seatId('politi')] } });
            return added;
          },
        },
      },
    });

    await replica.tick();
    await replica.tick();
    await rounds(scene);

    expect(told(scene, REMINDER)).toEqual([]);
  });

  it('reminds once, however often it is published or moved', async () => {
    const scene = published();
    await rounds(scene);
    await at(scene, REMINDED);
    const later = aMeeting({
      publishedAt: PUBLISHED,
      agenda: [caseId('case 1')],
      on: day('2026-12-16'),
    });
    scene.putMeeting(later);
    scene.post({ kind: 'remind-contributors', meetingId: MEETING });
    scene.post({ kind: 'remind-contributors', meetingId: MEETING });
    await rounds(scene);

    await at(scene, instant('2026-12-11T07:30'));

    expect(told(scene, REMINDER)).toEqual(CHATS);
  });

  it('puts itself off when the meeting was moved to later', async () => {
    const scene = published();
    await rounds(scene);
    scene.putMeeting(aMeeting({ publishedAt: PUBLISHED, agenda: [caseId('case 1')], on: day('2026-12-16') }));

    await at(scene, REMINDED);
    const early = told(scene, REMINDER);
    await at(scene, instant('2026-12-11T07:30'));

    expect(early).toEqual([]);
    expect(told(scene, REMINDER)).toEqual(CHATS);
  });

  it('is dropped with a meeting that is cancelled', async () => {
    const scene = published();
    await rounds(scene);
    scene.putMeeting({
      ...aMeeting({ publishedAt: PUBLISHED, agenda: [caseId('case 1')] }),
      ...{ state: 'cancelled', reason: 'too-few', cancelledAt: NOON },
    });

    await at(scene, REMINDED);

    expect(told(scene, REMINDER)).toEqual([]);
  });

  it('does not remind at all when it is published later than that', async () => {
    const scene = published();
    scene.setNow(instant('2026-12-07T08:00'));

    await rounds(scene);

    expect(told(scene, ASKED)).toEqual(CHATS);
    expect(told(scene, REMINDER)).toEqual([]);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20])(
    'reminds exactly once when it is cut off before step %s',
    async step => {
      const scene = published();
      await rounds(scene);
      scene.setNow(REMINDED);
      const fuse = aFuse(step, 'before');
      await scene
        .replica({
          world: {
            cases: fused(scene.cases, fuse),
            people: fused(scene.people, fuse),
            meetings: fused(scene.meetings, fuse),
            outbox: fused(scene.outbox, fuse),
          },
        })
        .tick();

      await rounds(scene, 6);

      expect(told(scene, REMINDER)).toEqual(CHATS);
    },
  );
});
