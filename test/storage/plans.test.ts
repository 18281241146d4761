import { type Plan, type PlanWords } from '../../src/domain/plan';
import { type ActionFile, type CaseFile } from '../../src/use-cases/ports/cases';
import { type PlanFile } from '../../src/use-cases/ports/plans';
import { aCase, anAction } from '../builders/cases';
import { actionId, agencyId, caseId, commandId, day, decisionId, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { givenCase, soon, there } from './given';
import { BACKENDS, type Lab, openEmbedded, type WiredLab } from './lab';

const WORDS: PlanWords = {
  goals: ['KANARI et sted å bo', 'Ro'],
  measures: [actionId('one')],
  reviewOn: day('2027-01-15'),
};
const plan = (version: number): Plan => ({
  version,
  contact: personId('ansvarlig'),
  writtenOn: day('2026-12-04'),
  writtenBy: personId('koordinator'),
});
const keeping = (
  { cases }: Pick<Lab, 'cases'>,
  file: CaseFile,
  {
    version,
    words = WORDS,
    command = `plan ${String(version)}`,
  }: {
    readonly version: number;
    readonly words?: PlanWords;
    readonly command?: string;
  },
): Promise<string> => {
  const { writtenBy: _, ...brief } = plan(version);
  const fact = aFact({ commandId: commandId(command), operation: 'write-plan' });
  const kase = { ...file.kase, plan: brief };
  return cases.commit({ file, kase, fact, outbox: [], plan: { plan: plan(version), words } }, soon());
};
const latest = async ({ cases }: Pick<Lab, 'cases'>): Promise<CaseFile> =>
  there(await cases.load(caseId(), soon()));
const kept = async ({ cases }: Pick<Lab, 'cases'>, version: number): Promise<PlanFile> =>
  there(await cases.plan(caseId(), version, soon()));

describe.each(BACKENDS)('plans $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
    await givenCase(lab);
  });
  afterEach(() => lab.close());

  it('come back whole, and what they say when it is asked for', async () => {
    expect(await keeping(lab, await latest(lab), { version: 1 })).toBe('done');

    const found = await kept(lab, 1);
    expect(found).toMatchObject({ caseId: caseId(), plan: plan(1) });
    expect(await lab.cases.planWordsOf(found, soon())).toEqual(WORDS);
    expect((await latest(lab)).kase.plan).toMatchObject({ version: 1, contact: 'ansvarlig' });
  });

  it('are all kept, each as it was written', async () => {
    await keeping(lab, await latest(lab), { version: 1 });

    await keeping(lab, await latest(lab), { version: 2, words: { ...WORDS, goals: ['Noe annet'] } });

    expect(await lab.cases.planWordsOf(await kept(lab, 1), soon())).toEqual(WORDS);
    expect((await lab.cases.planWordsOf(await kept(lab, 2), soon()))?.goals).toEqual(['Noe annet']);
  });

  it('are never written over: a version is kept once', async () => {
    await keeping(lab, await latest(lab), { version: 1 });

    const words = { ...WORDS, goals: ['Skrevet over'] };
    const again = await keeping(lab, await latest(lab), { version: 1, words, command: 'again' });

    expect(again).toBe('changed-meanwhile');
    expect(await lab.cases.planWordsOf(await kept(lab, 1), soon())).toEqual(WORDS);
  });

  it('are not there when there are none', async () => {
    expect(await lab.cases.plan(caseId(), 1, soon())).toBeUndefined();
  });

  it('let a task carry the decision it rests on, and keep what was tried beside its detail', async () => {
    const action = anAction({ recommendedBy: decisionId(), detailIn: 'C' });
    const origin = agencyId('sent-ute-koordinering');
    const file = await latest(lab);
    const change = { action, detail: { origin, text: 'Ring' }, tried: { origin, service: 'lar' as const } };
    const fact = aFact({ commandId: commandId('create') });
    await lab.cases.commit({ file, kase: file.kase, fact, outbox: [], action: change }, soon());

    const first = there(await lab.cases.action(caseId(), action.id, soon()));
    const { version, detail, tried } = first;
    const later = { action, version, ...(detail && { keep: detail }), ...(tried && { keepTried: tried }) };
    const now = await latest(lab);
    const done = aFact({ commandId: commandId('change') });
    await lab.cases.commit({ file: now, kase: now.kase, fact: done, outbox: [], action: later }, soon());

    const found: ActionFile = there(await lab.cases.action(caseId(), action.id, soon()));
    expect(found.action).toEqual(action);
    expect(found.tried).toMatchObject({ origin, section: 'D' });
    expect(await lab.cases.triedOf(found, soon())).toBe('lar');
    expect(await lab.cases.detailOf(found, soon())).toBe('Ring');
  });

  it('let each agency’s mapping lie in its own part of the group, and come back as it was said', async () => {
    const piece = { level: 'red', text: 'KANARI', on: day('2026-12-04'), by: personId('innmelder') } as const;
    const file = await latest(lab);
    const own = await lab.cases.reveal(file, file.kase.holdings, soon());
    const origin = file.kase.origin;
    const held = { origin, section: 'C' } as const;
    const content = [
      { origin, content: { C: { ...own[0]?.content.C, mapping: { housing: piece } } } },
      { origin: agencyId('kronstad-dps'), content: { D: { mapping: { mental: piece } } } },
    ];
    const kase = {
      ...file.kase,
      holdings: [held, { origin: agencyId('kronstad-dps'), section: 'D' } as const],
    };
    const fact = aFact({ commandId: commandId('map'), operation: 'record-mapping' });
    await lab.cases.commit({ file, kase, fact, outbox: [], content }, soon());

    const now = await latest(lab);
    const revealed = await lab.cases.reveal(now, kase.holdings, soon());
    expect(revealed).toMatchObject(content);
    expect(await lab.cases.reveal(now, [held], soon())).toHaveLength(1);
  });
});

describe('plans as they are stored', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
    await givenCase(lab, aCase());
    await keeping(lab, await latest(lab), { version: 1 });
    await keeping(lab, await latest(lab), { version: 2, words: { ...WORDS, goals: ['Noe annet'] } });
  });
  afterEach(() => lab.close());

  it('hold no word of what they say in the open', async () => {
    const { resources } = await lab.container('work').items.readAll<object>().fetchAll();

    expect(JSON.stringify(resources)).not.toMatch(/KANARI|2027-01-15/);
  });

  it('do not open what was put there from another version', async () => {
    const [one, other] = [await kept(lab, 1), await kept(lab, 2)];
    const moved = { ...one, ...(other.words && { words: other.words }) };

    await expect(lab.cases.planWordsOf(moved, soon())).rejects.toMatchObject({ name: 'SealBroken' });
  });
});
