import { type Element } from '../../src/local/demo/element';
import {
  caseOf,
  chatOf,
  type Company,
  documents,
  events,
  gather,
  held,
  itemCard,
  opens,
  published,
  publish,
  type Sent,
  verbsOn,
  words,
} from './company';

let company: Company;
let sent: Sent;

const agendaInChannel = (day: string): string =>
  company
    .inChannel()
    .map(({ card }) => words(card))
    .find(text => text.startsWith('Saksliste') && text.includes(day)) ?? '';
const form = async (): Promise<Element> => {
  const coordinator = company.player('koordinator');
  return coordinator.presses(await coordinator.says('saksliste'), 'start-plan-meeting');
};
const done = async (): Promise<readonly string[]> =>
  (await events(company)).filter(({ allowed }) => allowed).map(({ operation }) => operation);

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi']);
  sent = await published(company);
}, 60_000);
afterAll(() => company.leave());

describe('a meeting that is moved', () => {
  it('is held another day for everyone: the channel, the chats, the case, the agenda', async () => {
    const coordinator = company.player('koordinator');
    const fields = await form();

    const answer = await coordinator.presses(fields, 'plan-meeting', { day: '2026-12-03', time: '13:30' });
    await company.settle();

    expect(held(fields, 'day')).toBe('2026-12-01');
    expect(words(answer)).toContain('Torsdag 3. desember kl. 13.30');
    expect(agendaInChannel('Torsdag 3. desember kl. 13.30')).not.toBe('');
    expect(chatOf(company, 'medlem-helse').join('\n')).toContain('Møtet er flyttet');
    expect(words(await coordinator.says('saksliste'))).toContain('Torsdag 3.');
    expect(words(await opens(company, 'innmelder-mo', sent))).toContain('torsdag 3. desember');
    expect(await done()).toContain('move-meeting');
  });

  it('is told once to each, and not to who moved it', () => {
    const told = ['medlem-helse', 'medlem-politi', 'koordinator'].map(
      person => chatOf(company, person).filter(text => text.includes('Møtet er flyttet')).length,
    );

    expect(told).toEqual([1, 1, 0]);
  });
});

describe('a meeting that is cancelled', () => {
  it('leaves the channel with that alone, frees its cases, and the next agenda takes them up', async () => {
    const coordinator = company.player('koordinator');

    await coordinator.presses(await form(), 'cancel-meeting', { reason: 'too-few' });
    await company.settle();

    expect(agendaInChannel('Torsdag 3.')).toContain('Møtet er avlyst. Grunn: for få kan komme.');
    expect(words(itemCard(company, sent))).toContain('Ikke lenger tilgjengelig');
    expect(await caseOf(company, sent.caseId)).not.toHaveProperty('meetingId');
    expect(chatOf(company, 'medlem-politi').join('\n')).toContain('Møtet er avlyst');

    expect(words(await coordinator.says('saksliste'))).toContain('Tirsdag 15. desember kl. 09.00');
    await publish(company);
    expect(await caseOf(company, sent.caseId)).toMatchObject({ meetingId: 'm-2026-12-15' });
  });

  it('is no longer to be changed, and is kept as it was', async () => {
    const kept = (await documents(company, 'meeting')).map(({ meeting }) => meeting);

    expect(kept).toContainEqual(expect.objectContaining({ id: 'm-2026-12-01', on: '2026-12-03' }));
    expect(await done()).toEqual(expect.arrayContaining(['cancel-meeting', 'empty-agenda']));
  });
});

describe('the calendar', () => {
  it('is one press away, and holds no case', async () => {
    const member = company.player('medlem-helse');
    const agenda = await member.says('saksliste');

    const offer = await member.presses(agenda, 'export-calendar');
    const url = /https?:\/\/[^"\s]+\/files\/[^"\s]+/.exec(JSON.stringify(offer))?.[0] ?? '';
    const text = await (await fetch(url)).text();

    expect(verbsOn(agenda)).not.toContain('start-plan-meeting');
    expect(text).toContain('UID:m-2026-12-15@sent-ute');
    expect(text).not.toContain(sent.code);
    expect((await fetch(url)).status).toBe(404);
  });
});
