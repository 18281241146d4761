import { type Consent, type ConsentTerms } from '../../src/domain/consent';
import { type CaseFile, type ConsentFile } from '../../src/use-cases/ports/cases';
import { aCase, aConsent } from '../builders/cases';
import { agencyId, caseId, commandId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { givenCase, soon, there } from './given';
import { BACKENDS, type Lab, openEmbedded, type WiredLab } from './lab';

const TERMS: ConsentTerms = {
  purpose: 'Lage felles plan',
  interpreter: 'Somali',
  representative: 'present',
  mandate: 'KANARI-MANDAT',
  conditions: 'KANARI-VILKÅR',
};
const version = (n: number, over: Partial<Consent> = {}): Consent =>
  aConsent({ version: n, withheld: ['E'], ...over });

const keeping = async (
  { cases }: Pick<Lab, 'cases'>,
  file: CaseFile,
  { consent, terms = TERMS }: { readonly consent: Consent; readonly terms?: ConsentTerms | null },
): Promise<string> => {
  const fact = aFact({
    commandId: commandId(`consent ${String(consent.version)}`),
    operation: 'record-consent',
  });
  const change = { consent, ...(terms === null ? {} : { terms }) };
  return cases.commit({ file, kase: file.kase, fact, outbox: [], consent: change }, soon());
};
const kept = async ({ cases }: Pick<Lab, 'cases'>, { kase }: CaseFile, n: number): Promise<ConsentFile> =>
  there(await cases.consent(kase.id, n, soon()));

describe.each(BACKENDS)('consents $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it('come back whole, and what they say in words when it is asked for', async () => {
    const file = await givenCase(lab);

    const saved = await keeping(lab, file, { consent: version(1) });

    const found = await kept(lab, file, 1);
    expect(saved).toBe('done');
    expect(found).toMatchObject({ caseId: file.kase.id, consent: version(1) });
    expect(await lab.cases.termsOf(found, soon())).toEqual(TERMS);
  });

  it('are all kept, each as it was', async () => {
    const file = await givenCase(lab);
    await keeping(lab, file, { consent: version(1) });
    const later = there(await lab.cases.load(file.kase.id, soon()));

    await keeping(lab, later, {
      consent: version(2, { scope: 'adjusted' }),
      terms: { ...TERMS, mandate: '' },
    });

    expect((await kept(lab, file, 1)).consent).toEqual(version(1));
    expect(await lab.cases.termsOf(await kept(lab, file, 1), soon())).toEqual(TERMS);
    expect(await lab.cases.termsOf(await kept(lab, file, 2), soon())).toEqual({ ...TERMS, mandate: '' });
  });

  it('may say nothing in words', async () => {
    const file = await givenCase(lab);

    await keeping(lab, file, { consent: version(1), terms: null });

    const found = await kept(lab, file, 1);
    expect(found).not.toHaveProperty('terms');
    expect(await lab.cases.termsOf(found, soon())).toBeUndefined();
  });

  it('are not there when there are none', async () => {
    expect(await lab.cases.consent(caseId('none'), 1, soon())).toBeUndefined();
  });
});

describe('consents as they are stored', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const documentOf = async ({ kase }: CaseFile, n: number): Promise<Record<string, unknown>> => {
    const { resource } = await lab
      .container('work')
      .item(`consent:${String(n)}`, `case:${kase.id}`)
      .read<Record<string, unknown>>();
    return there(resource);
  };
  const two = async (): Promise<CaseFile> => {
    const file = await givenCase(lab);
    await keeping(lab, file, { consent: version(1) });
    const later = there(await lab.cases.load(file.kase.id, soon()));
    await keeping(lab, later, { consent: version(2), terms: { ...TERMS, conditions: 'noe annet' } });
    return later;
  };

  it('hold no word of what was said in the open', async () => {
    const file = await two();

    expect(JSON.stringify(await documentOf(file, 1))).not.toContain('KANARI');
  });

  it('are never written over: a version is kept once', async () => {
    const file = await two();
    const now = there(await lab.cases.load(file.kase.id, soon()));
    const again = { ...now, kase: { ...now.kase, urgent: true } };
    const fact = aFact({ commandId: commandId('again') });
    const change = {
      file: now,
      kase: again.kase,
      fact,
      outbox: [],
      consent: { consent: version(1), terms: TERMS },
    };

    expect(await lab.cases.commit(change, soon())).toBe('changed-meanwhile');
    expect(there(await lab.cases.load(file.kase.id, soon())).kase.urgent).toBe(now.kase.urgent);
  });

  it('are named in the event that tells of them', async () => {
    const file = await givenCase(lab);
    await keeping(lab, file, { consent: version(1) });

    const events = await lab.eventsIn(`case:${file.kase.id}`);

    expect(events.at(-1)?.documents?.map(({ id }) => id)).toContain('consent:1');
  });

  it.each([
    ['the words of another version', 2, {}],
    ['another agency as where they were recorded', 1, { origin: agencyId('kronstad-dps') }],
  ])('T26 do not open with %s', async (_, from, over) => {
    const file = await two();
    const [document, other] = [await documentOf(file, 1), await documentOf(file, from)];
    await lab
      .container('work')
      .items.upsert({ ...document, terms: { ...(other['terms'] as object), ...over } });
    const { cases } = lab.replica();

    const opened = cases.termsOf(there(await cases.consent(file.kase.id, 1, soon())), soon());

    await expect(opened).rejects.toThrow('the seal does not hold');
  });

  it('T26 open to nothing in another case', async () => {
    const file = await two();
    const target = await givenCase(lab, aCase({ id: caseId('target') }));
    const document = await documentOf(file, 1);
    await lab
      .container('work')
      .items.upsert({ ...document, pk: `case:${target.kase.id}`, caseId: target.kase.id });
    const { cases } = lab.replica();

    const opened = cases.termsOf(there(await cases.consent(target.kase.id, 1, soon())), soon());

    await expect(opened).resolves.toBeUndefined();
  });
});
