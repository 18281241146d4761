import { aCase } from '../builders/cases';
import { commandId, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aCoordinator } from '../builders/people';
import { givenCase, givenPerson, soon, there } from '../storage/given';
import { openEmbedded, type WiredLab } from '../storage/lab';

const READERS = 20;
const WRITERS = 2;

const look = async (lab: WiredLab, reader: string, place: number): Promise<void> => {
  const by = there(await lab.people.load(personId(reader), soon()));
  await lab.cases.load(aCase().id, soon());
  const fact = aFact({ commandId: commandId(`${reader} ${place.toString()}`), operation: 'open-case' });
  await lab.people.recordLookup({ by: by, fact }, soon());
};

const change = async (lab: WiredLab, name: string): Promise<void> => {
  const file = there(await lab.cases.load(aCase().id, soon()));
  const kase = { ...file.kase, urgent: !file.kase.urgent };
  const fact = aFact({ commandId: commandId(name), operation: 'mark-urgent' });
  const saved = await lab.cases.commit({ file, kase, fact, outbox: [] }, soon());
  if (saved === 'changed-meanwhile') await change(lab, name);
};

const times = async (count: number, run: (place: number) => Promise<void>): Promise<void> => {
  for (let place = 0; place < count; place += 1) await run(place);
};
const sideBySide = (count: number, run: (name: string) => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, place) => run(`p${place.toString()}`)));

export type Tried = { readonly reads: number; readonly tries: number; readonly events: number };

/** Twenty readers and two writers on one case, all at once, each so many times; counted at the wire. */
export const contend = async (each: number): Promise<Tried> => {
  const lab = await openEmbedded();
  try {
    await givenCase(lab);
    await sideBySide(READERS, async name => {
      await givenPerson(lab, aCoordinator({ id: personId(name), identities: [] }));
    });
    lab.forget();
    const reading = sideBySide(READERS, name => times(each, place => look(lab, name, place)));
    const writing = sideBySide(WRITERS, name =>
      times(each, place => change(lab, `${name} ${place.toString()}`)),
    );
    await Promise.all([reading, writing]);
    const tries = lab
      .requests()
      .filter(({ kind, partitionKey }) => kind === 'batch' && partitionKey?.includes('person:') === true);
    const events = await lab.eventsIn(`case:${aCase().id}`);
    return { reads: READERS * each, tries: tries.length, events: events.length };
  } finally {
    await lab.close();
  }
};
