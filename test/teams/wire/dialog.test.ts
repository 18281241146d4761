import { type TurnContext } from 'botbuilder';
import {
  actionsIn,
  closeDialog,
  inDialog,
  isInDialog,
  openingDialog,
  respondWithDialog,
  respondWithDialogText,
  titleIn,
} from '../../../src/teams/wire/dialog';

const EXECUTE = { type: 'Action.Execute', title: 'Åpne sak', verb: 'open-case', data: { caseId: 'c' } };
const SUBMIT = { type: 'Action.Submit', title: 'Åpne sak', data: { caseId: 'c', verb: 'open-case' } };
const INPUT = { type: 'Input.Text', id: 'words', label: 'Ord', value: '{"type":"Action.Execute"}' };

/** What was sent as the answer to the invoke, in a turn that does nothing else. */
const aTurn = () => {
  const sent: unknown[] = [];
  const context = {
    sendActivity: (activity: unknown) => {
      sent.push(activity);
      return Promise.resolve(undefined);
    },
  } as unknown as TurnContext;
  return { sent, context };
};

describe('inDialog', () => {
  it('submits where the card presses: in rows, folds and cards that unfold too', () => {
    const holding = (action: object) => ({
      type: 'AdaptiveCard',
      body: [
        INPUT,
        { type: 'Container', isVisible: false, selectAction: action },
        { type: 'ColumnSet', columns: [{ items: [{ type: 'ActionSet', actions: [action] }] }] },
      ],
      actions: [action, { type: 'Action.ShowCard', card: { body: [INPUT], actions: [action] } }],
    });

    const shown = inDialog(holding(EXECUTE));

    expect(shown).toEqual(holding(SUBMIT));
  });

  it.each([
    [
      'how a button looks',
      { style: 'positive', mode: 'secondary', associatedInputs: 'none', tooltip: 'Sak 1' },
    ],
    ['a link', { type: 'Action.OpenUrl', url: 'https://sent-ute.example' }],
    ['a fold', { type: 'Action.ToggleVisibility', targetElements: ['a'] }],
  ])('leaves %s as it is', (_name, more) => {
    const { actions } = inDialog({ actions: [{ ...EXECUTE, ...more }] });

    expect(actions).toEqual([expect.objectContaining(more)]);
  });

  it('T02 lets nothing a button carries stand for its verb', () => {
    const shown = inDialog({ actions: [{ ...EXECUTE, data: { verb: 'remove-person' } }] });

    expect(shown).toEqual({ actions: [{ ...SUBMIT, data: { verb: 'open-case' } }] });
  });

  it('does not take what a button carries for a button', () => {
    const carried = { again: { type: 'Action.Execute', verb: 'x' } };

    const shown = inDialog({ actions: [{ ...EXECUTE, data: carried }] });

    expect(shown).toEqual({ actions: [{ ...SUBMIT, data: { ...carried, verb: 'open-case' } }] });
  });

  it('T08 takes what would be asked for again on behalf of others off the card', () => {
    const shown = inDialog({ type: 'AdaptiveCard', refresh: { action: EXECUTE, userIds: ['a'] } });

    expect(shown).toEqual({ type: 'AdaptiveCard' });
  });

  it('does nothing the second time', () => {
    const once = inDialog({ actions: [EXECUTE] });

    expect(inDialog(once)).toEqual(once);
    expect(actionsIn(once)).toEqual([]);
  });
});

describe('openingDialog', () => {
  const opener = { ...SUBMIT, data: { ...SUBMIT.data, msteams: { type: 'task/fetch' } } };

  it.each([
    ['a press', EXECUTE],
    ['a submit', SUBMIT],
  ])('makes %s ask for a dialog', (_name, action) => {
    expect(openingDialog(action)).toEqual(opener);
  });
});

describe('titleIn', () => {
  const headed = (text: string) => ({
    body: [
      {
        type: 'Container',
        items: [
          { type: 'TextBlock', text },
          { type: 'TextBlock', style: 'heading', text: 'Overskrift' },
        ],
      },
      { type: 'TextBlock', style: 'heading', text: 'En annen' },
    ],
  });

  it.each([
    ['Sak SU-1111-1111 · Bare du ser dette', 'Sak SU-1111-1111 · Bare du ser dette'],
    ['Ikke \\*nå\\*', 'Ikke *nå*'],
    ['x'.repeat(64), 'x'.repeat(64)],
    ['x'.repeat(65), `${'x'.repeat(63)}…`],
  ])('reads %j as %j', (text, title) => {
    expect(titleIn(headed(text))).toBe(title);
  });

  it.each([
    ['without a heading', [{ type: 'TextBlock', text: 'Bare tekst' }]],
    ['with nothing above its heading', [{ type: 'TextBlock', style: 'heading', text: 'Overskrift' }]],
    [
      'with something that is no text above it',
      [{ type: 'Image' }, { type: 'TextBlock', style: 'heading', text: 'Overskrift' }],
    ],
  ])('finds none on a card %s', (_name, body) => {
    expect(titleIn({ body })).toBe('');
  });
});

describe('an answer in a dialog', () => {
  it('T08 is the card, in the one answer to the invoke and nowhere else', async () => {
    const { sent, context } = aTurn();

    await respondWithDialog(context, { title: 'Sak', card: { type: 'AdaptiveCard', actions: [EXECUTE] } });

    const card = {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', actions: [SUBMIT] },
    };
    const value = { title: 'Sak', height: 'large', width: 'medium', card };
    expect(sent).toEqual([
      { type: 'invokeResponse', value: { status: 200, body: { task: { type: 'continue', value } } } },
    ]);
  });

  it('is a text where there is no card, and nothing where it is over', async () => {
    const { sent, context } = aTurn();

    await respondWithDialogText(context, 'Noe gikk galt.');
    await closeDialog(context);

    const body = { task: { type: 'message', value: 'Noe gikk galt.' } };
    expect(sent).toEqual([
      { type: 'invokeResponse', value: { status: 200, body } },
      { type: 'invokeResponse', value: { status: 200 } },
    ]);
  });
});

describe('isInDialog', () => {
  it.each([
    ['task/fetch', true],
    ['task/submit', true],
    ['composeExtension/fetchTask', true],
    ['composeExtension/submitAction', true],
    ['composeExtension/query', false],
    ['adaptiveCard/action', false],
    [undefined, false],
  ])('says of %s: %s', (name, is) => {
    expect(isInDialog(name)).toBe(is);
  });
});
