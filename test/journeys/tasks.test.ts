import { type Inputs } from '../../src/local/demo/player';
import {
  caseOf,
  chatOf,
  type Company,
  consent,
  coordinates,
  gather,
  giveTask,
  held,
  itemCard,
  opens,
  published,
  type Sent,
  startMeeting,
  takeIn,
  words,
} from './company';

let company: Company;
let sent: Sent;
beforeAll(async () => {
  company = await gather([
    ...['innmelder-mo', 'koordinator', 'koordinator-stedfortreder'],
    ...['medlem-helse', 'ansvarlig', 'ansvarlig-stedfortreder'],
  ]);
  sent = await published(company);
  await company.advance('P8D');
  await startMeeting(company);
  await takeIn(company, sent);
});
afterAll(() => company.leave());

const owner = () => company.player('ansvarlig');
const actions = async () => (await caseOf(company, sent.caseId)).actions;
const digestsOf = (person: string): number =>
  chatOf(company, person).filter(
    card => /^(?:Dine oppgaver|Påminnelser)/.test(card) && !card.includes('Bare du ser'),
  ).length;

describe('a task before there is a consent', () => {
  it.each(['clarify-living', 'send-application', 'evaluate-measures'])('cannot be «%s»', async title => {
    const answer = await company.player('koordinator').sends('create-action', {
      ...{ caseId: sent.caseId, title, owner: 'ansvarlig', due: '2026-12-10', nonce: title },
    });

    expect(words(answer)).toMatch(/Det går ikke nå|Ikke tilgjengelig/);
    expect(await actions()).toEqual([]);
  });

  it('can be one of the neutral beginnings, and is counted in the channel', async () => {
    await giveTask(company, sent, { title: 'follow-up-consent', owner: 'ansvarlig', due: '2026-12-10' });

    expect((await actions()).map(({ title, state }) => [title, state])).toEqual([
      ['follow-up-consent', 'open'],
    ]);
    expect(words(itemCard(company, sent))).toContain('Åpne oppgaver: 1');
  });
});

describe('a form for a task that is filled in wrong', () => {
  beforeAll(() =>
    consent(company, sent, { preset: 'meeting', understands: 'yes', how: 'oral', 'asked-by': 'koordinator' }),
  );

  it.each([
    ['a day that has passed', { due: '2026-11-30' }],
    ['a day more than a year away', { due: '2028-01-01' }],
    ['a detail that is too long', { due: '2026-12-11', detail: 'a'.repeat(201), 'detail-group': 'C' }],
    [
      'a detail with a number in it',
      { due: '2026-12-11', detail: 'Gjelder 01818490069', 'detail-group': 'C' },
    ],
    ['a detail in no group', { due: '2026-12-11', detail: 'Ring', 'detail-group': '' }],
    [
      'an owner who may not read the detail',
      { due: '2026-12-11', owner: 'leder-dps', detail: 'Ring', 'detail-group': 'D' },
    ],
  ])('comes back because of %s, with what was typed', async (_, wrong: Inputs) => {
    const coordinator = company.player('koordinator');
    const before = (await actions()).length;
    const form = await coordinator.presses(await opens(company, 'koordinator', sent), 'start-action');

    const again = await coordinator.presses(form, 'create-action', {
      ...{ title: 'arrange-meeting', owner: 'ansvarlig' },
      ...wrong,
    });

    expect(words(again)).toContain('Ny oppgave');
    expect(held(again, 'due')).toBe(wrong['due']);
    expect(held(again, 'detail')).toBe(wrong['detail'] ?? '');
    expect((await actions()).length).toBe(before);
  });
});

describe('a new date', () => {
  it('is asked for by the owner, seen in the inbox, granted by the coordinator, and told', async () => {
    const list = await owner().says('mine oppgaver');
    const asked = await owner().presses(list, 'ask-new-date', {
      ...{ 'due-1': '2026-12-17', 'reason-1': 'waiting-for-service' },
    });
    await company.settle();
    const inbox = await company.player('koordinator').says('innboks');
    const dueBefore = (await actions())[0]?.due;

    const form = await company.player('koordinator').presses(inbox, 'start-new-date');
    const granted = await company.player('koordinator').presses(form, 'grant-new-date');
    await company.settle();

    expect(words(asked)).toContain('Følge opp samtykke');
    expect(words(inbox)).toContain(`Svar på ønske om ny frist ${sent.code}`);
    expect(dueBefore).toBe('2026-12-10');
    expect(words(granted)).toContain(sent.code);
    expect((await actions())[0]).toMatchObject({ due: '2026-12-17', newDateAsked: false });
    expect(chatOf(company, 'ansvarlig').at(-1)).toContain('Oppgaven har fått ny frist');
  });

  it('moves the reminders with it', async () => {
    const before = digestsOf('ansvarlig');
    await company.advance('P13D');
    const onMonday = company.world.clock.instant().slice(0, 10);
    const byThen = digestsOf('ansvarlig') - before;

    await company.advance('P1D');

    expect(onMonday).toBe('2026-12-14');
    expect(byThen).toBe(0);
    expect(digestsOf('ansvarlig') - before).toBe(1);
  });
});

describe('a task that stands still', () => {
  it('is blocked by what is missing, and shown so to the coordinator', async () => {
    const list = await owner().says('mine oppgaver');

    await owner().presses(list, 'block-action', { 'gap-1': 'housing' });

    expect((await actions())[0]?.state).toBe('blocked');
    expect(words(await opens(company, 'koordinator', sent))).toMatch(/Står fast/);
  });

  it('is told to the stand-in the day after it was due, and to the coordinators after five working days', async () => {
    const people = ['ansvarlig-stedfortreder', 'koordinator', 'koordinator-stedfortreder'];
    const counted = () => people.map(digestsOf);
    const before = counted();
    await company.advance('P2D');
    const onTheDay = counted();
    await company.advance('P1D');
    const dayAfter = counted();

    await company.advance('P6D');
    const later = counted();

    expect(onTheDay).toEqual(before);
    expect(dayAfter).toEqual([(before[0] ?? 0) + 1, before[1], before[2]]);
    expect(later.slice(1)).toEqual([(before[1] ?? 0) + 1, (before[2] ?? 0) + 1]);
  });

  it('can still be done by the stand-in', async () => {
    const standIn = company.player('ansvarlig-stedfortreder');
    const list = await standIn.says('mine oppgaver');

    await standIn.presses(list, 'complete-action', { 'outcome-1': 'partly' });

    expect((await actions())[0]?.state).toBe('done');
    expect(words(await coordinates(company, sent, { what: 'open-consent' }))).toContain('Samtykke gitt');
  });

  it('nags nobody by a digest that was sent before: each says what holds now', async () => {
    await company.settle();

    const newest = ['ansvarlig', 'ansvarlig-stedfortreder', 'koordinator'].map(person =>
      chatOf(company, person)
        .filter(card => card.startsWith('Dine oppgaver') && !card.includes('Bare du ser'))
        .at(-1),
    );
    newest.forEach(digest => {
      expect(digest).toContain('Ingen oppgaver haster nå');
    });
  });
});
