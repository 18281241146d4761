import { aConsent } from '../builders/cases';
import { agencyId, caseId, day } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, ORIGIN, putReferral, STAND_IN } from './asking';
import { carried } from './carried';
import { CONSENT } from './verbs';

const KRONSTAD = agencyId('kronstad-dps');
const ways = [{ group: 'D', from: ORIGIN, to: KRONSTAD }] as const;
const house = (over: object) => {
  const made = aHouse();
  putReferral(made, { state: 'active', consents: 1, ...over } as never);
  return made;
};

describe('renewConsent', () => {
  it('is a consent of its own that follows the one before, and keeps both', async () => {
    const { does, ask, inside, ...rest } = house({});

    await does.renewConsent({ ...ask('coordinator'), caseId: caseId(), values: CONSENT });

    expect(caseIn({ ...rest, inside }, caseId())).toMatchObject({
      state: 'active',
      consents: 2,
      consent: { version: 2, scope: 'coordination' },
    });
    expect([...inside.consents.keys()]).toEqual([`${caseId()}/2`]);
  });

  it('leads back from one that ran out, and tells who works on it', async () => {
    const expired = house({ state: 'consent-expired', cameFrom: 'mapping' });

    await expired.does.renewConsent({ ...expired.ask('coordinator'), caseId: caseId(), values: CONSENT });

    expect(caseIn(expired, caseId())?.state).toBe('mapping');
    expect(await carried(expired)).toMatchObject([
      { to: AUTHOR, notice: { kind: 'new-information' } },
      { to: STAND_IN, notice: { kind: 'new-information' } },
    ]);
  });

  it('goes on with what was adjusted, for as long as is said', async () => {
    const adjusted = house({ consent: aConsent({ scope: 'adjusted', grants: ways, leftOut: [] }) });

    await adjusted.does.renewConsent({
      ...adjusted.ask('coordinator'),
      caseId: caseId(),
      values: { ...CONSENT, preset: 'adjusted', until: '2027-10-04' },
    });

    expect(caseIn(adjusted, caseId())).toMatchObject({
      consent: { scope: 'adjusted', grants: ways, until: day('2027-10-04') },
    });
  });

  it('is not saved when the person does not understand it', async () => {
    const asked = house({});

    const refused = await asked.does.renewConsent({
      ...asked.ask('coordinator'),
      caseId: caseId(),
      values: { ...CONSENT, understands: 'unsure' },
    });

    expect(refused).toEqual({ ok: false, error: { kind: 'not-understood' } });
  });
});
