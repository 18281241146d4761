import { anAction, aCase, anItem } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { useCasesIn } from '../../src/use-cases/all';
import { actionId, agencyId, caseCode, caseId, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting, aRunningMeeting } from '../builders/meetings';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { aHouse, AUTHOR, counted, heldBy, type House, ORIGIN, OWNER, putReferral, type Who } from './asking';
import { entriesFor } from '../../src/use-cases/asked';
import { noticesTo, workers } from '../../src/use-cases/recipients';

const ITEM = { caseId: caseId(), meetingId: meetingId() };
const KEY = { caseId: caseId(), actionId: actionId() };
const onAgenda = () => {
  const house = aHouse();
  putReferral(house, { state: 'ready-for-review', presented: true, meetingId: meetingId() } as never);
  house.putMeeting(aRunningMeeting());
  house.putItem(anItem());
  return house;
};

describe('startDecision', () => {
  const start = (house: House, inChannel = false, who: Who = 'chair') =>
    house.does.startDecision({ ...house.ask(who), ...ITEM, inChannel });

  it('gives what the form needs, and who is missing', async () => {
    const house = onAgenda();

    const deciding = await start(house);

    expect(deciding).toMatchObject({
      ok: true,
      value: { kase: { id: caseId() }, item: anItem(), missing: [] },
    });
    expect(house.sent()).toEqual([]);
  });

  it('names the partners nobody is there from', async () => {
    const house = onAgenda();
    const running = aRunningMeeting();
    if (running.state === 'running')
      house.putMeeting({ ...running, attendance: { ...running.attendance, present: [] } });

    const deciding = await start(house);

    expect(deciding).toMatchObject({ ok: true, value: { missing: ['kommune', 'helse', 'politi'] } });
  });

  it('leaves the form in the presser’s own chat when it was asked for in the channel, once', async () => {
    const house = onAgenda();

    await start(house, true);
    await start(house, true);

    expect(house.sent()).toEqual([
      {
        kind: 'notice',
        to: 'moteleder',
        caseId: caseId(),
        code: caseCode(),
        notice: { kind: 'form', form: 'record-decision', meetingId: meetingId() },
      },
    ]);
  });

  it('leaves no form for somebody who may not decide', async () => {
    const house = onAgenda();

    const refused = await start(house, true, 'member');

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
    expect(house.sent()).toEqual([]);
  });

  it('waits for the meeting to begin', async () => {
    const house = onAgenda();
    house.putMeeting(aMeeting());

    const refused = await start(house);

    expect(refused.ok).toBe(false);
  });
});

describe('lookAtProcess', () => {
  it('shows process and the directory, and opens nothing sealed', async () => {
    const house = aHouse();
    putReferral(house, { state: 'mapping' } as never);
    const { world, calls } = counted(house);

    const seen = await useCasesIn(world).startAction({ ...house.ask('coordinator'), caseId: caseId() });

    expect(seen).toMatchObject({ ok: true, value: { kase: { id: caseId() } } });
    expect(seen.ok && seen.value.people).toHaveLength(house.inside.people.size);
    expect(calls).not.toContain('cases.reveal');
    expect(house.events()).toMatchObject([{ disclosed: [] }]);
    expect(house.sent()).toEqual([]);
  });

  it('leaves the form in the presser’s own chat when it was asked for in the channel', async () => {
    const house = onAgenda();

    await house.does.startAction({ ...house.ask('coordinator'), caseId: caseId(), formFor: meetingId() });

    expect(house.sent()).toMatchObject([
      { to: 'koordinator', notice: { kind: 'form', form: 'create-action', meetingId: meetingId() } },
    ]);
  });
});

describe('startInformation', () => {
  it('gives the author their own referral, back in the form it came from', async () => {
    const house = aHouse();
    house.putDraft(
      aDraft({ values: { ...SHORTEST_FORM, words: 'Vil ha et sted', 'my-contact': '55 00 00 00' } }),
    );
    await house.does.submitReferral({ ...house.ask('author'), draftId: caseId() });

    const seen = await house.does.startInformation({
      ...house.ask('author', { command: 'look' }),
      caseId: caseId(),
    });

    expect(seen).toMatchObject({
      ok: true,
      value: { values: { ...SHORTEST_FORM, words: 'Vil ha et sted', 'my-contact': '55 00 00 00' } },
    });
  });

  it('shows all it shows of the own agency’s, and never who the candidate is', async () => {
    const house = aHouse();
    const others = agencyId('sent-ute-koordinering');
    putReferral(house, {
      holdings: [...heldBy(ORIGIN), { origin: ORIGIN, section: 'B' }, { origin: others, section: 'C' }],
    });

    await house.does.startInformation({ ...house.ask('author'), caseId: caseId() });

    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN));
  });
});

describe('openAction', () => {
  const withTask = (over: Parameters<typeof anAction>[0] = {}, from = ORIGIN) => {
    const house = aHouse();
    const task = anAction({ detailIn: 'C', ...over });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Ring utleier', detailFrom: from });
    return house;
  };

  it('shows its owner the detail, and records that', async () => {
    const house = withTask();

    const opened = await house.does.openAction({ ...house.ask('owner'), ...KEY });

    expect(opened).toMatchObject({ ok: true, value: { action: { id: actionId() }, detail: 'Ring utleier' } });
    expect(house.events()).toMatchObject([{ disclosed: heldBy(ORIGIN, ['C']) }]);
  });

  it.each([
    ['the coordinator, to whom no consent opens it', 'coordinator', ORIGIN],
    ['an owner, to whom no consent opens it', 'owner', agencyId('kronstad-dps')],
  ] as const)('keeps it from %s', async (_, who, from) => {
    const house = withTask({}, from);
    const { world, calls } = counted(house);

    const opened = await useCasesIn(world).openAction({ ...house.ask(who), ...KEY });

    expect(opened.ok && opened.value).not.toHaveProperty('detail');
    expect(house.events()).toMatchObject([{ disclosed: [] }]);
    expect(calls).not.toContain('cases.detailOf');
  });

  it('opens a task without one', async () => {
    const house = withTask();
    house.putTask(anAction());

    const opened = await house.does.openAction({ ...house.ask('owner'), ...KEY });

    expect(opened.ok && opened.value).not.toHaveProperty('detail');
  });

  it('is refused when the task is in another case', async () => {
    const house = withTask();

    const refused = await house.does.openAction({
      ...house.ask('owner'),
      ...KEY,
      actionId: actionId('other'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});

describe('openItem', () => {
  it('gives the item back as the channel shows it', async () => {
    const house = onAgenda();

    const found = await house.does.openItem({ ...house.ask('member'), ...ITEM });

    expect(found).toMatchObject({
      ok: true,
      value: { item: anItem(), meeting: { state: 'running' }, kase: { id: caseId() } },
    });
  });

  it('is refused when the case does not stand there', async () => {
    const house = onAgenda();

    const refused = await house.does.openItem({
      ...house.ask('member'),
      ...ITEM,
      meetingId: meetingId('2026-12-23'),
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-available' } });
  });
});

describe('entriesFor', () => {
  const house = aHouse();
  const asked = house.ask('coordinator');
  const notice = (to: string, kind: 'stopped' | 'new-referral' = 'stopped') =>
    ({ kind: 'notice', to: personId(to), caseId: caseId(), code: caseCode(), notice: { kind } }) as const;

  it('gives one cause, occasion and recipient one id, and every other another', () => {
    const errands = [
      notice('en'),
      notice('en'),
      notice('to'),
      notice('en', 'new-referral'),
      { ...notice('en'), caseId: caseId('other') },
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'edit-item', ...ITEM },
      { kind: 'edit-item', ...ITEM, caseId: caseId('other') },
    ] as const;

    const entries = entriesFor(house, asked, errands);

    const ids = entries.map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(errands.length - 1);
    expect(entries.map(({ at }) => at)).toEqual(errands.map(() => NOON));
  });

  it('gives two commands two ids', () => {
    const other = house.ask('coordinator', { command: 'other' });

    const [one, another] = [
      entriesFor(house, asked, [notice('en')]),
      entriesFor(house, other, [notice('en')]),
    ];

    expect(one[0]?.id).not.toBe(another[0]?.id);
  });
});

describe('recipients', () => {
  it('tells nobody twice, and not the one who pressed', () => {
    const house = aHouse();
    const told = noticesTo(house.ask('author'), [OWNER, AUTHOR, OWNER], {
      kase: aCase(),
      about: { kind: 'stopped' },
    });

    expect(told.map(errand => ('to' in errand ? errand.to : ''))).toEqual([OWNER]);
  });

  it('counts as working on a case its author and who owns what is not done, stand-ins too', () => {
    const blocked = { ...briefOf(anAction({ standIn: personId('vara') })), state: 'blocked' } as const;
    const cancelled = { ...briefOf(anAction({ owner: personId('avlyst') })), state: 'cancelled' } as const;

    const working = workers(aCase({ actions: [blocked, cancelled] }));

    expect(working).toEqual([AUTHOR, OWNER, 'vara']);
  });
});
