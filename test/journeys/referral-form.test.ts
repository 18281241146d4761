import { type Element } from '../../src/local/demo/element';
import { type Inputs } from '../../src/local/demo/player';
import {
  bytesIn,
  carriedBy,
  type Company,
  documents,
  EIGHT,
  gather,
  held,
  opens,
  refer,
  verbsOn,
  words,
} from './company';

let company: Company;

beforeAll(async () => {
  company = await gather(['innmelder-mo', 'innmelder-lar', 'koordinator', 'medlem-rusmedisin']);
});
afterAll(() => company.leave());

const form = (): Promise<Element> => company.player('innmelder-mo').says('meld inn');
const reviewed = async (values: Inputs): Promise<Element> =>
  company.player('innmelder-mo').presses(await form(), 'review-referral', values);

/** The line after the one that asks: where an error stands. */
const below = (card: Element, label: string): string => {
  const lines = words(card)
    .split('\n')
    .map(line => line.trim());
  return lines[lines.findIndex(line => line.startsWith(label)) + 1] ?? '';
};

const TOO_LONG = 'a'.repeat(201);
/** Everything that can be filled in, and right. */
const EVERYTHING: Inputs = {
  ...EIGHT,
  contact: 'mo,lar',
  'shut-out': 'social',
  plan: 'crisis-plan',
  'contact-role': 'Miljøarbeider',
  words: 'Jeg vil hjem',
  opening: 'wish',
  'opening-date': '2026-12-20',
  urgent: 'yes',
  'urgent-reason': 'Skrives ut mandag',
  'my-contact': '55 00 00 01',
};

describe('a referral with one field that is wrong', () => {
  it.each([
    ['scene', '', 'Holder til i åpen russcene?', 'Svar på spørsmålet om åpen russcene.'],
    ['violence', '', 'Vold og trusler siste år', 'Svar på spørsmålet om vold og trusler.'],
    ['substance', '', 'Rusavhengig?', 'Svar på spørsmålet om rusavhengighet.'],
    ['mental', '', 'Alvorlig psykisk lidelse?', 'Svar på spørsmålet om psykisk lidelse.'],
    ['history', '', 'Mange år i tjenester?', 'Svar på spørsmålet om år i tjenester.'],
    ['effect', '', 'Tiltak uten tilsiktet virkning?', 'Svar på spørsmålet om tiltak uten virkning.'],
    ['asked', '', 'Hva ber du gruppen om?', 'Svar på hva du ber gruppen om.'],
    ['informed', '', 'Vet personen om innmeldingen?', 'Svar på om personen vet om innmeldingen.'],
    ['contact-consent', '', 'Samtykke til kontakt?', 'Svar på spørsmålet om samtykke til kontakt.'],
    ['children', '', 'Kontakt med barn under 18?', 'Svar på spørsmålet om barn under 18.'],
    ['scene', 'no', 'Holder til i åpen russcene?', 'Svar på spørsmålet om åpen russcene.'],
    ['contact', 'mo,barnevern', 'I kontakt med', '«I kontakt med» må velges fra listen.'],
    ['shut-out', 'nav', 'Utestengt fra', '«Utestengt fra» må velges fra listen.'],
    ['plan', 'other', 'Planer som finnes', '«Planer som finnes» må velges fra listen.'],
    ['opening', 'later', 'Åpning nå', '«Åpning nå» må velges fra listen.'],
    ['opening-date', '2026-02-30', 'Når?', 'Datoen finnes ikke. Velg den på nytt.'],
    ['opening-date', '2026-11-22', 'Når?', 'Datoen må være i dag eller senere.'],
    ['urgent-reason', '', 'Hvorfor haster det?', 'Skriv hvorfor det haster.'],
    ['urgent-reason', TOO_LONG, 'Hvorfor haster det?', '«Hvorfor haster det?» er for lang. Høyst 200 tegn.'],
    [
      'contact-role',
      TOO_LONG,
      'Kontaktpersonens rolle',
      '«Kontaktpersonens rolle» er for lang. Høyst 200 tegn.',
    ],
    ['words', TOO_LONG, 'Med egne ord', '«Med egne ord» er for lang. Høyst 200 tegn.'],
    ['my-contact', TOO_LONG, 'Telefon på jobb', '«Telefon på jobb» er for lang. Høyst 200 tegn.'],
    [
      'words',
      'Spør 010190 12345',
      'Med egne ord',
      '«Med egne ord» ser ut til å ha et fødselsnummer. Ta det bort.',
    ],
  ])(
    '%s (%#) is told beside the field, and everything typed is kept',
    async (...[field, value, label, error]) => {
      const values = { ...EVERYTHING, [field]: value };

      const answer = await reviewed(values);

      const kept = Object.fromEntries(Object.keys(values).map(id => [id, held(answer, id)]));
      expect(below(answer, label)).toBe(error);
      expect(words(answer)).toContain('Rett opp 1 felt før du går videre');
      expect(kept).toEqual(values);
    },
  );

  it('is sent by nobody, also when somebody presses past the review', async () => {
    const answer = await reviewed({ ...EIGHT, scene: '' });

    const sent = await company.player('innmelder-mo').sends('submit-referral', {
      draftId: carriedBy(answer, 'draftId'),
      nonce: 'past-the-review',
    });

    expect(words(sent)).toContain('Svar på spørsmålet om åpen russcene.');
    expect(await documents(company, 'case')).toEqual([]);
  });
});

describe('an identity', () => {
  const naming = async (identity: Inputs): Promise<Element> => {
    const author = company.player('innmelder-mo');
    const card = await author.presses(await reviewed(EIGHT), 'start-identity');
    return author.presses(card, 'name-candidate', { name: '', nin: '', 'birth-year': '', ...identity });
  };

  it.each([
    [{ nin: '123' }, 'Fødselsnummer eller D-nummer', 'Fødselsnummeret må ha 11 siffer. Du har skrevet 3.'],
    [
      { nin: '12345678901' },
      'Fødselsnummer eller D-nummer',
      'Fødselsnummeret er ikke gyldig. Sjekk sifrene.',
    ],
    [{ 'birth-year': '84' }, 'Eller bare fødselsår', 'Skriv fødselsåret med fire siffer.'],
    [{ name: TOO_LONG }, 'Navn', '«Navn» er for lang. Høyst 200 tegn.'],
    [{}, 'Navn', 'Skriv navn, nummer eller fødselsår, eller la navnet stå åpent.'],
  ])('%p is told beside the field, and kept', async (identity: Inputs, label, error) => {
    const answer = await naming(identity);

    const [[field, value] = ['name', '']] = Object.entries(identity);
    expect(below(answer, label)).toBe(error);
    expect(held(answer, field)).toBe(value);
  });

  it.each([
    [{ name: 'Oppdiktet Person', 'birth-year': '1984' }, 'Oppdiktet'],
    [{ nin: '018184 90069' }, '90069'],
  ])(
    'that is right, as %p, leads back to the review, which does not repeat it',
    async (identity: Inputs, secret) => {
      const named = await naming(identity);

      expect(words(named)).toContain('Navn: Oppgitt');
      expect(JSON.stringify(named)).not.toContain(secret);
    },
  );

  it('can be left out again', async () => {
    const author = company.player('innmelder-mo');
    const again = await author.presses(await naming({ name: 'Oppdiktet Person' }), 'start-identity');

    const left = await author.presses(again, 'leave-name-out');

    expect(words(left)).toContain('Navn: Står åpent');
  });
});

describe('a draft', () => {
  it('is saved with whatever was typed, found again, gone on with and sent', async () => {
    const author = company.player('innmelder-lar');
    const saved = await author.presses(await author.says('meld inn'), 'save-draft', {
      scene: 'unsure',
      words: 'Halvferdig',
    });
    const mine = await author.says('mine innmeldinger');

    const resumed = await author.presses(mine, 'edit-draft');
    const review = await author.presses(resumed, 'review-referral', { ...EIGHT, scene: 'unsure' });
    const receipt = await author.presses(review, 'submit-referral');

    expect(words(saved)).toContain('Utkastet er lagret');
    expect(held(resumed, 'scene')).toBe('unsure');
    expect(held(resumed, 'words')).toBe('Halvferdig');
    expect(words(receipt)).toContain('Innmelding sendt');
    expect(verbsOn(await author.says('mine innmeldinger'))).not.toContain('edit-draft');
  });

  it('is gone when it is deleted', async () => {
    const author = company.player('innmelder-lar');
    const saved = await author.presses(await author.says('meld inn'), 'save-draft', { scene: 'yes' });
    const draftId = carriedBy(saved, 'draftId');

    const mine = await author.presses(saved, 'delete-draft');

    const gone = await author.sends('edit-draft', { draftId, nonce: 'gone' });
    expect(verbsOn(mine)).not.toContain('edit-draft');
    expect(words(gone)).toContain('Ikke tilgjengelig');
  });

  it('belongs to its author alone', async () => {
    const author = company.player('innmelder-lar');
    const saved = await author.presses(await author.says('meld inn'), 'save-draft', { words: 'Bare min' });

    const others = await company
      .player('innmelder-mo')
      .sends('edit-draft', { draftId: carriedBy(saved, 'draftId'), nonce: 'others' });

    expect(words(others)).toContain('Ikke tilgjengelig');
  });
});

describe('sak CODE', () => {
  it.each([
    ['as it was given', (code: string) => code],
    ['in small letters, without dashes', (code: string) => code.toLowerCase().replaceAll('-', '')],
  ])('opens the own case by its code, written %s', async (_, typed) => {
    const sent = await refer(company);
    const author = company.player('innmelder-mo');

    const door = await author.says(`sak ${typed(sent.code)}`);
    const opened = await author.presses(door, 'open-by-code');

    expect(words(door)).not.toContain('Samordning');
    expect(words(opened)).toContain(sent.code);
    expect(words(opened)).toBe(words(await opens(company, 'innmelder-mo', sent)));
  });

  it('repeats nothing that is not written like a code: it may be a name', async () => {
    const answer = await company.player('innmelder-mo').says('sak Margrete');

    expect(words(answer)).toContain('Ikke tilgjengelig');
    expect(JSON.stringify(answer)).not.toContain('Margrete');
  });
});

describe('a message that holds a person', () => {
  it.each([
    ['a national identity number', 'Gjelder 13097248022', '13097248022'],
    ['one with spaces', 'hun heter noe, 130972 48022', '130972 48022'],
    ['a phone number', 'ring 412 34 567', '412 34 567'],
    ['a phone number in pairs', 'ring 41 23 45 67', '41 23 45 67'],
    ['a phone number with its country', 'ring +47 41234567', '41234567'],
  ])('%s gets a warning and the form, and is kept nowhere', async (_, text, secret) => {
    const answer = await company.player('innmelder-mo').says(text);

    expect(words(answer)).toContain('Slett meldingen din');
    expect(verbsOn(answer)).toContain('start-referral');
    expect(JSON.stringify(answer)).not.toContain(secret);
    expect(bytesIn(company.dataDir)).not.toContain(secret);
  });

  it('is not seen in a case code, a date or a small number', async () => {
    const answers = [];
    for (const text of ['sak SU-7K3Q-9F2X', 'møte 01.12.2026', 'rom 1234'])
      answers.push(words(await company.player('innmelder-mo').says(text)));

    expect(answers.join('\n')).not.toContain('Slett meldingen din');
  });
});

describe('the language', () => {
  it('follows its reader, from the next card on', async () => {
    const author = company.player('innmelder-mo');
    const chosen = [];
    for (const language of ['nn', 'en', 'nb']) {
      const card = await author.says('språk');
      await author.sends('choose-language', { language, nonce: carriedBy(card, 'nonce') });
      chosen.push(words(await author.says('meld inn')).split('\n')[1]);
    }

    expect(new Set(chosen).size).toBe(3);
    expect(chosen.at(-1)).toBe('Hva er situasjonen?');
  });

  it('is that of the one who reads, not of the one who presses', async () => {
    const nynorsk = words(await company.player('medlem-rusmedisin').says('hjelp'));
    const bokmål = words(await company.player('innmelder-mo').says('hjelp'));

    expect(nynorsk).not.toBe(bokmål);
    expect(nynorsk).toMatch(/eg |ikkje|sakene|oppgåv/i);
  });
});
