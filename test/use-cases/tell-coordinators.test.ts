import { type Errand } from '../../src/domain/outbox';
import { tellCoordinators } from '../../src/use-cases/tell-coordinators';
import { aCase } from '../builders/cases';
import { caseCode, caseId, NOON } from '../builders/ids';
import { inTime } from '../fakes/fake-world';
import { aHouse, AUTHOR, COORDINATOR, type House, STAND_IN } from './asking';

const notice = { kind: 'new-referral' } as const;
const key = { caseId: caseId(), code: caseCode() };
type Telling = Extract<Errand, { kind: 'tell-coordinators' }>;
const tell = async (house: House, but: Telling['but'] = [], cause = 'submit'): Promise<void> => {
  const telling: Telling = { kind: 'tell-coordinators', ...key, notice, but };
  await tellCoordinators(house)(telling, { now: NOON, cause: cause as never, within: inTime() });
};
const noticeTo = (to: string) => ({ kind: 'notice', to, ...key, notice });

describe('tellCoordinators', () => {
  it('puts one notice each in the outbox for everybody who coordinates now, however often it is carried', async () => {
    const house = aHouse();
    house.putCase(aCase());

    await tell(house);
    await tell(house);

    expect(house.sent()).toEqual([COORDINATOR, STAND_IN].map(noticeTo));
  });

  it('leaves out who knows of it already', async () => {
    const house = aHouse();
    house.putCase(aCase());

    await tell(house, [AUTHOR, COORDINATOR]);

    expect(house.sent()).toEqual([noticeTo(STAND_IN)]);
  });

  it('tells of every cause', async () => {
    const house = aHouse();
    house.putCase(aCase());

    await tell(house, [COORDINATOR], 'submit');
    await tell(house, [COORDINATOR], 'submit again');

    expect(house.sent()).toHaveLength(2);
  });

  it('puts nothing beside a case that is not there any more', async () => {
    const house = aHouse();

    await tell(house);

    expect(house.sent()).toEqual([]);
  });
});
