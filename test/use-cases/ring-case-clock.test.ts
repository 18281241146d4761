import { type Case } from '../../src/domain/case';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCase, aConsent, aSharing } from '../builders/cases';
import { caseId, day, instant, meetingId, NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aScene, type Scene } from '../reminders/scene';

const consent = aConsent({ until: day('2026-12-10') });
/** The 11th has just begun in Bergen. */
const MIDNIGHT = instant('2026-12-10T23:00');
const DAY_14 = instant('2026-12-18T07:00');

const ringing = (kase: Case, now = MIDNIGHT) => {
  const scene = aScene();
  scene.putCase(kase, now);
  return { scene, ring: () => ringCaseClock(scene)(kase.id, now, inTime()) };
};
const lying = ({ inside }: Scene) => inside.cases.get(caseId());

describe('ringCaseClock', () => {
  it('expires a consent when its last day is over, and has work stop', async () => {
    const { scene, ring } = ringing(aCase({ state: 'active', consent }));

    const rung = await ring();

    expect(rung).toBe('done');
    expect(lying(scene)?.kase).toMatchObject({
      ...{ state: 'consent-expired', cameFrom: 'active', since: MIDNIGHT },
    });
    expect(lying(scene)).not.toHaveProperty('clockAt');
    expect(scene.sent()).toEqual([{ kind: 'stop-work', caseId: caseId(), stoppedAt: MIDNIGHT }]);
    expect(scene.events()).toMatchObject([
      { operation: 'expire-consent', by: { person: 'system', roles: [] }, rule: 'system', disclosed: [] },
    ]);
  });

  it('drops one that ran out before the decision, and tells nobody where nothing else changes', async () => {
    const { scene, ring } = ringing(aCase({ consent, consents: 1, informed: 'no-contact' }));

    await ring();

    expect(lying(scene)?.kase).not.toHaveProperty('consent');
    expect(scene.sent()).toEqual([]);
  });

  it('tells the coordinators of a case that comes back to them, and draws its card anew', async () => {
    const kase = aCase({
      ...{ state: 'ready-for-review', consent, recognisable: true, meetingId: meetingId() },
    });
    const { scene, ring } = ringing(kase);

    await ring();

    expect(lying(scene)?.kase.state).toBe('submitted');
    expect(scene.sent()).toEqual([
      {
        ...{ kind: 'notice', to: 'koordinator', caseId: kase.id, code: kase.code },
        notice: { kind: 'state', state: 'submitted' },
      },
      { kind: 'edit-item', caseId: kase.id, meetingId: meetingId() },
    ]);
  });

  it('draws no card of one that stands on no agenda', async () => {
    const { scene, ring } = ringing(aCase({ state: 'ready-for-review', consent, recognisable: true }));

    await ring();

    expect(scene.sent().map(({ kind }) => kind)).toEqual(['notice']);
  });

  it('leaves the clock where it rings for what else is due', async () => {
    const sharing = aSharing();
    const { scene, ring } = ringing(aCase({ state: 'mapping', consent, sharings: [sharing] }));

    await ring();
    const first = lying(scene);
    await ring();

    expect(first).toMatchObject({ kase: { state: 'consent-expired' }, clockAt: sharing.until });
    expect(scene.events().map(({ operation }) => operation)).toEqual([
      'expire-consent',
      'end-sharing-by-time',
    ]);
  });

  it('asks whether the person knows when nothing else is due', async () => {
    const { scene, ring } = ringing(aCase({ informed: 'no-contact', submittedAt: NOON }), DAY_14);

    await ring();

    expect(scene.sent()).toMatchObject([{ notice: { kind: 'informed-unanswered' } }]);
  });

  it('moves on when nothing is due, to what is next', async () => {
    const { scene, ring } = ringing(aCase({ state: 'mapping', consent }), NOON);

    await ring();

    expect(lying(scene)).toMatchObject({ kase: { state: 'mapping' }, clockAt: MIDNIGHT });
    expect(scene.sent()).toEqual([]);
  });

  it('leaves a case that is not there', async () => {
    expect(await ringCaseClock(aScene())(caseId('none'), DAY_14, inTime())).toBe('no-case');
  });
});
