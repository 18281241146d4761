import { type Case } from '../../src/domain/case';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCase } from '../builders/cases';
import { agencyId, instant, NOON, personId } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';

const DUE = instant('2027-01-03T07:00');
const IDENTITY = { origin: agencyId('sosiale-tjenester'), section: 'B' } as const;
const NUMBER = '13097248022';
const POINTER = `${IDENTITY.origin}/${NUMBER}`;
const archived = { ref: '2026/1', at: NOON, by: personId('koordinator') };

const anEndedCase = (over: Partial<Case> = {}) => {
  const scene = aScene();
  const kase = aCase<Case['state']>({
    ...{ state: 'declined', named: true, holdings: [IDENTITY], archived, ...over },
  } as never);
  scene.putCase(kase, DUE);
  const file = scene.inside.cases.get(kase.id);
  const sealed = [{ ...IDENTITY, revision: 1, box: JSON.stringify({ number: NUMBER }) }];
  if (file !== undefined) scene.inside.cases.set(kase.id, { ...file, sealed });
  scene.inside.numbers.set(POINTER, { target: kase.id, at: NOON });
  return { scene, kase, lying: () => scene.inside.cases.get(kase.id) };
};

describe('eraseCase', () => {
  it('empties the case, forgets the number, and stops its clock', async () => {
    const { scene, kase, lying } = anEndedCase();

    await ringCaseClock(scene)(kase.id, DUE, inTime());

    expect(lying()).toMatchObject({ kase: { erasedOn: '2027-01-03', named: false }, sealed: [] });
    expect(lying()).not.toHaveProperty('clockAt');
    expect(scene.inside.numbers.has(POINTER)).toBe(false);
    expect(scene.events()).toMatchObject([
      { operation: 'erase-case', by: { person: 'system' }, erased: [IDENTITY], disclosed: [] },
      { operation: 'erase-case', by: { person: 'system' }, disclosed: [] },
    ]);
    expect(scene.sent()).toEqual([]);
  });

  it.each<[string, Partial<Case>]>([
    ['the archive has not taken it', { archived: undefined } as never],
    ['it ended after the archive took it', { since: instant('2026-12-05T12:00') }],
    ['it is open again', { state: 'awaiting-consent' }],
  ])('erases nothing when %s', async (_, over) => {
    const { scene, kase, lying } = anEndedCase(over);

    await ringCaseClock(scene)(kase.id, DUE, inTime());

    expect(lying()?.kase).not.toHaveProperty('erasedOn');
    expect(lying()?.sealed).toHaveLength(1);
    expect(scene.inside.numbers.has(POINTER)).toBe(true);
  });

  it('takes the number back when somebody has just changed the case, and destroys no key', async () => {
    const { scene, kase } = anEndedCase();
    const destroyKeys = jest.fn();
    const cases = {
      ...scene.cases,
      destroyKeys,
      commit: () => Promise.resolve('changed-meanwhile' as const),
    };

    const rung = await ringCaseClock({ ...scene, cases })(kase.id, DUE, inTime());

    expect(rung).toBe('changed-meanwhile');
    expect(scene.inside.numbers.get(POINTER)?.target).toBe(kase.id);
    expect(destroyKeys).not.toHaveBeenCalled();
  });

  it('may be cut off after the number is forgotten', async () => {
    const { scene, kase, lying } = anEndedCase();
    const cases = { ...scene.cases, commit: () => Promise.reject(new Error('died')) };
    await expect(ringCaseClock({ ...scene, cases })(kase.id, DUE, inTime())).rejects.toThrow('died');

    await ringCaseClock(scene)(kase.id, DUE, inTime());

    expect(lying()?.kase.erasedOn).toBe('2027-01-03');
  });

  it('says nothing twice, however often it rings', async () => {
    const { scene, kase } = anEndedCase();

    for (let rings = 0; rings < 3; rings += 1) await ringCaseClock(scene)(kase.id, DUE, inTime());

    expect(scene.events().filter(({ operation }) => operation === 'erase-case')).toHaveLength(2);
  });
});
