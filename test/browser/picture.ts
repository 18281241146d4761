import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Locator, type Page } from 'playwright-core';

import { TALL, WIDTH } from './seat';

const FOLDER = 'screenshots';
const WINDOW_HEIGHT = 1180;
/** As wide as a card is on the narrowest phone. */
const PHONE =
  '.phone .ac-adaptiveCard { width: 318px !important; min-width: 0 !important; max-width: 318px !important; }';
/** Cards fade in and slide. */
const SETTLE_MS = 400;

const fileOf = (name: string): string => {
  mkdirSync(FOLDER, { recursive: true });
  return join(FOLDER, `${name}.png`);
};

const settled = (page: Page): Promise<void> => page.waitForTimeout(SETTLE_MS);

/** A card as it stands, and as wide as on a phone: `screenshots/<name>.png` and `<name>-phone.png`. */
export const pictureCard = async (card: Locator, name: string): Promise<void> => {
  const page = card.page();
  await settled(page);
  await card.screenshot({ path: fileOf(name) });
  await page.addStyleTag({ content: PHONE });
  await page.evaluate("document.body.classList.add('phone')");
  await settled(page);
  await card.screenshot({ path: fileOf(`${name}-phone`) });
  await page.evaluate("document.body.classList.remove('phone')");
};

/** The whole page, in a window as high as most. */
export const picturePage = async (page: Page, name: string): Promise<void> => {
  await page.setViewportSize({ width: WIDTH, height: WINDOW_HEIGHT });
  await settled(page);
  await page.screenshot({ path: fileOf(name) });
  await page.setViewportSize({ width: WIDTH, height: TALL });
};
