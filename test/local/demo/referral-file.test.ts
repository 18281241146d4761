import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReferralFile } from '../../../src/local/demo/referral-file';
import { LocalDate } from '../../../src/ids';

const TODAY = LocalDate.parse('2026-11-23');
const EXAMPLE = join(__dirname, '..', '..', '..', 'docs', 'examples', 'referral.json');
const folder = mkdtempSync(join(tmpdir(), 'referral-'));
const EIGHT = {
  ...{ scene: 'yes', violence: 'both', substance: 'yes', mental: 'unsure', history: 'yes', effect: 'yes' },
  ...{ asked: 'housing', informed: 'today', 'contact-consent': 'yes', children: 'no', anonymous: 'yes' },
};

const problemsIn = (text: string): readonly string[] => {
  const path = join(folder, 'referral.json');
  writeFileSync(path, text);
  const read = readReferralFile(path, TODAY);
  return read.ok ? [] : read.error.map(problem => problem.replace(path, 'FIL'));
};

describe('readReferralFile', () => {
  it('reads the example that ships, with lists as the form sends them', () => {
    const read = readReferralFile(EXAMPLE, TODAY);

    expect(read).toMatchObject({
      ok: true,
      value: {
        values: { contact: 'mo,lar' },
        identity: { 'birth-year': '1984' },
        referral: { contact: ['mo', 'lar'] },
      },
    });
  });

  it('needs nothing but the eight answers', () => {
    expect(problemsIn(JSON.stringify(EIGHT))).toEqual([]);
  });

  it.each([
    ['{', ['FIL: Filen er ikke gyldig JSON.']],
    ['[]', ['Filen må inneholde ett JSON-objekt med feltene i skjemaet.']],
    [JSON.stringify({ ...EIGHT, adresse: 'x' }), ['adresse: Feltet finnes ikke i skjemaet.']],
    [JSON.stringify({ ...EIGHT, scene: 1 }), ['scene: Verdien må være en tekst i anførselstegn.']],
    [JSON.stringify({ ...EIGHT, scene: 'no' }), ['scene: Svar på spørsmålet om åpen russcene.']],
    [
      JSON.stringify({ ...EIGHT, urgent: 'yes', 'opening-date': '2026-11-22' }),
      ['opening-date: Datoen må være i dag eller senere.', 'urgent-reason: Skriv hvorfor det haster.'],
    ],
    [
      JSON.stringify({ ...EIGHT, identity: { nin: '123', birthYear: 84 } }),
      [
        'identity.nin: Fødselsnummeret må ha 11 siffer. Du har skrevet 3.',
        'identity.birth-year: Skriv fødselsåret med fire siffer.',
      ],
    ],
    [
      JSON.stringify({ ...EIGHT, identity: {} }),
      ['identity.name: Skriv navn, nummer eller fødselsår, eller ta bort «identity».'],
    ],
  ])('says of %s what is wrong, field by field', (text, problems) => {
    expect(problemsIn(text)).toEqual(problems);
  });

  it('says when there is no such file', () => {
    expect(readReferralFile('/nowhere.json', TODAY)).toEqual({
      ok: false,
      error: ['/nowhere.json: Filen finnes ikke eller kan ikke leses.'],
    });
  });
});
