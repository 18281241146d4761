import { aCase, anAction } from '../builders/cases';
import { agencyId, caseId, personId, seatId } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { aMember, aPerson } from '../builders/people';
import { AUTHOR, aHouse, type House, ORIGIN, putTaskIn } from './asking';

const KEY = { caseId: caseId(), actionId: anAction().id };
const NEXT = personId('medlem-sos');
const COLLEAGUE = personId('kollega');
const OUTSIDER = personId('utenfor');

/** An incident of the author's agency, followed up by the author; a member of that agency is to take it over. */
const aFollowUp = (standIn: ReturnType<typeof personId>) => {
  const house = aHouse();
  const police = { agency: agencyId('innsatsgruppen'), partner: 'politi' } as const;
  const outsider = house.enrol(aPerson({ id: OUTSIDER, ...police }));
  const sos = { agency: ORIGIN, partner: 'kommune', seat: seatId('sos') } as const;
  const next = house.enrol(aMember({ id: NEXT, ...sos, standIn }));
  const action = anAction({
    ...{ title: 'follow-up-incident', owner: AUTHOR, agency: ORIGIN },
    ...{ proposed: NEXT, proposedBy: AUTHOR },
  });
  const incidents = [anIncident({ agency: ORIGIN, action: action.id })];
  const kase = aCase({ state: 'submitted', presented: true, incidents } as never);
  putTaskIn(house, { kase, action });
  return { house, next, outsider };
};
const standInOf = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`)?.action.standIn;

describe('a task that follows up an incident, handed over', () => {
  it('is not told to a stand-in of another agency', async () => {
    const { house, next, outsider } = aFollowUp(OUTSIDER);

    const done = await house.does.acceptHandOver({ ...house.ask('author'), by: next, ...KEY });

    const asked = { ...house.ask('author', { command: 'look' }), by: outsider };
    expect([done.ok, standInOf(house)]).toEqual([true, undefined]);
    expect(await house.does.listMyActions(asked)).toMatchObject({ ok: true, value: [] });
    expect((await house.does.openAction({ ...asked, ...KEY })).ok).toBe(false);
  });

  it('has the new owner’s stand-in of the same agency', async () => {
    const { house, next } = aFollowUp(COLLEAGUE);

    await house.does.acceptHandOver({ ...house.ask('author'), by: next, ...KEY });

    expect(standInOf(house)).toBe(COLLEAGUE);
  });
});
