import {
  kindOf,
  type Action,
  askNewDate,
  block,
  briefOf,
  cancel,
  complete,
  EARLY_TITLES,
  grantNewDate,
  isPending,
  titlesFor,
  withAction,
} from '../../src/domain/action';
import { ACTION_TITLES } from '../../src/domain/action-brief';
import { WRONG_STATE } from '../../src/domain/refusal';
import { aCase, anAction, doneAction } from '../builders/cases';
import { inEveryState } from '../builders/every-state';
import { actionId, day, decisionId, NOON, personId } from '../builders/ids';

const ASKED = { due: day('2027-01-15'), reason: 'no-contact', at: NOON } as const;
const open = anAction();
const blocked: Action = { ...anAction(), state: 'blocked', gap: 'housing' };
const cancelled: Action = { ...anAction(), state: 'cancelled' };
const PENDING: readonly (readonly [string, Action])[] = [
  ['open', open],
  ['blocked', blocked],
  ['open with a new date asked for', { ...open, asked: ASKED }],
  ['blocked with a new date asked for', { ...blocked, asked: ASKED }],
];
const SETTLED: readonly (readonly [string, Action])[] = [
  ['done', doneAction()],
  ['cancelled', cancelled],
];
const WRONG = { ok: false, error: WRONG_STATE };

describe('kindOf', () => {
  it('is a new measure only with the decision that recommends it', () => {
    expect(kindOf(anAction())).toBe('existing-service');
    expect(kindOf(anAction({ recommendedBy: decisionId() }))).toBe('new-measure');
  });
});

describe('isPending', () => {
  it('is what somebody still has to do', () => {
    expect(PENDING.map(([, action]) => isPending(action))).toEqual([true, true, true, true]);
    expect(SETTLED.map(([, action]) => isPending(action))).toEqual([false, false]);
  });
});

describe('complete', () => {
  it.each(PENDING)('settles a task that is %s, and forgets what it waited for', (_, action) => {
    expect(complete(action, { outcome: 'partly' }, NOON)).toEqual({
      ok: true,
      value: { ...anAction(), state: 'done', outcome: 'partly', doneAt: NOON },
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(complete(action, { outcome: 'partly' }, NOON)).toEqual(WRONG);
  });
});

describe('askNewDate', () => {
  it.each(PENDING)('leaves the old date standing on a task that is %s', (_, action) => {
    expect(askNewDate(action, ASKED)).toEqual({ ok: true, value: { ...action, asked: ASKED } });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(askNewDate(action, ASKED)).toEqual(WRONG);
  });
});

describe('block', () => {
  it.each(PENDING)('names the gap that stops a task that is %s, and keeps what was asked', (_, action) => {
    expect(block(action, 'capacity')).toEqual({
      ok: true,
      value: { ...action, state: 'blocked', gap: 'capacity' },
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(block(action, 'capacity')).toEqual(WRONG);
  });
});

describe('grantNewDate', () => {
  it.each(PENDING)('opens a task that is %s again, with the new date and nothing asked', (_, action) => {
    expect(grantNewDate(action, day('2027-01-20'))).toEqual({
      ok: true,
      value: anAction({ due: day('2027-01-20') }),
    });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(grantNewDate(action, day('2027-01-20'))).toEqual(WRONG);
  });
});

describe('cancel', () => {
  it.each(PENDING)('stops a task that is %s', (_, action) => {
    expect(cancel(action)).toEqual({ ok: true, value: cancelled });
  });

  it.each(SETTLED)('refuses one that is %s', (_, action) => {
    expect(cancel(action)).toEqual(WRONG);
  });
});

describe('titlesFor', () => {
  it('is the four neutral beginnings until there is a consent to work on', () => {
    const titles = inEveryState().map(kase => [kase.state, titlesFor(kase).length] as const);

    const all = titles.filter(([, count]) => count === ACTION_TITLES.length - 1).map(([state]) => state);
    expect(all).toEqual(['mapping', 'active']);
    expect(titlesFor(aCase())).toEqual([
      'follow-up-consent',
      'settle-responsible',
      'arrange-meeting',
      'gather-information',
    ]);
    expect(ACTION_TITLES).toEqual(expect.arrayContaining([...EARLY_TITLES]));
  });

  it('never offers the one that follows up an incident: it comes with the incident', () => {
    expect(inEveryState().flatMap(titlesFor)).not.toContain('follow-up-incident');
  });
});

describe('briefOf', () => {
  it('keeps process and nothing else', () => {
    const action = anAction({ standIn: personId('vikar'), detailIn: 'C', asked: ASKED });

    expect(briefOf(action)).toEqual({
      id: action.id,
      title: 'clarify-living',
      owner: 'ansvarlig',
      standIn: 'vikar',
      due: '2026-12-11',
      state: 'open',
      newDateAsked: true,
    });
    expect(briefOf(anAction())).not.toHaveProperty('standIn');
    expect(briefOf(anAction()).newDateAsked).toBe(false);
  });
});

describe('withAction', () => {
  it('adds a new task last, and changes a known one where it stands', () => {
    const [one, other] = [anAction({ id: actionId('one') }), anAction({ id: actionId('other') })];

    const both = withAction(withAction(aCase(), one), other);
    const changed = withAction(both, doneAction({ id: one.id }));

    expect(both.actions.map(({ id, state }) => [id, state])).toEqual([
      [one.id, 'open'],
      [other.id, 'open'],
    ]);
    expect(changed.actions.map(({ id, state }) => [id, state])).toEqual([
      [one.id, 'done'],
      [other.id, 'open'],
    ]);
    expect(changed.state).toBe('submitted');
  });
});
