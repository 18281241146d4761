import { sharingForm } from '../../src/cards/sharing-form';
import { SHARING_FIELDS } from '../../src/domain/check-sharing';
import { caseIn, member } from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { day } from '../builders/ids';
import { aDrawing, aPerson, coordinator, inEachLanguage, programme } from './subjects';

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

describe('sharingForm without a statute in force', () => {
  const ended = programme.statutes.map(statute => ({ ...statute, validTo: day('2026-11-22') }));
  const lapsed = { programme: { ...programme, statutes: ended } };
  const statute = ended.find(({ list }) => list === 'exception');
  if (statute === undefined) throw new Error('the programme has no exception');

  it.each(inEachLanguage(lapsed))('says so instead of an empty list, in %s', (_, drawing) => {
    const card = sharingForm(drawing, form);

    expect(faultsIn(card)).toEqual([]);
    expect(wordsIn(card)).toContain(
      drawing.t.statute.noneInForce('hpl. §\u00a031', drawing.t.date('2026-11-22')),
    );
    expect(wordsIn(card)).toContain(drawing.t.common.danger);
    expect(inputsIn(card)).toEqual([]);
    expect(verbsIn(card)).toEqual(['open-case']);
  });

  it('says nothing of a review that will not be, and leads back rather than away from something begun', () => {
    const can = wordsIn(sharingForm(d, form));
    const cannot = wordsIn(sharingForm(aDrawing(lapsed), form));

    expect(can).toContain(d.t.sharing.leaderReviews);
    expect(can.split('\n')).toContain('Avbryt');
    expect(cannot).not.toContain(d.t.sharing.leaderReviews);
    expect(cannot.split('\n')).toContain('Tilbake');
    expect(cannot.split('\n')).not.toContain('Avbryt');
  });

  it.each(inEachLanguage(lapsed))(
    'names the last day of the law, not the first without it, in %s',
    (_, drawing) => {
      const says = wordsIn(sharingForm(drawing, form));

      expect(says).toContain(drawing.t.date('2026-11-22'));
      expect(says).not.toContain(drawing.t.date('2026-11-23'));
    },
  );

  it('keeps what was typed in a form that was open when the last one ended', () => {
    const problems = [{ field: 'statute', problem: 'none-in-force', statute }] as const;

    const card = sharingForm(aDrawing(lapsed), { ...form, values: { reason: 'Trussel i kveld' }, problems });

    expect(inputIn(card, 'reason')).toMatchObject({ value: 'Trussel i kveld' });
    expect(inputsIn(card).map(({ id }) => id)).not.toContain('statute');
    expect(verbsIn(card)).toEqual(['open-case']);
    expect(faultsIn(card)).toEqual([]);
  });

  it.each(inEachLanguage())('names the one that ended meanwhile, by its field, in %s', (_, drawing) => {
    const problems = [{ field: 'statute', problem: 'expired', statute }] as const;

    const card = sharingForm(drawing, { ...form, values: { statute: 'strl-196' }, problems });

    const says = drawing.t.statute.expired('hpl. §\u00a031', drawing.t.date('2026-11-22'));
    expect(inputIn(card, 'statute')).toMatchObject({ errorMessage: drawing.t.sharing.missing.statute });
    expect(wordsIn(card)).toContain(says);
    expect(faultsIn(card)).toEqual([]);
  });
});
