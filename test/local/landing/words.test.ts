import { introduce, momentInWords } from '../../../src/local/landing/words';
import { HELSE, INNMELDER, KOORDINATOR, PEOPLE } from '../windows/people';

describe('introduce', () => {
  it.each([
    [INNMELDER, 'Innmelder · kommunen', 'meld inn'],
    [KOORDINATOR, 'Koordinator · kommunen', 'innboks'],
    [HELSE, 'Medlem av ressursgruppen · helseforetaket', 'Åpne sak'],
  ])('says what $name is, and what to try', (person, who, word) => {
    const introduction = introduce(person);

    expect(introduction.who).toBe(who);
    expect(introduction.tries.join(' ')).toContain(`«${word}»`);
  });

  it.each([{ roles: [] }, { roles: ['ukjent'] }])(
    'takes someone with $roles as an owner of tasks',
    ({ roles }) => {
      expect(introduce({ ...HELSE, roles }).tries.join(' ')).toContain('«mine oppgaver»');
    },
  );

  it('gives everyone with a window two to four things to try', () => {
    const counts = PEOPLE.map(person => introduce(person).tries.length);

    expect(counts.every(count => count >= 2 && count <= 4)).toBe(true);
  });
});

describe('momentInWords', () => {
  it('writes date and time as Norwegians do, in Oslo', () => {
    expect(momentInWords(new Date('2026-12-04T08:05:00Z'))).toBe('Fredag 4. desember 2026 kl.\u00a009.05');
  });
});
