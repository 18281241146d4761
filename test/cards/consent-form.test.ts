import { consentForm } from '../../src/cards/consent-form';
import { CONSENT_KINDS } from '../../src/cards/consent-kind';
import { CONSENT_FIELDS } from '../../src/domain/consent-form';
import { day } from '../builders/ids';
import { caseIn, consentTo, member } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, coordinator, inEachLanguage, programme } from './subjects';

const d = aDrawing({ reader: coordinator });
const kase = caseIn('awaiting-consent');
const people = [aPerson(), coordinator, member];
const recording = { kase, people, kind: 'record' } as const;

describe('consentForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const problems = CONSENT_FIELDS.map(field => ({ field, problem: 'unanswered' as const }));
    const values = Object.fromEntries(CONSENT_FIELDS.map(field => [field, CANARY]));

    const cards = CONSENT_KINDS.flatMap(kind => [
      consentForm(drawing, { ...recording, kind }),
      consentForm(drawing, { ...recording, kind, values, problems }),
      consentForm({ ...drawing, programme: { ...programme, seats: [] } }, { ...recording, kind }),
    ]);

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for all that a consent says of itself, in the order its problems come in', () => {
    const card = consentForm(d, recording);

    expect(inputsIn(card).map(({ id }) => id)).toEqual(CONSENT_FIELDS);
    expect(dataOf(card, 'record-consent')).toEqual({ caseId: kase.id, nonce: 'nonce', version: '0' });
  });

  it('suggests today, six months and what it usually is for', () => {
    const card = consentForm(d, recording);

    expect(inputIn(card, 'when')).toMatchObject({ value: '2026-11-23' });
    expect(inputIn(card, 'until')).toMatchObject({ value: '2027-05-23' });
    expect(inputIn(card, 'purpose')).toMatchObject({ value: 'Lage og følge opp felles plan' });
    expect(wordsIn(card)).toContain('Formål: lage og følge opp felles plan');
    expect(wordsIn(consentForm(d, { ...recording, values: { purpose: 'Annet' } }))).not.toContain('annet');
  });

  it('lets the person leave out any agency at the table but the one that asks, and any kind of information', () => {
    const card = consentForm(d, recording);

    expect(inputIn(card, 'left-out')).toMatchObject({
      isMultiSelect: true,
      choices: [
        { title: 'Kronstad DPS', value: 'kronstad-dps' },
        { title: 'Politiets innsatsgruppe', value: 'innsatsgruppen' },
      ],
    });
    expect(inputIn(card, 'withheld')).toMatchObject({ isMultiSelect: true });
    expect(JSON.stringify(inputIn(card, 'withheld'))).toContain('Politi og justis');
  });

  it('does not choose for the person', () => {
    const card = consentForm(d, recording);

    expect(inputIn(card, 'preset')).toMatchObject({ value: '', isRequired: true });
    expect(inputIn(card, 'understands')).toMatchObject({ value: '', isRequired: true });
  });

  it('offers as askers people of the agency it came from and the coordinators', () => {
    expect(inputIn(consentForm(d, recording), 'asked-by')).toMatchObject({
      choices: [{ value: 'innmelder' }, { value: 'koordinator' }],
    });
  });

  it('keeps every answer, with what is wrong beside it', () => {
    const values = { preset: 'meeting', 'left-out': 'kronstad-dps', until: '2029-01-01', conditions: CANARY };

    const card = consentForm(d, {
      ...recording,
      values,
      problems: [{ field: 'until', problem: 'too-long' }],
    });

    expect(inputIn(card, 'preset')).toMatchObject({ value: 'meeting' });
    expect(inputIn(card, 'left-out')).toMatchObject({ value: 'kronstad-dps' });
    expect(inputIn(card, 'until')).toMatchObject({ value: '2029-01-01' });
    expect(inputIn(card, 'conditions')).toMatchObject({ value: KEPT });
    expect(inputIn(card, 'purpose')).toMatchObject({ value: '' });
    expect(wordsIn(card)).toContain('Velg en dato innen 12 måneder.');
  });

  it('opens the fold where something in it is wrong, and requires nothing there', () => {
    const foldOf = (card: ReturnType<typeof consentForm>) => nodesIn(card).find(({ id }) => id === 'limits');
    const wrong = consentForm(d, {
      ...recording,
      values: {},
      problems: [{ field: 'mandate', problem: 'mandate-missing' }],
    });

    expect(foldOf(consentForm(d, recording))).toMatchObject({ isVisible: false });
    expect(foldOf(wrong)).toMatchObject({ isVisible: true });
    expect(wordsIn(wrong)).toContain('Skriv hva vergen kan svare for.');
  });

  it('lets the coordinator renew what was adjusted as it is, and only that', () => {
    const choicesIn = (scope: 'adjusted' | 'meeting', kind: 'record' | 'renew') => {
      const active = { ...caseIn('active'), consent: { ...consentTo('meeting'), scope } };
      return JSON.stringify(inputIn(consentForm(d, { kase: active, people, kind }), 'preset')['choices']);
    };

    expect(choicesIn('adjusted', 'renew')).toContain('Som nå, tilpasset');
    expect(choicesIn('adjusted', 'record')).not.toContain('adjusted');
    expect(choicesIn('meeting', 'renew')).not.toContain('adjusted');
  });

  it('is saved, and adjusted, under the name of what it does', () => {
    expect(verbsIn(consentForm(d, recording))).toEqual(['record-consent', 'adjust-consent', 'close-view']);
    expect(verbsIn(consentForm(d, { ...recording, kind: 'renew' }))).toEqual([
      'renew-consent',
      'adjust-renewal',
      'close-view',
    ]);
  });

  it('takes what was ticked behind *Tilpass* along to it', () => {
    const kept = { ticks: { 'see-B-a': 'kronstad-dps' }, from: 'meeting||' };

    const card = consentForm(d, { ...recording, values: {}, kept });

    expect(dataOf(card, 'adjust-consent')).toMatchObject({
      ticks: 'a|kronstad-dps;B0:2',
      'filled-from': 'meeting||',
    });
    expect(dataOf(card, 'record-consent')).not.toHaveProperty('see-B-a');
  });
});

describe('consentForm of a consent without grounds', () => {
  it.each(inEachLanguage({ reader: coordinator }))(
    'names the statute that has ended above every field, and beside none, in %s',
    (_, drawing) => {
      const [statute] = programme.statutes;
      if (statute === undefined) throw new Error('the programme has no statute');
      const ended = { ...statute, validTo: day('2026-11-22') };
      const problems = [{ field: 'grounds', problem: 'no-statute', statute: ended }] as const;

      const card = consentForm(drawing, { ...recording, problems });

      const says = drawing.t.statute.noGrounds(
        ended.citation.replace('§ ', '§\u00a0'),
        drawing.t.date('2026-11-22'),
      );
      const nodes = nodesIn(card);
      const warning = nodes.findIndex(({ text }) => text === says);
      expect(warning).toBeGreaterThan(0);
      expect(warning).toBeLessThan(nodes.findIndex(({ type }) => String(type).startsWith('Input.')));
      expect(wordsIn(card).split(says)).toHaveLength(2);
      expect(nodes.filter(({ style }) => style === 'warning')).toHaveLength(1);
      expect(faultsIn(card)).toEqual([]);
    },
  );
});
