import { type Case } from '../../src/domain/case';
import { useCasesIn } from '../../src/use-cases/all';
import { aCase, aConsent, anAction, anItem } from '../builders/cases';
import { actionId, agencyId, caseCode, caseId, day, instant, meetingId, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aContent } from '../builders/referrals';
import { aHouse, counted, heldBy, type House, ORIGIN, OWNER, putReferral, SEALED, type Who } from './asking';
import { briefOf } from '../../src/domain/action';

const KRONSTAD = agencyId('kronstad-dps');
const COORDINATION = agencyId('sent-ute-koordinering');
const open = async (house: House, who: Who, at = house.inside.now) => {
  const opened = await house.does.openCase({ ...house.ask(who, { at }), caseId: caseId() });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value;
};
const sectionsSeen = ({ seen }: Awaited<ReturnType<typeof open>>) =>
  seen.flatMap(({ origin, content }) => Object.keys(content).map(section => ({ origin, section })));

describe('openCase', () => {
  it('shows the author everything of their own referral', async () => {
    const house = aHouse();
    putReferral(house);

    const opened = await open(house, 'author');

    expect(opened.seen).toEqual(SEALED);
    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN));
  });

  it.each([
    ['coordinator', ['summary', 'contact']],
    ['member', ['summary']],
  ] as const)('shows the %s before consent no more than the summary', async (who, sections) => {
    const house = aHouse();
    putReferral(house, { state: 'ready-for-review', presented: true } as never);

    const opened = await open(house, who);

    expect(sectionsSeen(opened)).toEqual(heldBy(ORIGIN, sections));
    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN, sections));
  });

  it('shows what the consent opens to the agency of the reader, and records just that', async () => {
    const grants = [{ group: 'C', from: ORIGIN, to: KRONSTAD }] as const;
    const house = aHouse();
    putReferral(house, { state: 'active', presented: true, consent: aConsent({ grants }) } as never);

    const opened = await open(house, 'member');

    expect(sectionsSeen(opened)).toEqual(heldBy(ORIGIN, ['C']));
    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN, ['C']));
  });

  it('asks for no more to be opened than it shows', async () => {
    const house = aHouse();
    putReferral(house, { state: 'mapping', presented: true } as never);
    const asked: unknown[] = [];
    const cases: House['cases'] = {
      ...house.cases,
      reveal: (file, holdings, within) => {
        asked.push(holdings);
        return house.cases.reveal(file, holdings, within);
      },
    };

    await useCasesIn({ ...house, cases }).openCase({ ...house.ask('member'), caseId: caseId() });

    expect(asked).toEqual([[]]);
  });

  it('shows somebody who only owns a task its detail, and nothing else', async () => {
    const house = aHouse();
    const task = anAction({ detailIn: 'C' });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Ring utleier' });

    const opened = await open(house, 'owner');

    expect(opened.seen).toEqual([]);
    expect([...opened.details]).toEqual([[task.id, 'Ring utleier']]);
    expect(house.events()[0]?.disclosed).toEqual(heldBy(ORIGIN, ['C']));
  });

  it('keeps the detail of another agency from an owner the consent does not open it to', async () => {
    const house = aHouse();
    const task = anAction({ detailIn: 'D' });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Time hos lege', detailFrom: KRONSTAD });

    const opened = await open(house, 'owner');

    expect(opened.details.size).toBe(0);
    expect(house.events()[0]?.disclosed).toEqual([]);
  });

  it('says nothing of a task’s detail to somebody who does not own it', async () => {
    const house = aHouse();
    const task = anAction({ detailIn: 'C', owner: personId('en-annen') });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Ring utleier' });

    const opened = await open(house, 'author');

    expect(opened.details.size).toBe(0);
  });

  it.each<[Case['state'], string]>([
    ['ready-for-review', '2026-12-09T08:00'],
    ['ready-for-review', '2026-12-10T08:00'],
    ['active', '2026-12-09T08:00'],
  ])('says where it stands on the agenda, %s on %s', async (state, at) => {
    const house = aHouse();
    putReferral(house, { state, presented: true, meetingId: meetingId() });
    house.putMeeting(aMeeting());
    house.putItem(anItem());

    const opened = await open(house, 'coordinator', instant(at));

    expect(opened.found).toMatchObject({ file: { item: anItem() }, meeting: aMeeting() });
  });

  it.each<[Case['state'], string]>([
    ['ready-for-review', '2026-12-08T08:00'],
    ['active', '2026-12-10T08:00'],
  ])('reads no item that cannot be decided then, %s on %s', async (state, at) => {
    const house = aHouse();
    putReferral(house, { state, presented: true, meetingId: meetingId() });
    house.putMeeting(aMeeting());
    house.putItem(anItem());

    const opened = await open(house, 'coordinator', instant(at));

    expect(opened.found).toBeUndefined();
    expect(opened.nextOn).toBe(day(at.slice(0, 10) < '2026-12-10' ? '2026-12-09' : '2026-12-23'));
  });

  it.each<[string, Partial<Case>, (house: House) => void]>([
    ['it stands on none', {}, () => undefined],
    ['the item is not laid yet', { meetingId: meetingId() }, house => house.putMeeting(aMeeting())],
  ])('says nothing of an agenda when %s', async (_, over, more) => {
    const house = aHouse();
    putReferral(house, over);
    more(house);

    const opened = await open(house, 'coordinator');

    expect(opened).not.toHaveProperty('found');
  });

  it('tells the coordinator, and nobody else, of an earlier case of the same person', async () => {
    const house = aHouse();
    house.putCase(aCase({ id: caseId('earlier'), code: caseCode('earlier'), state: 'declined' }));
    putReferral(house, { linkedTo: caseId('earlier') });

    const [own, coordinators] = [await open(house, 'author'), await open(house, 'coordinator')];

    expect(own).not.toHaveProperty('linked');
    expect(coordinators.linked).toBe(caseCode('earlier'));
  });

  it('says nothing of an earlier case that is gone', async () => {
    const house = aHouse();
    putReferral(house, { linkedTo: caseId('erased') });

    const opened = await open(house, 'coordinator');

    expect(opened).not.toHaveProperty('linked');
  });

  it('stores the event before anything sealed is opened', async () => {
    const house = aHouse();
    const task = anAction({ id: actionId(), detailIn: 'C', owner: OWNER });
    putReferral(house, { state: 'mapping', actions: [briefOf(task)] } as never);
    house.putTask(task, { detail: 'Ring utleier' });
    const { world, calls } = counted(house);

    await useCasesIn(world).openCase({ ...house.ask('owner'), caseId: caseId() });

    const stored = calls.indexOf('people.recordLookup');
    expect(stored).toBeGreaterThan(0);
    expect(calls.indexOf('cases.reveal')).toBeGreaterThan(stored);
    expect(calls.indexOf('cases.detailOf')).toBeGreaterThan(stored);
  });

  it('shows what one’s own agency holds after the end too, and the others nothing', async () => {
    const house = aHouse();
    const revealed = [...SEALED, { origin: COORDINATION, content: { C: { urgent: 'Haster' } } }];
    house.putCase(
      aCase({
        state: 'withdrawn',
        presented: true,
        holdings: [...heldBy(ORIGIN), { origin: COORDINATION, section: 'C' }],
      }),
      revealed,
    );

    const [own, members] = [await open(house, 'coordinator'), await open(house, 'member')];

    expect(own.seen).toEqual([{ origin: COORDINATION, content: { C: { urgent: 'Haster' } } }]);
    expect(members.seen).toEqual([]);
    expect(JSON.stringify(members)).not.toContain(aContent().contact?.reach ?? '-');
  });
});
