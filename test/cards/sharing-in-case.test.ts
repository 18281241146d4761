import { caseCard } from '../../src/cards/case';
import { receivesOnly, sharingButtons, sharingsSection } from '../../src/cards/sharing-in-case';
import { type Case } from '../../src/domain/case';
import { type Sharing } from '../../src/domain/sharing';
import { aSharing } from '../builders/cases';
import { personId as id, sharingId } from '../builders/ids';
import { caseIn, member, seenOf } from './group-subjects';
import { faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, agencyId, aPerson, at, coordinator, day, inEachLanguage, personId } from './subjects';

const ORIGIN = agencyId('sosiale-tjenester');
const POLICE = aPerson({ id: personId('innmelder-politi'), agency: agencyId('innsatsgruppen') });
const shared = (over: Partial<Sharing> = {}): Sharing =>
  aSharing({
    ...{ from: ORIGIN, to: [POLICE.id], groups: ['D'] },
    ...{ sharedAt: at('2026-11-23T11:00:00Z'), until: at('2026-11-23T12:00:00Z'), ...over },
  });
const kase = caseIn('ready-for-review', { sharings: [shared()] });
const titles = (reader = aPerson(), of: Case = kase) =>
  sharingButtons(aDrawing({ reader }), of).map(({ title }) => title);

describe('sharingButtons', () => {
  it('lets whoever works on the case for the agency that holds something share it, and see what was', () => {
    expect(titles()).toEqual(['Se delingen', 'Del ved fare']);
    expect(titles(aPerson(), caseIn('ready-for-review'))).toEqual(['Del ved fare']);
    expect(titles(aPerson(), caseIn('withdrawn', { sharings: [shared()] }))).toEqual(['Se delingen']);
  });

  it.each([
    ['a member of another agency', member],
    ['the coordinator', coordinator],
    ['a receiver', POLICE],
  ])('offers %s nothing', (_, reader) => {
    expect(titles(reader)).toEqual([]);
  });

  it('leads to the newest, in sight until it is shut', () => {
    const newest = shared({ id: sharingId('newest') });
    const both = { ...kase, sharings: [shared({ endedAt: at('2026-11-23T11:10:00Z') }), newest] };
    const [see] = sharingButtons(aDrawing(), both);
    const [shut] = sharingButtons(aDrawing(), { ...kase, sharings: both.sharings.slice(0, 1) });

    expect(see).toMatchObject({ verb: 'open-sharing', data: { sharingId: newest.id } });
    expect(see).not.toHaveProperty('mode');
    expect(shut).toMatchObject({ mode: 'secondary' });
  });
});

describe('sharingsSection', () => {
  const said = (reader = coordinator, sharings = [shared()]) =>
    JSON.stringify(sharingsSection(aDrawing({ reader }), { ...kase, sharings }));

  it('tells the coordinator that it happened and when, not what or with whom', () => {
    expect(said()).toMatch(
      /Etat for sosiale tjenester.*Delt i dag kl\.\u00a012\.00 · Åpen til kl\.\u00a013\.00/,
    );
    expect(said()).toContain('Ikke gjennomgått ennå');
    expect(said()).not.toMatch(/Helse|politi|hpl/);
  });

  it('tells how it ended and was judged', () => {
    const review = { by: id('leder'), at: at('2026-11-23T13:00:00Z'), verdict: 'right' } as const;
    const ended = shared({ endedAt: at('2026-11-23T11:10:00Z'), review });

    expect(said(coordinator, [ended])).toMatch(/Lukket kl\.\u00a012\.10.*Gjennomgått: Riktig/);
    expect(said(coordinator, [shared({ missedAt: at('2026-11-26T11:10:00Z') })])).toContain(
      'ble ikke gjennomgått innen fristen',
    );
  });

  it('is for the coordinator and the own agency only', () => {
    expect(said(aPerson())).toContain('Unntaksdelinger');
    expect(said(member)).toBe('[]');
  });
});

describe('a receiver with no other part in the case', () => {
  const subject = { kase, seen: seenOf(['D']), nextMeeting: day('2026-12-01'), place: 'chat' } as const;

  it.each(inEachLanguage({ reader: POLICE }))('gets a card that keeps the rules, in %s', (_, drawing) => {
    expect(faultsIn(caseCard(drawing, subject))).toEqual([]);
  });

  it('sees what stands open, and no list of what is locked', () => {
    const open = wordsIn(caseCard(aDrawing({ reader: POLICE }), subject));
    const shut = wordsIn(caseCard(aDrawing({ reader: POLICE }), { ...subject, seen: [] }));

    expect(open).toContain('Helse');
    expect(open).not.toContain('Sikkerhet for ansatte');
    expect(shut).not.toMatch(/Helse|Hvem har opplysningene|Ber om/);
    expect(shut).toContain('Du ser bare forløpet');
    expect(verbsIn(caseCard(aDrawing({ reader: POLICE }), subject))).toEqual(['close-view']);
  });

  it('is nobody who has another', () => {
    const both = { ...kase, sharings: [shared({ to: [POLICE.id, member.id, coordinator.id] })] };

    expect([POLICE, member, coordinator].map(reader => receivesOnly(aDrawing({ reader }), both))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
