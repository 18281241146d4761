import { type Element } from '../../src/local/demo/element';
import { personId, caseId, meetingId } from '../builders/ids';
import { MEETING } from '../journeys/every-verb';
import { GOOD } from '../teams/presses';
import { type Base } from './base';
import { envelope, type Place } from './people';
import { others } from './other-bases';
import { type Things, type Where } from './scene';

const PRESSER: Readonly<Record<string, string>> = {
  ...{ author: 'innmelder-mo', coordinator: 'koordinator', chair: 'koordinator', member: 'medlem-helse' },
  ...{ owner: 'ansvarlig', leader: 'leder-dps', admin: 'tilgangsansvarlig' },
};

const PLACES: readonly (readonly [Where, RegExp])[] = [
  ['ready', /^(open|close)-item$|-decision$|^take-|disqualif/],
  ['deferred', /^return-to-agenda$/],
  ['awaiting', /^(start|record|adjust|refuse)-consent$/],
  [
    'mapping',
    /mapping|plan$|measures|action|hand-over|new-date|sharing|withdraw-consent|renew|narrow|pause|conclude|open-consent|add-to-agenda/,
  ],
];

const whereFor = (verb: string): Where => PLACES.find(([, verbs]) => verbs.test(verb))?.[0] ?? 'submitted';

const valueFor = (key: string, value: unknown, things: Things): unknown => {
  const own: Readonly<Record<string, string>> = {
    ...{ draftId: things.draftId, actionId: things.actionId, sharingId: things.sharingId },
    ...{ gapId: things.gapId, incidentId: things.incidentId, code: things.code, item: things.code },
  };
  if (value === personId('medlem-dps')) return 'medlem-politi';
  return own[key] ?? (value === meetingId() ? MEETING : value);
};

/** The test's own press, on the things that are here. */
const onThings = (verb: string, data: Element, things: Things): Element => {
  const here = things.cases[whereFor(verb)];
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key.replace(caseId(), here),
      key !== 'draftId' && value === caseId() ? here : valueFor(key, value, things),
    ]),
  );
};

/** Of these the rest is free text, or may be left out: spoilt as it may be, it is another good press. */
const VITAL: Readonly<Record<string, readonly string[]>> = {
  'record-own-gap': ['category'],
  'set-absence': ['from', 'to'],
};
/** What a change is about; or all it carries, when it is about nothing. */
const vitalIn = (verb: string, data: Element): readonly string[] => {
  const keys = Object.keys(data);
  const ids = keys.filter(key => key.endsWith('Id'));
  return VITAL[verb] ?? (ids.length > 0 ? ids : keys);
};

/** Looks that, outside the own chat, send the form there: of these, too, what they are about is spoilt. */
const SENDS = ['start-decision'];
/** It sends its form whatever the press carries, and rightly: no spoilt one can be told from a good one. */
const ALWAYS_SENDS = ['open-contributions'];

type Pressed = { readonly by: string; readonly verb: string; readonly data: Element; readonly place: Place };

export const executed = (serviceUrl: string, { by, verb, data, place }: Pressed): Element => ({
  ...envelope(serviceUrl, by, place),
  ...{ type: 'invoke', name: 'adaptiveCard/action', replyToId: '1699999999999' },
  value: { action: { type: 'Action.Execute', id: 'a', title: 'x', verb, data }, trigger: 'manual' },
});

const submitted = (serviceUrl: string, { by, verb, data, place }: Pressed, name: string): Element => ({
  ...envelope(serviceUrl, by, place),
  ...{ type: 'invoke', name },
  value: {
    ...{ commandId: 'refer-candidate', commandContext: 'compose', context: { theme: 'default' } },
    data: { verb, ...data, msteams: { type: name } },
  },
});

const ON_CARD = ['value', 'action', 'data'];
const IN_DIALOG = ['value', 'data'];

const pressesOf = (serviceUrl: string, things: Things, verb: string): readonly Base[] => {
  const good = GOOD[verb];
  if (good === undefined) return [];
  const by = PRESSER[good.by] ?? 'koordinator';
  const data = { ...onThings(verb, good.data, things), nonce: 'm'.repeat(22) };
  const vital = good.changes || SENDS.includes(verb) ? vitalIn(verb, good.data) : [];
  const at = (path: readonly string[]) => vital.map(key => [...path, key]);
  const press = { by, verb, data, place: 'chat' } as const;
  return [
    { kind: 'card', activity: executed(serviceUrl, press), vital: at(ON_CARD) },
    {
      ...{ kind: 'card in channel', vital: at(ON_CARD) },
      activity: executed(serviceUrl, { ...press, place: 'channel' }),
    },
    ...['task/fetch', 'task/submit', 'composeExtension/submitAction'].map(name => ({
      ...{ kind: name, vital: at(IN_DIALOG) },
      activity: submitted(serviceUrl, press, name),
    })),
  ];
};

/** Everything that Teams sends: every verb by card and by dialog, and all that is no press. */
export const basesFor = (serviceUrl: string, things: Things): readonly Base[] => [
  ...Object.keys(GOOD)
    .filter(verb => !ALWAYS_SENDS.includes(verb))
    .flatMap(verb => pressesOf(serviceUrl, things, verb)),
  ...others(serviceUrl, things),
];
