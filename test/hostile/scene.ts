import { type Stage } from '../../src/local/demo/stage';
import {
  carriedBy,
  caseOf,
  consent,
  decisionForm,
  giveTask,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  takeIn,
} from '../journeys/company';
import { MEETING } from '../journeys/every-verb';

/** In whatever nobody who presses here may see: it must stand in no answer, message or line. */
export const FOREIGN = { text: 'Kanari-annens-7d2c', number: '01818490301' } as const;
/** In what some of them may see: it must stand in no message or line, and in no answer to anybody else. */
export const OWN = 'Kanari-egen-5b1e';
/** In what the hostile send: it is kept nowhere, and told to nobody else. */
export const TYPED = 'Kanari-skrevet-9f3a';

const STATES = ['submitted', 'ready', 'deferred', 'awaiting', 'mapping'] as const;
export type Where = (typeof STATES)[number];

/** What there is to press on, and what is somebody else's. */
export type Things = {
  readonly cases: Readonly<Record<Where, string>>;
  readonly foreignCase: string;
  readonly code: string;
  readonly draftId: string;
  readonly foreignDraft: string;
  readonly actionId: string;
  readonly sharingId: string;
  readonly gapId: string;
  readonly incidentId: string;
  /** What the decision form of the case that is ready was drawn over. */
  readonly version: string;
};

const PEOPLE = [
  ...['innmelder-mo', 'innmelder-lar', 'innmelder-politi', 'koordinator', 'koordinator-stedfortreder'],
  ...['medlem-helse', 'medlem-kommune', 'medlem-politi', 'medlem-rusmedisin', 'ansvarlig', 'leder-dps'],
  ...['styringsgruppe', 'personvernombud-helse', 'tilgangsansvarlig'],
];

const draftOf = async (stage: Stage, person: string, words: string): Promise<string> => {
  const author = stage.player(person);
  const form = await author.presses(await author.says('meld inn'), 'save-draft', { words, scene: 'yes' });
  return carriedBy(form, 'draftId');
};

/** A case that nobody who presses here has a part in: whoever coordinates is disqualified from it. */
const somebodyElses = async (stage: Stage): Promise<string> => {
  const { text: name, number: nin } = FOREIGN;
  const { caseId } = await refer(stage, {
    by: 'innmelder-politi',
    values: { words: name, 'contact-role': name, 'my-contact': name },
    identity: { name, nin, 'birth-year': '' },
  });
  for (const person of ['koordinator', 'koordinator-stedfortreder'])
    await stage.player(person).sends('declare-disqualified', { caseId, nonce: `out-${person}` });
  return caseId;
};

type Cases = Readonly<Record<Where, Sent>>;

const five = async (stage: Stage): Promise<Cases> => {
  const found: Partial<Record<Where, Sent>> = {};
  for (const state of STATES)
    found[state] = await refer(stage, {
      values: { words: OWN, 'contact-role': OWN },
      identity: { name: OWN, nin: '', 'birth-year': '1980' },
    });
  const { submitted, ready, deferred, awaiting, mapping } = found;
  if (!submitted || !ready || !deferred || !awaiting || !mapping) throw new Error('Five were referred.');
  return { submitted, ready, deferred, awaiting, mapping };
};

/** As far as the group's meeting, which is under way from now on. */
const meet = async (stage: Stage, { ready, deferred, awaiting, mapping }: Cases): Promise<string> => {
  for (const sent of [ready, deferred, awaiting, mapping]) await setReady(stage, sent);
  await publish(stage);
  await startMeeting(stage);
  for (const sent of [awaiting, mapping]) await takeIn(stage, sent);
  const form = await decisionForm(stage, deferred);
  await stage.player('koordinator').sends('record-decision', {
    ...{ caseId: deferred.caseId, meetingId: MEETING, outcome: 'deferred', 'defer-reason': 'time' },
    ...{ rationale: OWN, nonce: 'deferred', version: carriedBy(form, 'version') },
  });
  await consent(stage, mapping);
  await giveTask(stage, mapping, {
    ...{ title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-03' },
    ...{ detail: OWN, 'detail-group': 'C' },
  });
  return carriedBy(await decisionForm(stage, ready), 'version');
};

const besideTheCase = async (stage: Stage, { mapping, submitted }: Cases): Promise<void> => {
  const author = stage.player('innmelder-mo');
  await author.sends('share-exceptionally', {
    ...{ caseId: mapping.caseId, groups: 'C', minutes: '60', receivers: 'medlem-politi' },
    ...{ statute: 'strl-287', reason: OWN, telling: 'soon', 'not-enough': 'yes', nonce: 'danger' },
  });
  await author.sends('record-incident', {
    ...{ caseId: submitted.caseId, when: '2026-11-20', kind: 'threat', reported: 'considered' },
    ...{ what: OWN, nonce: 'incident' },
  });
  await author.sends('record-own-gap', {
    ...{ category: 'housing', partners: 'kommune', missing: 'Ingen bolig', nonce: 'gap' },
  });
};

/** The first there is of what a case holds. */
const firstOf = (held: readonly { readonly id: string }[] | undefined): string => {
  const [first] = held ?? [];
  if (first === undefined) throw new Error('The case holds less than it should.');
  return first.id;
};

const heldIn = async (stage: Stage, { submitted, mapping }: Cases) => {
  const [before, inside] = [await caseOf(stage, submitted.caseId), await caseOf(stage, mapping.caseId)];
  return {
    actionId: firstOf(inside.actions),
    sharingId: firstOf(inside.sharings),
    incidentId: firstOf(before.incidents),
  };
};

const idsOf = ({ submitted, ready, deferred, awaiting, mapping }: Cases): Things['cases'] => ({
  ...{ submitted: submitted.caseId, ready: ready.caseId, deferred: deferred.caseId },
  ...{ awaiting: awaiting.caseId, mapping: mapping.caseId },
});

/** Everything there is to attack, made by pressing as people do. */
export const setUp = async (stage: Stage): Promise<Things> => {
  for (const person of PEOPLE) await stage.player(person).installs();
  const cases = await five(stage);
  const foreignCase = await somebodyElses(stage);
  const version = await meet(stage, cases);
  await besideTheCase(stage, cases);
  const things = {
    ...{ cases: idsOf(cases), foreignCase, version, code: cases.submitted.code },
    ...(await heldIn(stage, cases)),
    draftId: await draftOf(stage, 'innmelder-mo', OWN),
    foreignDraft: await draftOf(stage, 'innmelder-politi', FOREIGN.text),
    gapId: carriedBy(await stage.player('koordinator').says('glippsoner'), 'gapId'),
  };
  await stage.settle();
  return things;
};
