import { type IncidentKey } from '../../src/use-cases/ports/incidents';
import { aCase } from '../builders/cases';
import { caseId, commandId } from '../builders/ids';
import { anIncident, incidentId, whatHappened } from '../builders/learning';
import { aFact } from '../builders/outbox';
import { givenCase, soon, there } from './given';
import { BACKENDS, type Lab, openEmbedded, type WiredLab } from './lab';

const KEY: IncidentKey = { caseId: caseId(), incidentId: incidentId() };

const record = async (lab: Lab, command = 'record') => {
  const file = there(await lab.cases.load(caseId(), soon()));
  const kase = { ...file.kase, incidents: [anIncident()] };
  const fact = aFact({ commandId: commandId(command) });
  const incident = { incident: anIncident(), what: whatHappened() };
  return lab.cases.commit({ file, kase, fact, outbox: [], incident }, soon());
};

describe.each(BACKENDS)('incidents $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
    await givenCase(lab, aCase());
  });
  afterEach(() => lab.close());

  it('come back whole, beside a case that remembers them', async () => {
    expect(await record(lab)).toBe('done');

    const file = there(await lab.cases.incident(KEY, soon()));
    expect(await lab.cases.incidentOf(file, soon())).toEqual(whatHappened());
    expect((await lab.cases.load(caseId(), soon()))?.kase.incidents).toEqual([anIncident()]);
  });

  it('are recorded once', async () => {
    await record(lab);

    expect(await record(lab)).toBe('already-done');
    expect(await record(lab, 'other')).toBe('changed-meanwhile');
  });

  it('are not there when nobody recorded them', async () => {
    expect(await lab.cases.incident({ ...KEY, incidentId: incidentId('none') }, soon())).toBeUndefined();
  });

  it('do not stand among what the case holds', async () => {
    const before = there(await lab.cases.load(caseId(), soon()));

    await record(lab);

    const { kase, sealed } = there(await lab.cases.load(caseId(), soon()));
    expect([kase.holdings, sealed]).toEqual([before.kase.holdings, before.sealed]);
  });
});

describe('what happened', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
    await givenCase(lab, aCase());
    await record(lab);
  });
  afterEach(() => lab.close());

  it('lies sealed: neither its day nor its kind is written anywhere', async () => {
    const { resources } = await lab.container('work').items.readAll<object>().fetchAll();

    expect(JSON.stringify(resources)).not.toContain('2026-12-01');
    expect(JSON.stringify(resources)).not.toContain('threat');
  });

  it('does not open in the place of another incident', async () => {
    const file = there(await lab.cases.incident(KEY, soon()));

    const moved = { ...file, incidentId: incidentId('other') };

    await expect(lab.replica().cases.incidentOf(moved, soon())).rejects.toMatchObject({
      name: 'SealBroken',
    });
  });
});
