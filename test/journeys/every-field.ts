import { z } from 'zod';
import { type Element } from '../../src/local/demo/element';
import {
  carriedBy,
  caseOf,
  type Company,
  consent,
  CONSENT,
  decisionForm,
  EIGHT,
  gather,
  giveTask,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  takeIn,
  words,
} from './company';
import { MEETING, onAction, onCase, onDraft, onMeeting, type Verb } from './every-verb';

/** In every field of somebody else's referral and draft: whatever the answers show, it is not this. */
const THEIRS = 'Kanari-annens-7d2c';
const LONG = 'x'.repeat(5_000);
/** The one whose entry in the directory is changed; nobody presses for them. */
const TARGET = 'medlem-politi';

const AUTHORS =
  /^(start-information|add-information|start-informed|record-informed|withdraw-referral|.*-identity|name-.*|leave-name-out|edit-draft|save-draft|review-referral|delete-draft|submit-referral)$/;
const OWNERS = /^(complete-action|block-action|ask-new-date)$/;
const ADMINS = /^((save|edit|remove)-person|open-access)$/;
const presserOf = (verb: string): string => {
  if (AUTHORS.test(verb)) return 'innmelder-mo';
  if (OWNERS.test(verb)) return 'ansvarlig';
  return ADMINS.test(verb) ? 'tilgangsansvarlig' : 'koordinator';
};

const logged: string[] = [];
let company: Company;
let cases: Readonly<Record<'submitted' | 'ready' | 'deferred' | 'awaiting' | 'mapping' | 'theirs', Sent>>;
let [actionId, draftId, theirDraft, version] = ['', '', '', ''];

const draftOf = async (person: string, values: Readonly<Record<string, string>>): Promise<string> => {
  const author = company.player(person);
  const form = await author.presses(await author.says('meld inn'), 'save-draft', values);
  return carriedBy(form, 'draftId');
};

const six = async (): Promise<typeof cases> => {
  const [submitted, ready, deferred, awaiting, mapping] = [
    await refer(company),
    await refer(company),
    await refer(company),
    await refer(company),
    await refer(company),
  ];
  const theirs = await refer(company, {
    by: 'innmelder-politi',
    values: { words: THEIRS, 'contact-role': THEIRS, 'my-contact': THEIRS },
    identity: { name: THEIRS },
  });
  for (const sent of [ready, deferred, awaiting, mapping]) await setReady(company, sent);
  return { submitted, ready, deferred, awaiting, mapping, theirs };
};

const further = async ({ ready, deferred, awaiting, mapping }: typeof cases): Promise<void> => {
  await publish(company);
  await startMeeting(company);
  for (const sent of [awaiting, mapping]) await takeIn(company, sent);
  const form = await decisionForm(company, deferred);
  await company.player('koordinator').sends('record-decision', {
    ...{ caseId: deferred.caseId, meetingId: MEETING, outcome: 'deferred', 'defer-reason': 'time' },
    ...{ rationale: 'Tid.', nonce: 'deferred', version: carriedBy(form, 'version') },
  });
  await consent(company, mapping);
  await giveTask(company, mapping, { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' });
  actionId = (await caseOf(company, mapping.caseId)).actions[0]?.id ?? '';
  version = carriedBy(await decisionForm(company, ready), 'version');
};

const STATE_FOR: Readonly<Record<string, 'ready' | 'deferred' | 'awaiting' | 'mapping'>> = {
  'open-item': 'ready',
  'close-item': 'ready',
  'start-decision': 'ready',
  'record-decision': 'ready',
  'return-to-agenda': 'deferred',
  'start-consent': 'awaiting',
  'record-consent': 'awaiting',
  'refuse-consent': 'awaiting',
  'withdraw-consent': 'mapping',
  'start-action': 'mapping',
  'create-action': 'mapping',
  'open-mapping': 'mapping',
  'start-mapping': 'mapping',
  'record-mapping': 'mapping',
  'start-measures': 'mapping',
  'open-plan': 'mapping',
  'start-plan': 'mapping',
  'write-plan': 'mapping',
};

const PERSON = {
  ...{ personId: TARGET, name: 'Medlem, politiet', roles: 'member', agency: 'innsatsgruppen', service: 'x' },
  ...{ seat: 'innsatsgruppen', language: 'nn', 'stand-in': '' },
};
const OPTIONAL: Readonly<Record<string, Element>> = {
  'record-decision': { 'decline-reason': 'capacity', 'defer-reason': 'time' },
  'record-consent': { ...CONSENT, 'left-out': '' },
  'create-action': {
    ...{ detail: 'x', 'detail-group': 'C', meetingId: MEETING },
    ...{ kind: 'existing-service', decision: '', tried: '' },
  },
  'open-mapping': { domain: 'housing' },
  'open-plan': { plan: '1' },
  'start-plan': { 'goal-1': 'x' },
  'write-plan': { 'goal-2': '', 'goal-3': '', measures: '', confirms: 'ansvarlig', confirm: 'no' },
  'start-action': { meetingId: MEETING },
  'name-case-candidate': { nin: '', 'birth-year': '1980' },
  'name-candidate': { nin: '', 'birth-year': '1980' },
  'save-draft': { ...EIGHT, words: 'x', contact: 'mo', 'opening-date': '2026-12-24', urgent: 'yes' },
  'review-referral': { ...EIGHT, words: 'x' },
  'add-information': { words: 'x', 'my-contact': 'x' },
};

/** Every verb there is with its good data, by whoever may press it, on a case where it fits. */
const everyVerb = (): readonly Verb[] => {
  const found: readonly Verb[] = [
    ...onCase(cases.submitted.caseId),
    ...onAction(cases.mapping.caseId, actionId),
    ...onDraft(draftId),
    ...onMeeting(MEETING),
    ['save-person', PERSON],
    ['edit-person', { personId: TARGET }],
    ['remove-person', { personId: TARGET }],
    ['open-access', { after: TARGET }],
    ['open-by-code', { code: cases.submitted.code }],
    ['choose-language', { language: 'nb' }],
  ];
  return found.map(([verb, data]) => {
    const state = STATE_FOR[verb];
    const at = state === undefined ? {} : { caseId: cases[state].caseId };
    const mark = verb === 'record-decision' ? { version } : {};
    return [verb, { ...data, ...OPTIONAL[verb], ...at, ...mark }];
  });
};

const junkFor = (field: string): readonly unknown[] => [
  ...[null, 7, -1, true, [], ['x'], {}, { $ne: '' }, '', LONG, '__proto__', '../../x', '\u0000'],
  ...(field.endsWith('Id') ? [cases.theirs.caseId, theirDraft, 'f'.repeat(32)] : []),
];

/** Not the same few for every field: which ones turns with its place. */
const someOf = (all: readonly unknown[], most: number, place: number): readonly unknown[] =>
  all.length <= most ? all : Array.from({ length: most }, (_, n) => all[(place * most + n) % all.length]);

const Stored = z.looseObject({ id: z.string(), pk: z.string(), type: z.string(), _etag: z.string() });
type Stored = z.infer<typeof Stored>;
const work = () => company.world.database.container('work');
const keyOf = ({ pk, id }: Stored): string => `${pk} ${id}`;

/** Everything in the partitions of cases, drafts and meetings, and of the one who is changed. */
const partitions = async (): Promise<readonly Stored[]> => {
  const { resources } = await work().items.query<{ readonly pk: string }>('SELECT * FROM c').fetchAll();
  return resources
    .filter(({ pk }) => /^(case|meeting):/.test(pk) || pk === `person:${TARGET}`)
    .map(resource => Stored.parse(resource));
};
/** Without what the database adds by itself. */
const plain = ({ _etag, _ts, ...document }: Stored): string => JSON.stringify(document);
const isState = ({ type }: Stored): boolean => type !== 'audit' && type !== 'outbox' && type !== 'key';
const stateIn = (documents: readonly Stored[]): string =>
  documents.filter(isState).map(plain).sort().join('\n');
/** Nothing was written, not even the same again. */
const isUntouched = (documents: readonly Stored[], before: readonly Stored[]): boolean => {
  const tags = new Set(before.map(({ _etag }) => _etag));
  return documents.length === before.length && documents.every(({ _etag }) => tags.has(_etag));
};
const auditIn = (documents: readonly Stored[]): number =>
  documents.filter(({ type }) => type === 'audit').length;

const OF_DRAFT = onDraft('').map(([verb]) => verb);
/** Puts the partitions back as they lay, so that the next press meets the same. */
const putBack = async (lay: readonly Stored[], now: readonly Stored[]): Promise<void> => {
  const before = new Map(lay.map(document => [keyOf(document), document]));
  for (const document of now)
    if (!before.has(keyOf(document))) await work().item(document.id, document.pk).delete();
  const after = new Map(now.map(document => [keyOf(document), document]));
  for (const document of lay)
    if (after.get(keyOf(document))?._etag !== document._etag) await work().items.upsert(document);
};

let lay: readonly Stored[];
let presses = 0;
type Pressed = { readonly card: Element; readonly changed: boolean; readonly events: number };

/** As it was again; a draft whose keys were destroyed cannot be put back, and another takes its place. */
const restored = async (verb: string, now: readonly Stored[]): Promise<void> => {
  if (OF_DRAFT.includes(verb)) draftId = await draftOf('innmelder-mo', EIGHT);
  else await putBack(lay, now);
  lay = await partitions();
};

/** The mark of the case as it lies now: putting it back gives it another. */
const marked = async (): Promise<string> => {
  const form = { caseId: cases.ready.caseId, meetingId: MEETING };
  const card = await company.player('koordinator').sends('start-decision', form);
  lay = await partitions();
  return carriedBy(card, 'version');
};

/** One press, what it changed, and everything as it was again. */
const pressed = async (verb: string, data: Element): Promise<Pressed> => {
  presses += 1;
  const card = await company.player(presserOf(verb)).sends(verb, { ...data, nonce: `n-${String(presses)}` });
  const now = await partitions();
  if (isUntouched(now, lay)) return { card, changed: false, events: 0 };
  const changed = stateIn(now) !== stateIn(lay);
  const events = auditIn(now) - auditIn(lay);
  if (changed || events !== 0) await restored(verb, now);
  return { card, changed, events };
};

const isRefused = (card: Element): boolean =>
  /Ikke tilgjengelig|Det går ikke nå|Noe mangler|Saken er endret/.test(words(card));

const wrongIn = ({ card, changed, events }: Pressed): readonly string[] => {
  const text = JSON.stringify(card);
  const said = words(card);
  return [
    ...(card['type'] === 'AdaptiveCard' && said !== '' ? [] : ['no card']),
    ...(/Feilkode|undefined|\[object /.test(said) ? [`a fault: ${said}`] : []),
    ...(text.includes(THEIRS) ? ['what is somebody else’s'] : []),
    ...(Number(changed) === events ? [] : [`changed ${String(changed)} with ${String(events)} events`]),
    ...(changed && isRefused(card) ? ['changed and said no'] : []),
  ];
};

/** The draft there is now, and the case as it lies now. */
const now = async (verb: string): Promise<Element> => {
  if (OF_DRAFT.includes(verb)) return { draftId };
  return verb === 'record-decision' ? { version: await marked() } : {};
};

/** People, cases in every state where a verb fits, a draft, and somebody else’s of each. */
export const standing = async (): Promise<void> => {
  company = await gather(
    ['innmelder-mo', 'innmelder-politi', 'koordinator', 'ansvarlig', 'tilgangsansvarlig'],
    { log: (event, fields) => logged.push(`${event} ${JSON.stringify(fields)}`) },
  );
  cases = await six();
  await further(cases);
  draftId = await draftOf('innmelder-mo', EIGHT);
  theirDraft = await draftOf('innmelder-politi', { words: THEIRS });
  await company.settle();
  lay = await partitions();
};

/** Spoils every field of the verb, one at a time, each in at most so many ways; answers with what went wrong. */
export const spoils = async (verb: string, most: number): Promise<readonly unknown[]> => {
  const [, data = {}] = everyVerb().find(([name]) => name === verb) ?? [];
  const spoilt = Object.keys(data).flatMap((field, place) =>
    someOf(junkFor(field), most, place).map(junk => [field, junk] as const),
  );
  const wrong = [];
  for (const [field, junk] of spoilt) {
    const found = wrongIn(await pressed(verb, { ...data, ...(await now(verb)), [field]: junk }));
    if (found.length > 0) wrong.push([field, junk, found]);
  }
  return wrong;
};

export const VERBS = [
  ...new Set([...onCase(''), ...onAction('', ''), ...onDraft(''), ...onMeeting('')].map(([verb]) => verb)),
  ...['save-person', 'edit-person', 'remove-person', 'open-access', 'open-by-code', 'choose-language'],
];

/** The verbs that do with good data what they are for: those would do it here, too, if nothing were spoilt. */
export const doneWithGoodData = async (): Promise<readonly string[]> => {
  const done = [];
  for (const [verb, data] of everyVerb())
    if (!isRefused((await pressed(verb, { ...data, ...(await now(verb)) })).card)) done.push(verb);
  return done;
};

/** What was logged besides that something was sent: no press may be a fault. */
export const faults = (): readonly string[] => logged.filter(line => !line.startsWith('sent'));

export const leave = (): Promise<void> => company.leave();
