import { answerSearch, type SearchAnswer } from '../../../src/teams/extensions/answer-search';
import { type Search } from '../../../src/teams/extensions/read-search';
import { aReference } from '../../builders/outbox';
import { caseCode } from '../../builders/ids';
import { verbsIn, wordsIn } from '../../cards/rules';
import { aHouse, putReferral, type Who } from '../../use-cases/asking';
import { aFront, words, wrongWith } from '../front';

const searchOf = (front: ReturnType<typeof aFront>, who: Who, over: Partial<Search> = {}): Search => ({
  ...front.pressOf(who, ''),
  reference: aReference(),
  typed: '',
  isFirstPage: true,
  ...over,
});

const titles = (answer: SearchAnswer): readonly string[] =>
  'says' in answer ? [answer.says] : answer.map(({ title }) => title);

describe('answerSearch', () => {
  it('gives each hit by its code, in the searcher’s words, as a card that anybody may read', async () => {
    const front = aFront();
    const { code } = putReferral(front.house);

    const answer = await answerSearch(front.deps, searchOf(front, 'author'));

    expect(titles(answer)).toEqual([`Sak ${code}`]);
    const [{ card } = { card: {} }] = 'says' in answer ? [] : answer;
    expect(wrongWith(card)).toEqual([]);
    expect(verbsIn(card)).toEqual(['open-by-code']);
    expect(wordsIn(card).replaceAll('\\', '').replaceAll(code, '')).not.toMatch(/\d/);
  });

  it('opens a dialog from the message, where there are dialogs', async () => {
    const front = aFront();
    putReferral(front.house);

    const answer = await answerSearch({ ...front.deps, dialogs: true }, searchOf(front, 'author'));

    expect(JSON.stringify(answer)).toContain('"msteams":{"type":"task/fetch"}');
    expect(JSON.stringify(answer)).not.toContain('Action.Execute');
  });

  it('T12 is the same to whoever was removed as to somebody nobody knows', async () => {
    const front = aFront();
    putReferral(front.house);
    const nobody = { tenantId: 'elsewhere', objectId: 'nobody' };

    const removed = await answerSearch(front.deps, searchOf(front, 'gone'));
    const unknown = await answerSearch(front.deps, searchOf(front, 'author', { identity: nobody }));

    expect(removed).toEqual(unknown);
    expect(titles(removed)[0]).toContain(words().refusal.unknown.title);
    expect(front.house.events()).toEqual([]);
  });

  it('is one look, however often Teams sends the same search again', async () => {
    const front = aFront();
    const search = searchOf(front, 'author', { typed: caseCode() });

    await answerSearch(front.deps, search);
    await answerSearch(front.deps, search);

    expect(front.house.events().map(({ operation }) => operation)).toEqual(['find-my-cases']);
  });

  it.each(['01818490301', 'Kari Nordmann', 'Оla', 'SU-1111-11111'])(
    'looks for nothing that cannot begin a code, and says so: %j',
    async typed => {
      const front = aFront();
      putReferral(front.house);

      const answer = await answerSearch(front.deps, searchOf(front, 'author', { typed }));

      expect(answer).toEqual({ says: words().extension.codesOnly });
      expect(front.house.events()).toEqual([]);
    },
  );

  it('looks for no further pages', async () => {
    const front = aFront();
    putReferral(front.house);

    const further = await answerSearch(front.deps, searchOf(front, 'author', { isFirstPage: false }));

    expect(further).toEqual([]);
    expect(front.house.events()).toEqual([]);
  });

  it('T10 tells a fault by an id that stands in the log, and nothing of what was typed', async () => {
    const house = aHouse();
    const broken = { ...house.cases, byAuthor: () => Promise.reject(new Error('Kanari')) };
    const front = aFront(house, { ...house, cases: broken });

    const answer = await answerSearch(front.deps, searchOf(front, 'author', { typed: 'SU-7K3' }));

    const [line] = front.logged;
    expect(line).toMatchObject({ event: 'turn-failed', fields: { verb: 'find-my-cases', fault: 'Error' } });
    expect(titles(answer)[0]).toContain(String(line?.fields['correlation']));
    expect(JSON.stringify([answer, front.logged])).not.toMatch(/Kanari|7K3/);
  });

  it('says that it took too long, when it did', async () => {
    const front = aFront();
    const late = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());

    const answer = await answerSearch(front.deps, searchOf(front, 'author'));

    late.mockRestore();
    expect(titles(answer)[0]).toContain(words().refusal.kinds['try-again'].title);
    expect(front.logged).toMatchObject([{ event: 'turn-too-late' }]);
  });
});
