import { readCard } from '../../../src/local/demo/read-card';

describe('readCard', () => {
  it('reads texts, facts, inputs with their choices and buttons in order', () => {
    const lines = readCard({
      type: 'AdaptiveCard',
      body: [
        { type: 'TextBlock', text: 'Ny\u00a0innmelding\\!' },
        { type: 'FactSet', facts: [{ title: 'Navn', value: 'Står åpent' }] },
        {
          type: 'Input.ChoiceSet',
          label: 'Rusavhengig?',
          value: 'no',
          choices: [
            { title: 'Ja', value: 'yes' },
            { title: 'Nei', value: 'no' },
          ],
        },
        { type: 'Input.Toggle', title: 'Lest opp', value: 'yes' },
        { type: 'Input.Text', label: 'Detaljer', value: '' },
      ],
      actions: [{ type: 'Action.Execute', title: 'Send' }],
    });

    expect(lines).toEqual([
      'Ny innmelding!',
      'Navn: Står åpent',
      'Rusavhengig?  ○ Ja  ● Nei',
      '☑ Lest opp',
      'Detaljer  ____',
      '[Send]',
    ]);
  });

  it('shows a fold by its header, and what it folds below it, indented', () => {
    const lines = readCard({
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Container',
          selectAction: { type: 'Action.ToggleVisibility', title: 'Kriterier' },
          items: [
            { type: 'TextBlock', text: 'Kriterier' },
            { type: 'TextBlock', text: 'Vis', id: 'x-show' },
            { type: 'TextBlock', text: 'Skjul', id: 'x-hide', isVisible: false },
          ],
        },
        { type: 'Container', id: 'x', isVisible: false, items: [{ type: 'TextBlock', text: 'Fem' }] },
      ],
    });

    expect(lines).toEqual(['▸ Kriterier', '  Fem']);
  });

  it('shows a row that can be pressed as a button, and what a button unfolds below it', () => {
    const lines = readCard({
      type: 'AdaptiveCard',
      body: [
        {
          type: 'Container',
          selectAction: { type: 'Action.Execute', title: 'Åpne SU-1' },
          items: [{ type: 'TextBlock', text: 'SU-1' }],
        },
      ],
      actions: [
        {
          type: 'Action.ShowCard',
          title: 'Slett',
          card: { type: 'AdaptiveCard', actions: [{ type: 'Action.Execute', title: 'Ja' }] },
        },
      ],
    });

    expect(lines).toEqual(['[Åpne SU-1]', '[Slett ▾]', '  [Ja]']);
  });
});
