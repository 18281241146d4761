import { caseCode, caseId, meetingId, NOON, personId } from '../builders/ids';
import { aHouse } from './asking';
import { entriesFor } from '../../src/use-cases/asked';

const ITEM = { caseId: caseId(), meetingId: meetingId() };

describe('entriesFor', () => {
  const house = aHouse();
  const asked = house.ask('coordinator');
  const notice = (to: string, kind: 'stopped' | 'new-referral' = 'stopped') =>
    ({ kind: 'notice', to: personId(to), caseId: caseId(), code: caseCode(), notice: { kind } }) as const;

  it('gives one cause, occasion and recipient one id, and every other another', () => {
    const errands = [
      notice('en'),
      notice('en'),
      notice('to'),
      notice('en', 'new-referral'),
      { ...notice('en'), caseId: caseId('other') },
      { kind: 'edit-agenda', meetingId: meetingId() },
      { kind: 'edit-item', ...ITEM },
      { kind: 'edit-item', ...ITEM, caseId: caseId('other') },
    ] as const;

    const entries = entriesFor(house, asked, errands);

    const ids = entries.map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(errands.length - 1);
    expect(entries.map(({ at }) => at)).toEqual(errands.map(() => NOON));
  });

  it('gives two commands two ids', () => {
    const other = house.ask('coordinator', { command: 'other' });

    const [one, another] = [
      entriesFor(house, asked, [notice('en')]),
      entriesFor(house, other, [notice('en')]),
    ];

    expect(one[0]?.id).not.toBe(another[0]?.id);
  });
});
