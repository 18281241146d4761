import { type Locator } from 'playwright-core';

import { faultsIn } from './audit';
import { pictureCard } from './picture';
import { ANSWERS } from './referral';
import { choose, pick, press, pressRare, type Seat } from './seat';
import { openWindows, START_MS, type Windows } from './windows';

/** The Thursday before the group meets on Tuesday 1 December, when innspill are due at noon. */
const THURSDAY = '2026-11-26T11:30:00Z';
const STEP_MS = 90_000;
const MEETING = 'Tirsdag 1. desember kl. 09.00';
const RUNNING = 'Møtet er i gang';
const ITEM = 'Ny kandidat';

jest.setTimeout(STEP_MS);

/** One item's life in the channel, pictured wherever it changes: docs/images shows it. */
describe('an item in the channel', () => {
  let windows: Windows;
  const at = (window: string): Promise<Seat> => windows.at(window);
  beforeAll(async () => {
    windows = await openWindows(THURSDAY);
  }, START_MS);
  afterAll(() => windows.close());

  const advance = async (duration: string): Promise<void> => {
    const { origin } = new URL(windows.world.landing);
    const answer = await fetch(`${origin}/local/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ advance: duration }),
    });
    expect(answer.status).toBe(200);
  };
  /** As a member sees it in the channel, when it says this. */
  const inChannel = async (heading: string, text: string | RegExp): Promise<Locator> => {
    const { page, toChannel, card } = await at('medlem-politi');
    await toChannel();
    const item = await card(heading);
    await item.getByText(text).first().waitFor();
    expect(await faultsIn(page, '.ac-adaptiveCard')).toEqual([]);
    return item;
  };

  it('is published', async () => {
    const [innmelder, koordinator] = [await at('innmelder-mo'), await at('koordinator')];
    const form = await innmelder.writes('meld inn', 'Hva er situasjonen?');
    for (const [question, answer] of ANSWERS) await choose(form, question, answer);
    await form.getByRole('checkbox', { name: /kjenne igjen/ }).check();
    await press(form, 'Se over');
    await press(await innmelder.card('Se over før du sender'), 'Send innmelding');
    await koordinator.card('Ny innmelding');
    await press(await koordinator.writes('innboks', /venter på deg$/), /^Se over innmeldingen/);
    await press(await koordinator.card('Innmeldt'), 'Klar for gruppen');
    await koordinator.card('Klar for ressursgruppen');

    await press(await koordinator.writes('saksliste', MEETING), 'Publiser sakslisten');
    const item = await inChannel(ITEM, 'Ingen ennå');

    await pictureCard(item, 'item-1-published');
    expect(await item.innerText()).toContain('Gi innspill');
  });

  it('shows which seats have answered', async () => {
    const member = await at('medlem-helse');
    await press(await member.card('Sakslisten er klar'), 'Gi innspill');
    const form = await member.card('Hva kan tjenesten bidra med?');
    await pick(form, /ny kandidat/, 'Kan bidra');
    await pictureCard(form, 'innspill-form');

    await press(form, 'Send innspill');
    await member.card('Innspill sendt');
    const item = await inChannel(ITEM, '1 av 11 plasser');

    await pictureCard(item, 'item-2-answers');
    expect(await item.innerText()).toContain('Hvem har svart');
  });

  it('is spoken of', async () => {
    const koordinator = await at('koordinator');
    await advance('P4DT20H40M');
    await press(await koordinator.writes('saksliste', MEETING), 'Start møtet');
    const form = await koordinator.card('Hvem er til stede?');
    for (const seat of ['Etat for sosiale tjenester', 'Kronstad DPS', 'Politiets innsatsgruppe'])
      await form.getByRole('checkbox', { name: seat }).first().check();
    await form.getByRole('checkbox', { name: /Taushetsteksten/ }).check();
    await pictureCard(form, 'attendance-form');
    await press(form, 'Start møtet');

    const held = await koordinator.card(RUNNING);
    await press(held, 'Ta opp sak 1');
    const item = await inChannel(ITEM, /Oppe nå/);

    await pictureCard(item, 'item-3-discussed');
    expect(await item.innerText()).toContain('Registrer beslutning');
    await pictureCard(await (await at('medlem-politi')).card(MEETING), 'agenda-running');
  });

  it('is decided', async () => {
    const koordinator = await at('koordinator');
    await koordinator.toChannel();
    await press(await koordinator.card(ITEM), 'Registrer beslutning');
    await koordinator.toChat();
    await press(await koordinator.card('Registrer beslutning'), 'Åpne skjemaet');
    const form = await koordinator.card('Skal kandidaten tas inn?');
    await form.getByRole('textbox', { name: /Begrunnelse/ }).fill('Samlet innsats.');
    await pictureCard(form, 'decision-form');

    await press(form, 'Ta inn');
    const item = await inChannel('Beslutning registrert', /Tatt inn/);

    await pictureCard(item, 'item-4-decided');
    expect(await item.innerText()).not.toContain('Samlet innsats');
  });

  it('says no more than that it is over, when it is', async () => {
    const koordinator = await at('koordinator');
    const inbox = await koordinator.writes('saksliste', MEETING);
    await press(inbox, /^1/);
    await pressRare(await koordinator.card('Tatt inn, venter på samtykke'), 'Avslutt saken');
    const form = await koordinator.card('Hvorfor avsluttes saken?');
    await choose(form, 'Årsak', 'Flyttet');
    await press(form, 'Ja, avslutt saken');
    await koordinator.card('Avsluttet');

    const item = await inChannel('Ikke lenger tilgjengelig', /stoppet|tilgjengelig/);

    await pictureCard(item, 'item-5-done');
    expect(await item.innerText()).not.toContain('Flyttet');
  });
});
