import { REPRESENTATIVES, type Scope, UNDERSTANDINGS, WAYS_OF_ASKING } from '../domain/consent';
import { type ConsentField, keepsOf, scopesOf } from '../domain/consent-form';
import { consentMark } from '../domain/consent-status';
import { askersOf, leavable } from '../domain/consent-parties';
import { GROUPS } from '../domain/groups';
import { packTicks } from '../domain/packed-ticks';
import { button, type Carried } from './button';
import { type Consenting, kept, type Kept, wrongWith } from './consent-fields';
import { consentKind } from './consent-kind';
import { type Drawing } from './drawing';
import { area, choicesOf, date, line, many, optional, pick, radio } from './fields';
import { fold, headed, note, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { peopleChoices } from './wording';

const presetField = (d: Drawing, consenting: Consenting): Data => {
  const { t } = d;
  const { kase, kind } = consenting;
  const words: Readonly<Record<Scope, string>> = { ...t.consent.presets, adjusted: t.consent.asNow };
  return radio({
    ...kept(d, consenting, 'preset'),
    label: t.consent.preset,
    choices: choicesOf(scopesOf({ keeps: keepsOf(kase, kind === 'renew') }), words),
    must: t.common.chooseOne,
  });
};

/** What the preset is less: agencies, and kinds of information. */
const exceptFields = (d: Drawing, consenting: Consenting): readonly Data[] => {
  const { t, programme } = d;
  const agencies = leavable(consenting.kase, programme).map(({ id, name }) => ({ title: name, value: id }));
  return [
    ...only(agencies.length > 0, () =>
      many({
        ...kept(d, consenting, 'left-out'),
        label: optional(t, t.consent.leftOut),
        choices: agencies,
      }),
    ),
    many({
      ...kept(d, consenting, 'withheld'),
      label: optional(t, t.consent.withheld),
      choices: choicesOf(GROUPS, t.common.groups),
    }),
  ];
};

const askingFields = (d: Drawing, consenting: Consenting): readonly Data[] => {
  const { t } = d;
  return [
    radio({
      ...kept(d, consenting, 'understands'),
      label: t.consent.understands,
      choices: choicesOf(UNDERSTANDINGS, t.consent.understandings),
      must: t.common.chooseOne,
    }),
    pick(t, {
      ...kept(d, consenting, 'asked-by'),
      label: t.consent.askedBy,
      choices: peopleChoices(askersOf(consenting.kase, consenting.people)),
      must: t.common.chooseOne,
    }),
    pick(t, {
      ...kept(d, consenting, 'how'),
      label: t.consent.how,
      choices: choicesOf(WAYS_OF_ASKING, t.consent.ways),
      must: t.consent.chooseHow,
    }),
  ];
};

const dateFields = (d: Drawing, consenting: Consenting): readonly Data[] => {
  const { t } = d;
  return [
    date({ ...kept(d, consenting, 'when'), label: t.consent.when, must: t.consent.chooseDate }),
    date({ ...kept(d, consenting, 'until'), label: t.consent.until, must: t.consent.chooseDate }),
  ];
};

const FOLDED = ['interpreter', 'representative', 'mandate', 'purpose', 'conditions'] as const;

/** Nothing in the fold is required; it opens by itself where something in it is wrong. Its head says no typed text. */
const foldedPart = (d: Drawing, consenting: Consenting): Data => {
  const { t } = d;
  const field = (id: ConsentField): Kept => kept(d, consenting, id);
  const purpose = field('purpose');
  return {
    more: fold(t, {
      id: 'limits',
      title: optional(t, t.consent.more),
      hint: purpose.value === t.consent.usualPurpose ? t.consent.purposeIs(purpose.value) : '',
      open: FOLDED.some(id => field(id).error !== undefined),
    }),
    interpreter: [line({ ...field('interpreter'), label: t.consent.interpreter })],
    representative: [
      pick(t, {
        ...field('representative'),
        label: t.consent.representative,
        choices: choicesOf(REPRESENTATIVES, t.consent.representatives),
      }),
    ],
    mandate: [line({ ...field('mandate'), label: t.consent.mandate })],
    texts: [
      area({ ...purpose, label: t.consent.purpose }),
      area({ ...field('conditions'), label: t.consent.conditions }),
    ],
    keepItShort: t.common.keepItShort,
  };
};

const ticksCarried = ({ kept: before }: Consenting): Carried =>
  before === undefined ? {} : { ticks: packTicks(before.ticks), 'filled-from': before.from };

/** What no field can put right stands above them all: another day would only be a wrong one. */
const notesOf = (d: Drawing, { problems = [] }: Consenting): readonly Data[] =>
  problems
    .filter(({ field }) => field === 'grounds')
    .map(found => note({ style: 'warning', text: wrongWith(d, found) }));

/** What the person said yes to (ux 07b): a preset, what it leaves out, and that they understood it. */
export const consentForm = (d: Drawing, consenting: Consenting): Card => {
  const { t, nonce } = d;
  const { id: caseId, code } = consenting.kase;
  const { verbs, title, lead, save } = consentKind(t, consenting.kind);
  const carried = { caseId, nonce, version: consenting.seen ?? consentMark(consenting.kase) };
  return fill('consent-form', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(code)), title, lead }),
    notes: notesOf(d, consenting),
    presets: [presetField(d, consenting)],
    presetsMean: t.consent.presetsMean,
    choices: [...exceptFields(d, consenting), ...askingFields(d, consenting)],
    dates: dateFields(d, consenting),
    ...foldedPart(d, consenting),
    actions: [
      button(save, { verb: verbs.save, ...carried }, { primary: true }),
      button(t.consent.adjust, { verb: verbs.adjust, ...carried, ...ticksCarried(consenting) }),
      button(t.common.cancel, { verb: 'close-view', caseId, nonce }, { leavesInputs: true }),
    ],
  });
};
