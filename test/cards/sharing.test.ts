import { sharingOwnerCard, sharingReceiverCard, sharingShutCard } from '../../src/cards/sharing';
import { type Revealed } from '../../src/domain/content';
import { domainsIn, MAPPING_GROUPS } from '../../src/domain/mapping';
import { type Sharing } from '../../src/domain/sharing';
import { aSharing } from '../builders/cases';
import { personId as id, statuteId } from '../builders/ids';
import { caseIn, seenOf } from './group-subjects';
import { CANARY, dataOf, faultsIn, HARMLESS, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, aPerson, at, day, inEachLanguage, personId } from './subjects';

const ORIGIN = agencyId('sosiale-tjenester');
const NOON = at('2026-11-23T11:00:00Z');
const shared: Sharing = aSharing({
  ...{ from: ORIGIN, by: personId('innmelder'), to: [id('medlem-politi'), id('medlem-dps')] },
  ...{ groups: ['B', 'D', 'F'], sharedAt: NOON, until: at('2026-11-23T12:00:00Z') },
});
const kase = caseIn('ready-for-review', { sharings: [shared] });
const words = { reason: 'Trussel i kveld' };
const owned = (over: Partial<Sharing> = {}, now = NOON) => {
  const sharing = { ...shared, ...over };
  return { kase: { ...kase, sharings: [sharing] }, sharing, words, now };
};
const review = { by: id('leder'), at: NOON, verdict: 'wrong' } as const;
const d = aDrawing();

describe('sharingOwnerCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(sharingOwnerCard(drawing, owned()))).toEqual([]);
  });

  it('says until when, of what and with whom, and how to stop it', () => {
    const card = sharingOwnerCard(d, owned());

    expect(wordsIn(card)).toMatch(/Delt til kl\.\u00a013\.00/);
    expect(wordsIn(card)).toContain('Neste: leder går gjennom innen torsdag 26.\u00a0november.');
    expect(wordsIn(card)).toContain('Navn og kontakt, Helse, Sikkerhet for ansatte');
    expect(wordsIn(card)).toContain('medlem\\-politi; medlem\\-dps');
    expect(wordsIn(card)).toContain('hpl. § 31');
    expect(dataOf(card, 'end-sharing')).toEqual({
      ...{ caseId: kase.id, sharingId: shared.id, nonce: 'nonce' },
    });
  });

  it.each<[string, Partial<Sharing>, RegExp]>([
    ['stopped', { endedAt: at('2026-11-23T11:20:00Z') }, /lukket i dag kl\.\u00a012\.20/],
    ['reviewed', { review }, /Gjennomgått: Burde ikke vært delt/],
    ['not reviewed in time', { sharedAt: at('2026-11-18T11:00:00Z') }, /ikke gjennomgått innen fristen/],
  ])('says that it was %s', (_, over, said) => {
    const card = sharingOwnerCard(d, owned(over, at('2026-11-23T11:30:00Z')));

    expect(wordsIn(card)).toMatch(said);
  });

  it('offers no stop when it is shut, or to whom it is not', () => {
    const over = owned({}, at('2026-11-23T12:00:00Z'));
    const other = aDrawing({ reader: aPerson({ id: personId('kollega') }) });

    expect(verbsIn(sharingOwnerCard(d, over))).toEqual(['close-view']);
    expect(verbsIn(sharingOwnerCard(other, owned()))).toEqual(['close-view']);
  });

  it('shows what people wrote as text', () => {
    const card = sharingOwnerCard(d, { ...owned(), words: { reason: CANARY, remark: CANARY } });

    expect(wordsIn(card).split(HARMLESS)).toHaveLength(3);
  });

  it('names a provision that has left the list by its id', () => {
    expect(wordsIn(sharingOwnerCard(d, owned({ statute: statuteId('old-1') })))).toContain('old-1');
  });
});

describe('sharingReceiverCard', () => {
  const card = (sharing = shared) =>
    sharingReceiverCard(d, { kase, sharing, seen: seenOf(['B', 'C', 'D', 'F']) });

  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, drawing) => {
    const seen = seenOf(['B', 'C', 'D', 'E', 'F']);
    const sharing = aSharing({ from: ORIGIN, groups: ['B', 'C', 'D', 'E', 'F'] });

    expect(faultsIn(sharingReceiverCard(drawing, { kase, sharing, seen }))).toEqual([]);
  });

  it('shows what was named, by whom, and until when', () => {
    expect(wordsIn(card())).toMatch(/Delt av Etat for sosiale tjenester/);
    expect(wordsIn(card())).toMatch(/Lukkes kl\.\u00a013\.00\. Etterpå ser du bare forløpet/);
    expect(wordsIn(card())).toContain('Testperson En');
    expect(wordsIn(card())).toContain('Ring kontaktpersonen før oppmøte.');
    expect(wordsIn(card())).not.toContain('Jeg vil ha et sted');
    expect(wordsIn(card())).not.toContain('01019012345');
  });

  it('shows the own words only with the group they lie in', () => {
    expect(wordsIn(card({ ...shared, groups: ['C'] }))).toContain('Jeg vil ha et sted');
    expect(wordsIn(card({ ...shared, groups: ['C'] }))).not.toContain('Testperson En');
  });

  describe('of what was mapped', () => {
    const piece = (text: string) =>
      ({ level: 'red', text, on: day('2026-11-20'), by: personId('noen') }) as const;
    const mapped = (text: string): Revealed =>
      seenOf(['B', 'C', 'D', 'E', 'F']).map(({ origin, content }) => ({
        origin,
        content: {
          ...content,
          ...Object.fromEntries(
            MAPPING_GROUPS.map(group => [
              group,
              {
                ...content[group],
                mapping: Object.fromEntries(domainsIn(group).map(domain => [domain, piece(text)])),
              },
            ]),
          ),
        },
      }));
    const sharing = aSharing({ from: ORIGIN, groups: ['B', 'C', 'D', 'E', 'F'] });

    it.each(inEachLanguage())('keeps the rules of every card however much there is, in %s', (_, drawing) => {
      const seen = mapped('æøå*_['.repeat(33));

      expect(faultsIn(sharingReceiverCard(drawing, { kase, sharing, seen }))).toEqual([]);
    });

    it('shows the domains of the groups that were shared, and of no others', () => {
      const only = { ...sharing, groups: ['D'] } as const;
      const read = wordsIn(sharingReceiverCard(d, { kase, sharing: only, seen: mapped('Noe') }));

      expect(read).toContain('Psykisk helse: Rød: Noe');
      expect(read).not.toContain('Boligsituasjon');
    });
  });

  it('says where nothing is', () => {
    const empty = sharingReceiverCard(d, { kase, sharing: { ...shared, groups: ['B'] }, seen: [] });

    expect(wordsIn(empty)).toContain('Ingenting er ført her.');
  });
});

describe('sharingShutCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(sharingShutCard(drawing, { kase, sharing: shared }))).toEqual([]);
  });

  it('leads to the case, and says nothing of what was shared', () => {
    const card = sharingShutCard(d, { kase, sharing: shared });

    expect(verbsIn(card)).toEqual(['open-case', 'close-view']);
    expect(wordsIn(card)).not.toMatch(/Helse|hpl/);
  });
});
