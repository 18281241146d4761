import { useCasesIn } from '../../src/use-cases/all';
import { personId } from '../builders/ids';
import { aHouse, type House } from './asking';

const MEMBER = personId('medlem-dps');
const personIn = ({ inside }: House, id: string) => inside.people.get(id)?.person;

describe('chooseLanguage', () => {
  it('changes the asker’s own language, and nothing else of theirs', async () => {
    const house = aHouse();
    const before = personIn(house, MEMBER);

    await house.does.chooseLanguage({ ...house.ask('member'), language: 'nn' });

    expect(personIn(house, MEMBER)).toEqual({ ...before, language: 'nn' });
  });

  it('is laid on the person as they are now, not as they were when they pressed', async () => {
    const house = aHouse();
    const asked = house.ask('member');
    house.enrol({ ...asked.by.person, name: 'Et annet navn' });

    await useCasesIn(house).chooseLanguage({ ...asked, language: 'en' });

    expect(personIn(house, MEMBER)).toMatchObject({ name: 'Et annet navn', language: 'en' });
  });
});
