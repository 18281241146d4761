import { agenciesOn, askersOf, leavable } from '../../src/domain/consent-parties';
import { aCase } from '../builders/cases';
import { agencyId, day, personId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const bystander = { id: agencyId('byradsavdelingen'), name: 'Byrådsavdelingen', partner: 'kommune' } as const;
const { agencies, seats } = aProgramme();
const programme = aProgramme({
  agencies: [...agencies, bystander],
  seats: seats.filter(({ agency }) => agency === 'kronstad-dps'),
});
const idsOf = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

describe('agenciesOn', () => {
  it('names where the case came from, who coordinates, and the seats, and nobody else', () => {
    expect(idsOf(agenciesOn(aCase(), programme))).toEqual([
      'sosiale-tjenester',
      'kronstad-dps',
      'sent-ute-koordinering',
    ]);
  });
});

describe('leavable', () => {
  it('is whoever has a seat, but for where the case came from', () => {
    expect(idsOf(leavable(aCase(), aProgramme()))).toEqual(['kronstad-dps', 'innsatsgruppen']);
  });
});

describe('askersOf', () => {
  it('is people of the agency it came from and the coordinators, as long as they are here', () => {
    const people = [
      aPerson(),
      aPerson({ id: personId('sluttet'), removedOn: day('2026-12-01') }),
      aCoordinator(),
      aMember(),
    ];

    expect(idsOf(askersOf(aCase(), people))).toEqual(['innmelder', 'koordinator']);
  });
});
