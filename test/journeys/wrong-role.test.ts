import { type WireRequest } from '../../src/local/cosmos/wire';
import { type Element } from '../../src/local/demo/element';
import { codeFrom } from '../../src/domain/code';
import {
  caseOf,
  type Company,
  consent,
  EIGHT,
  events,
  gather,
  giveTask,
  published,
  refer,
  type Sent,
  startMeeting,
  takeIn,
  words,
} from './company';

/** Everybody who has no part in the case; the owner of nothing, and roles that give no content. */
const OUTSIDERS = [
  'innmelder-lar',
  'innmelder-politi',
  'leder-dps',
  'styringsgruppe',
  'personvernombud-helse',
  'tilgangsansvarlig',
] as const;

const NO_CASE = 'f'.repeat(32);
/** A code whose check sign is right, that no case has. */
const NO_CODE = codeFrom('0'.repeat(16));
const MEETING = 'm-2026-12-01';

let company: Company;
let requests: WireRequest[] = [];
let submitted: Sent;
let mapped: Sent;
/** Before the group, with a task already: nearly everything could be done to it by whoever may. */
let before: Sent;
let draftId: string;
let actionId: string;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'ansvarlig', 'medlem-helse', ...OUTSIDERS], {
    observe: request => requests.push(request),
  });
  const author = company.player('innmelder-mo');
  before = await published(company);
  mapped = await published(company);
  await startMeeting(company);
  await takeIn(company, mapped);
  await consent(company, mapped);
  await giveTask(company, mapped, { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' });
  actionId = (await caseOf(company, mapped.caseId)).actions[0]?.id ?? '';
  await giveTask(company, before, { title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-03' });
  submitted = await refer(company);
  const form = await author.presses(await author.says('meld inn'), 'save-draft', { scene: 'yes' });
  draftId = String((form['actions'] as { data: Element }[])[0]?.data['draftId']);
});
afterAll(() => company.leave());

/** Every verb that changes or shows something of a case, with everything its form would send. */
const onCase = (caseId: string): readonly (readonly [verb: string, data: Element])[] => [
  ['open-case', { caseId }],
  ['open-item', { caseId, meetingId: MEETING }],
  ['close-item', { caseId, meetingId: MEETING }],
  ['start-information', { caseId }],
  ['add-information', { caseId, ...EIGHT }],
  ['start-informed', { caseId }],
  ['record-informed', { caseId, informed: 'week', 'contact-consent': 'yes' }],
  ['withdraw-referral', { caseId }],
  ['start-case-identity', { caseId }],
  ['name-case-candidate', { caseId, name: 'Oppdiktet' }],
  ['request-information', { caseId, missing: 'criteria', 'answer-by': '2026-12-03' }],
  ['mark-ready', { caseId }],
  ['mark-urgent', { caseId, reason: 'haster' }],
  ['return-to-agenda', { caseId }],
  ['open-consent', { caseId }],
  ['start-consent', { caseId }],
  ['refuse-consent', { caseId, 'ask-again': '2027-01-01' }],
  ['start-action', { caseId }],
  ['start-decision', { caseId, meetingId: MEETING }],
  ['record-decision', { caseId, meetingId: MEETING, outcome: 'taken-in', rationale: 'x' }],
  [
    'record-consent',
    {
      ...{ caseId, preset: 'meeting', understands: 'yes', 'asked-by': 'koordinator', how: 'oral' },
      ...{ when: '2026-11-23', until: '2027-01-01' },
    },
  ],
  ['create-action', { caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' }],
];

const onAction = (caseId: string, action: string): readonly (readonly [verb: string, data: Element])[] => [
  ['complete-action', { caseId, actionId: action, row: 1, 'outcome-1': 'carried-out' }],
  ['block-action', { caseId, actionId: action, row: 1, 'gap-1': 'housing' }],
  ['ask-new-date', { caseId, actionId: action, row: 1, 'due-1': '2026-12-10', 'reason-1': 'no-contact' }],
  ['start-new-date', { caseId, actionId: action }],
  ['grant-new-date', { caseId, actionId: action, due: '2026-12-10' }],
];

const onDraft = (id: string): readonly (readonly [verb: string, data: Element])[] => [
  ['edit-draft', { draftId: id }],
  ['save-draft', { draftId: id, scene: 'unsure' }],
  ['review-referral', { draftId: id, scene: 'unsure' }],
  ['delete-draft', { draftId: id }],
  ['start-identity', { draftId: id }],
  ['name-candidate', { draftId: id, name: 'Oppdiktet' }],
  ['leave-name-out', { draftId: id }],
  ['submit-referral', { draftId: id }],
];

const onMeeting = (meetingId: string): readonly (readonly [verb: string, data: Element])[] => [
  ['publish-agenda', { meetingId }],
  ['start-attendance', { meetingId }],
  ['start-meeting', { meetingId, kommune: 'sosiale-tjenester', confidential: 'yes' }],
  ['end-meeting', { meetingId }],
];

const presses = (person: string, verb: string, data: Element): Promise<Element> =>
  company.player(person).sends(verb, { ...data, nonce: `${person}-${verb}` });

/** The case's whole partition, as it lies in the database. */
const stored = async (): Promise<string> => {
  const query = "SELECT * FROM c WHERE c.type IN ('case', 'action', 'item', 'draft', 'meeting')";
  const { resources } = await company.world.database.container('work').items.query<unknown>(query).fetchAll();
  return JSON.stringify(resources);
};

const refusals = async (person: string): Promise<number> =>
  (await events(company)).filter(event => event.person === person && !event.allowed).length;

type Answered = { readonly said: string; readonly asked: readonly string[] };

/** What is answered, and what the database is asked for it: kind of request and kind of thing, in any order. */
const answered = async (person: string, verb: string, data: Element): Promise<Answered> => {
  requests = [];
  const said = words(await presses(person, verb, data));
  const asked = requests.map(({ kind, container = '' }) => `${kind} ${container}`);
  return { said, asked: [...asked].sort() };
};

describe.each(OUTSIDERS)('%s, who has no part in the case', person => {
  it('changes nothing with any verb, is refused every time, and every refusal is kept', async () => {
    const verbs = [
      ...onCase(mapped.caseId),
      ...onCase(before.caseId),
      ...onCase(submitted.caseId),
      ...onAction(mapped.caseId, actionId),
      ...onDraft(draftId),
      ...onMeeting(MEETING),
    ];
    const lay = await stored();
    const kept = await refusals(person);

    const said = [];
    for (const [verb, data] of verbs)
      said.push([verb, words(await presses(person, verb, data)).split('\n')[1]]);

    expect(said).toEqual(verbs.map(([verb]) => [verb, 'Ikke tilgjengelig']));
    expect(await stored()).toBe(lay);
    expect((await refusals(person)) - kept).toBe(verbs.length);
  });
});

describe('a refusal', () => {
  const nowhere = (data: Element): Element =>
    Object.fromEntries(
      Object.entries(data).map(([key, value]) =>
        ['caseId', 'draftId', 'actionId'].includes(key) ? [key, NO_CASE] : [key, value],
      ),
    );

  it('reads and costs the same for a case that is not yours and one that does not exist', async () => {
    const differing = [];
    for (const [verb, data] of [
      ...onCase(mapped.caseId),
      ...onAction(mapped.caseId, actionId),
      ...onDraft(draftId),
    ]) {
      const real = await answered('leder-dps', verb, data);
      const none = await answered('leder-dps', verb, nowhere(data));
      if (JSON.stringify(real) !== JSON.stringify(none)) differing.push({ verb, real, none });
    }

    expect(differing).toEqual([]);
  });

  it('opens a code that is nobody’s like one that is not yours', async () => {
    const player = company.player('leder-dps');
    const looking = async (code: string) => {
      const door = await player.says(`sak ${code}`);
      requests = [];
      const answer = await player.presses(door, 'open-by-code');
      const asked = requests.map(({ kind, container = '' }) => `${kind} ${container}`).sort();
      const shape = (card: Element) =>
        JSON.stringify(card)
          .replaceAll(/SU(\W{1,3})[0-9A-Z]{4}\1[0-9A-Z]{4}/g, 'CODE')
          .replaceAll(/"nonce":"[^"]*"/g, '');
      return { door: shape(door), answer: shape(answer), asked };
    };

    const [ofOthers, ofNobody] = [await looking(mapped.code), await looking(NO_CODE)];

    expect(ofOthers.door).toContain('CODE');
    expect(ofOthers.asked).not.toEqual([]);
    expect(ofNobody).toEqual(ofOthers);
  });
});

describe('ansvarlig, who owns a task in the case and nothing more', () => {
  const OWN = ['open-case', 'open-item'];

  it('sees the task, and is refused everything else of the case', async () => {
    const lay = await stored();

    const seen = [];
    for (const [verb, data] of [...onCase(mapped.caseId), ...onCase(before.caseId)]) {
      const said = words(await presses('ansvarlig', verb, data));
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(said)) seen.push([verb, said.split('\n')[1]]);
    }

    expect(seen).toEqual([...OWN, ...OWN].map(verb => [verb, 'Oppgavene dine i saken']));
    expect(await stored()).toBe(lay);
  });

  it('is not the one to grant the own wish for a new date', async () => {
    const answer = await presses('ansvarlig', 'grant-new-date', {
      ...{ caseId: mapped.caseId, actionId, due: '2026-12-10' },
    });

    expect(words(answer)).toContain('Det går ikke nå');
  });
});

describe('a member of the group', () => {
  it('does nothing that is the coordinator’s or the author’s, and sees that it is not theirs to do', async () => {
    const lay = await stored();
    const may = ['open-case', 'open-item', 'close-item', 'open-consent', 'start-action', 'create-action'];
    const others = [...onCase(mapped.caseId), ...onCase(before.caseId)].filter(
      ([verb]) => !may.includes(verb),
    );

    const done = [];
    for (const [verb, data] of [...others, ...onAction(mapped.caseId, actionId), ...onMeeting(MEETING)])
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(words(await presses('medlem-helse', verb, data))))
        done.push(verb);

    expect(done).toEqual([]);
    expect(await stored()).toBe(lay);
  });

  it('gives tasks to the own agency only', async () => {
    const task = { caseId: mapped.caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' };

    const answer = await presses('medlem-helse', 'create-action', task);

    expect(words(answer)).toContain('Det går ikke nå');
    expect((await caseOf(company, mapped.caseId)).actions).toHaveLength(1);
  });
});

describe('lists that are for a role', () => {
  it.each([
    ['innboks', 'innmelder-mo'],
    ['tilganger', 'koordinator'],
    ['meld inn', 'koordinator'],
    ['mine innmeldinger', 'styringsgruppe'],
    ['saksliste', 'ansvarlig'],
  ])('«%s» is refused for %s', async (text, person) => {
    const answer = words(await company.player(person).says(text));

    expect(answer.split('\n')[1]).toBe('Ikke tilgjengelig');
  });

  it('the directory is changed by an admin only', async () => {
    const data = { personId: 'medlem-helse', name: 'Ny', roles: 'admin', agency: 'kronstad-dps' };
    const before = JSON.stringify(await company.world.app.world.people.all(AbortSignal.timeout(5_000)));

    const answers = [
      await presses('koordinator', 'save-person', data),
      await presses('koordinator', 'remove-person', { personId: 'medlem-helse' }),
      await presses('koordinator', 'edit-person', { personId: 'medlem-helse' }),
    ].map(words);

    expect(answers.every(answer => answer.includes('Ikke tilgjengelig'))).toBe(true);
    expect(JSON.stringify(await company.world.app.world.people.all(AbortSignal.timeout(5_000)))).toBe(before);
  });
});
