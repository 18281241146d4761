import { type Browser, type Locator, type Page } from 'playwright-core';

export const WIDTH = 1400;
/** So that no card is cut off: the Playground scrolls its list, not its page. */
export const TALL = 2600;

/** Somebody at their own window. */
export type Seat = {
  readonly page: Page;
  readonly toChat: () => Promise<void>;
  readonly toChannel: () => Promise<void>;
  /** Writes to the bot; answers with the card that came, which has this heading. */
  readonly writes: (text: string, heading: string | RegExp) => Promise<Locator>;
  /** The newest card with this heading, as soon as there is one. */
  readonly card: (heading: string | RegExp) => Promise<Locator>;
  /** Whether such a card can be seen now. */
  readonly shows: (heading: string | RegExp) => Promise<boolean>;
};

const elsewhere = ({ hostname }: URL): boolean => !['localhost', '127.0.0.1'].includes(hostname);

/** A page that reaches nothing outside this machine; the Playground would like fonts from elsewhere. */
export const openPage = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({
    viewport: { width: WIDTH, height: TALL },
    deviceScaleFactor: 1.5,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
  });
  await context.route(elsewhere, route => route.abort());
  const page = await context.newPage();
  await page.goto(url);
  return page;
};

const withHeading = (page: Page, heading: string | RegExp): Locator =>
  page.locator('.ac-adaptiveCard').filter({ has: page.getByRole('heading', { name: heading }) });

const writing = (page: Page) => async (text: string, heading: string | RegExp) => {
  const cards = withHeading(page, heading);
  const before = await cards.count();
  await page.locator('[contenteditable=true]').last().click();
  await page.keyboard.type(text);
  await page.getByLabel('Send Message').last().click();
  const answer = cards.nth(before);
  await answer.waitFor();
  return answer;
};

/** Opens the window at `url`, its log put away, and sits down at the personal chat. */
export const takeSeat = async (browser: Browser, url: string): Promise<Seat> => {
  const page = await openPage(browser, url);
  const go = (place: string) => page.getByRole('treeitem', { name: place }).first().click();
  await page.getByLabel('Send Message').waitFor();
  const log = page.getByTitle('Hide log panel');
  if ((await log.count()) > 0) await log.first().click();
  await go('Personal Chat');
  return {
    page,
    toChat: () => go('Personal Chat'),
    toChannel: () => go('General'),
    writes: writing(page),
    card: async heading => {
      const newest = withHeading(page, heading).last();
      await newest.waitFor();
      return newest;
    },
    shows: async heading => (await withHeading(page, heading).filter({ visible: true }).count()) > 0,
  };
};

/** Presses a button, or the row whose text begins so. */
export const press = (card: Locator, name: string | RegExp): Promise<void> =>
  card
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click();

/** Answers a question of a form. */
export const choose = (form: Locator, question: string, answer: string): Promise<void> =>
  form.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer, exact: true }).check();

/** Answers a question whose choices are in a list that drops down. */
export const pick = async (form: Locator, question: string | RegExp, answer: string): Promise<void> => {
  await form.getByRole('combobox', { name: question }).click();
  await form.page().getByRole('option', { name: answer, exact: true }).click();
};

/** Presses a button that lies behind "…". */
export const pressRare = async (card: Locator, name: string): Promise<void> => {
  await press(card, 'More options');
  await card.page().getByRole('menuitem', { name, exact: true }).click();
};
