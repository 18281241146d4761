import { type Case } from '../../src/domain/case';
import { type Storage } from '../../src/storage/create-storage';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { type World } from '../../src/use-cases/world';
import { aCase, aConsent, aDecision, anItem, aSharing } from '../builders/cases';
import { agencyId, caseCode, caseId, commandId, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aContent } from '../builders/referrals';
import { givenCase, soon } from '../storage/given';
import { openEmbedded, type WiredLab } from '../storage/lab';
import { aHouse, heldBy, ORIGIN, type Who } from '../use-cases/asking';
import { aFront, isRefusal, titleOf, wrongWith } from './front';

/** Later than any end is kept. */
const DUE = instant('2028-01-01T08:00');
const KEY = { caseId: caseId() };
const SHARED = aSharing({ from: ORIGIN, by: personId('innmelder'), endedAt: NOON, missedAt: NOON });
const TERMS = {
  ...{
    purpose: 'KANARI',
    interpreter: '',
    representative: 'none' as const,
    mandate: '',
    conditions: 'KANARI',
  },
};
const content = [{ origin: ORIGIN, content: aContent({ words: 'KANARI' }, { name: 'KANARI' }) }];

const VIEWS: readonly (readonly [verb: string, data: Readonly<Record<string, unknown>>])[] = [
  ['open-case', KEY],
  ['open-by-code', { code: caseCode() }],
  ['open-item', { ...KEY, meetingId: anItem().meetingId }],
  ['open-consent', KEY],
  ['open-decisions', KEY],
  ['open-innspill', KEY],
  ['open-mapping', KEY],
  ['open-plan', KEY],
  ['open-incidents', KEY],
  ['open-access-log', KEY],
  ['export-access-log', KEY],
  ['open-sharing', { ...KEY, sharingId: SHARED.id }],
  ['start-archive', KEY],
  ['list-erasures', {}],
  ['list-my-referrals', {}],
  ['list-my-lookups', {}],
  ['open-inbox', {}],
];
const READERS: readonly Who[] = ['author', 'coordinator', 'member', 'owner', 'leader'];
const ENDS = ['declined', 'consent-refused', 'withdrawn', 'concluded', 'referral-withdrawn'] as const;

const lived = async (lab: Storage, state: (typeof ENDS)[number]): Promise<void> => {
  const kase = aCase<Case['state']>({
    ...{ state, presented: true, named: true, consents: 1, sharings: [SHARED], holdings: heldBy(ORIGIN) },
    ...{ exportedAt: NOON, archived: { ref: '2026/1', at: NOON, by: personId('koordinator') } },
  });
  const file = await givenCase(lab, kase, { content });
  await lab.pointers.claimCode(kase.code, kase.id, soon());
  const words = { rationale: 'KANARI' };
  await lab.cases.commit(
    {
      ...{ file, kase, fact: aFact({ commandId: commandId('live') }), outbox: [], clockAt: DUE },
      item: {
        item: anItem({ decision: aDecision() }),
        rationale: { origin: agencyId('sent-ute-koordinering'), words },
      },
      consent: { consent: aConsent(), terms: TERMS },
      sharing: { sharing: SHARED, words: { reason: 'KANARI' } },
    },
    soon(),
  );
};

describe.each(ENDS)('an erased case that is %s', state => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
    await lived(lab, state);
  });
  afterEach(() => lab.close());

  const front = () => {
    const house = aHouse();
    const world: World = { ...house, cases: lab.cases, pointers: lab.pointers };
    return { house, world, front: aFront(house, world) };
  };

  it('opens as process or not at all, in every view and for everybody, without a fault', async () => {
    const { world, house, front: door } = front();
    await ringCaseClock(world)(caseId(), DUE, soon());

    for (const [verb, data] of VIEWS)
      for (const who of READERS) {
        const card = await door.press(who, verb, data);

        expect(`${verb} ${who} ${JSON.stringify(card)}`).not.toContain('KANARI');
        expect([verb, who, wrongWith(card)]).toEqual([verb, who, []]);
        expect(titleOf(card)).not.toContain('Noe gikk galt');
        expect(titleOf(card)).not.toContain('Vi viser ikke innholdet');
      }
    expect(house.events().filter(({ disclosed }) => disclosed.length > 0)).toEqual([]);
  });

  it('says to the coordinator that it is gone, and since when', async () => {
    const { world, front: door } = front();
    await ringCaseClock(world)(caseId(), DUE, soon());

    const card = await door.press('coordinator', 'open-case', KEY);

    expect(titleOf(card)).toContain('Innholdet er slettet');
    expect(JSON.stringify(card).replaceAll('\u00a0', ' ')).toContain('Slettet lørdag 1. januar 2028');
  });

  it('takes no more part in anything', async () => {
    const { world, house, front: door } = front();
    await ringCaseClock(world)(caseId(), DUE, soon());
    house.inside.now = DUE;

    const again = await door.press('coordinator', 'ask-again', KEY);
    const archived = await door.press('coordinator', 'record-archive-ref', {
      ...KEY,
      'archive-ref': '2028/1',
    });

    expect(isRefusal(again, 'erased') || isRefusal(again, 'wrong-state')).toBe(true);
    expect(isRefusal(archived, 'wrong-state')).toBe(true);
    expect((await lab.cases.load(caseId(), soon()))?.kase.archived?.ref).toBe('2026/1');
    expect((await lab.container('keys').item('keys', `case:${caseId()}`).read()).statusCode).toBe(404);
  });
});
