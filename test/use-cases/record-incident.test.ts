import { downloadAccessLog } from '../../src/use-cases/export-access-log';
import { plusDays } from '../../src/domain/time';
import { aConsent, aDisqualification, anAction } from '../builders/cases';
import { actionId, agencyId, caseId, commandId, day, derive, instant, personId } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { afterMeeting, minutesIn, putMinuted } from './minuted';
import { briefOf } from '../../src/domain/action';
import { newActionId, newIncidentId } from '../../src/domain/ids';
import { aHouse, AUTHOR, caseIn, type House, keptIn, ORIGIN, putReferral, type Who } from './asking';
import { carried } from './carried';
import { type Case } from '../../src/domain/case';

const ID = newIncidentId(derive, commandId('command'));
const TASK = newActionId(derive, commandId('command'));
const VALUES = { when: '2026-12-03', kind: 'threat', reported: 'considered' };
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const record = (house: House, who: Who, over: object = {}) =>
  house.does.recordIncident({ ...house.ask(who), caseId: caseId(), values: VALUES, ...over });
const inState = (state: Case['state'] = 'submitted', over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { state, presented: true, ...over });
  return house;
};
type Answer = 'reported' | 'considered' | 'prevented';
const settle = (house: House, who: Who, reporting: Answer) =>
  house.does.settleIncident({
    ...house.ask(who, { command: `settle ${reporting}` }),
    ...{ caseId: caseId(), incidentId: ID, reporting },
  });
const taskIn = ({ inside }: House, id = TASK) => inside.actions.get(`${caseId()}/${id}`);

describe('recordIncident', () => {
  it('keeps that it happened with the case, and what happened sealed under the agency’s own E', async () => {
    const house = inState();

    await record(house, 'author', { values: { ...VALUES, reported: 'reported' } });

    expect(caseIn(house, caseId())?.incidents).toEqual([{ id: ID, agency: ORIGIN, reporting: 'reported' }]);
    expect([...house.inside.incidents.values()]).toMatchObject([
      { what: { origin: ORIGIN, section: 'E', box: '{"on":"2026-12-03","kind":"threat"}' } },
    ]);
    expect(house.inside.actions.size).toBe(0);
  });

  it('gives the agency a task of its own while it is unresolved, before consent too, and tells nobody', async () => {
    const house = inState();

    await record(house, 'author');

    expect(taskIn(house)?.action).toMatchObject({
      ...{ title: 'follow-up-incident', owner: AUTHOR, agency: ORIGIN, state: 'open' },
      due: plusDays(day('2026-12-04'), 14),
    });
    expect(taskIn(house)?.remindAt).toBeDefined();
    expect(caseIn(house, caseId())).toMatchObject({
      incidents: [{ action: TASK }],
      actions: [{ id: TASK, title: 'follow-up-incident' }],
    });
    expect(house.sent()).toEqual([]);
  });

  it.each([
    ['medlem-dps', undefined],
    ['kollega', 'kollega'],
  ])('has the owner’s stand-in only where they are of the agency: %s', async (standIn, kept) => {
    const house = inState();
    const by = house.enrol({ ...house.who.author.person, standIn: personId(standIn) });

    await record(house, 'author', { by });

    expect(taskIn(house)?.action.standIn).toBe(kept);
  });

  it('belongs to the agency of whoever records it', async () => {
    const house = inState('mapping');

    await record(house, 'member');
    await record(house, 'coordinator', { commandId: commandId('other') });

    expect(caseIn(house, caseId())?.incidents?.map(({ agency }) => agency)).toEqual([
      agencyId('kronstad-dps'),
      agencyId('sent-ute-koordinering'),
    ]);
  });

  it('says what is wrong with the form to who may record, and the same refusal to who may not', async () => {
    const house = inState();
    const before = keptIn(house);
    const values = { ...VALUES, when: '2027-01-01' };

    expect(await record(house, 'author', { values })).toEqual({
      ok: true,
      value: { problems: [{ field: 'when', problem: 'future' }] },
    });
    expect(await record(house, 'colleague', { values })).toEqual(NOT_AVAILABLE);
    expect(keptIn(house)).toBe(before);
  });

  it.each(['colleague', 'owner', 'admin', 'leader'] as const)('is refused to the %s', async who => {
    expect(await record(inState(), who)).toEqual(NOT_AVAILABLE);
  });

  it('is refused to a disqualified member, and in a case that has ended', async () => {
    const house = inState('active', { disqualified: [aDisqualification(personId('medlem-dps'))] });

    expect(await record(house, 'member')).toEqual(NOT_AVAILABLE);
    expect(await record(inState('concluded'), 'author')).toEqual({
      ok: false,
      error: { kind: 'wrong-state' },
    });
  });

  it('is recorded once, however often one command comes', async () => {
    const house = inState();

    await Promise.all([record(house, 'author'), record(house, 'author')]);

    expect(caseIn(house, caseId())?.incidents).toHaveLength(1);
    expect(caseIn(house, caseId())?.actions).toHaveLength(1);
  });
});

describe('settleIncident', () => {
  const due = day('2026-12-07');
  const dueNow = anAction({ title: 'follow-up-incident', owner: AUTHOR, agency: ORIGIN, due });

  it('keeps the first task from the others when the incident is considered anew', async () => {
    const house = inState('ready-for-review');
    await record(house, 'author');
    await settle(house, 'author', 'prevented');
    await settle(house, 'author', 'considered');

    const opened = await house.does.openCase({
      ...house.ask('member', { command: 'open' }),
      caseId: caseId(),
    });

    expect(caseIn(house, caseId())?.actions).toHaveLength(2);
    expect(opened.ok && opened.value.kase.actions).toEqual([]);
  });

  it('has the digest that speaks of the task drawn anew', async () => {
    const house = inState('submitted', {
      ...{ incidents: [anIncident({ action: anAction().id })] },
      actions: [briefOf(dueNow)],
    });
    house.putTask(dueNow);

    const settled = await house.does.settleIncident({
      ...house.ask('author'),
      ...{ caseId: caseId(), incidentId: anIncident().id, reporting: 'reported' },
    });

    expect(settled.ok).toBe(true);
    expect(await carried(house)).toEqual([{ kind: 'edit-digest', to: AUTHOR, on: '2026-12-04' }]);
  });

  it('completes the task in the same batch', async () => {
    const house = inState();
    await record(house, 'author');

    await settle(house, 'author', 'reported');

    expect(caseIn(house, caseId())).toMatchObject({
      incidents: [{ reporting: 'reported' }],
      actions: [{ id: TASK, state: 'done' }],
    });
    expect(taskIn(house)).toMatchObject({ action: { state: 'done', outcome: 'carried-out' } });
    expect(taskIn(house)?.remindAt).toBeUndefined();
  });

  it('gives a task again when it is considered anew, and none while there is one', async () => {
    const house = inState();
    await record(house, 'author');
    await settle(house, 'author', 'considered');
    expect(caseIn(house, caseId())?.actions).toHaveLength(1);
    await settle(house, 'author', 'prevented');

    await house.does.settleIncident({
      ...house.ask('author', { command: 'anew' }),
      ...{ caseId: caseId(), incidentId: ID, reporting: 'considered' },
    });

    expect(caseIn(house, caseId())?.actions.map(({ state }) => state)).toEqual(['done', 'open']);
    expect(caseIn(house, caseId())?.incidents?.[0]?.action).toBe(newActionId(derive, commandId('anew')));
  });

  it('changes the answer also when the task was done by hand', async () => {
    const house = inState();
    await record(house, 'author');
    await house.does.completeAction({
      ...house.ask('author', { command: 'done' }),
      ...{ caseId: caseId(), actionId: TASK, outcome: 'partly' },
    });

    await settle(house, 'author', 'prevented');

    expect(caseIn(house, caseId())?.incidents).toMatchObject([{ reporting: 'prevented' }]);
    expect(taskIn(house)?.action).toMatchObject({ outcome: 'partly' });
  });

  it.each(['coordinator', 'member'] as const)(
    'is refused to the %s of another agency just as an incident that is none',
    async who => {
      const grants = [{ group: 'E' as const, from: ORIGIN, to: agencyId('kronstad-dps') }];
      const house = inState('active', { consent: aConsent({ grants }) });
      await record(house, 'author');

      const refused = await settle(house, who, 'reported');

      const none = await settle(inState('active'), who, 'reported');
      expect(refused).toEqual(none);
      expect(refused.ok).toBe(false);
      expect(caseIn(house, caseId())?.incidents).toMatchObject([{ reporting: 'considered' }]);
    },
  );
});

describe('openIncidents', () => {
  const open = (house: House, who: Who) =>
    house.does.openIncidents({ ...house.ask(who, { command: 'open' }), caseId: caseId() });
  const disclosedIn = (house: House) => house.events().at(-1)?.disclosed;

  it('shows the agency’s own what happened, after the event says so', async () => {
    const house = inState();
    await record(house, 'author');

    const opened = await open(house, 'author');

    expect(opened).toMatchObject({
      ok: true,
      value: { incidents: [{ incident: { id: ID }, what: { on: '2026-12-03', kind: 'threat' } }] },
    });
    expect(disclosedIn(house)).toEqual([{ origin: ORIGIN, section: 'E' }]);
  });

  it.each(['coordinator', 'member', 'chair'] as const)(
    'shows the %s of another agency exactly what a case without one shows',
    async who => {
      const house = inState('ready-for-review');
      await record(house, 'author');

      const opened = await open(house, who);
      const quiet = await open(inState('ready-for-review'), who);

      expect(opened.ok && opened.value.incidents).toEqual([]);
      expect(opened.ok && opened.value.kase.actions).toEqual(quiet.ok && quiet.value.kase.actions);
      expect(JSON.stringify(opened)).not.toContain(ID);
      expect(JSON.stringify(opened)).not.toContain(TASK);
      expect(disclosedIn(house)).toEqual([]);
    },
  );

  it('shows others what is reported, and what the consent covers', async () => {
    const reported = inState('ready-for-review');
    await record(reported, 'author', { values: { ...VALUES, reported: 'reported' } });
    const grants = [{ group: 'E' as const, from: ORIGIN, to: agencyId('kronstad-dps') }];
    const covered = inState('active', { consent: aConsent({ grants }) });
    await record(covered, 'author');

    expect(await open(reported, 'coordinator')).toMatchObject({ value: { incidents: [{ what: {} }] } });
    expect(await open(covered, 'member')).toMatchObject({ value: { incidents: [{ what: {} }] } });
    expect(await open(covered, 'chair')).toMatchObject({ value: { incidents: [] } });
  });

  it('is refused to who may not open the case', async () => {
    expect(await open(inState(), 'colleague')).toEqual(NOT_AVAILABLE);
    expect(await open(inState(), 'admin')).toEqual(NOT_AVAILABLE);
  });
});

describe('the access log, of a case where something happened', () => {
  const look = async (house: House) => {
    await house.does.openIncidents({ ...house.ask('member', { command: 'see' }), caseId: caseId() });
    const asked = { ...house.ask('coordinator', { command: 'log' }), caseId: caseId() };
    const file = await downloadAccessLog(house)(asked);
    const log = await house.does.openAccessLog({
      ...house.ask('coordinator', { command: 'card' }),
      caseId: caseId(),
    });
    return [log, file].map(
      found =>
        found.ok && found.value.rows.find(({ operation }) => operation === 'open-incidents')?.disclosed,
    );
  };
  const reporting = async (reported: string) => {
    const house = inState('ready-for-review');
    await record(house, 'member', { values: { ...VALUES, reported } });
    return house;
  };

  it('tells the coordinator of no incident they do not know of, in the card and in the file', async () => {
    const house = await reporting('considered');

    expect(await look(house)).toEqual([[], []]);
    expect(house.events().find(({ operation }) => operation === 'open-incidents')?.disclosed).toEqual([
      { origin: agencyId('kronstad-dps'), section: 'E' },
    ]);
    expect(await look(inState('ready-for-review'))).toEqual([[], []]);
  });

  it('tells who was shown an incident that everybody knows of', async () => {
    const shown = [{ origin: agencyId('kronstad-dps'), section: 'E' }];

    expect(await look(await reporting('reported'))).toEqual([shown, shown]);
  });
});

describe('the task about an incident', () => {
  const asking = { caseId: caseId(), actionId: TASK, due: day('2026-12-30'), reason: 'no-contact' } as const;
  const askDate = (house: House, due = asking.due) =>
    house.does.askNewDate({ ...house.ask('member', { command: 'date' }), ...asking, due });

  it('has its date moved by its owner, and no coordinator told or asked', async () => {
    const house = inState('ready-for-review');
    await record(house, 'member');

    await askDate(house);

    const inbox = await house.does.openInbox(house.ask('coordinator', { command: 'in' }));
    expect(taskIn(house)?.action).toMatchObject({ due: '2026-12-30', state: 'open' });
    expect(taskIn(house)?.action.asked).toBeUndefined();
    expect(house.sent()).toEqual([]);
    expect(inbox.ok && inbox.value.entries.map(({ step }) => step)).not.toContain('grant-new-date');
  });

  it('moves to no day that has passed', async () => {
    const house = inState('ready-for-review');
    await record(house, 'member');

    expect(await askDate(house, day('2026-12-03'))).toEqual({ ok: false, error: { kind: 'past-date' } });
  });

  it('is to a coordinator of another agency as a task that is none', async () => {
    const house = inState('ready-for-review');
    await record(house, 'member');
    const { reason: _, ...grant } = asking;

    const opened = await house.does.openAction({ ...house.ask('coordinator', { command: 'o' }), ...grant });
    const none = { ...grant, actionId: actionId('none') };
    const moved = await house.does.grantNewDate({ ...house.ask('coordinator', { command: 'g' }), ...grant });
    const nothing = await house.does.grantNewDate({ ...house.ask('coordinator', { command: 'n' }), ...none });

    expect(opened).toEqual(NOT_AVAILABLE);
    expect(moved).toEqual(nothing);
    expect(moved.ok).toBe(false);
  });
});

describe('openCase, of a case where something happened', () => {
  it('shows the coordinator neither the incident nor the task about it', async () => {
    const house = inState('ready-for-review');
    await record(house, 'author');

    const opened = await house.does.openCase({
      ...house.ask('coordinator', { command: 'open' }),
      caseId: caseId(),
    });

    expect(opened.ok && opened.value.kase.actions).toEqual([]);
    expect(JSON.stringify(opened)).not.toContain(ID);
    expect(JSON.stringify(opened)).not.toContain('follow-up-incident');
  });
});

describe('the minutes', () => {
  it('name no task about an incident among what was agreed', async () => {
    const at = instant('2026-12-09T08:30');
    const about = anAction({ caseId: caseId('one'), title: 'follow-up-incident', createdAt: at });
    const agreed = anAction({ id: actionId('agreed'), caseId: caseId('one'), createdAt: at });
    const house = afterMeeting();
    const actions = [about, agreed].map(briefOf);
    putMinuted(house, 'one', {
      kase: { actions, incidents: [anIncident({ action: about.id })] },
      item: { number: 1 },
    });
    [about, agreed].forEach(task => house.putTask(task));

    const { minutes } = await minutesIn(house);

    expect(JSON.stringify(minutes)).not.toContain('follow-up-incident');
    expect(minutes.items[0]).toMatchObject({ tasks: [{ title: 'clarify-living' }] });
  });
});

describe('a plan', () => {
  it('takes no task about an incident for a measure, whoever names it', async () => {
    const house = inState('mapping');
    await record(house, 'author');

    const written = await house.does.writePlan({
      ...house.ask('coordinator', { command: 'plan' }),
      caseId: caseId(),
      values: { 'goal-1': 'Jeg vil bo', contact: AUTHOR, measures: TASK, review: '2027-01-15' },
    });

    expect(JSON.stringify(written)).toContain('unknown-measure');
  });
});
