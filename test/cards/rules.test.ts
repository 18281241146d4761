import { faultsIn } from './rules';

const RIGHT = {
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'nb',
  speak: 'Sent ute',
  body: [{ type: 'Input.Text', id: 'name', label: 'Navn' }],
  actions: [{ type: 'Action.Execute', title: 'Lagre', verb: 'save-person', style: 'positive' }],
};

describe('faultsIn', () => {
  it('finds nothing wrong with a card that is right', () => {
    expect(faultsIn(RIGHT)).toEqual([]);
  });

  it.each([
    ['a card that is too large', { speak: 'x'.repeat(20_000) }, /bytes/],
    ['a card without a language', { lang: '' }, /language/],
    ['two primary buttons', { actions: [...RIGHT.actions, ...RIGHT.actions] }, /more than one primary/],
    [
      'a verb of another shape',
      { actions: [{ ...RIGHT.actions[0], verb: 'savePerson' }] },
      /verb savePerson/,
    ],
    ['a button that is too long', { actions: [{ ...RIGHT.actions[0], title: 'x'.repeat(23) }] }, /too long/],
    ['an old kind of action', { actions: [{ type: 'Action.Submit', title: 'x' }] }, /Action.Submit/],
    ['a text that does not wrap', { body: [{ type: 'TextBlock', text: 'x' }] }, /does not wrap/],
    ['a placeholder left open', { body: [{ type: 'TextBlock', text: '${x}', wrap: true }] }, /text: /],
    [
      'a value nobody filled in',
      { body: [{ type: 'TextBlock', text: 'undefined', wrap: true }] },
      /undefined/,
    ],
    ['an input without a label', { body: [{ type: 'Input.Text', id: 'x' }] }, /no label: x/],
    ['an unreadable colour', { body: [{ type: 'TextBlock', text: 'x', wrap: true, color: 'Good' }] }, /Good/],
    [
      'a way out that sends the inputs',
      { actions: [{ type: 'Action.Execute', title: 'Avbryt', verb: 'open-access' }] },
      /on the way out: open-access/,
    ],
    ['one id twice', { body: [...RIGHT.body, ...RIGHT.body] }, /twice: name/],
    [
      'something required in a fold',
      {
        body: [
          {
            type: 'Container',
            isVisible: false,
            items: [{ type: 'Input.Text', id: 'x', label: 'X', isRequired: true, errorMessage: 'Nei' }],
          },
        ],
      },
      /required and hidden: x/,
    ],
    [
      'a fold of nothing',
      { body: [{ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['gone'] }] },
      /opens nothing: gone/,
    ],
  ])('finds %s', (_, wrong, fault) => {
    expect(faultsIn({ ...RIGHT, ...wrong }).join('\n')).toMatch(fault);
  });
});
