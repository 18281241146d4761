import { type Locator } from 'playwright-core';

const FURTHEST = 120;

type Key = 'Tab' | 'Shift+Tab';

const pressUntil = async (there: Locator, key: Key): Promise<void> => {
  const { keyboard } = there.page();
  for (let presses = 0; presses < FURTHEST; presses += 1) {
    if ((await there.count()) > 0) return;
    await keyboard.press(key);
  }
  throw new Error(`${String(FURTHEST)} presses of ${key} do not reach ${String(there)}.`);
};

/** Moves the focus there with one key, as somebody without a mouse must; throws when it is not reached. */
export const tabTo = (target: Locator, key: Key = 'Tab'): Promise<void> =>
  pressUntil(target.and(target.page().locator(':focus')), key);

/** Answers a question with Tab, Space and the arrows; the browser says which of its choices Tab comes to. */
export const answerByKeys = async (form: Locator, question: string, answer: string): Promise<void> => {
  const group = form.getByRole('radiogroup', { name: question });
  const wanted = group.getByRole('radio', { name: answer, exact: true });
  const { keyboard } = form.page();
  await pressUntil(group.locator(':focus'), 'Tab');
  await keyboard.press('Space');
  const choices = await group.getByRole('radio').count();
  for (let moved = 0; moved < choices && !(await wanted.isChecked()); moved += 1)
    await keyboard.press('ArrowDown');
};

/** Reaches a button by Tab and presses it with a key. */
export const pressByKeys = async (card: Locator, name: string | RegExp, key: 'Enter' | 'Space') => {
  const button = card.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  await tabTo(button.first());
  await card.page().keyboard.press(key);
};
