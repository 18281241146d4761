import { personForm } from '../../src/cards/person-form';
import { PERSON_FIELDS, type PersonProblem } from '../../src/domain/person-form';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, day, inEachLanguage, personId, seatId } from './subjects';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const admin = aPerson({
  id: personId('admin'),
  name: 'Tilgangsansvarlig',
  roles: ['admin'],
  identities: [{ tenantId: ID, objectId: 'a' }],
});
const person = aPerson({
  name: CANARY,
  roles: ['member', 'leader'],
  seat: seatId('sosial'),
  standIn: personId('admin'),
  workPhone: '55 00 00 00',
  identities: [{ tenantId: 'tenant', objectId: 'object' }],
});
const gone = aPerson({ id: personId('borte'), name: 'Borte', removedOn: day('2026-11-01') });
const people = [admin, person, gone];
const d = aDrawing({ reader: admin });

describe('personForm', () => {
  it.each(inEachLanguage({ reader: admin }))('keeps the rules of every card, in %s', (_, each) => {
    const problems: readonly PersonProblem[] = [
      { field: 'name', problem: 'missing' },
      { field: 'seat', problem: 'not-a-choice' },
      { field: 'service', problem: 'too-long' },
      { field: 'object-id', problem: 'not-an-id' },
    ];

    const cards = [
      personForm(each, { people, values: {}, problems: [] }),
      personForm(each, { person, people, values: {}, problems }),
      personForm(each, { person: gone, people, values: {}, problems: [] }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for every field the directory has', () => {
    const card = personForm(d, { people, values: {}, problems: [] });

    expect(new Set(inputsIn(card).map(input => input['id']))).toEqual(new Set(PERSON_FIELDS));
  });

  it('starts from the person as they are', () => {
    const card = personForm(d, { person, people, values: {}, problems: [] });
    const values = Object.fromEntries(PERSON_FIELDS.map(field => [field, inputIn(card, field)['value']]));

    expect(values).toEqual({
      name: KEPT,
      roles: 'member,leader',
      agency: 'sosiale-tjenester',
      service: 'MO-senter',
      seat: 'sosial',
      'stand-in': 'admin',
      language: 'nb',
      'tenant-id': 'tenant',
      'object-id': 'object',
      'work-phone': '55 00 00 00',
    });
  });

  it('keeps what was typed over what is stored', () => {
    const values = { name: '', service: CANARY };

    const card = personForm(d, { person, people, values, problems: [] });

    expect(inputIn(card, 'name')['value']).toBe('');
    expect(inputIn(card, 'service')['value']).toBe(KEPT);
  });

  it('guesses the own tenant for somebody new, who then has no id to carry', () => {
    const card = personForm(d, { people, values: {}, problems: [] });

    expect(inputIn(card, 'tenant-id')['value']).toBe(ID);
    expect(dataOf(card, 'save-person')).toEqual({ nonce: 'nonce' });
    expect(verbsIn(card)).toEqual(['save-person', 'open-access']);
  });

  it('lets nobody stand in for themselves, nor anybody who is gone', () => {
    const card = personForm(d, { person, people, values: {}, problems: [] });
    const choices = inputIn(card, 'stand-in')['choices'] as readonly { value: string }[];

    expect(choices.map(({ value }) => value)).toEqual(['', 'admin']);
  });

  it('says what is wrong above and at the field', () => {
    const problems: readonly PersonProblem[] = [
      { field: 'object-id', problem: 'not-an-id' },
      { field: 'name', problem: 'missing' },
    ];

    const texts = nodesIn(personForm(d, { people, values: {}, problems })).map(node => node['text']);

    expect(texts).toContain('Rett opp 2 felt');
    expect(texts).toContain('«Navn» må fylles ut.');
    expect(texts).toContain(`- «Navn» må fylles ut.\r- «Objekt-ID» må være en ID, som ${ID}.`);
  });

  it('asks again before it removes someone', () => {
    const card = personForm(d, { person, people, values: {}, problems: [] });
    const press = nodesIn(card).find(node => node['verb'] === 'remove-person');

    expect(wordsIn(card)).toContain('Ja, fjern personen');
    expect(press?.['data']).toEqual({ personId: person.id, nonce: 'nonce' });
    expect(press?.['associatedInputs']).toBe('none');
  });

  it.each([
    ['themselves', { reader: admin }, admin],
    ['someone who is gone', { reader: admin }, gone],
    ['anybody without the right to', { reader: aPerson({ id: personId('annen') }) }, person],
  ])('removes nobody: %s', (_, more, whom) => {
    const card = personForm(aDrawing(more), { person: whom, people, values: {}, problems: [] });

    expect(verbsIn(card)).not.toContain('remove-person');
  });

  it('says that saving gives access back to someone who is gone', () => {
    const words = wordsIn(personForm(d, { person: gone, people, values: {}, problems: [] }));

    expect(words).toContain('Fjernet søndag 1.\u00a0november');
    expect(words).toContain('Lagrer du, får personen tilgang igjen.');
  });
});
