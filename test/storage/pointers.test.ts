import { aCase } from '../builders/cases';
import { agencyId, caseCode, caseId } from '../builders/ids';
import { givenCase, soon } from './given';
import { BACKENDS, CLOCKED, type ClockedLab, type Lab } from './lab';

const number = '17912099997';
const agency = agencyId('sosiale-tjenester');

describe.each(BACKENDS)('pointers $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const claim = (name: string, over = {}) =>
    lab.pointers.claimNumber({ agency, number, caseId: caseId(name), ...over }, soon());

  it('give a code to one case only, and to that one again', async () => {
    const claims = await Promise.all(
      ['one', 'two', 'three'].map(name => lab.pointers.claimCode(caseCode(), caseId(name), soon())),
    );
    const winner = ['one', 'two', 'three'][claims.indexOf(true)] ?? '';

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await lab.pointers.claimCode(caseCode(), caseId(winner), soon())).toBe(true);
  });

  it('give a number to the first case, and tell the second of it', async () => {
    await givenCase(lab, aCase({ id: caseId('first') }));

    expect(await claim('first')).toBe(caseId('first'));
    expect(await claim('first')).toBe(caseId('first'));
    expect(await claim('second')).toBe(caseId('first'));
  });

  it('know the same number with and without its space', async () => {
    await claim('first', { number: '179120 99997' });

    expect(await claim('second')).toBe(caseId('first'));
  });

  it('tell one agency nothing of another', async () => {
    await claim('first');

    expect(await claim('second', { agency: agencyId('kronstad-dps') })).toBe(caseId('second'));
  });

  it('agree on one case when two claim a number at once', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map(name => claim(name)));

    expect(new Set(answers).size).toBe(1);
  });

  it('forget a number only for the case that holds it', async () => {
    await claim('first');

    await lab.pointers.releaseNumber({ agency, number, caseId: caseId('second') }, soon());
    const held = await claim('second');
    await lab.pointers.releaseNumber({ agency, number, caseId: caseId('first') }, soon());

    expect(held).toBe(caseId('first'));
    expect(await claim('second')).toBe(caseId('second'));
  });
});

describe.each(CLOCKED)('a number $name', ({ open }) => {
  let lab: ClockedLab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it('passes to the next case when the first never came to be', async () => {
    const claim = (name: string) =>
      lab.pointers.claimNumber({ agency, number, caseId: caseId(name) }, soon());
    await claim('abandoned');
    const early = await claim('second');

    lab.advance(120_000);

    expect(early).toBe(caseId('abandoned'));
    expect(await claim('second')).toBe(caseId('second'));
    expect(await claim('abandoned')).toBe(caseId('second'));
  });

  it('stays with a case that is there, however old', async () => {
    await givenCase(lab, aCase({ id: caseId('first') }));
    await lab.pointers.claimNumber({ agency, number, caseId: caseId('first') }, soon());

    lab.advance(120_000);

    const holder = await lab.pointers.claimNumber({ agency, number, caseId: caseId('second') }, soon());
    expect(holder).toBe(caseId('first'));
  });
});
