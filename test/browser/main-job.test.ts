import { faultsIn } from './audit';
import { answerByKeys, pressByKeys, tabTo } from './keyboard';
import { pictureCard, picturePage } from './picture';
import { ANSWERS } from './referral';
import { choose, openPage, press, type Seat } from './seat';
import { openWindows, START_MS, type Windows } from './windows';

/** A Monday morning, eight days before the group meets. */
const NOW = '2026-11-23T08:00:00Z';
const STEP_MS = 90_000;

const FORM = 'Hva er situasjonen?';
const REVIEW = 'Se over før du sender';
const CODE = /^SU-[0-9A-Z]{4}-[0-9A-Z]{4}$/;
const MEETING = 'Tirsdag 1. desember kl. 09.00';
const ITEM = 'Ny kandidat';
const PRIVATE = 'Klar for ressursgruppen';
const YOURS_ONLY = 'Bare du ser dette';

jest.setTimeout(STEP_MS);

/** Each step goes on from the one before, as the work does. */
describe('the main job in the windows', () => {
  let windows: Windows;
  const at = (window: string): Promise<Seat> => windows.at(window);
  beforeAll(async () => {
    windows = await openWindows(NOW);
  }, START_MS);
  afterAll(() => windows.close());

  it('begins at a page that lists a window for each role', async () => {
    const page = await openPage(windows.browser, windows.world.landing);

    const links = await page.getByRole('link', { name: /^Åpne vinduet/ }).count();

    await picturePage(page, '01-landing');
    expect(windows.world.windows.size).toBe(6);
    expect(links).toBe(6);
    expect(await faultsIn(page, 'body')).toEqual([]);
  });

  it('takes a referral from "meld inn" to a receipt with a code', async () => {
    const innmelder = await at('innmelder-mo');
    const form = await innmelder.writes('meld inn', FORM);
    for (const [question, answer] of ANSWERS) await choose(form, question, answer);
    await form.getByRole('checkbox', { name: /kjenne igjen/ }).check();
    await pictureCard(form, '02-form');

    await press(form, 'Se over');
    const review = await innmelder.card(REVIEW);
    await pictureCard(review, '03-review');
    await press(review, 'Send innmelding');
    const receipt = await innmelder.card(CODE);

    await pictureCard(receipt, '04-receipt');
    expect(await receipt.innerText()).toContain('Innmelding sendt');
    await pictureCard(await innmelder.writes('mine innmeldinger', '1 sak'), '05-my-referrals');
    expect(await faultsIn(innmelder.page, '.ac-adaptiveCard')).toEqual([]);
  });

  it('waits for the coordinator, who sets it ready for the group', async () => {
    const koordinator = await at('koordinator');
    await pictureCard(await koordinator.card('Ny innmelding'), '06-notice');
    const inbox = await koordinator.writes('innboks', '1 sak venter på deg');
    await pictureCard(inbox, '07-inbox');
    await press(inbox, /^Se over innmeldingen/);
    const opened = await koordinator.card('Innmeldt');
    await pictureCard(opened, '08-case');

    await press(opened, 'Klar for gruppen');
    const ready = await koordinator.card('Klar for ressursgruppen');

    await pictureCard(ready, '09-ready');
    expect(await ready.innerText()).toContain(YOURS_ONLY);
    expect(await faultsIn(koordinator.page, '.ac-adaptiveCard')).toEqual([]);
  });

  it('puts the agenda and its item in the channel of every window', async () => {
    const koordinator = await at('koordinator');
    const preview = await koordinator.writes('saksliste', MEETING);
    await pictureCard(preview, '10-agenda-preview');
    const members = [await at('medlem-kommune'), await at('medlem-helse'), await at('medlem-politi')];

    await press(preview, 'Publiser sakslisten');
    await Promise.all(members.map(({ toChannel }) => toChannel()));
    const items = await Promise.all(members.map(({ card }) => card(ITEM)));
    const agendas = await Promise.all(members.map(({ card }) => card(MEETING)));

    await pictureCard(agendas[1] ?? preview, '11-agenda');
    await pictureCard(items[1] ?? preview, '12-item');
    await picturePage((await at('medlem-helse')).page, '13-channel');
    const codes = await Promise.all(items.map(async item => /SU-\S+/.exec(await item.innerText())?.[0]));
    expect(new Set(codes).size).toBe(1);
    expect(await agendas[0]?.innerText()).toContain(codes[0]);
    expect(await faultsIn((await at('medlem-helse')).page, '.ac-adaptiveCard')).toEqual([]);
  });

  it('opens a case for the one who asks, in their window only, until they close it', async () => {
    const [helse, politi] = [await at('medlem-helse'), await at('medlem-politi')];

    await press(await helse.card(ITEM), 'Åpne sak');
    const view = await helse.card(PRIVATE);

    await pictureCard(view, '14-private-view');
    await picturePage(helse.page, '15-channel-with-view');
    const seen = await view.innerText();
    expect(await faultsIn(helse.page, '.ac-adaptiveCard')).toEqual([]);
    expect(seen).toContain(YOURS_ONLY);
    expect(await politi.shows(ITEM)).toBe(true);
    expect(await politi.shows(PRIVATE)).toBe(false);

    await press(view, 'Lukk');
    await helse.card(ITEM);

    await picturePage(helse.page, '16-channel-closed');
    expect(await helse.shows(PRIVATE)).toBe(false);
  });

  it('opens and closes a case from the keyboard alone', async () => {
    const { page, card, shows } = await at('medlem-politi');
    await tabTo(await card(ITEM));

    await pressByKeys(await card(ITEM), 'Åpne sak', 'Enter');
    const view = await card(PRIVATE);
    const fold = view.getByText('Avidentifisert sammendrag');
    const wasFolded = await fold.isHidden();
    await pressByKeys(view, /^Kriterier/, 'Space');
    await fold.waitFor({ state: wasFolded ? 'visible' : 'hidden' });
    await pressByKeys(view, 'Lukk', 'Enter');
    await card(ITEM);

    await picturePage(page, '17-keyboard-closed');
    expect(await shows(PRIVATE)).toBe(false);
  });

  it('takes a referral from the keyboard alone', async () => {
    const { page, card, toChat } = await at('innmelder-mo');
    await toChat();
    await tabTo(page.getByRole('textbox').last());
    await page.keyboard.type('meld inn');
    await page.keyboard.press('Enter');
    const form = await card(FORM);
    await tabTo(form, 'Shift+Tab');

    for (const [question, answer] of ANSWERS) await answerByKeys(form, question, answer);
    await tabTo(form.getByRole('checkbox', { name: /kjenne igjen/ }));
    await page.keyboard.press('Space');
    await pressByKeys(form, /^Personens egne ord/, 'Enter');
    await tabTo(form.getByRole('textbox').first());
    await page.keyboard.type('Vil ha et sted å bo.');
    await pictureCard(form, '18-form-by-keyboard');
    await pressByKeys(form, 'Se over', 'Enter');
    const review = await card(REVIEW);
    const reviewed = await review.innerText();
    await pressByKeys(review, 'Send innmelding', 'Space');
    const receipt = await card(CODE);

    expect(reviewed).toContain('Vil ha et sted å bo.');
    expect(await receipt.innerText()).toContain('Innmelding sendt');
  });

  it('ends with everything it started, as Ctrl-C would', async () => {
    const addresses = [windows.world.landing, ...windows.world.windows.values()];

    const code = await windows.world.stop();

    const answers = await Promise.allSettled(addresses.map(url => fetch(url)));
    expect(code).toBe(0);
    expect(answers.map(({ status }) => status)).toEqual(addresses.map(() => 'rejected'));
  });
});
