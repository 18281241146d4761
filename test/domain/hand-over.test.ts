import { decline, giveTo, propose, reassign } from '../../src/domain/hand-over';
import { WRONG_STATE } from '../../src/domain/refusal';
import { err } from '../../src/result';
import { anAction, doneAction } from '../builders/cases';
import { personId } from '../builders/ids';
import { aPerson } from '../builders/people';

const OWNER = personId('ansvarlig');
const OTHER = personId('kollega');
const task = anAction({ owner: OWNER });
const WRONG = err(WRONG_STATE);

describe('propose', () => {
  it.each([
    ['a task that is done', doneAction({ owner: OWNER }), { to: OTHER, by: OWNER }],
    ['its owner', task, { to: OWNER, by: OTHER }],
    ['whoever proposes', task, { to: OTHER, by: OTHER }],
  ])('is refused for %s', (_, action, proposal) => {
    expect(propose(action, proposal)).toEqual(WRONG);
  });

  it('takes the place of an earlier one', () => {
    const earlier = { ...task, proposed: personId('en-annen'), proposedBy: OWNER };

    expect(propose(earlier, { to: OTHER, by: OWNER })).toMatchObject({
      value: { proposed: OTHER, owner: OWNER },
    });
  });
});

describe('decline', () => {
  it('leaves the task as it was before it was asked about', () => {
    expect(decline({ ...task, proposed: OTHER, proposedBy: OWNER })).toEqual({ ok: true, value: task });
  });

  it('is refused where nobody was asked, and when the task is over', () => {
    expect([decline(task), decline(doneAction())]).toEqual([WRONG, WRONG]);
  });
});

describe('giveTo', () => {
  it('gives no task that is over, neither for a reason', () => {
    const to = aPerson({ id: OTHER });

    expect([giveTo(doneAction(), to), reassign('owner-left')(doneAction(), to)]).toEqual([WRONG, WRONG]);
  });

  it('ends what the one before had asked for, and their stand-in with it', () => {
    const { standIn: _, ...to } = aPerson({ id: OTHER });
    const before = { ...task, standIn: personId('vikar'), proposed: OTHER, proposedBy: OWNER };

    const given = giveTo(before, to);

    expect(given).toEqual({ ok: true, value: { ...task, owner: OTHER, agency: to.agency } });
  });
});
