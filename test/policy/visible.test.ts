import { type Case, CASE_STATES, type CaseFacts, type CaseState } from '../../src/domain/case';
import { type Consent, grantsOf, type Preset } from '../../src/domain/consent';
import { GROUPS, type Holding, SECTIONS } from '../../src/domain/groups';
import { type Person } from '../../src/domain/people';
import { mayReadDetail, mayReadReason, mayReadTerms, visible } from '../../src/policy/visible';
import { aCase, aConsent, aDisqualification, aSharing } from '../builders/cases';
import { actionId, agencyId, day, instant, NOON, personId } from '../builders/ids';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const TODAY = day('2026-12-04');
const ORIGINS = ['sosiale-tjenester', 'kronstad-dps', 'innsatsgruppen'].map(agencyId);
const HOLDINGS: readonly Holding[] = ORIGINS.flatMap(origin =>
  SECTIONS.map(section => ({ origin, section })),
);
const seen = (reader: Person, kase: Case, today = TODAY): readonly string[] =>
  visible(reader, kase, { at: NOON, today }).map(({ origin, section }) => `${section} of ${origin}`);

const given = (preset: Preset, leftOut: readonly string[] = []): Consent =>
  aConsent({
    scope: preset,
    leftOut: leftOut.map(agencyId),
    grants: grantsOf(preset, {
      origin: agencyId('sosiale-tjenester'),
      agencies: aProgramme().agencies,
      leftOut: leftOut.map(agencyId),
    }),
  });

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
    expect(seen(member, full(state, { disqualified: [aDisqualification(member.id)] }))).toEqual([]);
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

    expect(reads(owner, { ...kase, disqualified: [aDisqualification(owner.id)] }, own)).toBe(false);
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

describe('visible, of what was shared in danger', () => {
  const police = aMember({
    id: personId('medlem-politi'),
    agency: agencyId('innsatsgruppen'),
    partner: 'politi',
  });
  const held = SECTIONS.map(section => ({ origin: agencyId('kronstad-dps'), section }));
  const kase = aCase({ state: 'ready-for-review', presented: true, holdings: held, sharings: [aSharing()] });
  const at = (time: string) => ({ at: instant(time), today: TODAY });
  const sections = (reader: Person, time: string, of: Case = kase): readonly string[] =>
    visible(reader, of, at(time)).map(({ section }) => section);

  it('is its groups to its receivers, from the moment it was shared until it shuts', () => {
    expect(sections(police, '2026-12-04T10:59:59.999')).toEqual([]);
    expect(sections(police, '2026-12-04T11:00')).toEqual(['B', 'F']);
    expect(sections(police, '2026-12-04T11:59:59.999')).toEqual(['B', 'F']);
    expect(sections(police, '2026-12-04T12:00')).toEqual([]);
  });

  it('stays open whatever else was shared, and has shut', () => {
    const twice = { ...kase, sharings: [aSharing({ groups: ['D'], endedAt: NOON }), aSharing()] };

    expect(sections(police, '2026-12-04T11:30', twice)).toEqual(['B', 'F']);
  });

  it('opens nothing to a colleague of the receiver, and closes the summary to none of the others', () => {
    const colleague = { ...police, id: personId('kollega') };

    expect(sections(colleague, '2026-12-04T11:30')).toEqual(['summary']);
    expect(sections(aCoordinator(), '2026-12-04T11:30')).toEqual(['summary', 'contact']);
  });

  it('is for the receiver alone who has no other standing, and not when they are disqualified or removed', () => {
    const stranger = aPerson({ id: police.id, agency: police.agency, roles: [] });

    expect(sections(stranger, '2026-12-04T11:30')).toEqual(['B', 'F']);
    expect(sections({ ...stranger, removedOn: TODAY }, '2026-12-04T11:30')).toEqual([]);
    expect(
      sections(stranger, '2026-12-04T11:30', { ...kase, disqualified: [aDisqualification(stranger.id)] }),
    ).toEqual([]);
  });
});

describe('mayReadTerms', () => {
  const consent = given('meeting');
  const kase = aCase({ state: 'active', presented: true, consent });
  const reads = (reader: Person, of: Case = kase, today = TODAY): boolean =>
    mayReadTerms(reader, of, { consent, today });
  const police = aMember({ agency: agencyId('innsatsgruppen'), partner: 'politi' });
  const addiction = aMember({ agency: agencyId('rusmedisin') });

  it('is who works on the case where it was recorded, the coordinator, and whom it opens something to', () => {
    expect([aPerson(), aCoordinator(), aMember(), police].map(reader => reads(reader))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(reads(addiction)).toBe(false);
    expect(reads(aPerson({ id: personId('kollega') }))).toBe(false);
    expect(reads(aPerson({ id: personId('noen'), agency: aMember().agency }))).toBe(false);
  });

  it('is others only while it holds', () => {
    const expired = aCase({ state: 'consent-expired', presented: true, consent });

    for (const [of, today] of [
      [expired, TODAY],
      [kase, day('2027-06-05')],
      [kase, day('2026-12-03')],
    ] as const)
      expect([aPerson(), aCoordinator(), aMember()].map(reader => reads(reader, of, today))).toEqual([
        true,
        true,
        false,
      ]);
  });

  it('is nobody removed or disqualified', () => {
    const shut = { ...kase, disqualified: [aDisqualification(aMember().id)] };

    expect(reads(aMember({ removedOn: TODAY }))).toBe(false);
    expect(reads(aMember(), shut)).toBe(false);
  });
});

describe('mayReadReason', () => {
  const sharing = aSharing();
  const kase = aCase({ state: 'active', presented: true, sharings: [sharing] });
  const leader = aPerson({ id: personId('leder'), roles: ['leader'], agency: sharing.from });

  it('is the agency that shared, and its leader', () => {
    const otherLeader = { ...leader, agency: agencyId('innsatsgruppen') };
    const receiver = aMember({ id: personId('medlem-politi'), agency: agencyId('innsatsgruppen') });

    expect([aMember(), leader].map(reader => mayReadReason(reader, kase, sharing))).toEqual([true, true]);
    expect(
      [otherLeader, receiver, aCoordinator(), aPerson()].map(reader => mayReadReason(reader, kase, sharing)),
    ).toEqual([false, false, false, false]);
  });

  it('is nobody removed or disqualified', () => {
    expect(mayReadReason({ ...leader, removedOn: TODAY }, kase, sharing)).toBe(false);
    expect(mayReadReason(leader, { ...kase, disqualified: [aDisqualification(leader.id)] }, sharing)).toBe(
      false,
    );
  });
});
