import { type Case } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { type AgencyId, type PersonId } from '../domain/ids';
import { DOMAINS, type Level, type MappingDomain } from '../domain/mapping';
import { type LocalDate } from '../domain/time';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { fold, headed, offered, privately, row } from './parts';
import { mayStart, startMeasures } from './mapping-buttons';
import { type Card, type Data, fill } from './template';
import { agencyName } from './wording';

/** One agency's word on one domain. */
export type Piece = {
  readonly level: Level;
  readonly text: string;
  readonly on: LocalDate;
  readonly by: PersonId;
  readonly origin: AgencyId;
};
export type MappingSubject = {
  readonly kase: Case;
  /** What this reader may see, the newest first. */
  readonly pieces: Readonly<Record<MappingDomain, readonly Piece[]>>;
  readonly agencies: readonly AgencyId[];
};

/** So that eleven domains with many agencies stay under 20 KB: the rest is behind the row. */
const MOST_PIECES = 3;

const mayFill = ({ reader, today }: Drawing, kase: Case): boolean =>
  may(reader, { about: 'case', ask: 'record-mapping', kase }) && !hasLapsed(kase, today);

const pieceLine = ({ t, programme }: Drawing, { level, origin, on }: Piece): string =>
  [t.mapping.levels[level], agencyName(programme, origin), t.shortDay(on)].join(' · ');

const hasOwn = ({ reader }: Drawing, pieces: readonly Piece[]): boolean =>
  pieces.some(({ origin }) => origin === reader.agency);

const linesOf = (d: Drawing, subject: MappingSubject, domain: MappingDomain): readonly string[] => {
  const { t } = d;
  const pieces = subject.pieces[domain];
  const left = pieces.length - MOST_PIECES;
  const isOpen = mayFill(d, subject.kase) && !hasOwn(d, pieces);
  return [
    ...(pieces.length === 0 ? [t.mapping.missing] : []),
    ...pieces.slice(0, MOST_PIECES).map(piece => pieceLine(d, piece)),
    ...(left > 0 ? [t.mapping.others(left)] : []),
    ...(isOpen ? [t.mapping.youCan] : []),
  ];
};

/** Opens what was written, or the form where the reader may see nothing and may fill it in. */
const domainRow = (d: Drawing, subject: MappingSubject, domain: MappingDomain): Data => {
  const { t, nonce } = d;
  const { kase, pieces } = subject;
  const title = t.mapping.domains[domain];
  const press = { caseId: kase.id, nonce };
  const isForm = pieces[domain].length === 0 && mayFill(d, kase);
  return row(
    { title, lines: linesOf(d, subject, domain), name: title },
    isForm ? { verb: 'start-mapping', ...press } : { verb: 'open-mapping', ...press, domain },
    title,
  );
};

/** What one may see of it, and no more: nothing said and nothing to be seen read the same. */
const agencyLine = (d: Drawing, subject: MappingSubject, id: AgencyId): string => {
  const { t, reader, programme, holderOf } = d;
  const said = DOMAINS.filter(domain => subject.pieces[domain].some(({ origin }) => origin === id));
  const isOwn = id === reader.agency;
  const holder = isOwn || said.length > 0 ? undefined : holderOf(id);
  return [
    agencyName(programme, id),
    ...(isOwn && mayFill(d, subject.kase) ? [t.mapping.youCan] : []),
    said.length === 0 ? t.mapping.nothingSeen : t.mapping.answered(said.length, DOMAINS.length),
    ...(holder === undefined ? [] : [t.kase.ask(holder)]),
  ].join(' · ');
};

const whoPart = (d: Drawing, subject: MappingSubject): Data => ({
  ...fold(d.t, {
    id: 'who',
    title: d.t.mapping.whoCan,
    hint: d.t.mapping.agencies(subject.agencies.length),
  }),
  lines: subject.agencies.map(id => agencyLine(d, subject, id)),
});

/** The mapping at a glance (ux 13c): what each agency says now, as far as the reader may see, and what is missing. */
export const mappingCard = (d: Drawing, subject: MappingSubject): Card => {
  const { t, nonce } = d;
  const { kase, pieces } = subject;
  const carried = { caseId: kase.id, nonce };
  const answered = DOMAINS.filter(domain => pieces[domain].length > 0).length;
  const isBegun = DOMAINS.some(domain => hasOwn(d, pieces[domain]));
  return fill('mapping', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.mapping.title,
      lead: t.mapping.lead(answered, DOMAINS.length),
    }),
    rows: DOMAINS.map(domain => domainRow(d, subject, domain)),
    folds: [whoPart(d, subject)],
    actions: offered([
      [
        mayFill(d, kase),
        button(
          isBegun ? t.mapping.change : t.mapping.fill,
          { verb: 'start-mapping', ...carried },
          { primary: true },
        ),
      ],
      [mayStart(d, kase), startMeasures(d, kase, false)],
      [true, button(t.common.openCase, { verb: 'open-case', ...carried }, { leavesInputs: true })],
      [true, button(t.common.close, { verb: 'close-view', ...carried }, { leavesInputs: true })],
    ]),
  });
};
