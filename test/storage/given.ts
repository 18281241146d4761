import { type Case } from '../../src/domain/case';
import { type Revealed } from '../../src/domain/content';
import { type Draft } from '../../src/domain/draft';
import { type Person } from '../../src/domain/people';
import { type OutboxEntry } from '../../src/domain/outbox';
import { type CaseFile } from '../../src/use-cases/ports/cases';
import { type DraftFile } from '../../src/use-cases/ports/drafts';
import { type PersonFile } from '../../src/use-cases/ports/people';
import { type Storage } from '../../src/storage/create-storage';
import { aCase } from '../builders/cases';
import { commandId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aPerson } from '../builders/people';
import { aContent, aDraft } from '../builders/referrals';

/** A deadline that is never reached. */
export const soon = (): AbortSignal => new AbortController().signal;

/** What must be there for the test to go on. */
export const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('what the test needs is not there');
  return value;
};

/** A draft as it lies after one save. */
export const givenDraft = async (
  { drafts }: Storage,
  draft: Draft = aDraft(),
  command = 'save',
): Promise<DraftFile> => {
  const fact = aFact({ commandId: commandId(`${command} ${draft.id}`), operation: 'save-draft' });
  await drafts.save({ draft, fact, outbox: [] }, soon());
  return there(await drafts.load(draft.id, draft.author, soon()));
};

type Given = {
  readonly content?: Revealed;
  readonly outbox?: readonly OutboxEntry[];
};

/** A case as it lies after its draft was submitted. */
export const givenCase = async (
  storage: Storage,
  kase: Case = aCase(),
  { content, outbox = [] }: Given = {},
): Promise<CaseFile> => {
  const file = await givenDraft(storage, aDraft({ id: kase.id, author: kase.author, origin: kase.origin }));
  const fact = aFact({ commandId: commandId(`submit ${kase.id}`) });
  const put = content ?? [{ origin: kase.origin, content: aContent() }];
  await storage.drafts.submit({ file, kase, content: put, fact, outbox }, soon());
  return there(await storage.cases.load(kase.id, soon()));
};

/** Someone in the directory. */
export const givenPerson = async ({ people }: Storage, person: Person = aPerson()): Promise<PersonFile> => {
  const fact = aFact({ commandId: commandId(`enrol ${person.id}`), operation: 'save-person' });
  await people.save({ person, fact }, soon());
  return there(await people.load(person.id, soon()));
};
