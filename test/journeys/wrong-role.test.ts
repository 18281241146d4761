import { performance } from 'node:perf_hooks';
import { type WireRequest } from '../../src/local/cosmos/wire';
import { type Element } from '../../src/local/demo/element';
import { codeFrom } from '../../src/domain/code';
import {
  caseOf,
  type Company,
  consent,
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
import { GOOD } from '../teams/presses';
import {
  ABOUT_NO_CASE,
  MEETING,
  onAction,
  onCase,
  onDraft,
  onLog,
  onMeeting,
  storedIn,
  type Verb,
} from './every-verb';

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

let company: Company;
let requests: WireRequest[] = [];
let submitted: Sent;
let mapped: Sent;
/** Before the group, with a task already: nearly everything could be done to it by whoever may. */
let before: Sent;
let draftId: string;
let actionId: string;
let sharingId: string;

beforeAll(async () => {
  const takingPart = ['innmelder-mo', 'koordinator', 'ansvarlig', 'medlem-helse', 'medlem-rusmedisin'];
  company = await gather([...takingPart, 'medlem-politi', ...OUTSIDERS], {
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
  sharingId = await shareInDanger();
  submitted = await refer(company);
  const form = await author.presses(await author.says('meld inn'), 'save-draft', { scene: 'yes' });
  draftId = String((form['actions'] as { data: Element }[])[0]?.data['draftId']);
});
afterAll(() => company.leave());

const presses = (person: string, verb: string, data: Element): Promise<Element> =>
  company.player(person).sends(verb, { ...data, nonce: `${person}-${verb}` });

/** What the author’s agency pushes to one police person, of the participant’s case. */
const shareInDanger = async (): Promise<string> => {
  const { caseId } = mapped;
  const author = company.player('innmelder-mo');
  const form = await author.sends('start-sharing', { caseId, nonce: 'danger' });
  await author.presses(form, 'share-exceptionally', {
    ...{ groups: 'F', minutes: '60', receivers: 'medlem-politi', statute: 'strl-287' },
    ...{ reason: 'Trussel', telling: 'soon', 'not-enough': 'yes' },
  });
  return (await caseOf(company, caseId)).sharings[0]?.id ?? '';
};

/** Everything that can be asked of the three cases, a draft, a task, a meeting and a sharing that are there. */
const everything = (): readonly Verb[] => [
  ...onCase(mapped.caseId, sharingId),
  ...onCase(before.caseId),
  ...onCase(submitted.caseId),
  ...onAction(mapped.caseId, actionId),
  ...onDraft(draftId),
  ...onMeeting(MEETING),
];

const stored = (): Promise<string> => storedIn(company);

const refusals = async (person: string): Promise<number> =>
  (await events(company)).filter(event => event.person === person && !event.allowed).length;

type Answered = { readonly said: string; readonly asked: readonly string[] };

/**
 * Names, identities and keys are read again when they are some minutes old, in whichever press comes then. During a
 * test no time passes: whoever has pressed once reads what is due to the press, and nothing else.
 */
beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.now());
  jest.spyOn(performance, 'now').mockReturnValue(performance.now());
});
afterEach(() => {
  jest.restoreAllMocks();
});
const comesIn = (person: string): Promise<Element> => presses(person, 'show-help', {});

/**
 * What is answered, and what the database is asked for it: kind of request and kind of thing, in any order. Where the
 * database lies, its library asks by itself every few minutes.
 */
const answered = async (person: string, verb: string, data: Element): Promise<Answered> => {
  requests = [];
  const said = words(await presses(person, verb, data));
  const asked = requests.filter(({ kind }) => kind !== 'metadata');
  return { said, asked: asked.map(({ kind, container = '' }) => `${kind} ${container}`).sort() };
};

const told = new Map<string, Answered>();

/** The same, pressed once however many tests ask what it came to. */
const answeredOnce = async (person: string, verb: string, data: Element): Promise<Answered> => {
  const key = JSON.stringify([person, verb, data]);
  const answer = told.get(key) ?? (await answered(person, verb, data));
  told.set(key, answer);
  return answer;
};

describe.each(OUTSIDERS)('%s, who has no part in the case', person => {
  it('T01 changes nothing with any verb, is refused every time, and every refusal is kept', async () => {
    const verbs = [...everything(), ...(person === 'personvernombud-helse' ? [] : onLog(mapped.caseId))];
    await comesIn(person);
    const lay = await stored();
    const kept = await refusals(person);

    const said = [];
    for (const [verb, data] of verbs)
      said.push([verb, (await answeredOnce(person, verb, data)).said.split('\n')[1]]);

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

  /** Whoever refers may begin a draft under any id that is nobody’s: there, none is not refused. */
  const ofMapped = (person: string): readonly Verb[] => [
    ...onCase(mapped.caseId, sharingId),
    ...onAction(mapped.caseId, actionId),
    ...(person.startsWith('innmelder') ? [] : onDraft(draftId)),
    ...(person === 'personvernombud-helse' ? [] : onLog(mapped.caseId)),
  ];

  const differences = async (person: string, verbs: readonly Verb[]) => {
    await comesIn(person);
    const differing = [];
    for (const [verb, data] of verbs) {
      const real = await answeredOnce(person, verb, data);
      const none = await answered(person, verb, nowhere(data));
      if (JSON.stringify(real) !== JSON.stringify(none)) differing.push({ verb, real, none });
    }
    return differing;
  };

  it('T01 is proved here for every verb there is', () => {
    const verbs = [...everything(), ...onLog(mapped.caseId)].map(([verb]) => verb);

    const known = new Set([...verbs, ...ABOUT_NO_CASE]);

    expect([...known].sort()).toEqual(Object.keys(GOOD).sort());
  });

  it.each(OUTSIDERS)(
    'T24 reads and costs %s the same for a case that is not theirs and one that does not exist',
    async person => {
      expect(await differences(person, ofMapped(person))).toEqual([]);
    },
  );

  it('T24 reads and costs the same for a case somebody is disqualified from, whatever they were before', async () => {
    const person = 'medlem-rusmedisin';
    const before = words(await presses(person, 'open-case', { caseId: mapped.caseId }));
    const declared = { caseId: mapped.caseId, nonce: 'once and for all' };
    await company.player(person).sends('declare-disqualified', declared);
    const lay = await stored();

    const differing = await differences(person, [
      ...onCase(mapped.caseId, sharingId),
      ...onAction(mapped.caseId, actionId),
      ...onLog(mapped.caseId),
    ]);

    expect(before).toContain('Kartlegging');
    expect(words(await presses(person, 'open-case', { caseId: mapped.caseId }))).toContain(
      'Ikkje tilgjengeleg',
    );
    expect(differing).toEqual([]);
    expect(await stored()).toBe(lay);
  });

  it('T24 opens a code that is nobody’s like one that is not yours', async () => {
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

  /** They may report a gap, which holds nothing of the case. */
  const GAPS = ['start-gap', 'record-gap'];

  it('T01 sees the task, and is refused everything else of the case', async () => {
    const lay = await stored();

    const seen = [];
    for (const [verb, data] of [
      ...onCase(mapped.caseId),
      ...onCase(before.caseId),
      ...onLog(mapped.caseId),
    ].filter(([verb]) => !GAPS.includes(verb))) {
      const said = words(await presses('ansvarlig', verb, data));
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(said)) seen.push([verb, said.split('\n')[1]]);
    }

    expect(seen).toEqual([...OWN, ...OWN].map(verb => [verb, 'Oppgavene dine i saken']));
    expect(await stored()).toBe(lay);
  });

  it('T01 is not the one to grant the own wish for a new date', async () => {
    const answer = await presses('ansvarlig', 'grant-new-date', {
      ...{ caseId: mapped.caseId, actionId, due: '2026-12-10' },
    });

    expect(words(answer)).toContain('Det går ikke nå');
  });
});

/** What a member may do here (domain.md §15); what they look at stays as it lies. */
const LOOKS = [
  ...['open-case', 'open-item', 'close-item', 'open-consent', 'open-decisions', 'open-innspill'],
  ...['open-mapping', 'start-mapping', 'open-plan', 'open-incidents', 'start-incident', 'start-gap'],
  ...['start-action', 'open-minutes', 'export-minutes'],
];
const MAY = [
  ...LOOKS,
  ...['contribute', 'declare-disqualified', 'withdraw-consent', 'create-action'],
  ...['record-mapping', 'record-gap', 'record-incident'],
];

describe('a member of the group', () => {
  it('T01 does nothing that is the coordinator’s or the author’s, and sees that it is not theirs to do', async () => {
    const lay = await stored();
    const others = [
      ...[...onCase(mapped.caseId), ...onCase(before.caseId), ...onLog(mapped.caseId)],
      ...onMeeting(MEETING),
    ].filter(([verb]) => !MAY.includes(verb));

    const done = [];
    for (const [verb, data] of [...others, ...onAction(mapped.caseId, actionId)])
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(words(await presses('medlem-helse', verb, data))))
        done.push(verb);

    expect(done).toEqual([]);
    expect(await stored()).toBe(lay);
  });

  it('T01 is refused nothing that a member may look at', async () => {
    const looks = [...onCase(mapped.caseId), ...onMeeting(MEETING)].filter(([verb]) => LOOKS.includes(verb));
    const lay = await stored();

    const refused = [];
    for (const [verb, data] of looks)
      if (/Ikke tilgjengelig|Det går ikke nå/.test(words(await presses('medlem-helse', verb, data))))
        refused.push(verb);

    expect(looks.map(([verb]) => verb).sort()).toEqual([...LOOKS].sort());
    expect(refused).toEqual([]);
    expect(await stored()).toBe(lay);
  });

  it('T01 gives tasks to the own agency only', async () => {
    const task = { caseId: mapped.caseId, title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-04' };

    const answer = await presses('medlem-helse', 'create-action', task);

    expect(words(answer)).toContain('Det går ikke nå');
    expect((await caseOf(company, mapped.caseId)).actions).toHaveLength(1);
  });
});

const AUTHORS =
  /^(start-information|add-information|start-informed|record-informed|withdraw-referral|start-case-identity|name-case-candidate|review-sharing)$/;
const COORDINATORS =
  /^(request-information|mark-ready|return-to-agenda|ask-again|(start|adjust)-renewal|renew-consent|(start-narrowing|narrow-consent)|(start|record)-decision|start-disqualification|disqualify-other|(start|create)-action|declare-disqualified|review-sharing|open-access-log|export-access-log)$/;

describe('whoever works on the case, and is not the one to do this', () => {
  it.each([
    ['koordinator', AUTHORS],
    ['innmelder-mo', COORDINATORS],
  ] as const)('T01 %s changes nothing with what is another’s', async (person, others) => {
    const lay = await stored();
    const verbs = [mapped, before, submitted]
      .flatMap(({ caseId }) => [...onCase(caseId, sharingId), ...onLog(caseId)])
      .filter(([verb]) => others.test(verb));

    const done = [];
    for (const [verb, data] of verbs)
      if (!/Ikke tilgjengelig|Det går ikke nå/.test(words(await presses(person, verb, data))))
        done.push(verb);

    expect(verbs.length).toBeGreaterThan(20);
    expect(done).toEqual([]);
    expect(await stored()).toBe(lay);
  });
});

describe('lists that are for a role', () => {
  it.each([
    ['innboks', 'innmelder-mo'],
    ['tilganger', 'koordinator'],
    ['meld inn', 'koordinator'],
    ['mine innmeldinger', 'styringsgruppe'],
    ['saksliste', 'ansvarlig'],
  ])('T01 «%s» is refused for %s', async (text, person) => {
    const answer = words(await company.player(person).says(text));

    expect(answer.split('\n')[1]).toBe('Ikke tilgjengelig');
  });

  it('T01 the directory is changed by an admin only', async () => {
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
