import { inboxCard } from '../../src/cards/inbox';
import { type InboxEntry, NEXT_STEPS } from '../../src/domain/inbox';
import { outboxId } from '../builders/ids';
import { type OutboxId } from '../../src/domain/ids';
import { actionId, codeOf, meetingId, nameOf, owner } from './group-subjects';
import { type Card } from '../../src/cards/template';
import { dataOf, faultsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, caseId, coordinator, day, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const anEntry = (more: Partial<InboxEntry> = {}): InboxEntry => ({
  step: 'check-referral',
  since: at('2026-11-12T09:00:00Z'),
  caseId: caseId('1'),
  code: codeOf(1),
  state: 'submitted',
  urgent: false,
  ...more,
});
const inbox = (entries: readonly InboxEntry[]) => ({ entries, nextMeeting: day('2026-12-01'), onAgenda: 1 });

describe('inboxCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const every = NEXT_STEPS.map(step => anEntry({ step, person: owner.id }));
    const bare: InboxEntry = { step: 'install-app', since: at('2026-11-12T09:00:00Z'), urgent: false };

    const cards = [[], every, [bare], [...every, ...every]].map(entries =>
      inboxCard(drawing, inbox(entries)),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says when the next meeting is when nothing waits', () => {
    const words = wordsIn(inboxCard(d, inbox([])));

    expect(words).toContain('Ingenting venter på deg');
    expect(words).toContain('Neste møte er tirsdag 1.\u00a0desember. Sakslisten har 1 sak.');
  });

  it('says how long a consent holds, and when one ran out, and leads to it', () => {
    const entry = anEntry({ step: 'renew-consent', state: 'active', until: day('2026-12-19') });
    const over = anEntry({ step: 'ask-consent-anew', state: 'consent-expired', until: day('2026-11-20') });

    const card = inboxCard(d, inbox([entry, over]));

    expect(wordsIn(card)).toContain('Samtykket utløper om 26 dager');
    expect(wordsIn(card)).toContain('Snakk med personen før lørdag 19. desember. Uten fornyelse stopper');
    expect(wordsIn(card)).toContain('Gjaldt til fredag 20. november. Ingenting deles.');
    expect(new Set(verbsIn(card))).toEqual(new Set(['open-consent', 'open-agenda', 'list-erasures']));
  });

  it('leads to an agenda that is to be published, and says for which meeting', () => {
    const since = at('2026-11-19T11:00:00Z');
    const card = inboxCard(
      d,
      inbox([{ step: 'publish-agenda', since, on: day('2026-12-01'), urgent: false }]),
    );

    expect(wordsIn(card)).toContain('Publiser sakslisten\n');
    expect(wordsIn(card)).toContain('Møtet er tirsdag 1.\u00a0desember');
    expect(dataOf(card, 'open-agenda')).toEqual({ nonce: 'nonce' });
  });

  it('leads to a case whose pause is over', () => {
    const card = inboxCard(d, inbox([anEntry({ step: 'pause-is-over', on: day('2026-11-20') })]));

    expect(wordsIn(card)).toContain('Var på pause til fredag 20.\u00a0november');
    expect(dataOf(card, 'open-case')).toEqual({ caseId: caseId('1'), nonce: 'nonce' });
  });

  it('opens the oldest, and each case by its row', () => {
    const card = inboxCard(d, inbox([anEntry(), anEntry({ caseId: caseId('2') })]));

    expect(verbsIn(card)).toEqual(['open-case', 'open-case', 'open-case', 'open-agenda', 'list-erasures']);
    expect(dataOf(card, 'open-case')).toEqual({ caseId: caseId('1'), nonce: 'nonce' });
  });

  it('offers to send each dead letter again, by its id and nothing else', () => {
    const of = (entryId: OutboxId, more: Partial<InboxEntry>) =>
      anEntry({ step: 'read-dead-letter', entryId, urgent: true, ...more });
    const { caseId: _, code: __, ...bare } = of(outboxId('digest'), { person: owner.id });

    const card = inboxCard(d, inbox([of(outboxId('notice'), { person: owner.id }), bare]));

    expect(verbsIn(card).filter(verb => verb === 'retry-message')).toHaveLength(2);
    expect(dataOf(card, 'retry-message')).toEqual({ entryId: outboxId('notice'), nonce: 'nonce' });
    expect(wordsIn(card)).toContain('Til Ansvarlig, MO-senter\nTrykk for å sende på nytt');
    expect(wordsIn(card)).not.toContain('Hastesak');
    expect(verbsIn(card).slice(2)).toEqual(['open-agenda', 'list-erasures']);
    expect(faultsIn(card)).toEqual([]);
  });

  it('keeps the rules with a page of dead letters', () => {
    const letters = Array.from({ length: 12 }, (_, n) =>
      anEntry({ step: 'read-dead-letter', entryId: outboxId(String(n)), person: owner.id, urgent: true }),
    );

    const card = inboxCard(d, inbox(letters));

    expect(verbsIn(card).filter(verb => verb === 'retry-message')).toHaveLength(10);
    expect(faultsIn(card)).toEqual([]);
  });

  it('leads from a task whose owner is gone to giving it to somebody else, and says who', () => {
    const entry = anEntry({ step: 'owner-gone', actionId: actionId('1'), person: owner.id });
    const card = inboxCard({ ...d, nameOf: () => 'Ansvarlig, MO-senter' }, inbox([entry]));

    expect(dataOf(card, 'start-reassign-action')).toMatchObject({ actionId: actionId('1') });
    expect(wordsIn(card)).toContain('Ansvarlig, MO-senter kan ikke gjøre oppgaven');
    expect(faultsIn(card)).toEqual([]);
  });

  it('leads from a wish for a new date to its answer', () => {
    const card = inboxCard(d, inbox([anEntry({ step: 'grant-new-date', actionId: actionId('1') })]));

    expect(dataOf(card, 'start-new-date')).toEqual({
      caseId: caseId('1'),
      actionId: actionId('1'),
      nonce: 'nonce',
    });
  });

  it('says who must install the app, and opens nothing where there is no case', () => {
    const card = inboxCard(
      d,
      inbox([{ step: 'install-app', since: at('2026-11-20T09:00:00Z'), person: owner.id, urgent: false }]),
    );

    expect(wordsIn(card)).toContain('Ansvarlig, MO-senter må installere Sent ute i Teams');
    expect(verbsIn(card)).toEqual(['open-agenda', 'list-erasures']);
  });

  it('shows ten of many, and says so', () => {
    const card = inboxCard(d, inbox(Array.from({ length: 12 }, () => anEntry())));

    expect(verbsIn(card).filter(verb => verb === 'open-case')).toHaveLength(11);
    expect(wordsIn(card)).toContain('De 10 eldste av 12, eldst først');
  });

  describe('of more than ten', () => {
    const many = Array.from({ length: 23 }, (_, n) =>
      anEntry({ caseId: caseId(String(n)), code: codeOf(n) }),
    );
    const after = (card: Card): string => {
      const { after: key } = nodesIn(card).find(({ title }) => title === d.t.inbox.next)?.['data'] as {
        readonly after: string;
      };
      return key;
    };
    const codesIn = (card: Card) =>
      many.flatMap(({ code }) => (wordsIn(card).includes(`${code ?? ''} ·`) ? [code] : []));

    it('leads to the rest, ten at a time, and leaves none out', () => {
      const first = inboxCard(d, inbox(many));
      const second = inboxCard(d, { ...inbox(many), after: after(first) });
      const third = inboxCard(d, { ...inbox(many), after: after(second) });

      expect([first, second, third].flatMap(codesIn)).toEqual(many.map(({ code }) => code));
      expect(wordsIn(second)).toContain('Viser 11 til 20 av 23, eldst først');
      expect(wordsIn(third)).not.toContain('Vis flere');
      expect(verbsIn(third)).toContain('open-inbox');
    });

    it('goes on after the same entry when older ones are dealt with meanwhile', () => {
      const key = after(inboxCard(d, inbox(many)));

      const card = inboxCard(d, { ...inbox(many.slice(4)), after: key });

      expect(codesIn(card)).toEqual(many.slice(10, 20).map(({ code }) => code));
    });

    it('begins again when the one it came after is dealt with, so that nothing is passed over', () => {
      const key = after(inboxCard(d, inbox(many)));

      const card = inboxCard(d, { ...inbox(many.filter((_, n) => n !== 9)), after: key });

      expect(codesIn(card)).toEqual([...many.slice(0, 9), ...many.slice(10, 11)].map(({ code }) => code));
    });

    it('tells apart what is told of one person many times', () => {
      const letters = Array.from({ length: 23 }, () =>
        anEntry({ step: 'read-dead-letter', person: owner.id }),
      );

      const second = inboxCard(d, { ...inbox(letters), after: after(inboxCard(d, inbox(letters))) });

      expect(wordsIn(second)).toContain('Viser 11 til 20 av 23');
    });

    it.each(inEachLanguage({ reader: coordinator }))('keeps the rules on every page, in %s', (_, drawing) => {
      const every = NEXT_STEPS.map((step, n) =>
        anEntry({ step, caseId: caseId(String(n)), until: day('2026-12-19') }),
      );
      const first = inboxCard(drawing, inbox(every));
      const key = nodesIn(first).find(({ title }) => title === drawing.t.inbox.next)?.['data'] as {
        after: string;
      };

      expect([first, inboxCard(drawing, { ...inbox(every), after: key.after })].flatMap(faultsIn)).toEqual(
        [],
      );
    });
  });

  it('tells of the limit a case has passed', () => {
    expect(wordsIn(inboxCard(d, inbox([anEntry({ step: 'raise-consent-again', urgent: true })])))).toContain(
      'Over grensen på 28 dager',
    );
  });

  it('leads to the archive of a case, and of the minutes of a meeting', () => {
    const card = inboxCard(
      d,
      inbox([
        anEntry({ step: 'archive-case' }),
        { step: 'archive-meeting', since: anEntry().since, meetingId, on: day('2026-12-01'), urgent: false },
      ]),
    );

    expect(dataOf(card, 'start-archive')).toEqual({ caseId: caseId('1'), nonce: 'nonce' });
    expect(dataOf(card, 'start-meeting-archive')).toEqual({ meetingId, nonce: 'nonce' });
    expect(wordsIn(card).replaceAll('\u00a0', ' ')).toContain('Møtet tirsdag 1. desember');
  });
});
