import { attendanceOf, holdersOf, missingPartners, peoplePresent } from '../../src/domain/attendance';
import { day, personId, seatId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aMember } from '../builders/people';

const programme = aProgramme();
const [DPS, POLICE, SOCIAL] = [seatId('dps'), seatId('politi'), seatId('sosial')];
const READ_BY = { confidentialityReadBy: personId('moteleder') };
const standIn = aMember({ id: personId('vara'), name: 'Vara, Kronstad DPS' });
const holder = aMember({ standIn: standIn.id });

describe('holdersOf', () => {
  it('tells who holds a seat and who stands in, whatever seat the stand-in has', () => {
    const elsewhere = { ...standIn, seat: POLICE };

    expect(holdersOf([standIn, holder], programme)).toEqual([{ seat: DPS, person: holder, standIn }]);
    expect(holdersOf([holder, elsewhere], programme)).toEqual([
      { seat: DPS, person: holder, standIn: elsewhere },
      { seat: POLICE, person: elsewhere },
    ]);
  });

  it('knows nobody who was removed', () => {
    const removedOn = day('2026-12-01');

    expect(holdersOf([holder, { ...standIn, removedOn }], programme)).toEqual([
      { seat: DPS, person: holder },
    ]);
    expect(holdersOf([{ ...holder, removedOn }], programme)).toEqual([]);
  });
});

describe('attendanceOf', () => {
  it('lets a stand-in sit only where somebody is there and there is a stand-in', () => {
    const holders = holdersOf([holder, standIn], programme);

    const attendance = attendanceOf(
      { present: [POLICE, DPS, DPS], standIns: [SOCIAL, POLICE, DPS], ...READ_BY },
      programme,
      holders,
    );
    const absent = attendanceOf({ present: [POLICE], standIns: [DPS], ...READ_BY }, programme, holders);

    expect(attendance).toEqual({ present: [DPS, POLICE], standIns: [DPS], ...READ_BY });
    expect(absent.standIns).toEqual([]);
  });
});

describe('peoplePresent', () => {
  it('is the stand-in where one sits, and nobody of a seat nobody holds', () => {
    const holders = holdersOf([holder, standIn], programme);
    const at = (standIns: readonly (typeof DPS)[]) =>
      peoplePresent({ present: [DPS, POLICE], standIns, ...READ_BY }, holders);

    expect(at([])).toEqual([holder]);
    expect(at([DPS])).toEqual([standIn]);
  });
});

describe('missingPartners', () => {
  it('needs one of each partner, present or in writing', () => {
    expect(missingPartners({ present: [] }, programme)).toEqual(['kommune', 'helse', 'politi']);
    expect(missingPartners({ present: [DPS, SOCIAL] }, programme)).toEqual(['politi']);
    expect(missingPartners({ present: [DPS, SOCIAL] }, programme, [POLICE])).toEqual([]);
    expect(missingPartners({ present: [] }, programme, [POLICE, seatId('ukjent')])).toEqual([
      'kommune',
      'helse',
    ]);
  });
});
