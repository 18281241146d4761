import fc from 'fast-check';
import {
  MOST_CHOSEN,
  checkSharing,
  SHARING_FIELDS,
  type SharingValues,
} from '../../src/domain/check-sharing';
import {
  exceptionsFor,
  groupsHeldBy,
  lapsedExceptions,
  receiversFor,
  type SharingChoices,
} from '../../src/domain/sharing-choices';
import { type Statute } from '../../src/domain/statute';
import { aCase, aConsent, aDisqualification } from '../builders/cases';
import { agencyId, day, personId, statuteId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, anAdmin, aPerson } from '../builders/people';

const DPS = agencyId('kronstad-dps');
const TODAY = day('2026-12-04');
const holdings = (['B', 'D', 'F', 'summary'] as const).map(section => ({ origin: DPS, section }));
const others = (['C', 'E'] as const).map(section => ({ origin: agencyId('innsatsgruppen'), section }));
const kase = aCase({ holdings: [...holdings, ...others] });
const police = aMember({
  id: personId('medlem-politi'),
  agency: agencyId('innsatsgruppen'),
  partner: 'politi',
});
const people = [
  aMember(),
  aMember({ id: personId('kollega') }),
  police,
  aCoordinator(),
  aPerson(),
  aPerson({ id: personId('sluttet'), removedOn: TODAY }),
  aPerson({ id: personId('ansvarlig'), roles: [] }),
  aPerson({ id: personId('leder'), roles: ['leader'] }),
  anAdmin(),
];
const choices = (over: Partial<SharingChoices> = {}): SharingChoices => ({
  kase,
  sharer: aMember(),
  people,
  statutes: aProgramme().statutes,
  today: TODAY,
  holdsPerson: text => text.includes('99887766'),
  ...over,
});
const GOOD: SharingValues = {
  groups: 'B,F',
  minutes: '60',
  receivers: 'medlem-politi',
  statute: 'hpl-31',
  reason: ' Konkret trussel i kveld. ',
  telling: 'delayed',
  'not-enough': 'yes',
};
const check = (values: SharingValues, over: Partial<SharingChoices> = {}) =>
  checkSharing({ ...GOOD, ...values }, choices(over));
const problem = (field: string, found: string) => ({ ok: false, error: [{ field, problem: found }] });

describe('how many may be sent it', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, place) => ({ ...police, id: personId(`politi-${String(place)}`) }));
  const sent = (count: number) =>
    check(
      {
        receivers: many(count)
          .map(({ id }) => id)
          .join(','),
      },
      { people: many(count) },
    );

  it('is ten, for everyone is told in the batch that shares', () => {
    expect(sent(MOST_CHOSEN).ok).toBe(true);
    expect(sent(MOST_CHOSEN + 1)).toEqual(problem('receivers', 'too-many'));
  });
});

describe('groupsHeldBy', () => {
  it('is what the own agency put in, and only what is a group', () => {
    expect(groupsHeldBy(kase, DPS)).toEqual(['B', 'D', 'F']);
    expect(groupsHeldBy(kase, agencyId('sosiale-tjenester'))).toEqual([]);
  });
});

describe('receiversFor', () => {
  it('is those of other agencies who work with people', () => {
    expect(receiversFor(choices()).map(({ id }) => id)).toEqual([
      'medlem-politi',
      'koordinator',
      'innmelder',
    ]);
  });

  it('leaves out who is disqualified here', () => {
    const disqualified = aCase({ disqualified: [aDisqualification(police.id)] });

    expect(receiversFor(choices({ kase: disqualified }))).not.toContainEqual(police);
  });
});

describe('exceptionsFor', () => {
  const exception = (id: string, over = {}) => ({
    ...{ id: statuteId(id), list: 'exception', citation: id, partners: [], validFrom: day('2001-01-01') },
    ...over,
  });
  it('is what is in force that day, of the own partner or of everybody', () => {
    const statutes = [
      exception('own', { partners: ['helse'] }),
      exception('all'),
      exception('theirs', { partners: ['politi'] }),
      exception('coming', { validFrom: day('2027-01-01') }),
      exception('gone', { validTo: day('2026-12-03') }),
      exception('consent', { list: 'consent' }),
    ] as never;

    expect(exceptionsFor(choices({ statutes })).map(({ id }) => id)).toEqual(['own', 'all']);
  });
});

describe('checkSharing with a statute that has expired', () => {
  const [hpl31] = aProgramme().statutes.filter(({ list }) => list === 'exception');
  const gone = (id: string, over: object = {}) =>
    ({ ...hpl31, id: statuteId(id), validTo: day('2026-12-03'), ...over }) as Statute;
  const other = { ...gone('strl-196'), validTo: day('2026-12-04') };

  it('names it to who had the form open while it was in force', () => {
    const statutes = [gone('hpl-31'), other];

    expect(check({}, { statutes })).toEqual({
      ok: false,
      error: [{ field: 'statute', problem: 'expired', statute: statutes[0] }],
    });
    expect(check({ statute: 'strl-196' }, { statutes }).ok).toBe(true);
  });

  it('says that none is left, whatever was chosen, and which was the last', () => {
    const statutes = [gone('hpl-33', { validTo: day('2026-12-01') }), gone('hpl-31')];
    const none = [{ field: 'statute', problem: 'none-in-force', statute: statutes[1] }];

    expect(check({}, { statutes })).toEqual({ ok: false, error: none });
    expect(check({ statute: '' }, { statutes })).toEqual({ ok: false, error: none });
    expect(lapsedExceptions(choices({ statutes })).map(({ id }) => id)).toEqual(['hpl-31', 'hpl-33']);
  });

  it('takes one that is to come, or was never there, for no choice', () => {
    const coming = gone('hpl-31', { validFrom: day('2027-01-01'), validTo: day('2028-01-01') });

    expect(check({}, { statutes: [coming, other] })).toEqual(problem('statute', 'not-a-choice'));
    expect(check({ statute: 'x' }, { statutes: [other] })).toEqual(problem('statute', 'not-a-choice'));
  });
});

describe('checkSharing', () => {
  it('reads what is shared, with whom and on what grounds', () => {
    expect(check({})).toEqual({
      ok: true,
      value: {
        groups: ['B', 'F'],
        minutes: 60,
        to: ['medlem-politi'],
        statute: 'hpl-31',
        telling: 'delayed',
        reason: 'Konkret trussel i kveld.',
      },
    });
  });

  it('finds everything that is missing, in the order of the fields', () => {
    const empty = checkSharing({}, choices());

    expect(empty.ok ? [] : empty.error.map(({ field }) => field)).toEqual(SHARING_FIELDS);
    expect(empty.ok ? [] : empty.error.map(one => one.problem)).toEqual([
      ...['missing', 'missing', 'missing', 'missing', 'missing', 'missing', 'enough'],
    ]);
  });

  it.each([
    ['a group the own agency does not hold', { groups: 'B,C' }, problem('groups', 'not-a-choice')],
    ['what is no group', { groups: 'summary' }, problem('groups', 'not-a-choice')],
    ['more than an hour', { minutes: '61' }, problem('minutes', 'not-a-choice')],
    ['a colleague', { receivers: 'kollega' }, problem('receivers', 'not-a-choice')],
    ['somebody who left', { receivers: 'medlem-politi,sluttet' }, problem('receivers', 'not-a-choice')],
    ['a statute of another list', { statute: 'hpl-22' }, problem('statute', 'not-a-choice')],
    ['too long a reason', { reason: 'x'.repeat(201) }, problem('reason', 'too-long')],
    ['a number in the reason', { reason: 'Ring 99887766' }, problem('reason', 'holds-number')],
    ['another answer about telling', { telling: 'never' }, problem('telling', 'not-a-choice')],
    ['that de-identified may be enough', { 'not-enough': 'no' }, problem('not-enough', 'enough')],
  ])('does not take %s', (_, values, found) => {
    expect(check(values)).toEqual(found);
  });

  it('does not take what the consent opens to a receiver already, on the days it holds', () => {
    const consent = aConsent({ grants: [{ group: 'F', from: DPS, to: police.agency }] });
    const consented = aCase({ state: 'mapping', holdings, consent });
    const over = { kase: consented };

    expect(check({}, over)).toEqual(problem('groups', 'covered'));
    expect(check({ groups: 'B' }, over).ok).toBe(true);
    expect(check({ receivers: 'koordinator' }, over).ok).toBe(true);
    expect(check({}, { ...over, today: day('2027-06-05') }).ok).toBe(true);
    expect(check({}, { kase: { ...kase, consent } }).ok).toBe(true);
  });

  it('never gives more than was there to choose, whatever is sent', () => {
    const some = fc.record(
      Object.fromEntries(
        SHARING_FIELDS.map(field => [field, fc.oneof(fc.string(), fc.constant(GOOD[field] ?? ''))]),
      ),
    );

    fc.assert(
      fc.property(some, values => {
        const checked = checkSharing(values, choices());
        const given = checked.ok ? checked.value : { groups: ['B'], to: ['medlem-politi'], minutes: 15 };

        expect(['B', 'D', 'F']).toEqual(expect.arrayContaining([...given.groups]));
        expect(receiversFor(choices()).map(({ id }) => id)).toEqual(expect.arrayContaining([...given.to]));
        expect(given.minutes).toBeLessThanOrEqual(60);
      }),
    );
  });
});
