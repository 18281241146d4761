import { aCase } from '../builders/cases';
import { caseId, instant, NOON } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { aHouse, AUTHOR, type House, ORIGIN } from './asking';

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
