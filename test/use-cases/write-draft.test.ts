import { aCase } from '../builders/cases';
import { caseId, instant, NOON } from '../builders/ids';
import { aDraft, SHORTEST_FORM } from '../builders/referrals';
import { aHouse, AUTHOR, type House, keptIn, ORIGIN } from './asking';

const LATER = instant('2026-12-05T08:00');
const draftIn = ({ inside }: House) => inside.drafts.get(caseId())?.draft;
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };

describe('saveDraft', () => {
  it('makes a draft of the first thing that is typed, its author’s and nobody else’s', async () => {
    const house = aHouse();

    const saved = await house.does.saveDraft({
      ...house.ask('author'),
      draftId: caseId(),
      values: { words: 'Ja' },
    });

    expect(draftIn(house)).toEqual({
      id: caseId(),
      author: AUTHOR,
      origin: ORIGIN,
      values: { words: 'Ja' },
      createdAt: NOON,
      savedAt: NOON,
    });
    expect(saved).toEqual({ ok: true, value: draftIn(house) });
    expect(house.sent()).toEqual([]);
  });

  it('puts what is typed in the place of what lay there, and keeps who it is about', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ identity: { name: 'Kandidat' } }));

    await house.does.saveDraft({
      ...house.ask('author', { at: LATER }),
      draftId: caseId(),
      values: { words: 'Nei' },
    });

    expect(draftIn(house)).toMatchObject({
      values: { words: 'Nei' },
      identity: { name: 'Kandidat' },
      createdAt: NOON,
      savedAt: LATER,
    });
    expect(draftIn(house)?.values).toEqual({ words: 'Nei' });
  });

  it('keeps what is wrong as it was typed', async () => {
    const house = aHouse();
    const values = { words: 'x'.repeat(300), scene: 'perhaps' };

    await house.does.saveDraft({ ...house.ask('author'), draftId: caseId(), values });

    expect(draftIn(house)?.values).toEqual(values);
  });

  it('makes none where a case lies already', async () => {
    const house = aHouse();
    house.putCase(aCase());

    const refused = await house.does.saveDraft({ ...house.ask('author'), draftId: caseId(), values: {} });

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(house.inside.drafts.size).toBe(0);
  });

  it('makes none for somebody who does not refer', async () => {
    const house = aHouse();

    const refused = await house.does.saveDraft({
      ...house.ask('coordinator'),
      draftId: caseId(),
      values: {},
    });

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(house.inside.drafts.size).toBe(0);
  });

  it('leaves none of what was typed in the audit', async () => {
    const house = aHouse();

    await house.does.saveDraft({ ...house.ask('author'), draftId: caseId(), values: { words: 'kanari' } });

    expect(JSON.stringify(house.events())).not.toContain('kanari');
  });
});

describe('reviewReferral', () => {
  it('saves the form, and reads it as a referral when it is whole', async () => {
    const house = aHouse();

    const reviewed = await house.does.reviewReferral({
      ...house.ask('author'),
      draftId: caseId(),
      values: SHORTEST_FORM,
    });

    expect(reviewed).toMatchObject({
      ok: true,
      value: { referral: { answers: { scene: 'yes' } }, draft: draftIn(house) },
    });
  });

  it('saves it all the same when something is wrong, and says what', async () => {
    const house = aHouse();
    const { scene: _, ...values } = SHORTEST_FORM;

    const reviewed = await house.does.reviewReferral({ ...house.ask('author'), draftId: caseId(), values });

    expect(reviewed).toMatchObject({
      ok: true,
      value: { problems: [{ field: 'scene', problem: 'unanswered' }] },
    });
    expect(draftIn(house)?.values).toEqual(values);
  });
});

describe('nameDraft', () => {
  it('adds who it is about, and keeps what was typed', async () => {
    const house = aHouse();
    house.putDraft(aDraft());

    const named = await house.does.nameDraft({
      ...house.ask('author'),
      draftId: caseId(),
      identity: { birthYear: 1980 },
    });

    expect(draftIn(house)).toMatchObject({ values: SHORTEST_FORM, identity: { birthYear: 1980 } });
    expect(named).toMatchObject({
      ok: true,
      value: { referral: {}, draft: { identity: { birthYear: 1980 } } },
    });
  });

  it('takes it out again', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ identity: { name: 'Kandidat' } }));

    await house.does.nameDraft({ ...house.ask('author'), draftId: caseId(), identity: null });

    expect(draftIn(house)).not.toHaveProperty('identity');
  });
});

describe('editDraft', () => {
  it('gives the author their draft to go on with, without an event', async () => {
    const house = aHouse();
    const draft = house.putDraft(aDraft());

    const found = await house.does.editDraft({ ...house.ask('author'), draftId: caseId() });

    expect(found).toEqual({ ok: true, value: draft });
    expect(house.events()).toEqual([]);
  });

  it.each(['colleague', 'coordinator', 'gone'] as const)(
    'is refused to the %s, and that is recorded',
    async who => {
      const house = aHouse();
      house.putDraft(aDraft());

      const refused = await house.does.editDraft({ ...house.ask(who), draftId: caseId() });

      expect(refused).toEqual(NOT_AVAILABLE);
      expect(house.events()).toMatchObject([{ operation: 'edit-draft', subject: caseId(), allowed: false }]);
    },
  );

  it('is gone after thirty days', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    house.inside.now = instant('2027-01-04T12:00');

    const refused = await house.does.editDraft({ ...house.ask('author'), draftId: caseId() });

    expect(refused).toEqual(NOT_AVAILABLE);
  });
});

describe('deleteDraft', () => {
  it('takes it away, and nothing else', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    house.putDraft(aDraft({ id: caseId('other') }));

    const gone = await house.does.deleteDraft({ ...house.ask('author'), draftId: caseId() });

    expect(gone).toEqual({ ok: true, value: undefined });
    expect([...house.inside.drafts.keys()]).toEqual([caseId('other')]);
  });

  it.each([
    ['another’s', true],
    ['one that is not there', false],
  ] as const)('is refused for %s', async (_, there) => {
    const house = aHouse();
    if (there) house.putDraft(aDraft());
    const kept = keptIn(house);

    const refused = await house.does.deleteDraft({ ...house.ask('colleague'), draftId: caseId() });

    expect(refused).toEqual(NOT_AVAILABLE);
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toMatchObject([{ operation: 'delete-draft', allowed: false }]);
  });
});
