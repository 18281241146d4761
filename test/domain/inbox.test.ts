import fc from 'fast-check';
import { type Action } from '../../src/domain/action';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { type InboxEntry, inboxOf } from '../../src/domain/inbox';
import { someMoment } from '../builders/arbitraries';
import { aCalendar } from '../builders/calendar';
import { aCase, aConsent, anAction } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { actionId, agencyId, day, instant, meetingId, NOON, personId } from '../builders/ids';
import { anEndedMeeting } from '../builders/meetings';

const TODAY = day('2026-12-04');
type Waiting = { readonly cases?: readonly Case[]; readonly actions?: readonly Action[] };
const inbox = ({ cases = [], actions = [] }: Waiting, today = TODAY): readonly InboxEntry[] =>
  inboxOf({ cases, actions, troubles: [] }, today, aCalendar());

describe('inboxOf', () => {
  it('has a next step for what waits for the coordinator, and nothing for the rest', () => {
    const entries = inbox({ cases: inEveryState() });

    expect(entries.map(({ state, step }) => [state, step])).toEqual([
      ['submitted', 'check-referral'],
      ['deferred', 'return-to-agenda'],
      ['awaiting-consent', 'record-consent-answer'],
      ['consent-expired', 'ask-consent-anew'],
    ]);
  });

  it('says what a case is by its code and state', () => {
    const kase = aCase({ urgent: true });

    expect(inbox({ cases: [kase] })).toEqual([
      {
        step: 'check-referral',
        since: NOON,
        caseId: kase.id,
        code: kase.code,
        state: 'submitted',
        urgent: true,
      },
    ]);
  });

  it.each([
    ['2027-03-03', 'summary', []],
    ['2027-03-04', 'summary', [{ step: 'ask-again', since: '2027-03-04T07:00:00.000Z' }]],
    ['2027-03-05', 'contact', []],
  ] as const)(
    'takes a no up again on its day, while there is something to take up: %s, %s',
    (...[today, section, steps]) => {
      const holdings = [{ origin: agencyId('sosiale-tjenester'), section }];
      const archived = { ref: '2026/1', at: NOON, by: personId('koordinator') };
      const refused = { askAgainAfter: day('2027-03-04'), holdings, archived };
      const kase = aCase({ state: 'consent-refused', ...refused });

      expect(inbox({ cases: [kase] }, day(today))).toMatchObject(steps);
      expect(inbox({ cases: [kase] }, day(today))).toHaveLength(steps.length);
    },
  );

  it.each([
    ['2026-12-08', []],
    ['2026-12-09', [{ step: 'archive-case', since: '2026-12-09T07:00:00.000Z', state: 'concluded' }]],
  ] as const)('asks for the archive three working days after an end: %s', (today, steps) => {
    expect(inbox({ cases: [aCase({ state: 'concluded' })] }, day(today))).toMatchObject(steps);
    expect(inbox({ cases: [aCase({ state: 'concluded' })] }, day(today))).toHaveLength(steps.length);
  });

  it('asks beside it whether the person may be asked again', () => {
    const holdings = [{ origin: agencyId('sosiale-tjenester'), section: 'summary' }] as const;
    const kase = aCase({ state: 'consent-refused', askAgainAfter: day('2026-12-10'), holdings });

    expect(inbox({ cases: [kase] }, day('2026-12-10')).map(({ step }) => step)).toEqual([
      'archive-case',
      'ask-again',
    ]);
  });

  it.each([
    ['2026-12-08', []],
    ['2026-12-09', [{ step: 'archive-meeting', meetingId: meetingId(), on: '2026-12-09' }]],
  ] as const)(
    'asks for the archive of minutes three working days after they were approved: %s',
    (...given) => {
      const [today, steps] = given;
      const meetings = [anEndedMeeting({ approved: { by: personId('moteleder'), at: NOON } })];
      const entries = inboxOf({ cases: [], actions: [], meetings, troubles: [] }, day(today), aCalendar());

      expect(entries).toMatchObject(steps);
      expect(entries).toHaveLength(steps.length);
    },
  );

  it('asks the coordinator to read what the referrer answered', () => {
    expect(inbox({ cases: [aCase({ answered: true })] })).toMatchObject([{ step: 'read-new-information' }]);
  });

  it.each([
    ['2027-01-01', 'record-consent-answer', false],
    ['2027-01-02', 'raise-consent-again', true],
  ])('raises the consent again when 28 days have passed: on %s %s', (today, step, urgent) => {
    const kase = aCase({ state: 'awaiting-consent' });

    expect(inbox({ cases: [kase] }, day(today))).toMatchObject([{ step, urgent }]);
  });

  it('raises nothing but a consent, however long a case has waited', () => {
    const archived = { ref: '2026/1', at: NOON, by: personId('koordinator') };
    const cases = inEveryState({ archived });

    const steps = inbox({ cases }, day('2028-01-01')).map(({ step }) => step);

    expect(steps).toEqual([
      'check-referral',
      'return-to-agenda',
      'raise-consent-again',
      'ask-consent-anew',
      'renew-consent',
      'renew-consent',
    ]);
  });

  it.each([
    ['2027-05-06', []],
    ['2027-05-07', [{ step: 'renew-consent', since: instant('2027-05-07T06:00'), until: '2027-06-04' }]],
    ['2027-06-04', [{ step: 'renew-consent', since: instant('2027-05-07T06:00'), until: '2027-06-04' }]],
  ])('speaks of a consent in the 28 days before it runs out: on %s %j', (today, expected) => {
    const cases = [aCase({ state: 'mapping' })];

    expect(inbox({ cases }, day(today))).toMatchObject(expected);
  });

  it('speaks of a short one from when it was given', () => {
    const consent = aConsent({ until: day('2026-12-11'), recordedAt: NOON });

    expect(inbox({ cases: [aCase({ state: 'active', consent })] })).toMatchObject([
      { step: 'renew-consent', since: NOON },
    ]);
  });

  it('says when a consent ran out', () => {
    const kase = aCase({ state: 'consent-expired' });

    expect(inbox({ cases: [kase] })).toMatchObject([
      { step: 'ask-consent-anew', since: kase.since, until: kase.consent.until },
    ]);
  });

  it('has an entry for a new date that was asked for, and none for a task that goes as planned', () => {
    const asked = { due: day('2027-01-15'), reason: 'no-contact', at: NOON } as const;
    const task = anAction({ id: actionId('asked'), asked });

    expect(inbox({ actions: [anAction(), task] })).toEqual([
      {
        step: 'grant-new-date',
        since: NOON,
        caseId: task.caseId,
        code: task.code,
        actionId: task.id,
        urgent: false,
      },
    ]);
  });

  it('has the troubles it was given', () => {
    const trouble = {
      step: 'install-app',
      since: NOON,
      person: personId('ansvarlig'),
      urgent: false,
    } as const;

    expect(inboxOf({ cases: [], actions: [], troubles: [trouble] }, TODAY, aCalendar())).toEqual([trouble]);
  });

  it('is oldest first, whatever it is that waits', () => {
    const someCase = fc.tuple(fc.constantFrom(...CASE_STATES), someMoment());
    const archived = { ref: '2026/1', by: personId('koordinator') };

    fc.assert(
      fc.property(
        fc.array(someCase),
        fc.array(someMoment()),
        fc.array(someMoment()),
        (...[drawn, asked, broken]) => {
          const entries = inboxOf(
            {
              cases: drawn.map(([state, since]) =>
                aCase<CaseState>({ state, since, archived: { ...archived, at: since } }),
              ),
              actions: asked.map(at => anAction({ asked: { due: TODAY, reason: 'no-contact', at } })),
              troubles: broken.map(since => ({ step: 'read-dead-letter', since, urgent: true })),
            },
            TODAY,
            aCalendar(),
          );

          const isTrouble = ({ step }: InboxEntry): boolean => step === 'read-dead-letter';
          const moments = entries.filter(one => !isTrouble(one)).map(({ since }) => since);
          const troubles = entries.slice(moments.length);
          const waiting = drawn.filter(([state]) =>
            ['submitted', 'deferred', 'awaiting-consent', 'consent-expired'].includes(state),
          );
          expect(moments).toEqual(moments.toSorted());
          expect(troubles.every(isTrouble)).toBe(true);
          expect(troubles.map(({ since }) => since)).toEqual([...broken].sort());
          expect(entries).toHaveLength(waiting.length + asked.length + broken.length);
        },
      ),
    );
  });

  it('comes in the order of the moments also within one day', () => {
    const cases = ['2026-12-01T10:00', '2026-12-01T08:00', '2026-12-01T09:00'].map(text =>
      aCase({ since: instant(text) }),
    );

    expect(inbox({ cases }).map(({ since }) => since.slice(11, 13))).toEqual(['08', '09', '10']);
  });
});
