import { handOverDeclined, handOverRequest } from '../../src/cards/hand-over';
import { caseTasksCard, taskCard, tasksButton } from '../../src/cards/task';
import { newDateCard } from '../../src/cards/action';
import {
  cancelTaskForm,
  handOverForm,
  muteForm,
  newDateForm,
  reassignForm,
} from '../../src/cards/task-forms';
import { type Action, briefOf, type OpenAction } from '../../src/domain/action';
import { type Case } from '../../src/domain/case';
import { actionId, anAction, blocked, caseIn, done, member, nameOf, owner } from './group-subjects';
import { dataOf, faultsIn, inputIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, day, inEachLanguage } from './subjects';

const d = aDrawing({ reader: owner, nameOf });
const muted = { mutes: [{ by: owner.id, until: day('2026-12-04'), reason: 'other-first' }] } as const;
const asked = { proposed: member.id, proposedBy: owner.id } as const;
const inCase = (...actions: readonly Action[]): Case => ({
  ...caseIn('mapping'),
  actions: actions.map(briefOf),
});
const task = (over: Partial<OpenAction> = {}) => {
  const action = anAction(over);
  return { kase: inCase(action), action };
};
const people = [member, coordinator];
const LONG = 'Ring *utleier* (i dag) '.repeat(8);

describe('the cards of one task', () => {
  it.each(inEachLanguage({ reader: owner, nameOf }))('keep the rules of every card, in %s', (_, own) => {
    const led = { ...own, reader: coordinator };
    const full = { ...task({ ...muted, ...asked, reassigned: 'too-much' }), detail: LONG };
    const many = Array.from({ length: 20 }, (_, place) => anAction({ id: actionId(String(place)) }));

    const cards = [
      ...[own, led].flatMap(drawing => [taskCard(drawing, task()), taskCard(drawing, full)]),
      taskCard(led, task({ owner: coordinator.id })),
      taskCard(led, { kase: inCase(done), action: done }),
      taskCard(led, { kase: inCase(blocked), action: blocked }),
      caseTasksCard(led, { kase: inCase(), actions: [] }),
      caseTasksCard(led, { kase: inCase(), actions: many }),
      caseTasksCard(led, { kase: inCase(), actions: many, after: actionId('5') }),
      handOverForm(own, { ...task(), people }),
      handOverForm(own, { ...task(), people, owner: member.id, problem: 'owner-may-not-see' }),
      reassignForm(led, { ...task(), people }),
      reassignForm(led, { ...task(), people, owner: 'x', reason: 'mistake', problem: 'unknown-owner' }),
      newDateForm(own, { ...task(), due: '2150-01-01', reason: 'no-contact', problem: 'far-date' }),
      newDateCard(led, { ...task(), wrong: { due: '2150-01-01', problem: 'far-date' } }),
      cancelTaskForm(led, task()),
      muteForm(own, task()),
      muteForm(own, { ...task(), until: 'x', reason: 'y', wrong: 'date' }),
      handOverRequest(own, task()),
      handOverDeclined(own),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });
});

describe('taskCard', () => {
  it('lets its owner hand it over and mute it', () => {
    expect(verbsIn(taskCard(d, task()))).toEqual([
      ...['start-hand-over', 'start-mute-action', 'open-case', 'list-my-actions'],
    ]);
  });

  it('shows until when it is muted and why, and lets its owner turn it on again', () => {
    const card = taskCard(d, task(muted));

    expect(wordsIn(card)).toContain('Dempet til fredag 4.\u00a0desember: Noe annet må gjøres først');
    expect(verbsIn(card)).toEqual(['start-hand-over', 'mute-action', 'open-case', 'list-my-actions']);
    expect(dataOf(card, 'mute-action')).toMatchObject({ off: 'yes' });
  });

  it('says nothing of a mute that is over', () => {
    const over = muted.mutes.map(one => ({ ...one, until: day('2026-11-23') }));

    expect(verbsIn(taskCard(d, task({ mutes: over })))).toContain('start-mute-action');
  });

  it('lets each of its owner and who stands in turn off their own alone; the coordinator sees the owner’s', () => {
    const standingIn = task({ ...muted, standIn: member.id });
    const [other, coordinates] = [member, coordinator].map(reader => taskCard({ ...d, reader }, standingIn));

    expect(verbsIn(other ?? {})).toContain('start-mute-action');
    expect(wordsIn(other ?? {})).not.toContain('Dempet til');
    expect(wordsIn(coordinates ?? {})).toContain('Dempet til');
  });

  it('says why the coordinator gave it to its owner', () => {
    expect(wordsIn(taskCard(d, task({ reassigned: 'owner-left' })))).toContain(
      'Gitt videre: Den forrige ansvarlige har sluttet',
    );
  });

  it('lets the coordinator give it to somebody else, move its date and cancel it', () => {
    expect(verbsIn(taskCard({ ...d, reader: coordinator }, task()))).toEqual([
      ...['start-reassign-action', 'start-new-date', 'start-cancel-action', 'open-case'],
    ]);
  });

  it('shows who was asked to take it over, and its detail as it was typed', () => {
    const card = taskCard(d, { ...task(asked), detail: '*Ring*' });

    expect(wordsIn(card)).toContain(`${nameOf(member.id)} er spurt om å ta over.`);
    expect(wordsIn(card)).toContain('\\*Ring\\*');
  });

  it('offers nothing more with a task that is done', () => {
    expect(verbsIn(taskCard({ ...d, reader: coordinator }, { kase: inCase(done), action: done }))).toEqual([
      'open-case',
    ]);
  });
});

describe('caseTasksCard', () => {
  it('says which task is stuck, and no more of it', () => {
    const [open, stuck] = [anAction(), blocked].map(action =>
      wordsIn(caseTasksCard({ ...d, reader: coordinator }, { kase: inCase(), actions: [action] })),
    );

    expect(open).not.toContain('Står fast');
    expect(stuck).toContain('Står fast');
    expect(stuck).not.toContain('Bolig');
  });
});

describe('handOverRequest', () => {
  it('says the neutral title and the date, and no more', () => {
    const card = handOverRequest(d, { ...task({ due: day('2026-12-04') }) });

    expect(wordsIn(card)).toContain('Avklare bosituasjon, frist fredag 4.\u00a0desember');
    expect(verbsIn(card)).toEqual(['accept-hand-over', 'decline-hand-over']);
  });
});

describe('muteForm', () => {
  it('keeps what was typed, with what is wrong beside the field', () => {
    const card = muteForm(d, { ...task(), until: '2026-11-01', reason: 'other-first', wrong: 'date' });

    expect(inputIn(card, 'until')).toMatchObject({ value: '2026-11-01' });
    expect(inputIn(card, 'reason')).toMatchObject({ value: 'other-first' });
    expect(wordsIn(card)).toContain('høyst 60 dager frem');
  });
});

describe('tasksButton', () => {
  it.each([
    ['the coordinator', coordinator, 1],
    ['the owner of one', owner, 0],
    ['a member', member, 0],
  ])('for %s: %#', (_, reader, offered) => {
    const { kase } = task();

    expect(tasksButton({ ...d, reader }, { kase } as never)).toHaveLength(offered);
  });

  it('is for nobody when nothing is to be done', () => {
    expect(tasksButton({ ...d, reader: coordinator }, { kase: inCase(done) } as never)).toEqual([]);
  });
});
