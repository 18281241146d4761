import { type SharingChange } from '../../src/use-cases/ports/sharings';
import { plusMs } from '../../src/domain/time';
import { aSharing, aCase } from '../builders/cases';
import { agencyId, caseId, commandId, instant, NOON, personId, sharingId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { givenCase, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const DPS = agencyId('kronstad-dps');
const KEY = { caseId: caseId(), sharingId: sharingId() };
const REASON = 'KANARI-BEGRUNNELSE';
const LATER = plusMs(NOON, 3_600_000);
const reviewed = aSharing({ review: { by: personId('leder'), at: LATER, verdict: 'right' } });

let lab: WiredLab;
beforeEach(async () => {
  lab = await openEmbedded();
});
afterEach(() => lab.close());

const commit = async (sharing: SharingChange, command: string) => {
  const { cases } = lab.replica();
  const file = there(await cases.load(caseId(), soon()));
  const kase = { ...file.kase, sharings: [sharing.sharing] };
  const fact = aFact({ commandId: commandId(command) });
  return cases.commit({ file, kase, fact, outbox: [], sharing }, soon());
};
const share = async (): Promise<void> => {
  await givenCase(lab, aCase());
  await commit({ sharing: aSharing(), words: { reason: REASON } }, 'share');
};
const lies = async () => there(await lab.replica().cases.sharing(KEY, soon()));
const review = async (remark?: string) => {
  const { version, reason } = await lies();
  const words = remark === undefined ? {} : { remark };
  return commit({ sharing: reviewed, version, words, ...(reason && { keep: reason }) }, 'review');
};

describe('a sharing', () => {
  it('keeps its reason sealed, for whoever asks after the check', async () => {
    await share();
    const { cases } = lab.replica();

    expect(await cases.wordsOf(await lies(), soon())).toEqual({ reason: REASON });
    const { resources } = await lab.container('work').items.readAll<object>().fetchAll();
    expect(JSON.stringify(resources)).not.toContain('KANARI');
    expect((await cases.load(caseId(), soon()))?.kase.sharings).toEqual([aSharing()]);
  });

  it('keeps the leader’s remark beside it', async () => {
    await share();

    expect(await review('KANARI-MERKNAD')).toBe('done');

    const words = await lab.replica().cases.wordsOf(await lies(), soon());
    expect(words).toEqual({ reason: REASON, remark: 'KANARI-MERKNAD' });
  });

  it('is not reviewed twice by two who read the same', async () => {
    await share();
    const { version } = await lies();
    await review();

    expect(await commit({ sharing: reviewed, version, words: {} }, 'other')).toBe('changed-meanwhile');
  });

  it('does not open what was put into it from another sharing', async () => {
    await share();
    const file = await lies();

    const moved = { ...file, sharingId: sharingId('other') };

    await expect(lab.replica().cases.wordsOf(moved, soon())).rejects.toMatchObject({ name: 'SealBroken' });
  });

  it('is not there when nobody made it', async () => {
    expect(await lab.replica().cases.sharing(KEY, soon())).toBeUndefined();
  });
});

describe('what waits for a review', () => {
  const until = instant('2026-12-07T11:00');
  const after = instant('2026-12-07T11:01');

  it('is found by the agency while there is time, and as missed after', async () => {
    await share();
    const { cases } = lab.replica();

    expect(await cases.reviewsAwaited(DPS, until, soon())).toEqual([KEY]);
    expect(await cases.reviewsAwaited(agencyId('innsatsgruppen'), NOON, soon())).toEqual([]);
    expect(await cases.reviewsAwaited(DPS, after, soon())).toEqual([]);
    expect(await cases.reviewsMissed(NOON, until, soon())).toEqual([]);
    expect(await cases.reviewsMissed(NOON, after, soon())).toEqual([KEY]);
    expect(await cases.reviewsMissed(until, after, soon())).toEqual([]);
  });

  it('is no more once somebody reviewed it', async () => {
    await share();
    await review();
    const { cases } = lab.replica();

    expect(await cases.reviewsAwaited(DPS, NOON, soon())).toEqual([]);
    expect(await cases.reviewsMissed(NOON, after, soon())).toEqual([]);
  });
});
