import { anAction, aCase } from '../builders/cases';
import { briefOf } from '../../src/domain/action';
import { personId } from '../builders/ids';
import { aHouse, AUTHOR, OWNER } from './asking';
import { noticesTo, workers } from '../../src/use-cases/recipients';

describe('recipients', () => {
  it('tells nobody twice, and not the one who pressed', () => {
    const house = aHouse();
    const told = noticesTo(house.ask('author'), [OWNER, AUTHOR, OWNER], {
      kase: aCase(),
      about: { kind: 'stopped' },
    });

    expect(told.map(errand => ('to' in errand ? errand.to : ''))).toEqual([OWNER]);
  });

  it('counts as working on a case its author and who owns what is not done, stand-ins too', () => {
    const blocked = { ...briefOf(anAction({ standIn: personId('vara') })), state: 'blocked' } as const;
    const cancelled = { ...briefOf(anAction({ owner: personId('avlyst') })), state: 'cancelled' } as const;

    const working = workers(aCase({ actions: [blocked, cancelled] }));

    expect(working).toEqual([AUTHOR, OWNER, 'vara']);
  });
});
