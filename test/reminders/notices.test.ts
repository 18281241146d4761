import { briefOf } from '../../src/domain/action';
import { type Case, CASE_STATES, isEnded } from '../../src/domain/case';
import { isStillTrue, isToWait, type NotOfSharing as Notice } from '../../src/reminders/notices';
import { aDisqualification, aCase, aConsent, anAction } from '../builders/cases';
import { actionId, day, personId } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const today = day('2026-12-07');
const author = aPerson();
const coordinator = aCoordinator();
const owner = aPerson({ id: personId('ansvarlig'), roles: [] });

const truths = (notice: Notice, person = coordinator): readonly Case['state'][] =>
  CASE_STATES.filter(state => isStillTrue(notice, { person, kase: aCase({ state }), today }));

const ABOUT_TASK = ['new-action', 'new-date-granted'] as const;
const withTask = (over: Parameters<typeof anAction>[0] = {}) => [briefOf(anAction(over))];

describe('isStillTrue', () => {
  it('tells of a new referral while nobody has looked at it', () => {
    expect(truths({ kind: 'new-referral' })).toEqual(['submitted']);
  });

  it('asks for an answer while one is missing', () => {
    expect(truths({ kind: 'answer-needed', by: today }, author)).toEqual(['needs-info']);
  });

  it('names a state only while the case is in it, and never one from the answer to the consent on', () => {
    const named = CASE_STATES.filter(state => truths({ kind: 'state', state }, author).length > 0);
    const elsewhere = CASE_STATES.filter(state =>
      truths({ kind: 'state', state }, author).some(one => one !== state),
    );

    expect(named).toEqual(['submitted', 'needs-info', 'ready-for-review', 'deferred', 'awaiting-consent']);
    expect(elsewhere).toEqual([]);
  });

  it('tells of new information until the case has ended', () => {
    expect(truths({ kind: 'new-information' })).toEqual(CASE_STATES.filter(state => !isEnded({ state })));
  });

  it('says that the work has stopped only where it has', () => {
    expect(truths({ kind: 'stopped' })).toEqual([
      'declined',
      'consent-refused',
      'consent-expired',
      'withdrawn',
      'concluded',
      'referral-withdrawn',
    ]);
  });

  it('tells that the work has stopped to someone the case concerns no more', () => {
    const kase = aCase({ state: 'withdrawn' });

    const told = isStillTrue({ kind: 'stopped' }, { person: owner, kase, today });

    expect(told).toBe(true);
  });

  it('brings a form to whoever may see the case', () => {
    const kase = aCase({ state: 'ready-for-review', presented: true });
    const form: Notice = { kind: 'form', form: 'record-decision' };

    const told = [aMember(), owner].map(person => isStillTrue(form, { person, kase, today }));

    expect(told).toEqual([true, false]);
  });

  it.each<Notice>([{ kind: 'new-referral' }, { kind: 'stopped' }])(
    'says nothing to someone removed: %j',
    notice => {
      const person = aCoordinator({ removedOn: day('2026-12-05') });
      const kase = aCase({ state: notice.kind === 'stopped' ? 'withdrawn' : 'submitted' });

      const told = isStillTrue(notice, { person, kase, today });

      expect(told).toBe(false);
    },
  );

  it('says nothing to someone disqualified', () => {
    const kase = aCase({ disqualified: [aDisqualification(coordinator.id)] });

    const told = isStillTrue({ kind: 'new-referral' }, { person: coordinator, kase, today });

    expect(told).toBe(false);
  });

  it('asks the author while nobody has told the person', () => {
    const notice: Notice = { kind: 'informed-unanswered', eraseOn: today };
    const cases = [
      aCase({ informed: 'no-contact' }),
      aCase({ informed: 'week' }),
      aCase({ informed: 'no-contact', consent: aConsent() }),
      aCase({ informed: 'no-contact', state: 'declined' }),
    ];

    const told = cases.map(kase => isStillTrue(notice, { person: author, kase, today }));

    expect(told).toEqual([true, false, false, false]);
  });

  it.each(ABOUT_TASK)('tells the owner of %s while the task is to be done', kind => {
    const notice: Notice = { kind, actionId: actionId() };
    const states = ['open', 'blocked', 'done', 'cancelled'] as const;
    const cases = states.map(state =>
      aCase({ state: 'mapping', actions: withTask().map(brief => ({ ...brief, state })) }),
    );

    const told = cases.map(kase => isStillTrue(notice, { person: owner, kase, today }));

    expect(told).toEqual([true, true, false, false]);
  });

  it.each(ABOUT_TASK)('does not tell of %s to someone who neither owns the task nor stands in', kind => {
    const kase = aCase({ state: 'mapping', actions: withTask({ standIn: personId('stedfortreder') }) });
    const people = [coordinator, aPerson({ id: personId('stedfortreder') })];

    const told = people.map(person => isStillTrue({ kind, actionId: actionId() }, { person, kase, today }));

    expect(told).toEqual([false, true]);
  });

  it('does not tell of a task once consent is gone', () => {
    const notice: Notice = { kind: 'new-action', actionId: actionId() };
    const actions = withTask();
    const cases = [
      aCase({ state: 'mapping', actions, consent: aConsent({ until: day('2026-12-06') }) }),
      aCase({ state: 'consent-expired', actions }),
      aCase({ state: 'withdrawn', actions }),
    ];

    const told = cases.map(kase => isStillTrue(notice, { person: owner, kase, today }));

    expect(told).toEqual([false, false, false]);
  });

  it('keeps what a task asks of somebody until there is a consent again, and drops it when the case ends', () => {
    const [brief] = withTask({ proposed: coordinator.id });
    const actions = brief === undefined ? [] : [{ ...brief, newDateAsked: true }];
    const cases = [
      aCase({ state: 'mapping', actions, consent: aConsent({ until: day('2026-12-06') }) }),
      aCase({ state: 'consent-expired', actions }),
      aCase({ state: 'mapping', actions }),
      aCase({ state: 'withdrawn', actions }),
      aCase({ state: 'consent-expired', actions: withTask({ owner: author.id }) }),
      aCase({
        state: 'consent-expired',
        actions,
        disqualified: [owner.id, coordinator.id].map(id => aDisqualification(id)),
      }),
    ];
    const waits = (kind: 'new-action' | 'hand-over-asked', person: typeof owner) =>
      cases.map(kase => isToWait({ kind, actionId: actionId() }, { person, kase, today }));

    expect(waits('new-action', owner)).toEqual([true, true, false, false, false, false]);
    expect(waits('hand-over-asked', coordinator)).toEqual([true, true, false, false, false, false]);
  });

  it.each(['action-moved', 'hand-over-accepted'] as const)(
    'tells of %s to whoever had the task, whether there is a consent or not, until the case ends',
    kind => {
      const actions = withTask({ owner: author.id });
      const states = ['mapping', 'consent-expired', 'withdrawn'] as const;
      const asked = states.map(state => ({ person: owner, kase: aCase({ state, actions }), today }));

      const told = asked.map(one => isStillTrue({ kind, actionId: actionId() }, one));
      const waits = asked.map(one => isToWait({ kind, actionId: actionId() }, one));

      expect([told, waits]).toEqual([
        [true, true, false],
        [false, false, false],
      ]);
    },
  );

  it('tells the coordinator of a date that is asked for while it still is', () => {
    const notice: Notice = { kind: 'new-date-asked', actionId: actionId() };
    const [brief] = withTask();
    const cases = [true, false].map(newDateAsked =>
      aCase({ state: 'active', actions: brief === undefined ? [] : [{ ...brief, newDateAsked }] }),
    );

    const told = cases.map(kase => isStillTrue(notice, { person: coordinator, kase, today }));

    expect(told).toEqual([true, false]);
  });
});
