import { type Case, CASE_STATES, type CaseFacts, type CaseState } from '../../src/domain/case';
import { type Consent, grantsOf, type Preset } from '../../src/domain/consent';
import { GROUPS, type Holding, SECTIONS } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { mayReadDetail, visible } from '../../src/policy/visible';
import { aCase, aConsent } from '../builders/cases';
import { actionId, agencyId, day, personId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { shows } from './oracle';
import { everyCase, everyone } from './people-and-cases';

const TODAY = day('2026-12-04');
const ORIGINS = ['sosiale-tjenester', 'kronstad-dps', 'innsatsgruppen'].map(agencyId);
const HOLDINGS: readonly Holding[] = ORIGINS.flatMap(origin =>
  SECTIONS.map(section => ({ origin, section })),
);
const seen = (reader: Person, kase: Case, today = TODAY): readonly string[] =>
  visible(reader, kase, today).map(({ origin, section }) => `${section} of ${origin}`);

const given = (preset: Preset, leftOut: readonly string[] = []): Consent =>
  aConsent({
    preset,
    leftOut: leftOut.map(agencyId),
    grants: grantsOf(preset, {
      origin: agencyId('sosiale-tjenester'),
      agencies: aProgramme().agencies,
      leftOut: leftOut.map(agencyId),
    }),
  });

const CONSENTS: readonly (readonly [string, Consent])[] = [
  ['of nothing', aConsent({ grants: [] })],
  ['to a meeting', given('meeting')],
  ['to coordination', given('coordination')],
  ['to everything but the police', given('except', ['innsatsgruppen'])],
  ['that has run out', { ...given('except'), until: day('2026-12-03') }],
  ['from tomorrow', { ...given('except'), givenOn: day('2026-12-05') }],
];

describe('visible, of somebody the group could recognise', () => {
  const kase = aCase({ state: 'submitted', recognisable: true, presented: true, holdings: HOLDINGS });
  const summaries = (reader: Person, of: Case): number =>
    seen(reader, of).filter(holding => holding.startsWith('summary')).length;

  it('keeps the summary from the seats until there is a consent in force, and from the coordinator never', () => {
    const consented = { ...kase, consent: given('meeting') };
    const member = aMember({ agency: agencyId('felles-enhet-patale') });

    expect(summaries(member, kase)).toBe(0);
    expect(summaries(member, consented)).toBe(ORIGINS.length);
    expect(summaries(aCoordinator(), kase)).toBe(ORIGINS.length);
  });
});

describe('visible', () => {
  it.each(CONSENTS)(
    'is as design.md §5 says, whoever reads, whatever the case, with a consent %s',
    (...[, consent]) => {
      const cases = [false, true].flatMap(recognisable =>
        everyCase().map((kase): Case => {
          const held = { ...kase, recognisable, holdings: HOLDINGS };
          return 'consent' in held ? { ...held, consent } : held;
        }),
      );

      const differing = everyone().flatMap(reader =>
        cases
          .filter(kase => {
            const shall = HOLDINGS.filter(holding => shows(reader, { kase, today: TODAY }, holding));
            return JSON.stringify(visible(reader, kase, TODAY)) !== JSON.stringify(shall);
          })
          .map(kase => JSON.stringify({ state: kase.state, reader })),
      );

      expect(differing.slice(0, 3)).toEqual([]);
    },
  );

  const IN_STATE = CASE_STATES.map(state => [state] as const);
  const full = (state: CaseState, over: Partial<CaseFacts> = {}): Case =>
    aCase<CaseState>({ presented: true, holdings: HOLDINGS, ...over, state });

  it.each(IN_STATE)('gives an owner, a chair and a colleague nothing in %s', state => {
    const owner = aPerson({ id: personId('ansvarlig'), roles: [] });
    const kase = full(state, {
      actions: [
        {
          id: actionId(),
          title: 'arrange-meeting',
          owner: owner.id,
          due: TODAY,
          state: 'open',
          newDateAsked: false,
        },
      ],
    });

    expect(seen(owner, kase)).toEqual([]);
    expect(seen(aPerson({ id: personId('moteleder') }), kase)).toEqual([]);
    expect(seen(aPerson({ id: personId('kollega') }), kase)).toEqual([]);
  });

  it.each(IN_STATE)('gives someone removed or disqualified nothing in %s', state => {
    const member = aMember({ agency: agencyId('sosiale-tjenester') });

    expect(seen({ ...member, removedOn: day('2026-12-04') }, full(state))).toEqual([]);
    expect(seen(member, full(state, { disqualified: [member.id] }))).toEqual([]);
    expect(seen(member, full(state))).not.toEqual([]);
  });

  it.each(IN_STATE)(
    'shows the author’s agency its own in %s, and nobody the name without a consent',
    state => {
      const kase = full(state, {
        holdings: SECTIONS.map(section => ({ origin: agencyId('sosiale-tjenester'), section })),
      });
      const unconsented = 'consent' in kase ? { ...kase, consent: aConsent({ grants: [] }) } : kase;

      expect(seen(aPerson(), unconsented)).toHaveLength(SECTIONS.length);
      for (const reader of [aCoordinator(), aMember()])
        expect(
          seen(reader, unconsented).filter(part => GROUPS.some(group => part.startsWith(`${group} `))),
        ).toEqual([]);
    },
  );

  it.each([
    'consent-expired',
    'declined',
    'consent-refused',
    'withdrawn',
    'concluded',
    'referral-withdrawn',
  ] as const)('leaves others with process only in %s', state => {
    const kase = full(state);
    const others = { ...kase, holdings: HOLDINGS.filter(({ origin }) => origin === 'innsatsgruppen') };
    const all = 'consent' in others ? { ...others, consent: given('except') } : others;

    expect([aPerson(), aMember(), aCoordinator()].flatMap(reader => seen(reader, all))).toEqual([]);
  });

  it('opens nothing by a consent that came before the decision', () => {
    const kase = aCase({
      state: 'ready-for-review',
      presented: true,
      holdings: HOLDINGS,
      consent: given('except'),
    });

    expect(seen(aCoordinator(), kase)).toEqual(
      ORIGINS.flatMap(origin => [`summary of ${origin}`, `contact of ${origin}`]),
    );
  });

  it('closes the summary once a consent has told who it is: *Bare møte* gives a name, and no more', () => {
    const kase = aCase({ state: 'mapping', presented: true, holdings: HOLDINGS, consent: given('meeting') });
    const police = aMember({ agency: agencyId('innsatsgruppen'), partner: 'politi' });

    expect(seen(police, kase).filter(part => !part.endsWith('of innsatsgruppen'))).toEqual([
      'B of sosiale-tjenester',
    ]);
  });

  it('shows a holding only where there is one', () => {
    expect(seen(aCoordinator(), aCase({ holdings: [] }))).toEqual([]);
  });

  it('shows an author who has moved to another agency nothing of the old one', () => {
    const moved = aPerson({ agency: agencyId('kronstad-dps'), partner: 'helse' });
    const kase = aCase({ holdings: HOLDINGS.filter(({ origin }) => origin === 'sosiale-tjenester') });

    expect(seen(moved, kase)).toEqual([]);
  });

  it('holds through the last day of the consent, and not a day longer', () => {
    const kase = aCase({
      state: 'active',
      presented: true,
      holdings: [{ origin: agencyId('sosiale-tjenester'), section: 'C' }],
      consent: { ...given('coordination'), until: day('2027-06-04') },
    });

    expect(seen(aMember(), kase, day('2027-06-04'))).toEqual(['C of sosiale-tjenester']);
    expect(seen(aMember(), kase, day('2027-06-05'))).toEqual([]);
  });
});

describe('mayReadDetail', () => {
  const owner = aPerson({ id: personId('ansvarlig'), roles: [], agency: agencyId('kronstad-dps') });
  const detail = { origin: agencyId('sosiale-tjenester'), section: 'C' } as const;
  const kase = aCase({ state: 'active', consent: given('coordination') });
  const reads = (reader: Person, of: Case, what: Holding = detail): boolean =>
    mayReadDetail(reader, of, { detail: what, today: TODAY });

  it('is what the own agency wrote, or the consent opens to it', () => {
    expect(reads(owner, kase)).toBe(true);
    expect(reads(owner, kase, { ...detail, section: 'E' })).toBe(false);
    expect(reads(owner, aCase())).toBe(false);
    expect(reads(owner, aCase(), { ...detail, origin: owner.agency })).toBe(true);
    expect(reads({ ...owner, agency: agencyId('innsatsgruppen') }, kase)).toBe(false);
  });

  it('is nothing for someone disqualified or removed, the own agency’s included', () => {
    const own = { ...detail, origin: owner.agency };

    expect(reads(owner, { ...kase, disqualified: [owner.id] }, own)).toBe(false);
    expect(reads({ ...owner, removedOn: day('2026-12-04') }, kase, own)).toBe(false);
  });

  it.each(CASE_STATES.filter(state => state !== 'mapping' && state !== 'active'))(
    'is nothing of another agency’s in %s',
    state => {
      const closed = aCase<CaseState>({ state });

      expect(reads(owner, 'consent' in closed ? { ...closed, consent: given('except') } : closed)).toBe(
        false,
      );
    },
  );
});
