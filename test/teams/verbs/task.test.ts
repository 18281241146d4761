import { briefOf, type OpenAction } from '../../../src/domain/action';
import { aCase, aConsent, anAction } from '../../builders/cases';
import { actionId, agencyId, caseId, day, personId } from '../../builders/ids';
import { dataOf, inputIn, verbsIn, wordsIn } from '../../cards/rules';
import { AUTHOR, aHouse, heldBy, type House, ORIGIN, OWNER, putTaskIn } from '../../use-cases/asking';
import { aFront, isRefusal, words } from '../front';

const KEY = { caseId: caseId(), actionId: anAction().id };
const MEMBER = personId('medlem-dps');
const aTask = (over: Partial<OpenAction> = {}, kase: object = {}): House => {
  const house = aHouse();
  const grants = [{ group: 'C' as const, from: ORIGIN, to: agencyId('kronstad-dps') }];
  const of = aCase({
    state: 'mapping',
    holdings: heldBy(ORIGIN),
    consent: aConsent({ grants }),
    ...kase,
  } as never);
  putTaskIn(house, { kase: of, action: anAction({ detailIn: 'C', ...over }) }, { detail: 'Ring utleier' });
  return house;
};
const done = { ...KEY, row: 1, 'outcome-1': 'partly' };
const taskIn = ({ inside }: House) => inside.actions.get(`${KEY.caseId}/${KEY.actionId}`)?.action;

describe('complete-action', () => {
  it('answers a press in the digest with what became of it, and one in the list with the list', async () => {
    const [digest, list] = [aFront(aTask()), aFront(aTask())];

    const inDigest = await digest.press('owner', 'complete-action', { ...done, list: 'digest' });
    const inList = await list.press('owner', 'complete-action', done);

    expect(wordsIn(inDigest)).toContain(words().action.answered.done);
    expect(verbsIn(inDigest)).toEqual(['list-my-actions']);
    expect(wordsIn(inList)).toContain(words().action.noneOpen);
  });
});

describe('ask-new-date', () => {
  it.each([
    ['clarify-living', 'asked'],
    ['follow-up-incident', 'moved'],
  ] as const)('in a digest, of %s, is answered: %s', async (title, answer) => {
    const front = aFront(aTask({ title }));
    const asking = { ...KEY, row: 1, 'due-1': '2026-12-18', 'reason-1': 'no-contact', list: 'digest' };

    const card = await front.press('owner', 'ask-new-date', asking);

    expect(wordsIn(card)).toContain(words().action.answered[answer]);
    expect(wordsIn(card)).toContain(words().action.titles[title]);
  });
});

describe('open-action', () => {
  it('shows the detail to its owner', async () => {
    const card = await aFront(aTask()).press('owner', 'open-action', KEY);

    expect(wordsIn(card)).toContain('Ring utleier');
  });

  it('is as if there were none to somebody who has nothing to do with it', async () => {
    const card = await aFront(aTask()).press('admin', 'open-action', KEY);

    expect(isRefusal(card, 'not-available')).toBe(true);
  });
});

describe('list-case-actions', () => {
  it('lists them to the coordinator, and is not available to anybody else', async () => {
    const front = aFront(aTask({ owner: MEMBER }));

    const coordinator = await front.press('coordinator', 'list-case-actions', { caseId: caseId() });
    const author = await front.press('author', 'list-case-actions', { caseId: caseId() });

    expect(verbsIn(coordinator)).toContain('open-action');
    expect(isRefusal(author, 'not-available')).toBe(true);
  });

  it('reaches every task, twelve at a time', async () => {
    const house = aHouse();
    const due = (place: number) => day(`2026-12-${String(place + 10)}`);
    const tasks = Array.from({ length: 20 }, (_, place) =>
      anAction({ id: actionId(`task ${String(place)}`), due: due(place) }),
    );
    house.putCase(aCase({ state: 'mapping', actions: tasks.map(briefOf) } as never));
    tasks.forEach(task => house.putTask(task));
    const front = aFront(house);

    const first = await front.press('coordinator', 'list-case-actions', { caseId: caseId() });
    const more = dataOf(first, 'list-case-actions');
    const second = await front.press('coordinator', 'list-case-actions', more);

    const opened = [first, second].map(card => verbsIn(card).filter(verb => verb === 'open-action').length);
    expect(opened).toEqual([12, 8]);
    expect(more).toMatchObject({ caseId: caseId(), after: tasks[11]?.id });
    expect(dataOf(second, 'list-case-actions')).not.toHaveProperty('after');
    expect(wordsIn(second)).toContain(words().task.range(13, 20, 20));
  });
});

describe('handing over', () => {
  it('gives the form back with the choice and what is wrong with it', async () => {
    const front = aFront(aTask({}, { consent: aConsent({ grants: [] }) }));

    const again = await front.press('owner', 'propose-hand-over', { ...KEY, owner: MEMBER });

    expect(wordsIn(again)).toContain(words().task.problems['owner-may-not-see']);
    expect(inputIn(again, 'owner')).toMatchObject({ value: MEMBER });
  });

  it('goes from the owner to whoever accepts, who then finds it among their own', async () => {
    const house = aTask();
    const front = aFront(house);

    const asked = await front.press('owner', 'propose-hand-over', { ...KEY, owner: MEMBER });
    const request = await front.press('member', 'open-hand-over', KEY);
    const accepted = await front.press('member', 'accept-hand-over', KEY);

    expect(wordsIn(asked)).toContain(words().done['hand-over-proposed']);
    expect(wordsIn(request)).toContain(words().action.titles['clarify-living']);
    expect(wordsIn(request)).not.toContain('Ring utleier');
    expect(wordsIn(accepted)).toContain(words().action.titles['clarify-living']);
    expect(taskIn(house)?.owner).toBe(MEMBER);
  });

  it('thanks whoever declines, and shows nothing of the case', async () => {
    const house = aTask({ proposed: AUTHOR, proposedBy: OWNER });

    const card = await aFront(house).press('author', 'decline-hand-over', KEY);

    expect(wordsIn(card)).toContain(words().task.request.answered);
    expect(verbsIn(card)).toEqual(['close-view']);
  });

  it('is not available to anybody who was not asked', async () => {
    const card = await aFront(aTask({ proposed: AUTHOR })).press('member', 'open-hand-over', KEY);

    expect(isRefusal(card, 'not-available')).toBe(true);
  });
});

describe('reassign-action', () => {
  it('tells the coordinator that both are told, or what is wrong with the choice', async () => {
    const front = aFront(aTask());

    const why = { ...KEY, reason: 'too-much' };
    const wrong = await front.press('coordinator', 'reassign-action', { ...why, owner: OWNER });
    const right = await front.press('coordinator', 'reassign-action', { ...why, owner: MEMBER });

    expect(wordsIn(wrong)).toContain(words().task.problems['unknown-owner']);
    expect(inputIn(wrong, 'reason')).toMatchObject({ value: 'too-much' });
    expect(wordsIn(right)).toContain(words().done['action-reassigned']);
  });
});

describe('a new date', () => {
  const far = '2150-01-01';
  const problem = words().action.problems['far-date'];

  it('gives its owner the date and the reason back when it is too far ahead', async () => {
    const front = aFront(aTask());
    const data = { ...KEY, row: 2, 'due-2': far, 'reason-2': 'person-wishes' };

    const card = await front.press('owner', 'ask-new-date', data);
    const saved = await front.press('owner', 'ask-new-date', {
      ...{ ...KEY, due: '2026-12-18', reason: 'person-wishes' },
    });

    expect(inputIn(card, 'due')).toMatchObject({ value: far, errorMessage: words().action.futureDate });
    expect(inputIn(card, 'reason')).toMatchObject({ value: 'person-wishes' });
    expect(wordsIn(card)).toContain(problem);
    expect(wordsIn(card)).not.toContain('Ring utleier');
    expect(wordsIn(saved)).toContain('Du har bedt om ny frist');
  });

  it('gives the coordinator the date back when it is too far ahead', async () => {
    const card = await aFront(aTask()).press('coordinator', 'grant-new-date', { ...KEY, due: far });

    expect(inputIn(card, 'due')).toMatchObject({ value: far });
    expect(wordsIn(card)).toContain(problem);
  });
});

describe('mute-action', () => {
  const mute = { ...KEY, until: '2026-12-14', reason: 'other-first' };

  it('answers with the list, where it is marked', async () => {
    const card = await aFront(aTask()).press('owner', 'mute-action', mute);

    expect(wordsIn(card)).toContain('Dempet til');
  });

  it.each([
    ['no day', { ...mute, until: 'i morgen' }, 'reason', 'other-first'],
    ['a day that has been', { ...mute, until: '2026-12-01' }, 'until', '2026-12-01'],
    ['no reason', { ...mute, reason: '' }, 'until', '2026-12-14'],
  ])('gives the form back with what was typed when there is %s', async (...row) => {
    const [, data, field, value] = row;
    const house = aTask();

    const card = await aFront(house).press('owner', 'mute-action', data);

    expect(wordsIn(card)).toContain(words().task.muteForm.title);
    expect(inputIn(card, field)).toMatchObject({ value });
    expect(taskIn(house)).not.toHaveProperty('mutes');
  });

  it('is turned off again by its button', async () => {
    const house = aTask({ mutes: [{ by: OWNER, until: day('2026-12-14'), reason: 'other-first' }] });

    await aFront(house).press('owner', 'mute-action', { ...KEY, off: 'yes' });

    expect(taskIn(house)).not.toHaveProperty('mutes');
  });
});
