import { z } from 'zod';
import { type Action, withAction } from '../../src/domain/action';
import { type AgendaItem } from '../../src/domain/agenda';
import { dayOfMeeting, meetingIdOn } from '../../src/domain/ids';
import { plusDays, type TimeOfDay } from '../../src/domain/time';
import { type CaseChange } from '../../src/use-cases/ports/cases';
import { keptClock } from '../../src/use-cases/kept-clock';
import { type Element } from '../../src/local/demo/element';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { anAction, anItem } from '../builders/cases';
import { actionId, commandId, day, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aFact } from '../builders/outbox';
import {
  caseOf,
  chatOf,
  type Company,
  documents,
  gather,
  opens,
  refer,
  type Sent,
  verbsOn,
  within,
  words,
} from './company';
import { takenIn } from './withdrawal-round';

const TASKS = 60;
const ITEMS = 12;
const OWNERS = ['ansvarlig', 'ansvarlig-stedfortreder', 'medlem-kommune'] as const;
const MEMBER = 'medlem-helse';
const NINE = '09:00' as TimeOfDay;
const CANARY = 'Kanari-stor-7d1e';

const requests: WireRequest[] = [];
let company: Company;
beforeAll(async () => {
  const observe = (request: WireRequest): void => {
    requests.push(request);
  };
  company = await gather(['innmelder-mo', 'koordinator', MEMBER, ...OWNERS], { observe });
  await meetings();
});
afterAll(() => company.leave());

/** Something more in the case, put there as if it had come about. */
const put = async ({ caseId }: Sent, about: string, change: Pick<CaseChange, 'item' | 'action'>) => {
  const { cases, calendar } = company.world.app.world;
  const file = await cases.load(caseId, within());
  if (file === undefined) throw new Error('There is no such case.');
  const at = company.world.clock.instant();
  const fact = aFact({
    commandId: commandId(caseId + about),
    operation: 'given',
    caseId,
    subject: caseId,
    at,
  });
  const kase = change.action === undefined ? file.kase : withAction(file.kase, change.action.action);
  await cases.commit({ file, kase, fact, outbox: [], ...change, ...keptClock(kase, calendar) }, within());
};

const meetingOf = (n: number) => meetingIdOn(plusDays(day('2026-09-01'), n * 14));
const itemOf = ({ caseId }: Sent, n: number): AgendaItem =>
  anItem({
    ...{ caseId, meetingId: meetingOf(n), number: n },
    posted: { activityId: `item-${String(n)}`, conversationId: `channel;messageid=item-${String(n)}` },
  });
const taskOf = ({ caseId }: Sent, n: number): Action =>
  anAction({
    ...{ id: actionId(`${caseId} ${String(n)}`), caseId, due: day('2026-11-27') },
    ...{ owner: personId(OWNERS[n % OWNERS.length] ?? 'ansvarlig') },
    createdAt: company.world.clock.instant(),
  });

/** The meetings that those items stand on, published and over. */
const meetings = async (): Promise<void> => {
  const { meetings: stored, calendar } = company.world.app.world;
  const at = company.world.clock.instant();
  for (let n = 0; n < ITEMS; n += 1) {
    const posted = { activityId: `agenda-${String(n)}`, conversationId: `channel;messageid=a-${String(n)}` };
    const on = dayOfMeeting(meetingOf(n));
    const meeting = aMeeting({ id: meetingOf(n), on, publishedAt: calendar.at(on, NINE), posted });
    const fact = aFact({ commandId: commandId(`meeting ${String(n)}`), operation: 'given', at });
    await stored.commit({ meeting, fact, outbox: [] }, within());
  }
};

const participant = async (): Promise<Sent> => {
  const sent = await refer(company, { values: { words: CANARY } });
  await takenIn(company, sent);
  return sent;
};
const large = async (): Promise<Sent> => {
  const sent = await participant();
  for (let n = 0; n < ITEMS; n += 1)
    await put(sent, `item ${String(n)}`, { item: { item: itemOf(sent, n) } });
  for (let n = 0; n < TASKS; n += 1) {
    const remindAt = company.world.clock.instant();
    await put(sent, `task ${String(n)}`, { action: { action: taskOf(sent, n), remindAt } });
  }
  return sent;
};

const Placed = z.looseObject({ pk: z.string() });
const howMany = async ({ caseId }: Sent): Promise<number> => {
  const kinds = await Promise.all(
    ['case', 'item', 'action', 'outbox', 'audit'].map(type => documents(company, type)),
  );
  return kinds.flat().filter(document => Placed.parse(document).pk === `case:${caseId}`).length;
};
const batchesOn = ({ caseId }: Sent): readonly WireRequest[] =>
  requests.filter(
    ({ kind, partitionKey }) => kind === 'batch' && partitionKey === JSON.stringify([`case:${caseId}`]),
  );

/** Withdrawn by a member through what the cards offer; answers with what that cost, and what was said. */
const withdrawn = async (sent: Sent) => {
  const member = company.player(MEMBER);
  const before = await howMany(sent);
  const consent = await member.presses(await opens(company, MEMBER, sent), 'open-consent');
  requests.length = 0;
  const answer = await member.presses(consent, 'withdraw-consent');
  const cost = { batches: batchesOn(sent).length, documents: (await howMany(sent)) - before };
  return { answer, cost };
};

describe('a participant with sixty tasks who has stood on twelve agendas', () => {
  let sent: Sent;
  let shown: Element;
  beforeAll(async () => {
    sent = await large();
    const look = { caseId: sent.caseId, nonce: 'shown' };
    shown = await company.player(MEMBER).sends('open-case', look, { through: 'opened-in' });
  });

  it('is withdrawn by one batch that is as small as for one with nothing', async () => {
    const small = await withdrawn(await participant());

    const big = await withdrawn(sent);

    // The case is replaced; the event and what is to be carried out are new.
    expect([small.cost, big.cost]).toEqual([
      { batches: 1, documents: 2 },
      { batches: 1, documents: 2 },
    ]);
    expect(words(big.answer)).toContain('Delingen har stoppet');
  });

  it('is closed at once, before anything of what follows is done', async () => {
    expect(words(shown)).toContain(CANARY);
    expect(words(await opens(company, MEMBER, sent))).not.toContain(CANARY);
  });

  it('ends with every task cancelled, every card drawn anew, everybody told once, and the opened message cleared', async () => {
    await company.settle();

    const { actions, state } = await caseOf(company, sent.caseId);
    expect([state, actions.length]).toEqual(['withdrawn', TASKS]);
    expect(new Set(actions.map(action => action.state))).toEqual(new Set(['cancelled']));
    const cards = company.connector.everything().filter(({ id }) => id.startsWith('item-'));
    expect(cards).toHaveLength(ITEMS);
    expect(cards.every(({ card }) => words(card).includes('Ikke lenger tilgjengelig'))).toBe(true);
    for (const owner of ['innmelder-mo', 'koordinator', ...OWNERS]) {
      const told = chatOf(company, owner).filter(
        card => card.includes(sent.code) && card.includes('Arbeidet har stoppet'),
      );
      expect([owner, told.length]).toEqual([owner, 1]);
    }
    const standing = company.connector.standingIn(company.player(MEMBER).chat);
    expect(words(standing.find(({ id }) => id === 'opened-in')?.card ?? {})).toContain(
      'Ikke lenger tilgjengelig',
    );
  });

  it('leaves nothing that rings later', async () => {
    const before = company.connector.outgoing().length;

    await company.advance('P1D');
    await company.advance('P1D');

    const later = company.connector.outgoing().slice(before);
    expect(later.filter(({ method }) => method === 'POST')).toEqual([]);
  });
});

describe('a consent whose last day is over', () => {
  it('expires without anybody pressing: work stops, tasks wait, and the coordinator is asked to speak with them', async () => {
    const sent = await participant();
    await put(sent, 'task', { action: { action: taskOf(sent, 0) } });
    await company.advance('P155D');
    const soon = words(await company.player('koordinator').says('innboks'));

    await company.advance('P30D');

    expect(soon).toContain('Snakk med personen om samtykket');
    const { state, actions } = await caseOf(company, sent.caseId);
    expect([state, actions[0]?.state]).toEqual(['consent-expired', 'open']);
    expect(chatOf(company, 'ansvarlig').at(-1)).toContain('Arbeidet har stoppet');
    expect(words(await company.player('koordinator').says('innboks'))).toContain('Spør om nytt samtykke');
    expect(verbsOn(await opens(company, MEMBER, sent))).toContain('open-consent');
    expect(words(await opens(company, MEMBER, sent))).not.toContain(CANARY);
  });
});
