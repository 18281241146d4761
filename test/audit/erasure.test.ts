import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { aCalendar } from '../builders/calendar';
import { aCase } from '../builders/cases';
import { caseCode, caseId, commandId, derive, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { soon, there } from '../storage/given';
import { type Audited, CASE, openAudited } from './audited';

const DUE = instant('2027-01-03T07:00');

describe('the audit of an erased case', () => {
  let audited: Audited;
  beforeEach(async () => {
    audited = await openAudited();
  });
  afterEach(() => audited.close());

  const erase = async (): Promise<void> => {
    const { cases } = audited.lab;
    const file = there(await cases.load(caseId(), soon()));
    const archived = { ref: '2026/1', at: NOON, by: personId('koordinator') };
    const kase = {
      ...aCase({ state: 'declined', holdings: file.kase.holdings }),
      exportedAt: NOON,
      archived,
    };
    const fact = aFact({ commandId: commandId('end') });
    await cases.commit({ file, kase, fact, outbox: [], clockAt: DUE }, soon());
    await ringCaseClock({ ...audited.lab, calendar: aCalendar(), derive })(caseId(), DUE, soon());
  };

  it('is whole: the documents changed as its events say', async () => {
    await erase();
    await audited.anchor();

    const [all, one] = [await audited.verify(undefined, 60), await audited.verify(caseCode(), 60)];

    expect((await audited.lab.cases.load(caseId(), soon()))?.kase.erasedOn).toBe('2027-01-03');
    expect([all.wrong, one.wrong]).toEqual([undefined, undefined]);
  });

  it('tells of a copy of the case that is put back', async () => {
    const before = there((await audited.lying(CASE)).find(({ id }) => id === 'case'));
    await erase();
    await audited.anchor();

    await audited.put(before);

    expect((await audited.verify(undefined, 60)).wrong).toBeDefined();
  });
});
