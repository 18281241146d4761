import { CASE_STATES, type CaseState } from '../../src/domain/case';
import { type CaseFile } from '../../src/use-cases/ports/cases';
import {
  aDisqualification,
  aCase,
  aConsent,
  aDecision,
  anAction,
  anItem,
  doneAction,
} from '../builders/cases';
import {
  actionId,
  agencyId,
  caseCode,
  caseId,
  commandId,
  day,
  instant,
  meetingId,
  NOON,
  outboxId,
  personId,
  seatId,
} from '../builders/ids';
import { aFact, anEntry } from '../builders/outbox';
import { aContent } from '../builders/referrals';
import { givenCase, soon, there } from './given';
import { BACKENDS, endOf, type Lab } from './lab';

const OWN = agencyId('sosiale-tjenester');
const nothing = { outbox: [] };
const after = (name: string) => aFact({ commandId: commandId(name), operation: 'mark-urgent' });

/** A case with every optional fact given, so that none can be lost unseen. */
const fullCase = (state: CaseState) =>
  aCase({
    state,
    linkedTo: caseId('earlier'),
    meetingId: meetingId(),
    disqualified: [aDisqualification(personId('inhabil'))],
    holdings: [{ origin: OWN, section: 'C' }],
    actions: [
      {
        id: actionId(),
        title: 'arrange-meeting',
        owner: personId('ansvarlig'),
        standIn: personId('stedfortreder'),
        due: day('2026-12-11'),
        state: 'blocked',
        newDateAsked: true,
      },
    ],
    past: [{ state: 'submitted', since: NOON }],
    notes: [{ agency: agencyId('kronstad-dps'), at: NOON, erasing: true }],
    exportedAt: NOON,
    archived: { ref: '2026/1', at: NOON, by: personId('koordinator') },
    erasedOn: day('2027-01-03'),
    erasing: true,
  });

describe.each(BACKENDS)('cases $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it.each(CASE_STATES)('come back whole: %s', async state => {
    const kase = fullCase(state);

    const file = await givenCase(lab, kase);

    expect(file.kase).toEqual(kase);
  });

  it.each(['submitted', 'needs-info', 'ready-for-review', 'deferred'] as const)(
    'keep a consent that came early: %s',
    async state => {
      const kase = aCase({ state, consent: aConsent() });

      const file = await givenCase(lab, kase);

      expect(file.kase).toEqual(kase);
    },
  );

  it('are not there when there are none', async () => {
    expect(await lab.cases.load(caseId('none'), soon())).toBeUndefined();
    expect(await lab.cases.idOf(caseCode('none'), soon())).toBeUndefined();
  });

  it('are found by a code that was claimed for them', async () => {
    await lab.pointers.claimCode(caseCode('found'), caseId('found'), soon());

    expect(await lab.cases.idOf(caseCode('found'), soon())).toBe(caseId('found'));
  });

  it('know the commands that were saved in them, as a draft and as a case', async () => {
    const { kase } = await givenCase(lab);

    const known = (name: string) => lab.cases.known(kase.id, commandId(name), soon());

    expect(await known(`save ${kase.id}`)).toBe(true);
    expect(await known(`submit ${kase.id}`)).toBe(true);
    expect(await known('another')).toBe(false);
  });

  describe('reveal', () => {
    const identity = { name: 'Kandidat', number: '17912099997', birthYear: 1979 };
    const content = [
      { origin: OWN, content: aContent({ words: 'Kandidatens egne ord', urgent: 'haster' }, identity) },
    ];
    const all = (file: CaseFile) => lab.cases.reveal(file, file.sealed, soon());

    it('gives back what was put in, by origin', async () => {
      const file = await givenCase(lab, aCase(), { content });

      expect(await all(file)).toEqual(content);
    });

    it('opens just what is asked for', async () => {
      const file = await givenCase(lab, aCase(), { content });

      const seen = await lab.cases.reveal(
        file,
        [
          { origin: OWN, section: 'B' },
          { origin: agencyId('kronstad-dps'), section: 'B' },
        ],
        soon(),
      );

      expect(seen).toEqual([{ origin: OWN, content: { B: identity } }]);
    });

    it('gives what was sealed last, and the other sections as they lay', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const anew = [{ origin: OWN, content: { B: { name: 'Nytt navn' } } }];

      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after('name'), content: anew },
        soon(),
      );

      const [seen] = await all(there(await lab.cases.load(file.kase.id, soon())));
      expect(seen?.content).toEqual({ ...content[0]?.content, B: { name: 'Nytt navn' } });
    });

    it('no longer gives what was erased, not even to who read it before', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const erased = [{ origin: OWN, section: 'B' as const }];

      await lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after('erase'), erased }, soon());

      const { B: _, ...rest } = content[0]?.content ?? {};
      expect(await all(file)).toEqual([{ origin: OWN, content: rest }]);
    });

    it('T26 leaves the rest readable when one section of one agency is erased', async () => {
      const other = agencyId('kronstad-dps');
      const theirs = [{ origin: other, content: { B: { name: 'Deres navn' }, D: { contact: [] } } }];
      const file = await givenCase(lab, aCase(), { content: [...content, ...theirs] });
      const erased = [{ origin: other, section: 'B' as const }];

      await lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after('erase'), erased }, soon());

      const now = there(await lab.cases.load(file.kase.id, soon()));
      expect(await all(now)).toEqual([...content, { origin: other, content: { D: { contact: [] } } }]);
    });

    it('gives what was put in again after an erasure', async () => {
      const file = await givenCase(lab, aCase(), { content });
      const erased = [{ origin: OWN, section: 'B' as const }];
      const { kase } = file;
      await lab.cases.commit({ ...nothing, file, kase, fact: after('erase'), erased }, soon());
      const empty = there(await lab.cases.load(kase.id, soon()));

      const anew = [{ origin: OWN, content: { B: { name: 'Etterpå' } } }];
      await lab.cases.commit({ ...nothing, file: empty, kase, fact: after('name'), content: anew }, soon());

      const again = there(await lab.cases.load(kase.id, soon()));
      expect(await lab.cases.reveal(again, erased, soon())).toEqual(anew);
    });
  });

  describe('destroyKeys', () => {
    const content = [{ origin: OWN, content: aContent({ words: 'ord' }, { name: 'Navn' }) }];
    const lying = async (id: CaseFile['kase']['id']) => {
      const file = there(await lab.cases.load(id, soon()));
      const [seen] = await lab.cases.reveal(file, file.sealed, soon());
      return Object.keys(seen?.content ?? {}).toSorted();
    };

    it('takes what these keys sealed, and leaves the rest', async () => {
      const { kase } = await givenCase(lab, aCase(), { content });

      await lab.cases.destroyKeys(kase.id, [{ origin: OWN, section: 'B' }], soon());

      expect(await lying(kase.id)).toEqual(['C', 'D', 'E', 'F', 'contact', 'summary']);
      expect(await lab.cases.sealedUnder(kase.id, soon())).not.toContainEqual({ origin: OWN, section: 'B' });
    });

    it('takes everything, as often as one likes', async () => {
      const { kase } = await givenCase(lab, aCase(), { content });

      await lab.cases.destroyKeys(kase.id, 'all', soon());
      await lab.cases.destroyKeys(kase.id, 'all', soon());

      expect(await lying(kase.id)).toEqual([]);
      expect(await lab.cases.sealedUnder(kase.id, soon())).toEqual([]);
    });

    it('leaves other cases as they are', async () => {
      const { kase } = await givenCase(lab, aCase(), { content });
      const other = await givenCase(lab, aCase({ id: caseId('other') }), { content });

      await lab.cases.destroyKeys(kase.id, 'all', soon());

      expect(await lying(other.kase.id)).toHaveLength(7);
    });
  });

  describe('commit', () => {
    it('T23 lets exactly one of many win', async () => {
      const file = await givenCase(lab);
      const kase = { ...file.kase, urgent: true };

      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, n) =>
          lab.cases.commit({ ...nothing, file, kase, fact: after(`press ${n.toString()}`) }, soon()),
        ),
      );

      expect(answers.filter(answer => answer === 'done')).toHaveLength(1);
      expect(answers.filter(answer => answer === 'changed-meanwhile')).toHaveLength(9);
    });

    it('T04 is one event and one message however often the same command comes', async () => {
      const file = await givenCase(lab);
      const { kase } = file;
      const change = { file, kase, fact: after('same'), outbox: [anEntry()] };

      const first = await Promise.all(Array.from({ length: 5 }, () => lab.cases.commit(change, soon())));
      const again = await lab.cases.commit(change, soon());

      expect([...first, again].toSorted()).toEqual([
        ...Array.from({ length: 5 }, () => 'already-done'),
        'done',
      ]);
      expect(await lab.eventsIn(`case:${kase.id}`)).toHaveLength(3);
      expect(await lab.outbox.due(NOON, 10, soon())).toHaveLength(1);
    });

    it('chains every event after the one before', async () => {
      let file = await givenCase(lab);
      const { kase } = file;
      for (const name of ['one', 'two', 'three']) {
        await lab.cases.commit({ ...nothing, file, kase, fact: after(name) }, soon());
        file = there(await lab.cases.load(kase.id, soon()));
      }

      const events = await lab.eventsIn(`case:${kase.id}`);

      expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
      expect(endOf(events, lab.digest)).toEqual(file.head);
    });

    it('does not write a message again that an earlier command has written', async () => {
      const file = await givenCase(lab, aCase(), { outbox: [anEntry()] });
      const outbox = [anEntry(), anEntry({ id: outboxId('second') })];

      const committed = await lab.cases.commit(
        { file, kase: file.kase, fact: after('more'), outbox },
        soon(),
      );

      expect(committed).toBe('done');
      expect(await lab.outbox.due(NOON, 10, soon())).toHaveLength(2);
    });

    it('saves nothing at all when a part of it is out of date', async () => {
      const file = await givenCase(lab);
      const item = { item: anItem() };
      await lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after('item'), item }, soon());
      const now = there(await lab.cases.load(file.kase.id, soon()));

      const committed = await lab.cases.commit(
        { file: now, kase: { ...now.kase, urgent: true }, fact: after('twice'), item, outbox: [anEntry()] },
        soon(),
      );

      expect(committed).toBe('changed-meanwhile');
      expect((await lab.cases.load(file.kase.id, soon()))?.kase.urgent).toBe(false);
      expect(await lab.eventsIn(`case:${file.kase.id}`)).toHaveLength(3);
      expect(await lab.outbox.due(NOON, 10, soon())).toEqual([]);
    });
  });

  describe('items', () => {
    const decided = anItem({
      answered: [seatId('dps')],
      decision: aDecision({ outcome: { kind: 'declined', reason: 'outside' }, present: [seatId('dps')] }),
      posted: { activityId: '1', conversationId: '2' },
      closed: true,
    });

    it('come back whole, with a rationale that only opens on request', async () => {
      const file = await givenCase(lab);
      const rationale = {
        origin: agencyId('sent-ute-koordinering'),
        words: { rationale: 'Fordi gruppen mente det', dissent: 'Ikke vi' },
      };
      const change = { item: decided, rationale };
      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after('item'), item: change },
        soon(),
      );

      const stored = await lab.cases.item(file.kase.id, decided.meetingId, soon());

      expect(stored?.item).toEqual(decided);
      expect(stored && (await lab.cases.rationaleOf(stored, soon()))).toEqual(rationale.words);
    });

    it('keep the rationale when something else changes', async () => {
      const file = await givenCase(lab);
      const rationale = { origin: OWN, words: { question: 'Skal det søkes?', rationale: 'Blir liggende' } };
      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after('item'), item: { item: anItem(), rationale } },
        soon(),
      );
      const now = there(await lab.cases.load(file.kase.id, soon()));
      const {
        item,
        version,
        rationale: keep,
      } = there(await lab.cases.item(file.kase.id, meetingId(), soon()));

      const change = { item: { ...item, closed: true }, version, keep: there(keep) };
      await lab.cases.commit(
        { ...nothing, file: now, kase: now.kase, fact: after('close'), item: change },
        soon(),
      );

      const closed = there(await lab.cases.item(file.kase.id, meetingId(), soon()));
      expect(closed.item.closed).toBe(true);
      expect(await lab.cases.rationaleOf(closed, soon())).toEqual(rationale.words);
    });

    it('of a case are found on every agenda that it has stood on, and those of no other', async () => {
      const meetings = [meetingId(), meetingId('2026-12-23')];
      for (const name of ['one', 'other']) await givenCase(lab, aCase({ id: caseId(name) }));
      for (const id of meetings) {
        const file = there(await lab.cases.load(caseId('one'), soon()));
        const item = anItem({ caseId: caseId('one'), meetingId: id });
        const change = { ...nothing, file, kase: file.kase, fact: after(id), item: { item } };
        await lab.cases.commit(change, soon());
      }

      const found = await lab.cases.itemsOfCase(caseId('one'), soon());

      expect(found.map(item => item.meetingId).toSorted()).toEqual(meetings.toSorted());
      expect(await lab.cases.itemsOfCase(caseId('other'), soon())).toEqual([]);
    });

    it('of a meeting come in the order of their numbers', async () => {
      for (const [name, number] of [
        ['third', 3],
        ['first', 1],
        ['second', 2],
      ] as const) {
        const file = await givenCase(lab, aCase({ id: caseId(name) }));
        const item = anItem({ caseId: file.kase.id, number });
        await lab.cases.commit(
          { ...nothing, file, kase: file.kase, fact: after(name), item: { item } },
          soon(),
        );
      }

      const items = await lab.cases.itemsOf(meetingId(), soon());

      expect(items.map(item => item.number)).toEqual([1, 2, 3]);
      expect(await lab.cases.itemsOf(meetingId('2026-12-23'), soon())).toEqual([]);
    });
  });

  describe('tasks', () => {
    const save = async (name: string, change: Parameters<Lab['cases']['commit']>[0]['action']) => {
      const file = await givenCase(lab, aCase({ id: caseId(name) }));
      await lab.cases.commit(
        { ...nothing, file, kase: file.kase, fact: after(name), ...(change && { action: change }) },
        soon(),
      );
      return file.kase.id;
    };

    it.each([
      anAction({
        standIn: personId('stedfortreder'),
        meetingId: meetingId(),
        asked: { due: day('2026-12-18'), reason: 'no-contact', at: NOON },
      }),
      doneAction(),
      { ...anAction(), state: 'blocked' as const, gap: 'housing' as const },
      { ...anAction(), state: 'cancelled' as const },
      { ...anAction(), state: 'cancelled' as const, reason: 'mistake' as const },
      anAction({
        ...{ proposed: personId('medlem-dps'), proposedBy: personId('stedfortreder') },
        mutes: [{ by: personId('stedfortreder'), until: day('2026-12-14'), reason: 'other-first' }],
        reassigned: 'owner-left',
      }),
    ])('come back whole: $state', async task => {
      const action = { ...task, caseId: caseId('task') };
      await save('task', { action });

      expect((await lab.cases.action(action.caseId, action.id, soon()))?.action).toEqual(action);
    });

    it('give their detail only on request', async () => {
      const action = anAction({ caseId: caseId('detail'), detailIn: 'C' });
      const detail = { origin: OWN, text: 'Ring utleier' };
      await save('detail', { action, detail });

      const file = await lab.cases.action(action.caseId, action.id, soon());

      expect(file && (await lab.cases.detailOf(file, soon()))).toBe('Ring utleier');
    });

    it('have no detail when none was given', async () => {
      const action = anAction({ caseId: caseId('bare') });
      await save('bare', { action });

      const file = await lab.cases.action(action.caseId, action.id, soon());

      expect(file && (await lab.cases.detailOf(file, soon()))).toBeUndefined();
    });

    it('that are pending are found for owner and stand-in, soonest first', async () => {
      const mine = { owner: personId('jeg') };
      const tasks = {
        late: anAction({ ...mine, due: day('2026-12-20') }),
        early: anAction({ standIn: personId('jeg'), due: day('2026-12-08') }),
        done: doneAction(mine),
        others: anAction({ owner: personId('en-annen') }),
      };
      for (const [name, task] of Object.entries(tasks))
        await save(name, { action: { ...task, id: actionId(name), caseId: caseId(name) } });

      const found = await lab.cases.pendingActionsOf(personId('jeg'), soon());

      expect(found.map(({ id }) => id)).toEqual([actionId('early'), actionId('late')]);
    });

    it('whose owner asked for a new date are found', async () => {
      const asked = { due: day('2026-12-18'), reason: 'no-contact' as const, at: NOON };
      await save('asked', { action: anAction({ caseId: caseId('asked'), asked }) });
      await save('quiet', { action: anAction({ caseId: caseId('quiet') }) });

      const found = await lab.cases.newDatesAsked(soon());

      expect(found.map(action => action.caseId)).toEqual([caseId('asked')]);
    });

    it('are found with when they ring next', async () => {
      const remindAt = instant('2026-12-04T10:00');
      await save('rings', { action: anAction({ caseId: caseId('rings') }), remindAt });

      expect((await lab.cases.action(caseId('rings'), anAction().id, soon()))?.remindAt).toBe(remindAt);
    });

    it('are due for a reminder from their moment on, the earliest first', async () => {
      const rings = { late: '2026-12-04T10:00', early: '2026-12-04T09:00', never: undefined };
      for (const [name, at] of Object.entries(rings))
        await save(name, {
          action: anAction({ caseId: caseId(name) }),
          ...(at && { remindAt: instant(at) }),
        });
      const due = async (now: string, limit = 10) =>
        (await lab.cases.remindersDue(instant(now), limit, soon())).map(action => action.caseId);

      expect(await due('2026-12-04T08:59:59.999')).toEqual([]);
      expect(await due('2026-12-04T09:00')).toEqual([caseId('early')]);
      expect(await due('2026-12-05T09:00')).toEqual([caseId('early'), caseId('late')]);
      expect(await due('2026-12-05T09:00', 1)).toEqual([caseId('early')]);
    });
  });

  describe('lists', () => {
    it('give the cases in these states, the oldest in its state first', async () => {
      await givenCase(lab, aCase({ id: caseId('new'), since: instant('2026-12-03T08:00') }));
      await givenCase(lab, aCase({ id: caseId('old'), since: instant('2026-12-01T08:00') }));
      await givenCase(lab, aCase({ id: caseId('active'), state: 'active' }));

      const found = await lab.cases.inStates(['submitted', 'needs-info'], soon());

      expect(found.map(({ id }) => id)).toEqual([caseId('old'), caseId('new')]);
      expect(await lab.cases.inStates([], soon())).toEqual([]);
    });

    it('give what somebody may still have to do something in, and nothing that is archived or erased', async () => {
      const given = (name: string, over: object) => givenCase(lab, aCase({ id: caseId(name), ...over }));
      const by = personId('koordinator');
      const archived = { ref: '2026/1', at: instant('2026-12-05T08:00'), by };
      await given('open', { since: instant('2026-12-01T08:00') });
      await given('ended', { state: 'concluded', since: instant('2026-12-02T08:00') });
      await given('refused', { state: 'consent-refused', since: instant('2026-12-03T08:00'), archived });
      await given('archived', { state: 'concluded', since: instant('2026-12-02T08:00'), archived });
      await given('erased', { state: 'consent-refused', erasedOn: day('2026-12-05') });

      const found = await lab.cases.unfinished(soon());

      expect(found.map(({ id }) => id)).toEqual([caseId('open'), caseId('ended'), caseId('refused')]);
    });

    it('give an author their own, the newest first', async () => {
      const mine = { author: personId('jeg') };
      await givenCase(lab, aCase({ ...mine, id: caseId('a'), submittedAt: instant('2026-12-01T08:00') }));
      await givenCase(lab, aCase({ ...mine, id: caseId('b'), submittedAt: instant('2026-12-02T08:00') }));
      await givenCase(lab, aCase({ id: caseId('c') }));

      const found = await lab.cases.byAuthor(mine.author, soon());

      expect(found.map(({ id }) => id)).toEqual([caseId('b'), caseId('a')]);
    });

    it('give the cases whose informed-clock rings, until it is stopped', async () => {
      const file = await givenCase(lab);
      const clockAt = instant('2026-12-18T07:00');
      await lab.cases.commit({ ...nothing, file, kase: file.kase, fact: after('wind'), clockAt }, soon());
      const due = (at: string) => lab.cases.clocksDue(instant(at), 10, soon());

      expect(await due('2026-12-18T06:59')).toEqual([]);
      expect(await due('2026-12-18T07:00')).toEqual([file.kase.id]);

      const wound = there(await lab.cases.load(file.kase.id, soon()));
      await lab.cases.commit({ ...nothing, file: wound, kase: wound.kase, fact: after('stop') }, soon());
      expect(await due('2027-01-01T00:00')).toEqual([]);
    });
  });
});
