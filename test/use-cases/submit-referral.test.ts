import { codeFrom } from '../../src/domain/code';
import { useCasesIn } from '../../src/use-cases/all';
import { aCase } from '../builders/cases';
import { caseId, commandId, derive, instant, NOON } from '../builders/ids';
import { aDraft } from '../builders/referrals';
import { aHouse, AUTHOR, caseIn, counted, type House, keptIn, ORIGIN, sealedIn } from './asking';
import { carried } from './carried';

const NUMBER = '01010112345';
const submit = (house: House, who: 'author' | 'colleague' = 'author') =>
  house.does.submitReferral({
    ...house.ask(who, { command: who === 'author' ? 'command' : who }),
    draftId: caseId(),
  });
const firstCode = codeFrom(derive(commandId(), 'code', '1'));
const secondCode = codeFrom(derive(commandId(), 'code', '2'));

describe('submitReferral', () => {
  it('makes a case where the draft lay, with a code of its own, and tells the coordinators', async () => {
    const house = aHouse();
    house.putDraft(aDraft());

    const sent = await submit(house);

    expect(house.inside.drafts.size).toBe(0);
    expect(caseIn(house, caseId())).toMatchObject({
      state: 'submitted',
      code: firstCode,
      author: AUTHOR,
      origin: ORIGIN,
      submittedAt: NOON,
      informed: 'week',
      recognisable: false,
      named: false,
      presented: false,
    });
    expect(sent).toEqual({ ok: true, value: { kase: caseIn(house, caseId()) } });
    expect(await carried(house)).toMatchObject([
      { kind: 'notice', to: 'koordinator', code: firstCode, notice: { kind: 'new-referral' } },
      { kind: 'notice', to: 'vara-koordinator', code: firstCode, notice: { kind: 'new-referral' } },
    ]);
  });

  it('seals what was typed, group by group, and leaves none of it in the open', async () => {
    const house = aHouse();
    const { values } = aDraft();
    house.putDraft(
      aDraft({
        values: { ...values, words: 'Vil ha et sted å bo', contact: 'lar,police' },
        identity: { name: 'Kandidat Syntetisk' },
      }),
    );

    await submit(house);

    expect(sealedIn(house, caseId())).toMatchObject({
      'sosiale-tjenester/B': { name: 'Kandidat Syntetisk' },
      'sosiale-tjenester/C': { words: 'Vil ha et sted å bo', contact: [] },
      'sosiale-tjenester/D': { contact: ['lar'] },
      'sosiale-tjenester/E': { contact: ['police'] },
      'sosiale-tjenester/F': { answers: { violence: 'both' } },
    });
    expect(caseIn(house, caseId())?.named).toBe(true);
    const open = JSON.stringify([caseIn(house, caseId()), house.events(), house.sent()]);
    expect(open).not.toMatch(/Syntetisk|sted å bo/);
  });

  it('holds in the case just what is sealed', async () => {
    const house = aHouse();
    house.putDraft(aDraft());

    await submit(house);

    const held = caseIn(house, caseId())?.holdings.map(({ origin, section }) => `${origin}/${section}`);
    expect(held?.toSorted()).toEqual(Object.keys(sealedIn(house, caseId())).toSorted());
  });

  it('draws another code when the first is another case’s', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    house.inside.codes.set(firstCode, caseId('other'));

    await submit(house);

    expect(caseIn(house, caseId())?.code).toBe(secondCode);
  });

  it('links to an earlier case of the same number in the same agency', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ identity: { number: NUMBER } }));
    house.putCase(aCase({ id: caseId('earlier') }));
    house.inside.numbers.set(`${ORIGIN}/${NUMBER}`, { target: caseId('earlier'), at: NOON });

    const sent = await submit(house);

    expect(caseIn(house, caseId())?.linkedTo).toBe(caseId('earlier'));
    expect(JSON.stringify(sent)).not.toContain(NUMBER);
  });

  it('claims its own number, and looks for none where there is no number', async () => {
    const [numbered, nameless] = [aHouse(), aHouse()];
    numbered.putDraft(aDraft({ identity: { number: NUMBER } }));
    nameless.putDraft(aDraft({ identity: { birthYear: 1980 } }));

    await Promise.all([submit(numbered), submit(nameless)]);

    expect([...numbered.inside.numbers.values()]).toEqual([{ target: caseId(), at: NOON }]);
    expect(caseIn(numbered, caseId())).not.toHaveProperty('linkedTo');
    expect(nameless.inside.numbers.size).toBe(0);
  });

  it('sets the clock that asks whether the person knows', async () => {
    const house = aHouse();
    house.putDraft(aDraft({ values: { ...aDraft().values, informed: 'unsafe' } }));

    await submit(house);

    expect(house.inside.cases.get(caseId())?.clockAt).toBe(instant('2026-12-18T07:00'));
  });

  it('says what is wrong with a draft that no longer holds up, and keeps it', async () => {
    const house = aHouse();
    const draft = house.putDraft(
      aDraft({ values: { ...aDraft().values, opening: 'wish', 'opening-date': '2026-12-03' } }),
    );
    const kept = keptIn(house);

    const sent = await submit(house);

    expect(sent).toEqual({
      ok: true,
      value: { draft, problems: [{ field: 'opening-date', problem: 'past' }] },
    });
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toEqual([]);
  });

  it('is refused for another’s, sent or not, as if there were none', async () => {
    const [draft, sent, none] = [aHouse(), aHouse(), aHouse()];
    draft.putDraft(aDraft());
    sent.putDraft(aDraft());
    await submit(sent);

    const answers = await Promise.all([draft, sent, none].map(house => submit(house, 'colleague')));

    expect(answers).toEqual(answers.map(() => ({ ok: false, error: { kind: 'not-available' } })));
  });

  it('answers its author’s older card with the case it became, and makes no other', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    const first = await submit(house);
    const kept = keptIn(house);

    const again = await house.does.submitReferral({
      ...house.ask('author', { command: 'another' }),
      draftId: caseId(),
    });

    expect(again).toEqual(first);
    expect(keptIn(house)).toBe(kept);
    expect(house.events()).toHaveLength(1);
  });

  it('claims nothing for somebody who may not send it', async () => {
    const house = aHouse();
    house.putDraft(aDraft());
    const { world, calls } = counted(house);

    await useCasesIn(world).submitReferral({ ...house.ask('colleague'), draftId: caseId() });

    expect(calls.filter(call => call.startsWith('pointers.'))).toEqual([]);
  });
});
