import { welcomeCard } from '../../src/cards/welcome';
import { type Role, ROLES } from '../../src/domain/people';
import { faultsIn, HARMLESS, CANARY, verbsIn, wordsIn } from './rules';
import { aDrawing, aPerson, at, day, inEachLanguage, personId } from './subjects';

const NEXT = { on: day('2026-12-01'), startsAt: at('2026-12-01T08:00:00Z') };

const welcomeTo = (roles: readonly Role[]) => aDrawing({ reader: aPerson({ roles }) });

describe('welcomeCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card for every role, in %s', (_, d) => {
    const cards = [[], ...ROLES.map(role => [role])].map(roles =>
      welcomeCard({ ...d, reader: aPerson({ roles }) }, { waiting: 1, nextMeeting: NEXT }),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it.each<[readonly Role[], readonly string[]]>([
    [['referrer'], ['start-referral', 'list-my-referrals', 'show-help']],
    [['coordinator'], ['open-inbox', 'open-agenda', 'show-help']],
    [['member'], ['open-agenda', 'list-my-actions', 'show-help']],
    [['admin'], ['open-access', 'show-help']],
    [['leader'], ['list-reviews', 'show-help']],
    [['steering'], ['open-gaps', 'show-help']],
    [['privacy-officer'], ['show-help']],
    [[], ['list-my-actions', 'show-help']],
    [
      ['referrer', 'coordinator', 'admin'],
      ['open-inbox', 'open-agenda', 'show-help'],
    ],
  ])('leads %j to what they come to do', (roles, verbs) => {
    expect(verbsIn(welcomeCard(welcomeTo(roles), {}))).toEqual(verbs);
  });

  it('leads someone removed nowhere', () => {
    const d = aDrawing({ reader: aPerson({ removedOn: day('2026-11-01') }) });

    expect(verbsIn(welcomeCard(d, {}))).toEqual(['show-help']);
  });

  it('tells the coordinator what waits, when the meeting is and who stands in', () => {
    const d = aDrawing({
      reader: aPerson({ roles: ['coordinator'], standIn: personId('stedfortreder') }),
      nameOf: () => CANARY,
    });

    const words = wordsIn(welcomeCard(d, { waiting: 5, nextMeeting: NEXT }));

    expect(words).toContain('Venter på deg: 5 saker');
    expect(words).toContain('Neste møte: tirsdag 1.\u00a0desember kl.\u00a009.00');
    expect(words).toContain(`Stedfortreder: ${HARMLESS}`);
  });

  it('leaves out what it does not know', () => {
    const words = wordsIn(welcomeCard(welcomeTo(['coordinator']), {}));

    expect(words).not.toMatch(/Venter på deg:|Neste møte|Stedfortreder/);
  });
});
