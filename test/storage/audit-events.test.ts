import { aCase, aConsent, anAction } from '../builders/cases';
import { caseCode, caseId, commandId } from '../builders/ids';
import { aFact, aReference } from '../builders/outbox';
import { aMeeting } from '../builders/meetings';
import { givenCase, givenDraft, givenPerson, soon, there } from './given';
import { openEmbedded, type WiredLab } from './lab';

const after = (name: string) => aFact({ commandId: commandId(name) });
const DIGEST = expect.stringMatching(/^[0-9a-f]{64}$/) as string;

describe('what events name (T26)', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const documentsIn = async (partition: string) =>
    (await lab.eventsIn(partition)).map(({ documents }) => documents);

  it('is every document of the subject, before and after', async () => {
    const file = await givenCase(lab);
    await lab.cases.commit(
      { file, kase: file.kase, fact: after('one'), outbox: [], action: { action: anAction() } },
      soon(),
    );
    const [found, action] = [
      there(await lab.cases.load(caseId(), soon())),
      there(await lab.cases.action(caseId(), anAction().id, soon())),
    ];
    const change = { action: { ...action.action, code: caseCode('another') }, version: action.version };
    const kase = { ...found.kase, urgent: true };
    await lab.cases.commit({ file: found, kase, fact: after('two'), outbox: [], action: change }, soon());

    const id = `action:${anAction().id}`;
    const [, submitted, one, two] = await documentsIn(`case:${caseId()}`);
    expect(submitted).toEqual([
      { id: 'draft', before: DIGEST },
      { id: 'case', after: DIGEST },
    ]);
    expect(one).toEqual([{ id, after: DIGEST }]);
    expect(two).toEqual([
      { id: 'case', before: submitted?.[1]?.after, after: DIGEST },
      { id, before: one?.[0]?.after, after: DIGEST },
    ]);
  });

  it('is the draft that is saved, and the one that goes', async () => {
    const file = await givenDraft(lab);
    await lab.drafts.remove({ file, fact: after('delete'), outbox: [] }, soon());

    const [saved, gone] = await documentsIn(`case:${file.draft.id}`);
    expect(saved).toEqual([{ id: 'draft', after: DIGEST }]);
    expect(gone).toEqual([{ id: 'draft', before: saved?.[0]?.after }]);
  });

  it('is the meeting, and the person', async () => {
    const meeting = aMeeting();
    await lab.meetings.commit({ meeting, fact: after('publish'), outbox: [] }, soon());
    const { person } = await givenPerson(lab);

    expect(await documentsIn(`meeting:${meeting.id}`)).toEqual([[{ id: 'meeting', after: DIGEST }]]);
    expect(await documentsIn(`person:${person.id}`)).toEqual([[{ id: 'person', after: DIGEST }]]);
  });

  it('is nothing for a look, nor for how somebody is reached', async () => {
    const by = await givenPerson(lab);
    await lab.people.captureReference(by, aReference(), soon());
    const reached = there(await lab.people.load(by.person.id, soon()));
    await lab.people.recordLookup({ by: reached, fact: after('look') }, soon());

    expect((await documentsIn(`person:${by.person.id}`))[1]).toBeUndefined();
  });

  it('is the consent that a change was made under, too', async () => {
    const kase = aCase({ state: 'mapping', consent: aConsent({ version: 2 }) });
    const file = await givenCase(lab, kase);
    await lab.cases.commit({ file, kase: { ...kase, urgent: true }, fact: after('one'), outbox: [] }, soon());

    expect((await lab.eventsIn(`case:${kase.id}`)).at(-1)).toMatchObject({ consent: 2 });
  });
});
