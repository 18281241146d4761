import { commandId, caseId, instant, personId } from '../builders/ids';
import { anEntry, aFact } from '../builders/outbox';
import { aCase } from '../builders/cases';
import { aContent, aDraft } from '../builders/referrals';
import { givenCase, givenDraft, soon } from './given';
import { BACKENDS, CLOCKED, endOf, type ClockedLab, type Lab } from './lab';

const DAY = 86_400_000;

describe.each(BACKENDS)('drafts $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it('come back just as they were typed', async () => {
    const draft = aDraft({
      values: { words: 'Jeg vil  bo, ikke sove. 🙂' },
      identity: { number: '17912099997' },
    });

    const file = await givenDraft(lab, draft);

    expect(file.draft).toEqual(draft);
  });

  it('show nobody but their author what was typed', async () => {
    const { draft } = await givenDraft(lab, aDraft({ identity: { number: '17912099997' } }));
    const { identity: _, ...facts } = draft;

    const seen = await lab.drafts.load(draft.id, personId('somebody-else'), soon());

    expect(seen?.draft).toEqual({ ...facts, values: {} });
  });

  it('are not there until they are saved', async () => {
    expect(await lab.drafts.load(caseId('never'), personId('innmelder'), soon())).toBeUndefined();
  });

  it('keep the last of two saves', async () => {
    const file = await givenDraft(lab, aDraft({ values: { scene: 'yes' } }));
    const later = { ...file.draft, values: { scene: 'unsure' }, savedAt: instant('2026-12-04T12:00') };

    await lab.drafts.save({ draft: later, file, fact: aFact(), outbox: [] }, soon());

    expect((await lab.drafts.load(later.id, later.author, soon()))?.draft).toEqual(later);
  });

  it('refuse a save over something newer', async () => {
    const file = await givenDraft(lab);
    await lab.drafts.save({ draft: file.draft, file, fact: aFact(), outbox: [] }, soon());

    const late = aFact({ commandId: commandId('late') });
    const committed = await lab.drafts.save({ draft: file.draft, file, fact: late, outbox: [] }, soon());

    expect(committed).toBe('changed-meanwhile');
  });

  it('refuse to be created twice', async () => {
    const { draft } = await givenDraft(lab);

    const committed = await lab.drafts.save({ draft, fact: aFact(), outbox: [] }, soon());

    expect(committed).toBe('changed-meanwhile');
  });

  it('are listed for their author, the newest first', async () => {
    const old = aDraft({ id: caseId('old'), savedAt: instant('2026-12-01T08:00') });
    const newer = aDraft({ id: caseId('newer'), savedAt: instant('2026-12-03T08:00') });
    const other = aDraft({ id: caseId('other'), author: personId('en-annen') });
    for (const draft of [old, newer, other]) await givenDraft(lab, draft);

    const briefs = await lab.drafts.byAuthor(old.author, soon());

    expect(briefs).toEqual([
      { id: newer.id, savedAt: newer.savedAt },
      { id: old.id, savedAt: old.savedAt },
    ]);
  });

  it('can be removed, and stay removed when the press comes again', async () => {
    const file = await givenDraft(lab);
    const change = { file, fact: aFact({ operation: 'delete-draft' }), outbox: [] };

    const answers = [await lab.drafts.remove(change, soon()), await lab.drafts.remove(change, soon())];

    expect(answers).toEqual(['done', 'already-done']);
    expect(await lab.drafts.load(file.draft.id, file.draft.author, soon())).toBeUndefined();
  });

  it('become a case in one step, and are gone', async () => {
    const file = await givenDraft(lab);
    const kase = aCase({ id: file.draft.id });
    const content = [{ origin: kase.origin, content: aContent() }];

    const committed = await lab.drafts.submit({ file, kase, content, fact: aFact(), outbox: [] }, soon());

    expect(committed).toBe('done');
    expect((await lab.cases.load(kase.id, soon()))?.kase).toEqual(kase);
    expect(await lab.drafts.load(kase.id, kase.author, soon())).toBeUndefined();
  });

  it('hand their chain on to the case', async () => {
    const file = await givenCase(lab);

    const events = await lab.eventsIn(`case:${file.kase.id}`);

    expect(events.map(({ operation }) => operation)).toEqual(['save-draft', 'submit-referral']);
    expect(endOf(events, lab.digest)).toEqual(file.head);
  });

  it('are submitted once when two try at the same moment', async () => {
    const file = await givenDraft(lab);
    const kase = aCase({ id: file.draft.id });
    const submit = (name: string) =>
      lab.drafts.submit(
        { file, kase, content: [], fact: aFact({ commandId: commandId(name) }), outbox: [] },
        soon(),
      );

    const answers = await Promise.all(['one', 'two', 'three'].map(submit));

    expect(answers.toSorted()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'done']);
  });

  it('are neither removed nor submitted as they were before the last save', async () => {
    const file = await givenDraft(lab);
    await lab.drafts.save({ draft: file.draft, file, fact: aFact(), outbox: [] }, soon());
    const late = (name: string) => ({ file, fact: aFact({ commandId: commandId(name) }), outbox: [] });

    const removed = await lab.drafts.remove(late('remove'), soon());
    const kase = aCase({ id: file.draft.id });
    const submitted = await lab.drafts.submit({ ...late('submit'), kase, content: [] }, soon());

    expect([removed, submitted]).toEqual(['changed-meanwhile', 'changed-meanwhile']);
    expect((await lab.drafts.load(kase.id, kase.author, soon()))?.draft).toEqual(file.draft);
  });

  it('send what their submission causes', async () => {
    await givenCase(lab, aCase(), { outbox: [anEntry()] });

    const due = await lab.outbox.due(anEntry().at, 10, soon());

    expect(due.map(({ entry }) => entry)).toEqual([anEntry()]);
  });

  it('reject with the reason of a deadline that has passed', async () => {
    const passed = AbortSignal.abort(new Error('too late'));

    await expect(lab.drafts.load(caseId(), personId('innmelder'), passed)).rejects.toThrow('too late');
  });
});

describe.each(CLOCKED)('a draft $name', ({ open }) => {
  let lab: ClockedLab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it('lives thirty days after it was last saved, and no longer', async () => {
    const { draft } = await givenDraft(lab);

    lab.advance(30 * DAY - 60_000);
    const before = await lab.drafts.load(draft.id, draft.author, soon());
    lab.advance(120_000);

    expect(before?.draft).toEqual(draft);
    expect(await lab.drafts.load(draft.id, draft.author, soon())).toBeUndefined();
    expect(await lab.drafts.byAuthor(draft.author, soon())).toEqual([]);
  });
});
