import { AGENDA_STATES } from '../../src/domain/agenda';
import { MOST_ITEMS } from '../../src/use-cases/list-on-agenda';
import { fill } from '../../src/cards/template';
import { type Bench, type Figure } from './figure';
import { growthOf } from './growth';
import { compared, ms } from './measure';
import { type Estate, leaveAll, openEstates } from './seed/estate';
import { onAgenda } from './seed/open-work';

const CASES = 200;
const KILOBYTE = 1_024;
const FREE = { count: 1_000_000, perMs: 1_000 };
/** What Teams permits in a thread would keep two hundred items waiting. */
const UNTHROTTLED = { reminders: { limits: { thread: [FREE], overall: [FREE] } } };

const wholeAgenda = (estate: Estate): Promise<object> =>
  estate.player('koordinator').sends('open-agenda', { whole: 'yes', nonce: 'agenda' });

const states = AGENDA_STATES.map((value, at) => ({ name: `@s${String(at)}`, value }));
const QUERY = {
  query: `SELECT * FROM c WHERE c.type = @type AND c.state IN (${states.map(({ name }) => name).join()})`,
  parameters: [{ name: '@type', value: 'case' }, ...states],
};

/** What nobody can do without: the cases, and one card for each. */
const alone = async ({ world }: Estate): Promise<void> => {
  const { resources } = await world.database.container('work').items.query(QUERY).fetchAll();
  if (resources.length !== CASES) throw new Error(`${String(resources.length)} cases stand on the agenda.`);
  resources.forEach(() => fill('item', {}));
};

const again = async (estate: Estate): Promise<readonly Figure[]> => {
  const { ms: taken, ratios } = await compared(
    [
      { name: 'agenda', once: () => wholeAgenda(estate) },
      { name: 'alone', once: () => alone(estate) },
    ],
    { times: 4 },
  );
  const [turn = 0, floor = 0] = taken;
  return [
    {
      ...{ bench: 'B5', measure: 'the agenda of 200 cases ÷ (the query + 200 expansions alone)', unit: '' },
      value: ratios[0] ?? Number.NaN,
      target: { atMost: 1.4 },
      from: `${ms(turn)} ÷ ${ms(floor)}`,
    },
  ];
};

/** Published, posted to the channel with as many items as a meeting has room for, and read by those who coordinate. */
const largestActivity = async (estate: Estate): Promise<readonly Figure[]> => {
  const coordinator = estate.player('koordinator');
  const answered: object[] = [await wholeAgenda(estate)];
  answered.push(await coordinator.sends('publish-agenda', { meetingId: 'm-2026-12-01', nonce: 'publish' }));
  while ((await estate.world.app.dispatcher.tick()) > 0);
  answered.push(await wholeAgenda(estate));
  const sent = estate.connector.outgoing().map(({ body }) => body);
  const sizes = [...answered.map(card => JSON.stringify(card)), ...sent].map(text => Buffer.byteLength(text));
  return [
    {
      ...{ bench: 'B5', measure: 'largest activity of the fullest meeting', unit: 'KB' },
      value: Math.max(...sizes) / KILOBYTE,
      target: { atMost: 80 },
      from: `${String(MOST_ITEMS)} of them have room; of ${String(sent.length)} sent and ${String(answered.length)} answered`,
    },
  ];
};

/** Two hundred cases on one agenda: five times what a programme could ever hold. */
export const agenda: Bench = {
  id: 'B5',
  name: 'agenda',
  run: async () => {
    const estates = await openEstates(onAgenda(CASES), UNTHROTTLED);
    const [smallest] = estates;
    if (smallest === undefined) return [];
    const variants = estates.map(estate => ({ name: String(estate.size), once: () => wholeAgenda(estate) }));
    const growth = await growthOf({ bench: 'B5', measure: 'the agenda of 200 cases', variants, most: 1.3 });
    const figures = [...(await again(smallest)), ...growth, ...(await largestActivity(smallest))];
    await leaveAll(estates);
    return figures;
  },
};
