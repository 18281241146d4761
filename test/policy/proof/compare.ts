import { type Case, type CaseState } from '../../../src/domain/case';
import { type Consent } from '../../../src/domain/consent';
import { GROUPS } from '../../../src/domain/groups';
import { type AgencyId } from '../../../src/domain/ids';
import { judgeBy } from '../../../src/policy/may';
import { type Kind } from '../../../src/policy/questions';
import { type Tables } from '../../../src/policy/tables';
import { mayReadDetail, mayReadReason, mayReadTerms, visibleBy } from '../../../src/policy/visible';
import { allows } from '../oracle';
import { detailShownTo, reasonShownTo, shownTo, termsShownTo } from '../oracle-of-sight';
import { casesFor, FEW, NOW, SEEN } from './cases';
import { consentsFrom } from './consents';
import { type Breadth, QUESTIONS } from './questions';
import { AGENCIES, ORIGINS, type Reader } from './readers';

/** What the program answered beside what domain.md says: one is a cell. */
type Cell = { readonly is: boolean; readonly shall: boolean };
/** Some cells at once; `tell` names one that differs. */
export type Compared = { readonly cells: readonly Cell[]; readonly tell: (place: number) => string };

const told = ({ kind, person: { agency } }: Reader): string => `${kind} of ${agency}`;

/** `words`: what lies sealed beside the referral: a task's detail, a consent's terms, the reason for a sharing. */
export type Part = { readonly kind: Kind | 'visible' | 'words'; readonly only?: string };

/** Every question of a kind, answered by these tables and by the oracle. */
function* answers(
  tables: Tables,
  { kind, only }: Part & { kind: Kind },
  breadth: Breadth,
): Generator<Compared> {
  const judge = judgeBy(tables);
  for (const reader of breadth.readers)
    for (const question of QUESTIONS[kind](reader, breadth, only)) {
      const cell = { is: judge(reader.person, question).allowed, shall: allows(reader.person, question) };
      yield { cells: [cell], tell: () => `${question.ask}: ${told(reader)}, ${JSON.stringify(question)}` };
    }
}

const CONSENTS = new Map(ORIGINS.map(origin => [origin, consentsFrom(origin)] as const));
const CARRYING: readonly CaseState[] = [
  'ready-for-review',
  'deferred',
  'mapping',
  'active',
  'consent-expired',
];
type Scoped = readonly [string, Case];
type Standing = readonly [Reader, Scoped];
/** The case under every consent it can carry; as it is when its state carries none. */
const underConsents = (kase: Case): readonly Scoped[] =>
  CARRYING.includes(kase.state)
    ? (CONSENTS.get(kase.origin) ?? []).map(([scope, consent]) => [scope, { ...kase, consent }] as const)
    : [['no consent', kase]];

function* scopedFor(reader: Reader, origin: AgencyId, breadth: Breadth): Generator<Standing> {
  for (const like of breadth.circumstances.filter(one => SEEN.includes(one)))
    for (const kase of casesFor(reader, origin, { like, states: breadth.states }))
      yield* underConsents(kase).map(at => [reader, at] as const);
}

/** Every case that each reader could stand before, under every consent. */
function* standing(breadth: Breadth): Generator<Standing> {
  for (const reader of breadth.readers)
    for (const origin of breadth.origins) yield* scopedFor(reader, origin, breadth);
}

/** Every part of every case, shown or not by these tables and by the oracle. */
function* sights(tables: Tables, breadth: Breadth): Generator<Compared> {
  const visible = visibleBy(tables.visible);
  for (const [reader, [scope, kase]] of standing(breadth)) {
    const seen = new Set(visible(reader.person, kase, NOW));
    const shows = shownTo(reader.person, { kase, now: NOW });
    yield {
      cells: kase.holdings.map(holding => ({ is: seen.has(holding), shall: shows(holding) })),
      tell: place =>
        `${JSON.stringify(kase.holdings[place])}: ${told(reader)}, ${scope}, ${JSON.stringify(kase)}`,
    };
  }
}

const REFERRED: ReadonlySet<string> = new Set(GROUPS);
const wordsOf = (reader: Reader, kase: Case): readonly Cell[] => {
  const { person } = reader;
  const looking = { kase, now: NOW };
  const details = kase.holdings.filter(({ section }) => REFERRED.has(section));
  return [
    ...details.map(detail => ({
      is: mayReadDetail(person, kase, { detail, today: NOW.today }),
      shall: detailShownTo(person, looking, detail),
    })),
    ...consentsIn(kase).map(consent => ({
      is: mayReadTerms(person, kase, { consent, today: NOW.today }),
      shall: termsShownTo(person, looking, consent),
    })),
    ...kase.sharings.map(sharing => ({
      is: mayReadReason(person, kase, sharing),
      shall: reasonShownTo(person, kase, sharing),
    })),
  ];
};
/** The consent as it was recorded by one of the municipality, of the hospital, and by the coordinator. */
const RECORDED_IN = AGENCIES.filter((_, place) => place < 2 || place === 6);
const consentsIn = (kase: Case): readonly Consent[] => {
  if (!('consent' in kase)) return [];
  const { consent } = kase;
  return RECORDED_IN.map(({ id: recordedIn }) => ({ ...consent, recordedIn }));
};

/** All that is sealed beside the referral, in as many cases as make a difference. */
function* words(breadth: Breadth): Generator<Compared> {
  const circumstances = breadth.circumstances.filter(like => FEW.includes(like));
  const origins = breadth.origins.slice(0, 3);
  for (const [reader, [scope, kase]] of standing({ ...breadth, circumstances, origins }))
    yield {
      cells: wordsOf(reader, kase),
      tell: place => `the ${String(place)}th: ${told(reader)}, ${scope}, ${JSON.stringify(kase)}`,
    };
}

/** The cells of one part, by these tables; those of `words` are in no table. */
export const compared = (tables: Tables, { kind, only }: Part, breadth: Breadth): Iterable<Compared> => {
  if (kind === 'visible') return sights(tables, breadth);
  return kind === 'words'
    ? words(breadth)
    : answers(tables, { kind, ...(only === undefined ? {} : { only }) }, breadth);
};
