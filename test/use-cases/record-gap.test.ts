import fc from 'fast-check';
import { codeFrom } from '../../src/domain/code';
import { holdsPerson } from '../../src/teams/chat-guard';
import { aDisqualification } from '../builders/cases';
import { caseCode, caseId, commandId, personId } from '../builders/ids';
import { aHouse, type House, interrupted, keptIn, OWNER, putReferral, type Who } from './asking';
import { briefOf } from '../../src/domain/action';
import { recordOwnGap } from '../../src/use-cases/record-gap';
import { anAction } from '../builders/cases';

const VALUES = { category: 'housing', partners: 'kommune', missing: 'Ingen bolig med bemanning' };
const NOT_AVAILABLE = { ok: false, error: { kind: 'not-available' } };
const fromCase = (house: House, who: Who, over: object = {}) =>
  house.does.recordGap({ ...house.ask(who), caseId: caseId(), values: VALUES, holdsPerson, ...over });
const own = (house: House, who: Who, over: object = {}) =>
  house.does.recordOwnGap({ ...house.ask(who), values: VALUES, holdsPerson, ...over });
const gapsIn = ({ inside }: House) => [...inside.gaps.values()].map(({ gap }) => gap);
const aCaseOf = (over: object = {}): House => {
  const house = aHouse();
  putReferral(house, { presented: true, actions: [briefOf(anAction({ owner: OWNER }))], ...over });
  return house;
};

describe('recordGap', () => {
  it.each(['author', 'coordinator', 'member', 'owner'] as const)('takes it from the %s', async who => {
    const house = aCaseOf();

    const recorded = await fromCase(house, who);

    expect(recorded).toMatchObject({ ok: true, value: { gap: { state: 'new', reports: 1 } } });
    expect(gapsIn(house)).toHaveLength(1);
  });

  it('keeps nothing that leads back to the case: neither the gap nor its event', async () => {
    const house = aCaseOf();
    const where = { conversationId: 'KANARI-CHAT', activityId: 'KANARI-CARD' };

    await fromCase(house, 'author', { where });

    const event = house.events().at(-1);
    expect(event).toMatchObject({ operation: 'record-gap', partition: `gap:${gapsIn(house)[0]?.id ?? ''}` });
    const kept = JSON.stringify([gapsIn(house), event]);
    expect(kept).not.toContain(caseId());
    expect(kept).not.toContain(caseCode());
    expect(kept).not.toContain('KANARI');
    expect(JSON.stringify(gapsIn(house))).not.toContain(personId('innmelder'));
  });

  it.each(['colleague', 'admin', 'leader'] as const)('refuses the %s, and says why to nobody', async who => {
    const house = aCaseOf();

    expect(await fromCase(house, who)).toEqual(NOT_AVAILABLE);
    expect(gapsIn(house)).toEqual([]);
    expect(house.events().at(-1)).toMatchObject({ operation: 'record-gap', allowed: false });
  });

  it('refuses a disqualified member, and a case that is none, alike', async () => {
    const house = aCaseOf({ disqualified: [aDisqualification(personId('medlem-dps'))] });

    expect(await fromCase(house, 'member')).toEqual(NOT_AVAILABLE);
    expect(await fromCase(house, 'coordinator', { caseId: caseId('none') })).toEqual(NOT_AVAILABLE);
  });

  it('tells what is wrong with the text, and keeps none of it', async () => {
    const house = aCaseOf();
    const before = keptIn(house);

    const recorded = await fromCase(house, 'author', { values: { ...VALUES, missing: `Som ${caseCode()}` } });

    expect(recorded).toEqual({
      ok: true,
      value: { problems: [{ field: 'missing', problem: 'holds-code' }] },
    });
    expect(keptIn(house)).toBe(before);
  });
});

describe('recordOwnGap', () => {
  it.each(['author', 'coordinator', 'member'] as const)('takes it from the %s', async who => {
    const house = aHouse();

    expect(await own(house, who)).toMatchObject({ ok: true, value: { gap: { text: VALUES.missing } } });
  });

  it.each(['owner', 'admin', 'leader', 'gone'] as const)('refuses the %s', async who => {
    const house = aHouse();

    expect(await own(house, who)).toEqual(NOT_AVAILABLE);
    expect(gapsIn(house)).toEqual([]);
  });

  it('is one gap, however often one command comes, and whatever happens between', async () => {
    const house = aHouse();
    const asked = { ...house.ask('author'), values: VALUES, holdsPerson };
    const racing = interrupted(house, () => void own(house, 'author'));

    await Promise.all([recordOwnGap(racing)(asked), own(house, 'author')]);
    await own(house, 'author');
    await own(house, 'author', { commandId: commandId('another') });

    expect(gapsIn(house)).toHaveLength(2);
    expect(house.events().filter(({ operation }) => operation === 'record-own-gap')).toHaveLength(2);
  });

  const code = fc.stringMatching(/^[0-9a-f]{16}$/).map(codeFrom);
  const number = fc.stringMatching(/^\d{11}$/);

  it('never lets a text with a code or an identity number into the register', async () => {
    const house = aHouse();
    const words = fc.stringMatching(/^[a-zæøå ]{0,60}$/u);

    await fc.assert(
      fc.asyncProperty(words, fc.oneof(code, number), words, async (before, pointing, behind) => {
        const missing = `${before} ${pointing} ${behind}`;
        const commandFor = commandId(missing);

        await own(house, 'author', { values: { ...VALUES, missing }, commandId: commandFor });

        expect(gapsIn(house)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
