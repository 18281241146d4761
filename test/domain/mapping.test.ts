import fc from 'fast-check';
import {
  changedIn,
  DOMAINS,
  domainsIn,
  LEVELS,
  MAPPING_GROUPS,
  type MappingRecord,
  mergedIn,
} from '../../src/domain/mapping';
import { checkMapping, formOfMapping } from '../../src/domain/mapping-form';
import { day, personId } from '../builders/ids';

const said = fc.record({ level: fc.constantFrom(...LEVELS), text: fc.constantFrom('', 'Ett', 'To') });
const anything = fc.dictionary(fc.constantFrom(...DOMAINS), said);
const piece = said.map(one => ({ ...one, on: day('2026-11-01'), by: personId('noen') }));
const records: fc.Arbitrary<MappingRecord> = fc.dictionary(fc.constantFrom(...DOMAINS), piece);
const now = { on: day('2026-12-04'), by: personId('innmelder') };

describe('domainsIn', () => {
  it('puts every domain in one group', () => {
    expect(MAPPING_GROUPS.flatMap(domainsIn).toSorted()).toEqual([...DOMAINS].toSorted());
    expect(domainsIn('D')).toEqual(['physical', 'mental', 'substance']);
    expect([...domainsIn('E'), ...domainsIn('F')]).toEqual(['legal', 'safety']);
  });
});

describe('mergedIn', () => {
  it('says what is said of this group, and leaves all else exactly as it was', () => {
    fc.assert(
      fc.property(records, anything, fc.constantFrom(...MAPPING_GROUPS), (before, words, group) => {
        const after = mergedIn(before, words, { group, ...now });

        const changed = changedIn(before, words, group);
        DOMAINS.forEach(domain => {
          const expected = changed.includes(domain) ? { ...words[domain], ...now } : before[domain];
          expect(after[domain]).toEqual(expected);
        });
        expect(changed.every(domain => domainsIn(group).includes(domain))).toBe(true);
      }),
    );
  });
});

describe('checkMapping', () => {
  it('reads back just what a form was filled from', () => {
    fc.assert(
      fc.property(records, record => {
        const checked = checkMapping(formOfMapping(record));

        const words = Object.entries(record).map(([domain, { level, text }]) => [domain, { level, text }]);
        expect(checked).toEqual({ ok: true, value: Object.fromEntries(words) as unknown });
      }),
    );
  });
});
