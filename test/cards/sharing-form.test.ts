import { sharingForm } from '../../src/cards/sharing-form';
import { SHARING_FIELDS } from '../../src/domain/check-sharing';
import { caseIn, member } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, inEachLanguage } from './subjects';

const kase = caseIn('ready-for-review');
const people = [aPerson(), member, coordinator];
const d = aDrawing();
const form = { kase, people };
const titlesOf = (id: string) =>
  (inputIn(sharingForm(d, form), id)['choices'] as { title: string }[]).map(({ title }) => title);

describe('sharingForm', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(sharingForm(drawing, form))).toEqual([]);
  });

  it('says whom to ring before the first field', () => {
    const nodes = nodesIn(sharingForm(d, form));
    const danger = nodes.findIndex(({ text }) => text === d.t.common.danger);
    const first = nodes.findIndex(({ type }) => String(type).startsWith('Input.'));

    expect(danger).toBeGreaterThan(0);
    expect(danger).toBeLessThan(first);
    expect(nodes.some(({ style }) => style === 'warning')).toBe(true);
  });

  it('asks for everything, in order, and leaves nothing optional', () => {
    const inputs = inputsIn(sharingForm(d, form));

    expect(inputs.map(({ id }) => id)).toEqual(SHARING_FIELDS);
    expect(inputs.every(({ isRequired }) => isRequired === true)).toBe(true);
  });

  it('offers the own groups, colleagues of other agencies, and at most an hour', () => {
    expect(titlesOf('groups')).toEqual([
      ...['Navn og kontakt', 'Sosialt og bolig', 'Helse', 'Politi og justis', 'Sikkerhet for ansatte'],
    ]);
    expect(titlesOf('receivers')).toEqual([member.name, coordinator.name]);
    expect(titlesOf('minutes')).toEqual(['15 minutter', '30 minutter', '60 minutter']);
    expect(titlesOf('statute')).toEqual(['hpl. § 31']);
    expect(inputIn(sharingForm(d, form), 'receivers')).toMatchObject({
      isMultiSelect: true,
      style: 'filtered',
    });
  });

  it('gives back what was typed, with what is wrong beside the field', () => {
    const values = { reason: 'Ring 99887766', minutes: '15', groups: 'B,D', 'not-enough': 'yes' };
    const problems = [
      { field: 'reason', problem: 'holds-number' },
      { field: 'statute', problem: 'missing' },
    ] as const;

    const card = sharingForm(d, { ...form, values, problems });

    expect(inputsIn(card).map(({ value }) => value)).toEqual([
      ...['B,D', '15', '', '', 'Ring 99887766', '', 'yes'],
    ]);
    expect(wordsIn(card)).toContain('Ta bort fødselsnummer og telefonnummer.');
    expect(wordsIn(card)).toContain('Velg hjemmel.');
  });

  it('sends the case, and nothing about it', () => {
    const card = sharingForm(d, form);

    expect(verbsIn(card)).toEqual(['share-exceptionally', 'open-case']);
    expect(dataOf(card, 'share-exceptionally')).toEqual({ caseId: kase.id, nonce: 'nonce' });
  });
});
