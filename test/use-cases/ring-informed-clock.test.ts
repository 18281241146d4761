import { sameHolding } from '../../src/domain/groups';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCase } from '../builders/cases';
import { agencyId, instant } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';

/** Submitted on 4 December 2026: asked on the 18th, erased on 3 January, both at 08:00 in Bergen. */
const DAY_14 = instant('2026-12-18T07:00');
const DAY_30 = instant('2027-01-03T07:00');
const IDENTITY = { origin: agencyId('sosiale-tjenester'), section: 'B' } as const;
const CONTACT = { origin: agencyId('sosiale-tjenester'), section: 'contact' } as const;
const NUMBER = '13097248022';
const POINTER = `${IDENTITY.origin}/${NUMBER}`;

const aNamedCase = (
  over: Parameters<typeof aCase<'submitted'>>[0] = {},
  identity: object = { number: NUMBER },
) => {
  const scene = aScene();
  const kase = aCase({ informed: 'no-contact', named: true, holdings: [IDENTITY, CONTACT], ...over });
  scene.putCase(kase, DAY_14);
  const file = scene.inside.cases.get(kase.id);
  const sealed = [
    { ...IDENTITY, revision: 1, box: JSON.stringify(identity) },
    { ...CONTACT, revision: 1, box: JSON.stringify({ reach: 'x' }) },
  ];
  if (file !== undefined) scene.inside.cases.set(kase.id, { ...file, sealed });
  scene.inside.numbers.set(POINTER, { target: kase.id, at: DAY_14 });
  const lying = () => scene.inside.cases.get(kase.id);
  return { scene, kase, lying, ring: ringCaseClock(scene) };
};

describe('ringInformedClock', () => {
  it('asks the author on day 14, and rings again on day 30', async () => {
    const { scene, kase, lying, ring } = aNamedCase();

    await ring(kase.id, DAY_14, inTime());

    expect(scene.sent()).toEqual([
      {
        kind: 'notice',
        to: kase.author,
        caseId: kase.id,
        code: kase.code,
        notice: { kind: 'informed-unanswered', eraseOn: '2027-01-03' },
      },
    ]);
    expect(lying()).toMatchObject({ clockAt: DAY_30, kase: { named: true } });
  });

  it('asks once when it rings twice, and moves the clock on all the same', async () => {
    const { scene, kase, lying, ring } = aNamedCase();
    await ring(kase.id, DAY_14, inTime());
    const file = lying();
    if (file !== undefined) scene.inside.cases.set(kase.id, { ...file, clockAt: DAY_14 });

    await ring(kase.id, DAY_14, inTime());

    expect(scene.sent()).toHaveLength(1);
    expect(lying()?.clockAt).toBe(DAY_30);
  });

  it('erases the identity on day 30, and forgets the number', async () => {
    const { scene, kase, lying, ring } = aNamedCase();

    await ring(kase.id, DAY_30, inTime());

    expect(lying()).toMatchObject({ kase: { named: false, holdings: [CONTACT] } });
    expect(lying()?.sealed.some(piece => sameHolding(piece, IDENTITY))).toBe(false);
    expect(lying()?.clockAt).toBeUndefined();
    expect(scene.inside.numbers.has(POINTER)).toBe(false);
    expect(scene.events()).toMatchObject([
      { operation: 'erase-identity', by: { person: 'system' }, rule: 'system', disclosed: [] },
    ]);
  });

  it('erases an identity without a number too', async () => {
    const { scene, kase, lying, ring } = aNamedCase({}, { birthYear: 1980 });

    await ring(kase.id, DAY_30, inTime());

    expect(lying()?.kase.named).toBe(false);
    expect(scene.inside.numbers.has(POINTER)).toBe(true);
  });

  it('keeps the number of a case that somebody has just changed', async () => {
    const { scene, kase, lying } = aNamedCase();
    const cases = { ...scene.cases, commit: () => Promise.resolve('changed-meanwhile' as const) };

    const rung = await ringCaseClock({ ...scene, cases })(kase.id, DAY_30, inTime());

    expect(rung).toBe('changed-meanwhile');
    expect(scene.inside.numbers.get(POINTER)?.target).toBe(kase.id);
    expect(lying()?.kase.named).toBe(true);
  });

  it('may be cut off after the number is forgotten', async () => {
    const { scene, kase, lying, ring } = aNamedCase();
    const cases = { ...scene.cases, commit: () => Promise.reject(new Error('died')) };
    await expect(ringCaseClock({ ...scene, cases })(kase.id, DAY_30, inTime())).rejects.toThrow('died');

    await ring(kase.id, DAY_30, inTime());

    expect(lying()?.kase.named).toBe(false);
  });

  it.each([
    ['the person knows', { informed: 'week' as const }],
    ['a consent was withdrawn', { state: 'withdrawn' as never }],
  ])('only stops when %s', async (_, over) => {
    const { scene, kase, lying, ring } = aNamedCase(over);

    await ring(kase.id, DAY_30, inTime());

    expect(scene.sent()).toEqual([]);
    expect(lying()).toMatchObject({ kase: { named: true } });
    expect(lying()?.clockAt).toBeUndefined();
  });

  it.each(['referral-withdrawn', 'declined', 'consent-refused'] as const)(
    'asks nobody about a case that is %s, and erases its identity on day 30 all the same',
    async state => {
      const { scene, kase, lying, ring } = aNamedCase({ state: state as never });

      await ring(kase.id, DAY_14, inTime());
      const waiting = lying();
      await ring(kase.id, DAY_30, inTime());

      expect(waiting).toMatchObject({ clockAt: DAY_30, kase: { named: true } });
      expect(lying()).toMatchObject({ kase: { state, named: false, holdings: [CONTACT] } });
      expect(lying()?.clockAt).toBeUndefined();
      expect(scene.inside.numbers.has(POINTER)).toBe(false);
      expect(scene.sent()).toEqual([]);
    },
  );

  it('stops on day 30 when there is no identity', async () => {
    const { kase, lying, ring } = aNamedCase({ named: false, holdings: [CONTACT] });

    await ring(kase.id, DAY_30, inTime());

    expect(lying()?.clockAt).toBeUndefined();
    expect(lying()?.kase.holdings).toEqual([CONTACT]);
  });

  it('only moves a clock that rang too early', async () => {
    const { scene, kase, lying, ring } = aNamedCase();

    await ring(kase.id, instant('2026-12-10T07:00'), inTime());

    expect(scene.sent()).toEqual([]);
    expect(lying()?.clockAt).toBe(DAY_14);
  });
});
