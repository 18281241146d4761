import { personId } from '../builders/ids';
import { PERSON_VALUES } from './verbs';
import { aHouse, type House, type Who } from './asking';

const inDirectory = ({ inside }: House, id = personId('medlem-dps')) => inside.people.get(id)?.person;
const sign = (house: House, who: Who = 'member') => house.does.signDeclaration(house.ask(who));

describe('signDeclaration', () => {
  it('keeps the day, in the signer’s own entry and chain', async () => {
    const house = aHouse();

    const signed = await sign(house);

    expect(signed).toMatchObject({ ok: true, value: { declaredOn: '2026-12-04' } });
    expect(inDirectory(house)).toEqual({ ...house.who.member.person, declaredOn: '2026-12-04' });
    expect(house.events()).toMatchObject([
      { operation: 'sign-declaration', subject: 'medlem-dps', rule: 'sign-declaration/self' },
    ]);
  });

  it('is not for somebody who was removed', async () => {
    const house = aHouse();

    const refused = await sign(house, 'gone');

    expect(refused.ok).toBe(false);
    expect(inDirectory(house, personId('sluttet'))).not.toHaveProperty('declaredOn');
  });

  it('stays when the directory is changed by hand', async () => {
    const house = aHouse();
    await sign(house);

    await house.does.savePerson({
      ...house.ask('admin', { command: 'save' }),
      personId: personId('medlem-dps'),
      values: PERSON_VALUES,
    });

    expect(inDirectory(house)).toMatchObject({ name: PERSON_VALUES.name, declaredOn: '2026-12-04' });
  });
});
