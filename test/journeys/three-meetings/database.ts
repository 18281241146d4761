import { type Company, type Sent, type StoredDocument } from '../company';
import { z } from 'zod';
import { CONTAINERS, type ContainerName } from '../../../src/storage/containers';

const Stored = z.looseObject({ id: z.string(), pk: z.string(), type: z.string().default('') });

/** Every document of a container, as it lies there. */
const allIn = async ({ world }: Company, name: ContainerName): Promise<readonly StoredDocument[]> => {
  const { items } = world.database.container(CONTAINERS[name].id);
  const { resources } = await items.query<unknown>('SELECT * FROM c').fetchAll();
  return resources.map(resource => Stored.parse(resource));
};

/** Whether there is any key left that opens something of the case. */
export const hasKeys = async (company: Company, { caseId }: Sent): Promise<boolean> =>
  (await allIn(company, 'keys')).some(document => JSON.stringify(document).includes(caseId));

/** What the outbox holds that is not settled well. */
export const unsent = async (company: Company): Promise<readonly StoredDocument[]> =>
  (await allIn(company, 'work')).filter(
    ({ type, outboxState }) => type === 'outbox' && outboxState !== 'sent' && outboxState !== 'dropped',
  );

const Id = z.string();
const CaseDocument = z.looseObject({
  sealed: z.array(z.unknown()),
  kase: z.looseObject({
    id: Id,
    state: z.string(),
    erasedOn: z.string().optional(),
    archived: z.looseObject({ ref: z.string() }).optional(),
    disqualified: z.array(z.looseObject({ person: z.string() })),
  }),
});
const MeetingDocument = z.looseObject({
  meeting: z.looseObject({
    on: z.string(),
    state: z.string(),
    approved: z.unknown().optional(),
    archived: z.looseObject({ ref: z.string() }).optional(),
  }),
});
const ItemDocument = z.looseObject({
  item: z.looseObject({
    meetingId: z.string(),
    caseId: Id,
    kind: z.string(),
    late: z.boolean().optional(),
    answered: z.array(z.string()),
    decision: z.looseObject({ outcome: z.looseObject({ kind: z.string() }) }).optional(),
  }),
});
const ActionDocument = z.looseObject({
  action: z.looseObject({ caseId: Id, title: z.string(), owner: z.string(), state: z.string() }),
});
const ConsentDocument = z.looseObject({ caseId: Id, consent: z.looseObject({ until: z.string() }) });
const GapDocument = z.looseObject({ gap: z.looseObject({ category: z.string(), state: z.string() }) });

/** Documents whose number depends on how often somebody looked, or the clock rang. */
const COUNTLESS = ['audit', 'outbox', 'digest'];

const counted = (documents: readonly StoredDocument[]): Readonly<Record<string, number>> =>
  documents
    .filter(({ type }) => !COUNTLESS.includes(type))
    .reduce<Readonly<Record<string, number>>>(
      (counts, { type }) => ({ ...counts, [type]: (counts[type] ?? 0) + 1 }),
      {},
    );

const caseLine = ({ kase, sealed }: z.infer<typeof CaseDocument>): string =>
  [
    kase.state,
    ...(kase.archived === undefined ? [] : [`archived ${kase.archived.ref}`]),
    ...(kase.erasedOn === undefined ? [] : ['erased']),
    sealed.length === 0 ? 'empty' : 'sealed',
    ...kase.disqualified.map(({ person }) => `without ${person}`),
  ].join(', ');
const meetingLine = ({ meeting }: z.infer<typeof MeetingDocument>): string =>
  [
    meeting.on,
    meeting.state,
    ...(meeting.approved === undefined ? [] : ['approved']),
    ...(meeting.archived === undefined ? [] : [`archived ${meeting.archived.ref}`]),
  ].join(', ');
const itemLine = (name: string, { item }: z.infer<typeof ItemDocument>): string =>
  [
    `${item.meetingId} ${name}: ${item.kind}`,
    ...(item.late === true ? ['late'] : []),
    ...(item.answered.length === 0 ? [] : [`${String(item.answered.length)} answers`]),
    item.decision?.outcome.kind ?? 'undecided',
  ].join(', ');

/** Where everything stands, by the names of the cases; in the order of the lines. */
export const stateIn = async (company: Company, names: Readonly<Record<string, string>>) => {
  const work = await allIn(company, 'work');
  const of = <T>(type: string, schema: z.ZodType<T>, line: (stored: T) => string): readonly string[] =>
    work
      .filter(document => document.type === type)
      .map(document => line(schema.parse(document)))
      .sort();
  const nameOf = (caseId: string): string => names[caseId] ?? 'nobody';
  return {
    counts: counted(work),
    cases: of('case', CaseDocument, found => `${nameOf(found.kase.id)}: ${caseLine(found)}`),
    meetings: of('meeting', MeetingDocument, meetingLine),
    items: of('item', ItemDocument, found => itemLine(nameOf(found.item.caseId), found)),
    actions: of(
      'action',
      ActionDocument,
      ({ action }) => `${nameOf(action.caseId)}: ${action.title}, ${action.owner}, ${action.state}`,
    ),
    consents: of(
      'consent',
      ConsentDocument,
      ({ caseId, consent }) => `${nameOf(caseId)}: until ${consent.until}`,
    ),
    gaps: of('gap', GapDocument, ({ gap }) => `${gap.category}: ${gap.state}`),
    keys: (await allIn(company, 'keys')).map(({ pk }) => nameOf(String(pk).replace('case:', ''))).sort(),
  };
};
