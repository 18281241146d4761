import fc from 'fast-check';
import { plusMs } from '../../src/domain/time';
import { type SendFailure } from '../../src/use-cases/ports/messenger';
import { aCase, anItem } from '../builders/cases';
import { caseId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { anEntry, aReference } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { inTime } from '../fakes/fake-world';
import { aScene, LEASE_MS, type Scene } from './scene';
import { type Mood } from './teams';

const ITEM = { meetingId: meetingId(), caseId: caseId() };
const NOTICE = anEntry().errand;
const posted = { activityId: 'old', conversationId: 'channel' };

/** One notice that is true and due. */
const aNoticeDue = () => {
  const scene = aScene();
  scene.putCase(aCase());
  return { scene, entry: scene.post(NOTICE) };
};
const onAgenda = (scene: Scene, over: Parameters<typeof anItem>[0] = {}): void => {
  scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
  scene.putCase(aCase({ state: 'ready-for-review', presented: true, meetingId: meetingId() }));
  scene.putItem(anItem(over));
};

describe('tick', () => {
  it('sends what is due, once', async () => {
    const { scene, entry } = aNoticeDue();
    const { tick } = scene.replica();

    const counts = [await tick(), await tick()];

    expect(counts).toEqual([1, 0]);
    expect(scene.teams.arrived).toEqual([
      {
        way: 'chat',
        where: 'chat koordinator',
        letter: { id: entry.entry.id, message: { kind: 'notice', errand: NOTICE } },
      },
    ]);
    expect(scene.stateOf(entry)).toBe('sent');
  });

  it('takes up what the database’s whole seconds have not reached yet', async () => {
    const { scene } = aNoticeDue();
    scene.setNow(instant('2026-12-04T11:00:00.900'));
    scene.post(NOTICE, instant('2026-12-04T11:00:00.850'));

    await scene.replica().tick();

    expect(scene.teams.arrived).toHaveLength(2);
  });

  it('leaves what is not due', async () => {
    const scene = aScene();
    scene.putCase(aCase());
    scene.post(NOTICE, plusMs(NOON, 5_000));

    const count = await scene.replica().tick();

    expect(count).toBe(0);
  });

  it('stops a notice whose case has ended meanwhile', async () => {
    const { scene, entry } = aNoticeDue();
    scene.putCase(aCase({ state: 'referral-withdrawn' }));

    await scene.replica().tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.stateOf(entry)).toBe('dropped');
  });

  it.each([
    ['sends a dead letter again when it was sent on its way', { state: 'submitted', becomes: 'sent' }],
    [
      'drops a dead letter that is no longer true when it comes again',
      { state: 'referral-withdrawn', becomes: 'dropped' },
    ],
  ] as const)('%s', async (_, { state, becomes }) => {
    const { scene, entry } = aNoticeDue();
    scene.teams.moods.push({ kind: 'refused', status: 403 });
    await scene.replica().tick();
    const dead = await scene.outbox.deadLetter(entry.entry.id, inTime());
    scene.putCase(aCase({ state }));

    const moved = dead !== undefined && (await scene.outbox.retry(dead, scene.inside.now, inTime()));
    await scene.replica().tick();

    expect(moved).toBe(true);
    expect(scene.stateOf(entry)).toBe(becomes);
    expect(scene.teams.arrived).toHaveLength(becomes === 'sent' ? 1 : 0);
  });

  it('lays a case, posts the agenda and then the item, in one go', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
    scene.putCase(aCase({ state: 'ready-for-review' }));
    scene.post({ kind: 'post-agenda', meetingId: meetingId() });
    scene.post({ kind: 'put-on-agenda', ...ITEM, number: 1, item: 'new-candidate' });

    await scene.replica().tick();

    expect(scene.teams.arrived.map(({ letter }) => letter.message.kind)).toEqual(['agenda', 'item']);
    expect(scene.inside.items.get(`${caseId()}/${meetingId()}`)?.item.posted?.activityId).toBe('activity-2');
    expect(scene.inside.meetings.get(meetingId())?.meeting.posted?.activityId).toBe('activity-1');
  });

  it('drops a case that no longer belongs on the agenda', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
    scene.putCase(aCase({ state: 'needs-info' }));
    const entry = scene.post({ kind: 'put-on-agenda', ...ITEM, number: 1, item: 'new-candidate' });

    await scene.replica().tick();

    expect(scene.stateOf(entry)).toBe('dropped');
  });

  it('lays a case again later when somebody was first', async () => {
    const scene = aScene();
    scene.putMeeting(aMeeting({ publishedAt: NOON, agenda: [caseId()] }));
    scene.putCase(aCase({ state: 'ready-for-review' }));
    const entry = scene.post({ kind: 'put-on-agenda', ...ITEM, number: 1, item: 'new-candidate' });
    const cases = { ...scene.cases, commit: () => Promise.resolve('changed-meanwhile' as const) };

    await scene.replica({ world: { cases } }).tick();
    scene.pass(2_000);
    const before = scene.stateOf(entry);
    await scene.replica().tick();

    expect([before, scene.stateOf(entry)]).toEqual(['pending', 'sent']);
  });

  it('draws one card once, however many edits of it wait', async () => {
    const scene = aScene();
    onAgenda(scene, { posted });
    const entries = [1, 2, 3].map(() => scene.post({ kind: 'edit-item', ...ITEM }));

    await scene.replica().tick();

    expect(scene.teams.arrived).toMatchObject([{ way: 'edit', where: 'old' }]);
    expect(entries.map(scene.stateOf)).toEqual(['sent', 'dropped', 'dropped']);
  });

  it('puts an edit off until its message is posted', async () => {
    const scene = aScene();
    onAgenda(scene);
    const edit = scene.post({ kind: 'edit-item', ...ITEM });
    const { tick } = scene.replica();

    await tick();
    const before = scene.stateOf(edit);
    scene.putItem(anItem({ posted }));
    scene.pass(2_000);
    await tick();

    expect([before, scene.stateOf(edit)]).toEqual(['pending', 'sent']);
  });

  it('posts anew when the message to be edited is gone and still matters', async () => {
    const scene = aScene();
    onAgenda(scene, { posted });
    const edit = scene.post({ kind: 'edit-item', ...ITEM });
    scene.teams.moods.push({ kind: 'gone' });

    await scene.replica().tick();

    expect(scene.teams.arrived).toMatchObject([{ way: 'channel', where: 'channel' }]);
    expect(scene.stateOf(edit)).toBe('sent');
  });

  it('drops an edit of a message that is gone and matters no more', async () => {
    const scene = aScene();
    onAgenda(scene, { posted, closed: true });
    const edit = scene.post({ kind: 'edit-item', ...ITEM });
    scene.teams.moods.push({ kind: 'gone' });

    await scene.replica().tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.stateOf(edit)).toBe('dropped');
  });

  it.each<[SendFailure, string]>([
    [{ kind: 'gone' }, 'dead'],
    [{ kind: 'refused', status: 400 }, 'dead'],
    [{ kind: 'throttled', retryAfterMs: 7_000 }, 'pending'],
    [{ kind: 'unavailable' }, 'pending'],
    [{ kind: 'ambiguous' }, 'sending'],
  ])('meets %j by leaving the entry %s', async (failure, state) => {
    const { scene, entry } = aNoticeDue();
    scene.teams.moods.push(failure);

    await scene.replica().tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.stateOf(entry)).toBe(state);
  });

  it('waits as long as Teams says', async () => {
    const { scene } = aNoticeDue();
    const { tick } = scene.replica();
    scene.teams.moods.push({ kind: 'throttled', retryAfterMs: 7_000 });
    await tick();

    const sent = [0, 7_000, 3_000].map(async ms => {
      scene.pass(ms);
      return tick().then(() => scene.teams.arrived.length);
    });

    expect(await Promise.all(sent)).toEqual([1, 1, 1]);
  });

  it('tries what may have arrived again when its claim ends', async () => {
    const { scene, entry } = aNoticeDue();
    const { tick } = scene.replica();
    scene.teams.moods.push('throws');
    await tick();
    scene.pass(LEASE_MS - 5_000);
    await tick();
    const before = scene.stateOf(entry);

    scene.pass(5_000);
    await tick();

    expect([before, scene.stateOf(entry)]).toEqual(['sending', 'sent']);
    expect(scene.logged).toEqual([`send-failed ${entry.entry.id} TypeError`]);
  });

  it('opens the chat of someone who has never written', async () => {
    const { scene, entry } = aNoticeDue();
    scene.join(aCoordinator(), false);

    await scene.replica().tick();

    expect(scene.teams.opened).toEqual(['koordinator']);
    expect(scene.teams.arrived).toMatchObject([{ where: 'opened koordinator' }]);
    expect(scene.inside.people.get('koordinator')?.reference?.conversationId).toBe('opened koordinator');
    expect(scene.stateOf(entry)).toBe('sent');
  });

  it('lets the entry wait for someone who must install the app, and sends it when they are heard of', async () => {
    const { scene, entry } = aNoticeDue();
    scene.join(aCoordinator(), false);
    scene.teams.chats.opening = { kind: 'gone' };
    const { tick } = scene.replica();
    await tick();
    const before = scene.stateOf(entry);
    const file = scene.inside.people.get('koordinator');
    if (file === undefined) throw new Error('nobody there');

    await scene.people.captureReference(
      file,
      aReference({ conversationId: 'new' }),
      AbortSignal.timeout(1_000),
    );
    await tick();

    expect(before).toBe('waiting');
    expect(scene.teams.arrived).toMatchObject([{ where: 'new' }]);
  });

  it.each(['notice', 'item'])('puts a %s off by a minute until the channel is known', async kind => {
    const { scene } = aNoticeDue();
    scene.join(aCoordinator(), false);
    onAgenda(scene);
    scene.inside.outbox.clear();
    if (kind === 'notice') scene.putCase(aCase());
    const entry = scene.post(kind === 'notice' ? NOTICE : { kind: 'post-item', ...ITEM });
    delete scene.inside.channel;
    const { tick } = scene.replica();
    await tick();
    scene.inside.channel = aReference();
    scene.pass(58_000);
    await tick();
    const before = scene.stateOf(entry);

    scene.pass(3_000);
    await tick();

    expect([before, scene.stateOf(entry)]).toEqual(['pending', 'sent']);
  });

  it('keeps to seven a second in one thread', async () => {
    const scene = aScene();
    scene.putCase(aCase());
    Array.from({ length: 20 }, () => scene.post(NOTICE));
    const moments: number[] = [];
    const teams = {
      ...scene.teams.messenger,
      toPerson: (...sent: Parameters<typeof scene.teams.messenger.toPerson>) => {
        moments.push(scene.mono());
        return scene.teams.messenger.toPerson(...sent);
      },
    };

    await scene.replica({ teams }).tick();

    const first = moments[0] ?? 0;
    expect(moments.map(at => at - first)).toEqual([
      ...Array.from({ length: 7 }, () => 0),
      ...Array.from({ length: 7 }, () => 1_000),
      ...Array.from({ length: 6 }, () => 2_000),
    ]);
  });

  it('puts off what a thread has no place for, and the others go', async () => {
    const scene = aScene();
    scene.putCase(aCase({ state: 'needs-info' }));
    const [first, full, other] = [
      scene.post({ ...NOTICE, notice: { kind: 'new-information' } } as typeof NOTICE),
      scene.post({ ...NOTICE, notice: { kind: 'new-information' } } as typeof NOTICE),
      scene.post({
        ...NOTICE,
        to: personId('innmelder'),
        notice: { kind: 'answer-needed', by: day('2026-12-11') },
      } as typeof NOTICE),
    ];
    const limits = { thread: [{ count: 1, perMs: 20_000 }], overall: [{ count: 30, perMs: 1_000 }] };
    const { tick } = scene.replica({ settings: { limits } });

    await tick();
    const states = [first, full, other].map(scene.stateOf);
    scene.pass(21_000);
    await tick();

    expect(states).toEqual(['sent', 'pending', 'sent']);
    expect(scene.stateOf(full)).toBe('sent');
  });

  it('does not send when the lease has no room left after the intent', async () => {
    const { scene, entry } = aNoticeDue();
    const paused = {
      ...scene.outbox,
      intend: async (...asked: Parameters<typeof scene.outbox.intend>) => {
        const intended = await scene.outbox.intend(...asked);
        scene.pass(LEASE_MS / 2);
        return intended;
      },
    };

    await scene.replica({ world: { outbox: paused } }).tick();
    const before = [scene.teams.arrived.length, scene.stateOf(entry)];
    scene.pass(LEASE_MS);
    await scene.replica({ holder: 'replica-2' }).tick();

    expect(before).toEqual([0, 'sending']);
    expect(scene.teams.arrived).toHaveLength(1);
  });

  it('renews the lease in time for every send', async () => {
    const scene = aScene();
    scene.putCase(aCase());
    const entries = Array.from({ length: 9 }, () => scene.post(NOTICE));
    const teams = {
      ...scene.teams.messenger,
      toPerson: (...sent: Parameters<typeof scene.teams.messenger.toPerson>) => {
        scene.pass(12_000);
        return scene.teams.messenger.toPerson(...sent);
      },
    };

    const count = await scene.replica({ teams }).tick();

    expect(count).toBe(9);
    expect(new Set(entries.map(scene.stateOf))).toEqual(new Set(['sent']));
    expect(scene.teams.arrived).toHaveLength(9);
  });

  it.each(['claim', 'intend'] as const)('lets go of an entry when its %s is void', async step => {
    const { scene } = aNoticeDue();
    const outbox = { ...scene.outbox, [step]: () => Promise.resolve(undefined) };

    await scene.replica({ world: { outbox } }).tick();

    expect(scene.teams.arrived).toEqual([]);
    expect(scene.logged).toEqual([]);
  });

  it('goes on with the others when one cannot be carried, and logs ids only', async () => {
    const { scene, entry } = aNoticeDue();
    const other = scene.post({ ...NOTICE, caseId: caseId('broken') } as typeof NOTICE);
    const cases = {
      ...scene.cases,
      load: (...asked: Parameters<typeof scene.cases.load>) =>
        asked[0] === caseId('broken')
          ? Promise.reject(new RangeError('a secret'))
          : scene.cases.load(...asked),
    };

    const count = await scene.replica({ world: { cases } }).tick();

    expect(count).toBe(2);
    expect(scene.stateOf(entry)).toBe('sent');
    expect(scene.logged).toEqual([`errand-failed ${other.entry.id} notice RangeError`]);
  });

  it('logs a turn that fails, and the next one works', async () => {
    const { scene } = aNoticeDue();
    const outbox = { ...scene.outbox };
    const { tick } = scene.replica({ world: { outbox } });
    outbox.lead = () => Promise.reject(new Error('the database is down'));
    const first = await tick();
    outbox.lead = scene.outbox.lead;

    const second = await tick();

    expect([first, second]).toEqual([0, 1]);
    expect(scene.logged).toEqual(['turn-failed Error']);
  });

  it('insists on the acknowledgement', async () => {
    const { scene, entry } = aNoticeDue();
    const answers = [Promise.reject.bind(Promise), Promise.reject.bind(Promise)];
    const outbox = {
      ...scene.outbox,
      acknowledge: (...asked: Parameters<typeof scene.outbox.acknowledge>) =>
        answers.pop()?.(new Error('lost')) ?? scene.outbox.acknowledge(...asked),
    };

    await scene.replica({ world: { outbox } }).tick();

    expect(scene.stateOf(entry)).toBe('sent');
    expect(scene.teams.arrived).toHaveLength(1);
  });

  it('leaves all to the one that leads', async () => {
    const { scene } = aNoticeDue();
    const [one, two] = [scene.replica(), scene.replica({ holder: 'replica-2' })];

    const counts = await Promise.all([one.tick(), two.tick()]);

    expect(counts).toEqual([1, 0]);
    expect(scene.teams.arrived).toHaveLength(1);
  });

  it('lets a standby take over within two leases', async () => {
    const { scene } = aNoticeDue();
    const [one, two] = [scene.replica(), scene.replica({ holder: 'replica-2' })];
    await one.tick();
    scene.post(NOTICE);
    const early = await two.tick();

    scene.pass(LEASE_MS);
    const late = await two.tick();

    expect([early, late]).toEqual([0, 1]);
  });

  it('sends nothing twice unless it may have arrived', async () => {
    const mood = fc.constantFrom<Mood>(
      'well',
      'arrived-unheard',
      'throws',
      { kind: 'ambiguous' },
      { kind: 'throttled' },
      { kind: 'unavailable' },
    );

    await fc.assert(
      fc.asyncProperty(fc.array(mood, { maxLength: 8 }), async moods => {
        const { scene, entry } = aNoticeDue();
        scene.post(NOTICE);
        const unheard = moods.filter(one => one === 'arrived-unheard').length;
        scene.teams.moods.push(...moods);
        const { tick } = scene.replica();
        for (let turn = 0; turn < 30; turn += 1) {
          await tick();
          scene.pass(31_000);
        }

        const mine = scene.teams.arrived.filter(({ letter }) => letter.id === entry.entry.id);

        expect(mine.length).toBeGreaterThanOrEqual(1);
        expect(scene.teams.arrived.length).toBeGreaterThanOrEqual(2);
        expect(scene.teams.arrived.length).toBeLessThanOrEqual(2 + unheard);
        expect(scene.stateOf(entry)).toBe('sent');
      }),
      { numRuns: 60 },
    );
  });
});

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 1));
};

describe('start', () => {
  it('goes on by itself until it is stopped, and gives the lease up', async () => {
    const { scene } = aNoticeDue();
    const one = scene.replica();
    one.start();
    one.start();
    await until(() => scene.teams.arrived.length === 1);
    scene.post(NOTICE);
    await until(() => scene.teams.arrived.length === 2);

    await one.stop();
    scene.post(NOTICE);
    const [after, standby] = [await one.tick(), await scene.replica({ holder: 'replica-2' }).tick()];

    expect([after, standby]).toEqual([0, 1]);
  });

  it('wakes when it is nudged', async () => {
    const { scene } = aNoticeDue();
    const one = scene.replica({ settings: { pollMs: 3_600_000 } });
    one.start();
    await until(() => scene.teams.arrived.length === 1);
    scene.post(NOTICE);

    one.nudge();

    await until(() => scene.teams.arrived.length === 2);
    await one.stop();
    expect(scene.teams.arrived).toHaveLength(2);
  });

  it('looks at nothing but the outbox when it is nudged', async () => {
    const { scene } = aNoticeDue();
    const looks: string[] = [];
    const remindersDue: typeof scene.cases.remindersDue = (...asked) => {
      looks.push('reminders');
      return scene.cases.remindersDue(...asked);
    };
    const world = { cases: { ...scene.cases, remindersDue } };
    const one = scene.replica({ world, settings: { pollMs: 3_600_000 } });
    one.start();
    await until(() => scene.teams.arrived.length === 1);
    scene.post(NOTICE);

    one.nudge();

    await until(() => scene.teams.arrived.length === 2);
    await one.stop();
    expect(looks).toEqual(['reminders']);
  });

  it('gathers what is nudged for within a moment', async () => {
    const { scene } = aNoticeDue();
    const one = scene.replica({ settings: { pollMs: 3_600_000, gatherMs: 700 } });
    const begun = scene.mono();
    one.start();
    await until(() => scene.teams.arrived.length === 1);
    scene.post(NOTICE);

    one.nudge();

    await until(() => scene.teams.arrived.length === 2);
    await one.stop();
    expect(scene.mono() - begun).toBeGreaterThanOrEqual(700);
  });
});

describe('stop', () => {
  it('finishes what is in flight and begins nothing more', async () => {
    const { scene, entry } = aNoticeDue();
    const second = scene.post(NOTICE);
    const sending: (() => void)[] = [];
    const teams = {
      ...scene.teams.messenger,
      toPerson: async (...sent: Parameters<typeof scene.teams.messenger.toPerson>) => {
        await new Promise<void>(resolve => sending.push(resolve));
        return scene.teams.messenger.toPerson(...sent);
      },
    };
    const one = scene.replica({ teams });
    one.start();
    await until(() => sending.length === 1);

    const stopped = one.stop();
    sending.forEach(finish => {
      finish();
    });
    await stopped;

    expect([entry, second].map(scene.stateOf)).toEqual(['sent', 'pending']);
    expect(scene.inside.lease?.until).toBe(instant('1970-01-01T00:00'));
  });

  it('does not fail when the lease cannot be given up', async () => {
    const { scene } = aNoticeDue();
    const outbox = { ...scene.outbox, resign: () => Promise.reject(new Error('down')) };
    const one = scene.replica({ world: { outbox } });
    await one.tick();

    await one.stop();

    expect(scene.logged).toEqual(['resign-failed Error']);
  });
});
