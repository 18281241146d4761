import { caseId, day, decisionId } from '../builders/ids';
import { aHouse, AUTHOR, caseIn, heldBy, ORIGIN, putReferral } from './asking';

const house = (over: object) => {
  const made = aHouse();
  putReferral(made, { state: 'consent-refused', askAgainAfter: day('2026-12-04'), ...over } as never);
  return made;
};
const again = ({ does, ask }: ReturnType<typeof house>, who: 'coordinator' | 'author' = 'coordinator') =>
  does.askAgain({ ...ask(who), caseId: caseId() });

describe('askAgain', () => {
  it('brings back somebody who said no before the decision as submitted, and tells the author so', async () => {
    const refused = house({});

    await again(refused);

    expect(caseIn(refused, caseId())).toMatchObject({ state: 'submitted', answered: false });
    expect(refused.sent()).toMatchObject([{ to: AUTHOR, notice: { kind: 'state', state: 'submitted' } }]);
    expect(refused.events()).toMatchObject([{ operation: 'ask-again', rule: 'ask-again/coordinator' }]);
  });

  it('brings back somebody the group had taken in to where consent is awaited', async () => {
    const refused = house({ decision: decisionId() });

    await again(refused);

    expect(caseIn(refused, caseId())).toMatchObject({ state: 'awaiting-consent', decision: decisionId() });
  });

  it('waits for the day', async () => {
    const early = house({ askAgainAfter: day('2026-12-05') });

    expect(await again(early)).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('is the coordinator’s to do', async () => {
    expect(await again(house({}), 'author')).toEqual({ ok: false, error: { kind: 'wrong-state' } });
  });

  it('says so when what the group would discuss is erased', async () => {
    const erased = house({ holdings: heldBy(ORIGIN, ['contact']) });

    expect(await again(erased)).toEqual({ ok: false, error: { kind: 'erased' } });
  });
});
