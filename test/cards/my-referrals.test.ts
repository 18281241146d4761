import { myReferralsCard } from '../../src/cards/my-referrals';
import { dataOf, faultsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aCase, aDrawing, aPerson, at, caseId, casesInEachState, day, inEachLanguage } from './subjects';

const none = { cases: [], drafts: [], more: false };
const draft = { id: caseId('b'), savedAt: at('2026-11-20T09:00:00Z') };
const rowsIn = (card: Parameters<typeof nodesIn>[0]): readonly unknown[] =>
  nodesIn(card).flatMap(({ selectAction }) =>
    typeof selectAction === 'object' && selectAction !== null && 'title' in selectAction
      ? [selectAction.title]
      : [],
  );

describe('myReferralsCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, d) => {
    const cases = casesInEachState();

    const cards = [
      myReferralsCard(d, none),
      myReferralsCard(d, { cases: cases.slice(0, 7), drafts: [draft], more: true }),
      myReferralsCard(d, { cases: cases.slice(7), drafts: [], more: false }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says of every state what it is and what happens next', () => {
    const d = aDrawing({ today: day('2026-11-20') });
    const next = casesInEachState({ informed: 'today' })
      .flatMap(kase => rowsIn(myReferralsCard(d, { ...none, cases: [kase] })))
      .map(row => String(row).replace(`${aCase().code} `, ''));

    expect(next).toEqual([
      'Innmeldt Koordinator ser over innmeldingen. 8 dager',
      'Mangler opplysninger Koordinator venter på opplysninger fra deg. Svar innen fredag 27.\u00a0november. Svar nå',
      'Klar for ressursgruppen Ressursgruppen tar stilling i neste møte. 8 dager',
      'Utsatt Koordinator setter saken på en ny saksliste. Årsak: avventer tjeneste. 8 dager',
      'Ikke tatt inn Ressursgruppen har tatt stilling. Årsak: dekkes av eksisterende tilbud.',
      'Tatt inn, venter på samtykke Personen blir spurt om samtykke. 8 dager',
      'Takket nei Personen har sagt nei, og trenger ikke si hvorfor. Kan spørres igjen etter mandag 1.\u00a0februar 2027.',
      'Kartlegging Situasjonen kartlegges sammen med personen. 8 dager',
      'Aktiv Oppgavene følges opp. 8 dager',
      'Samtykke utløpt Personen blir spurt om nytt samtykke. 8 dager',
      'Trukket seg Personen har trukket seg. Ingenting deles lenger.',
      'Avsluttet Arbeidet er avsluttet. Årsak: flyttet.',
      'Innmelding trukket Du trakk innmeldingen. Du kan melde inn på nytt.',
    ]);
  });

  it('puts drafts first, then what waits for the reader', () => {
    const [submitted, needsInfo] = casesInEachState({ informed: 'today' });
    const cases = [submitted, needsInfo].flatMap(kase => kase ?? []);

    const card = myReferralsCard(aDrawing(), { cases, drafts: [draft], more: false });

    expect(rowsIn(card).map(row => String(row).split(' ')[0])).toEqual([
      'Utkast',
      aCase().code,
      aCase().code,
    ]);
    expect(rowsIn(card)[1]).toContain('Mangler opplysninger');
    expect(wordsIn(card)).toContain('2 saker og 1 utkast');
  });

  it('asks on day 14 whether the person knows, and not before', () => {
    const mine = { ...none, cases: [aCase({ submittedAt: at('2026-11-09T09:00:00Z') })] };

    const before = wordsIn(myReferralsCard(aDrawing({ today: day('2026-11-22') }), mine));
    const then = wordsIn(myReferralsCard(aDrawing({ today: day('2026-11-23') }), mine));

    expect(before).not.toContain('Svar nå');
    expect(then).toContain('Vet personen om innmeldingen?');
    expect(then).toContain('Svar nå');
  });

  it('opens a case by its id and a draft by its own', () => {
    const card = myReferralsCard(aDrawing(), { cases: [aCase()], drafts: [draft], more: false });

    expect(dataOf(card, 'open-case')).toEqual({ caseId: aCase().id, nonce: 'nonce' });
    expect(dataOf(card, 'edit-draft')).toEqual({ draftId: draft.id, nonce: 'nonce' });
  });

  it('shows ten rows, and says how to reach the rest', () => {
    const cases = Array.from({ length: 11 }, () => aCase());

    const card = myReferralsCard(aDrawing(), { ...none, cases });

    expect(rowsIn(card)).toHaveLength(10);
    expect(wordsIn(card)).toContain('Du ser de nyeste.');
    expect(wordsIn(myReferralsCard(aDrawing(), { ...none, more: true }))).toContain('Du ser de nyeste.');
    expect(wordsIn(myReferralsCard(aDrawing(), none))).not.toContain('Du ser de nyeste.');
  });

  it('invites someone with none to refer, if they may', () => {
    const who = aDrawing({ reader: aPerson({ roles: ['member'] }) });

    expect(wordsIn(myReferralsCard(aDrawing(), none))).toContain('Du har ingen innmeldinger ennå');
    expect(verbsIn(myReferralsCard(aDrawing(), none))).toEqual(['start-referral']);
    expect(verbsIn(myReferralsCard(who, none))).toEqual([]);
  });
});
