import { type Element } from '../../src/local/demo/element';
import { type Company, gather, itemCard, published, type Sent } from './company';
import { calls, invokes, searches } from './composing';

const CODE = /Feilkode\s+([\w\\-]{8,30})/;
const FIRST_REQUESTS = [1, 2, 3, 4, 5, 6];

const lines: string[] = [];
const faults = { at: Infinity, seen: 0 };
let company: Company;
let sent: Sent;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse'], {
    dialogs: true,
    log: (_, { correlation }) => {
      if (typeof correlation === 'string') lines.push(correlation);
    },
    fault: ({ kind }) => {
      if (kind === 'metadata') return Promise.resolve(undefined);
      faults.seen += 1;
      return Promise.resolve(faults.seen === faults.at ? { kind: 'answer', status: 400 } : undefined);
    },
  });
  sent = await published(company);
}, 60_000);
afterAll(() => company.leave());

const asText = async (card: Promise<Element>): Promise<string> => JSON.stringify(await card);

/** What the bot said of its own accord, while this was done. */
const said = async (done: () => Promise<unknown>): Promise<string> => {
  const before = company.connector.outgoing().length;
  await done();
  return company.connector
    .outgoing()
    .slice(before)
    .map(({ body }) => body)
    .join('\n');
};

/** An address of a file that is good for once. */
const linkToFile = async (): Promise<string> => {
  const coordinator = company.player('koordinator');
  const log = await coordinator.sends('open-access-log', { caseId: sent.caseId });
  const offer = await coordinator.presses(log, 'export-access-log');
  const [, url] = /"type":"Action.OpenUrl"[^}]*"url":"([^"]*)"/.exec(JSON.stringify(offer)) ?? [];
  if (url === undefined) throw new Error('No link stands there.');
  return url;
};

type Way = { readonly prepare?: () => Promise<string>; readonly come: (prepared: string) => Promise<string> };

/** Every way in, and what whoever comes by it is shown. */
const WAYS: Readonly<Record<string, Way>> = {
  'a press that shows something': {
    come: () => asText(company.player('koordinator').sends('open-case', { caseId: sent.caseId })),
  },
  'a press that changes something': {
    come: () =>
      asText(company.player('koordinator').sends('mark-urgent', { caseId: sent.caseId, reason: 'haster' })),
  },
  'a press in the channel, which opens a dialog': {
    come: () => asText(company.player('medlem-helse').pressesInChannel(itemCard(company, sent), 'open-item')),
  },
  'a form in a dialog': {
    come: () =>
      invokes(company, 'koordinator', {
        name: 'task/submit',
        value: { data: { verb: 'mark-urgent', caseId: sent.caseId, reason: 'haster' } },
      }),
  },
  'a message': {
    come: () =>
      said(() =>
        company
          .player('koordinator')
          .says('innboks')
          .catch(() => undefined),
      ),
  },
  'a search': { come: () => searches(company, 'koordinator', 'SU') },
  'a command where one writes': { come: () => asText(calls(company, 'koordinator')) },
  'a link to a file': {
    prepare: linkToFile,
    come: async url => (await fetch(url, { headers: { 'accept-language': 'nb-NO' } })).text(),
  },
};

/** The code that somebody was shown, and the codes that were logged, when the database refused this request. */
const codesAt = async ({ prepare, come }: Way, place: number) => {
  const prepared = (await prepare?.()) ?? '';
  const before = lines.length;
  Object.assign(faults, { at: place, seen: 0 });
  const shown = await come(prepared);
  faults.at = Infinity;
  const [, code] = CODE.exec(shown) ?? [];
  return {
    told: code === undefined ? [] : [code.replaceAll('\\', '')],
    logged: lines.slice(before),
  };
};

describe('what somebody is told when something breaks', () => {
  it.each(Object.entries(WAYS))(
    'who came by %s: an id, and the line in the log has the same',
    async (_, way) => {
      const codes: Awaited<ReturnType<typeof codesAt>>[] = [];
      for (const place of FIRST_REQUESTS) codes.push(await codesAt(way, place));

      expect(codes.flatMap(({ told }) => told).length).toBeGreaterThan(0);
      expect(codes.map(({ told }) => told)).toEqual(codes.map(({ logged }) => logged));
    },
    60_000,
  );
});
