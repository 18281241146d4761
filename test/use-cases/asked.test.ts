import { POLICY_VERSION } from '../../src/policy/version';
import { factOf } from '../../src/use-cases/asked';
import { systemFact } from '../../src/use-cases/system-fact';
import { aCase, aConsent } from '../builders/cases';
import { caseId, derive, NOON } from '../builders/ids';
import { accountOf } from '../builders/people';
import { aHouse, putReferral, SEALED } from './asking';

const WHERE = { conversationId: '19:channel', activityId: '1700' };
const WHAT = { operation: 'open-case', subject: caseId(), caseId: caseId() };

describe('factOf', () => {
  it('keeps who, with which account, by which rule, and through which message', () => {
    const house = aHouse();
    const asked = { ...house.ask('coordinator'), where: WHERE };

    const fact = factOf(asked, { ...WHAT, consent: 3 }, { allowed: true, rule: 'open-case/coordinator' });

    const { person } = house.who.coordinator;
    expect(fact).toMatchObject({
      ...WHAT,
      by: { person: person.id, account: accountOf(person), agency: person.agency, roles: person.roles },
      rule: 'open-case/coordinator',
      policy: POLICY_VERSION,
      consent: 3,
      where: WHERE,
    });
  });

  it('says nothing of a message or a consent that there is not', () => {
    const fact = factOf(aHouse().ask('author'), WHAT, { allowed: false, rule: 'none' });

    expect(Object.keys(fact)).not.toContain('where');
    expect(Object.keys(fact)).not.toContain('consent');
  });
});

describe('systemFact', () => {
  it('names the tables that it was done under', () => {
    const fact = systemFact(derive, { operation: 'remind', subject: caseId(), at: NOON, cause: ['x'] });

    expect(fact.policy).toBe(POLICY_VERSION);
  });
});

describe('a look at a case', () => {
  it('keeps the version of the consent that it was shown under', async () => {
    const house = aHouse();
    house.putCase(aCase({ state: 'mapping', consent: aConsent({ version: 2 }), presented: true }), SEALED);

    await house.does.openCase({ ...house.ask('coordinator'), caseId: caseId() });

    expect(house.events()).toMatchObject([{ operation: 'open-case', consent: 2 }]);
  });

  it('keeps none where there is no consent', async () => {
    const house = aHouse();
    putReferral(house);

    await house.does.openCase({ ...house.ask('coordinator'), caseId: caseId() });

    expect(house.events()[0]).not.toHaveProperty('consent');
  });
});
