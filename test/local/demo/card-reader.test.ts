import { pressablesIn } from '../../../src/local/demo/card-reader';

const text = (id: string, value: string, isRequired = false) => ({
  type: 'Input.Text',
  id,
  value,
  isRequired,
});
const press = (verb: string, more = {}) => ({
  type: 'Action.Execute',
  title: verb,
  verb,
  data: { a: 1 },
  ...more,
});

describe('pressablesIn', () => {
  it('sends with a button the inputs of its card, and requires what a client would', () => {
    const [button] = pressablesIn({
      type: 'AdaptiveCard',
      body: [text('x', '1', true), text('y', '')],
      actions: [press('go')],
    });

    const data = { a: 1 };
    expect(button).toEqual({
      ...{ title: 'go', by: 'execute', verb: 'go', data },
      ...{ inputs: { x: '1' }, required: ['x'] },
    });
  });

  it.each([
    ['to open a dialog', { msteams: { type: 'task/fetch' } }, 'fetch'],
    ['in a dialog', {}, 'submit'],
  ])('finds what is pressed %s, by the verb in its data', (_name, more, by) => {
    const data = { verb: 'go', ...more };

    const [button] = pressablesIn({ actions: [{ type: 'Action.Submit', title: 'Gå', data }] });

    expect(button).toMatchObject({ title: 'Gå', by, verb: 'go', data });
  });

  it('leaves the inputs alone for a button that says so', () => {
    const [button] = pressablesIn({
      type: 'AdaptiveCard',
      body: [text('x', '1', true)],
      actions: [press('cancel', { associatedInputs: 'none' })],
    });

    expect(button).toMatchObject({ inputs: {}, required: [] });
  });

  it('takes for an unfolded card’s button its own inputs and those around it, never those of a sibling', () => {
    const unfolding = (id: string) => ({
      type: 'Action.ShowCard',
      title: id,
      card: { type: 'AdaptiveCard', body: [text(id, id)], actions: [press(`save-${id}`)] },
    });

    const found = pressablesIn({
      type: 'AdaptiveCard',
      body: [text('x', '1')],
      actions: [unfolding('one'), unfolding('two')],
    });

    expect(found.map(({ inputs }) => inputs)).toEqual([
      { x: '1', one: 'one' },
      { x: '1', two: 'two' },
    ]);
  });
});
