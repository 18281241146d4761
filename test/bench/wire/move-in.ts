import { type Fact } from '../../../src/audit/event';
import { type Content, type Revealed } from '../../../src/domain/content';
import { type IncidentWhat } from '../../../src/domain/incident';
import { type Storage } from '../../../src/storage/create-storage';
import { outboxDocument } from '../../../src/storage/documents/outbox-document';
import { type Shelves } from '../../../src/storage/shelves';
import { type CaseChange, type CaseFile, type SealedPiece } from '../../../src/use-cases/ports/cases';
import { commandId } from '../../builders/ids';
import { aFact, aReference } from '../../builders/outbox';
import { givenCase, soon, there } from '../../storage/given';
import { type House } from '../../use-cases/asking';

const because = (what: string): { readonly fact: Fact; readonly outbox: [] } => ({
  fact: aFact({ commandId: commandId(`move ${what}`) }),
  outbox: [],
});

/** Sealed in name only (store-cases.ts): what was put there can be read. */
const contentOf = (sealed: readonly SealedPiece[]): Revealed =>
  [...new Set(sealed.map(({ origin }) => origin))].map(origin => ({
    origin,
    content: Object.fromEntries(
      sealed.filter(piece => piece.origin === origin).map(({ section, box }) => [section, JSON.parse(box)]),
    ) satisfies Content,
  }));

type Beside = Omit<CaseChange, 'file' | 'kase' | 'fact' | 'outbox'>;

/** Writes one thing beside the case, over the case as it lies. */
const beside = async (
  { cases }: Storage,
  { kase }: Pick<CaseFile, 'kase'>,
  change: Beside,
): Promise<void> => {
  const file = there(await cases.load(kase.id, soon()));
  const what = `${Object.keys(change).join()} ${file.head.sequence.toString()}`;
  await cases.commit({ file, kase, ...change, ...because(what) }, soon());
};

const moveCases = async (storage: Storage, { inside }: House): Promise<void> => {
  for (const { kase, sealed } of inside.cases.values()) {
    await givenCase(storage, kase, { content: contentOf(sealed) });
    await storage.pointers.claimCode(kase.code, kase.id, soon());
  }
};

const fileIn = ({ inside }: House, caseId: string): CaseFile => there(inside.cases.get(caseId));

const moveItems = async (storage: Storage, { inside }: House): Promise<void> => {
  for (const { item } of inside.items.values()) {
    const file = inside.cases.get(item.caseId);
    if (file !== undefined) await beside(storage, file, { item: { item } });
  }
};

const moveActions = async (storage: Storage, house: House): Promise<void> => {
  for (const { action, detail, remindAt } of house.inside.actions.values())
    await beside(storage, fileIn(house, action.caseId), {
      action: {
        action,
        ...(detail && { detail: { origin: detail.origin, text: detail.box } }),
        ...(remindAt && { remindAt }),
      },
    });
};

const moveSharings = async (storage: Storage, house: House): Promise<void> => {
  for (const { caseId, sharingId, reason } of house.inside.sharings.values()) {
    const file = fileIn(house, caseId);
    const sharing = there(file.kase.sharings.find(({ id }) => id === sharingId));
    await beside(storage, file, { sharing: { sharing, words: reason ? { reason: reason.box } : {} } });
  }
};

const moveIncidents = async (storage: Storage, house: House): Promise<void> => {
  for (const { caseId, incidentId, what } of house.inside.incidents.values()) {
    const file = fileIn(house, caseId);
    const incident = there(file.kase.incidents?.find(({ id }) => id === incidentId));
    const told = JSON.parse(there(what).box) as IncidentWhat;
    await beside(storage, file, { incident: { incident, what: told } });
  }
};

const moveApart = async (storage: Storage, { inside }: House): Promise<void> => {
  for (const { draft } of inside.drafts.values())
    await storage.drafts.save({ draft, ...because(`draft ${draft.id}`) }, soon());
  for (const { meeting } of inside.meetings.values()) {
    const minutes = inside.minutes.get(meeting.id)?.minutes;
    const change = { meeting, ...(minutes && { minutes }), ...because(`meeting ${meeting.id}`) };
    await storage.meetings.commit(change, soon());
  }
  for (const { gap } of inside.gaps.values())
    await storage.gaps.commit({ gap, ...because(`gap ${gap.id}`) }, soon());
};

/** Everyone has the app, and has been heard from in the chat that the presses come from. */
export const movePeople = async ({ people }: Storage, { inside }: House): Promise<void> => {
  for (const { person } of inside.people.values()) {
    const file = await people.load(person.id, soon());
    if (JSON.stringify(file?.person) === JSON.stringify(person)) continue;
    const what = `person ${person.id} ${String(file?.head.sequence ?? 0)}`;
    await people.save({ person, ...(file && { file }), ...because(what) }, soon());
    await people.captureReference(there(await people.load(person.id, soon())), aReference(), soon());
  }
};

const moveOutbox = async ({ work }: Shelves, { inside }: House): Promise<void> => {
  for (const kept of inside.outbox.values()) await work.create(outboxDocument(kept), soon());
};

type Place = { readonly storage: Storage; readonly shelves: Shelves };

/** What a test put into a house of fakes lies in the real storage after this, sealed by real keys. */
export const moveIn = async ({ storage, shelves }: Place, house: House): Promise<void> => {
  await movePeople(storage, house);
  await moveCases(storage, house);
  for (const move of [moveItems, moveActions, moveSharings, moveIncidents]) await move(storage, house);
  await moveApart(storage, house);
  await moveOutbox(shelves, house);
};
