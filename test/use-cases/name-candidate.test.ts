import { type CandidateIdentity } from '../../src/domain/referral';
import { useCasesIn } from '../../src/use-cases/all';
import { caseId, instant, NOON } from '../builders/ids';
import { aHouse, caseIn, counted, heldBy, type House, ORIGIN, putReferral, SEALED, sealedIn } from './asking';

const NUMBER = '01010112345';
const OTHER = '02020212345';
const name = (house: House, identity: CandidateIdentity, command = 'command') =>
  house.does.nameCandidate({ ...house.ask('author', { command }), caseId: caseId(), identity });
const claims = ({ inside }: House) => [...inside.numbers].map(([key, { target }]) => [key, target]);

describe('nameCandidate', () => {
  it('seals who it is in B, and keeps in the case only that it is there', async () => {
    const house = aHouse();
    putReferral(house);

    await name(house, { name: 'Kandidat Syntetisk', birthYear: 1980 });

    expect(sealedIn(house, caseId())).toMatchObject({
      'sosiale-tjenester/B': { name: 'Kandidat Syntetisk', birthYear: 1980 },
    });
    expect(caseIn(house, caseId())).toMatchObject({
      named: true,
      holdings: [...heldBy(ORIGIN), { origin: ORIGIN, section: 'B' }],
    });
    expect(JSON.stringify([caseIn(house, caseId()), house.events(), house.sent()])).not.toContain(
      'Syntetisk',
    );
    expect(house.sent()).toEqual([]);
  });

  it('does not take a name back in after the day it was to be gone, before the person knows', async () => {
    const house = aHouse();
    putReferral(house, { informed: 'no-contact', submittedAt: instant('2026-11-01T09:00') });

    const refused = await name(house, { number: NUMBER });

    expect(refused).toEqual({ ok: false, error: { kind: 'tell-first' } });
    expect(claims(house)).toEqual([]);
    expect(caseIn(house, caseId())?.named).toBe(false);
  });

  it('claims the number for the case, within its agency', async () => {
    const house = aHouse();
    putReferral(house);

    await name(house, { number: NUMBER });

    expect(claims(house)).toEqual([[`${ORIGIN}/${NUMBER}`, caseId()]]);
    expect(caseIn(house, caseId())).not.toHaveProperty('linkedTo');
  });

  it('links to an earlier case of the same number in the same agency', async () => {
    const house = aHouse();
    putReferral(house);
    house.putCase({ ...putReferral(house), id: caseId('earlier') });
    house.inside.numbers.set(`${ORIGIN}/${NUMBER}`, { target: caseId('earlier'), at: NOON });

    await name(house, { number: NUMBER });

    expect(caseIn(house, caseId())?.linkedTo).toBe(caseId('earlier'));
  });

  it('finds nothing in another agency', async () => {
    const house = aHouse();
    putReferral(house);
    house.inside.numbers.set(`kronstad-dps/${NUMBER}`, { target: caseId('earlier'), at: NOON });

    await name(house, { number: NUMBER });

    expect(caseIn(house, caseId())).not.toHaveProperty('linkedTo');
  });

  it('forgets a number that was wrong, and what it was linked to', async () => {
    const house = aHouse();
    putReferral(house);
    await name(house, { number: NUMBER }, 'wrong');
    house.putCase({ ...house.inside.cases.get(caseId())?.kase, linkedTo: caseId('earlier') } as never, [
      ...SEALED,
      { origin: ORIGIN, content: { B: { number: NUMBER } } },
    ]);

    await name(house, { number: OTHER }, 'right');

    expect(claims(house)).toEqual([[`${ORIGIN}/${OTHER}`, caseId()]]);
    expect(caseIn(house, caseId())).not.toHaveProperty('linkedTo');
    expect(sealedIn(house, caseId())['sosiale-tjenester/B']).toEqual({ number: OTHER });
  });

  it('keeps the claim when the same number is given again', async () => {
    const house = aHouse();
    putReferral(house);
    await name(house, { number: NUMBER }, 'first');

    await name(house, { number: NUMBER, name: 'Kandidat' }, 'second');

    expect(claims(house)).toEqual([[`${ORIGIN}/${NUMBER}`, caseId()]]);
  });

  it('opens nothing, and claims nothing, for somebody who may not', async () => {
    const house = aHouse();
    putReferral(house);
    await name(house, { number: NUMBER }, 'first');
    const { world, calls } = counted(house);

    await useCasesIn(world).nameCandidate({
      ...house.ask('colleague', { command: 'second' }),
      caseId: caseId(),
      identity: { number: OTHER },
    });

    expect(claims(house)).toEqual([[`${ORIGIN}/${NUMBER}`, caseId()]]);
    expect(calls).not.toContain('cases.reveal');
  });
});
