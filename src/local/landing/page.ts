import { type Html, html } from './html';
import { clockPanel, outboxPanel, type OutboxState } from './panels';
import { pressed, spoken } from './press';
import { script } from './script';
import { style } from './style';
import { type Introduction } from './words';

type ListedPerson = Introduction & { readonly window: string; readonly name: string };
type ListedWindow = ListedPerson & { readonly url: string };
/** `waiting` is one line for each message that has nowhere to be shown. */
type UnlistedPerson = ListedPerson & { readonly waiting: readonly string[] };

export type Landing = {
  readonly windows: readonly ListedWindow[];
  readonly others: readonly UnlistedPerson[];
  readonly outbox: OutboxState;
  readonly now: Date;
  /** To the next time reminders are sent: an ISO 8601 duration. */
  readonly untilMorning: string;
  /** For this answer only: style and script run by it. */
  readonly nonce: string;
};

const windowCard = ({ window, name, who, url, tries }: ListedWindow): Html =>
  html`<li class="window" id="vindu-${window}">
    <div>
      <h3>${name}</h3>
      <p class="quiet">${who}</p>
    </div>
    <ul>
      ${tries.map(each => html`<li>${each}</li>`)}
    </ul>
    <div class="actions">
      <a class="button primary" href="${url}" target="vindu-${window}" aria-label="Åpne vinduet: ${name}"
        >Åpne vinduet</a
      >
    </div>
  </li>`;

const windowsSection = (windows: readonly ListedWindow[]): Html =>
  html`<section aria-labelledby="vinduer">
    <h2 id="vinduer">Vinduer</h2>
    <p class="quiet">
      Hvert vindu er én person. Skriv til boten under «Personal Chat». Ressursgruppens kanal er «General»
      under «Sent ute».
    </p>
    ${
      windows.length === 0
        ? html`<p>Ingen vinduer er åpne.</p>`
        : html`<ul class="windows">
            ${windows.map(windowCard)}
          </ul>`
    }
  </section>`;

const waitingLines = (waiting: readonly string[]): Html =>
  waiting.length === 0
    ? html``
    : html`<details>
        <summary>
          ${waiting.length === 1 ? '1 melding venter' : html`${waiting.length} meldinger venter`}
        </summary>
        <ul>
          ${waiting.map(line => html`<li>${line}</li>`)}
        </ul>
      </details>`;

const otherPerson = ({ window, name, who, waiting }: UnlistedPerson): Html => {
  const open = { post: `/windows/${window}`, body: {}, busy: `Åpner et vindu for ${name} …` };
  return html`<li>
    <div>
      <h3>${name}</h3>
      <p class="quiet">${who}</p>
      ${waitingLines(waiting)}
    </div>
    ${pressed(open, html`Lag vindu${spoken(name)}`)}
  </li>`;
};

const othersSection = (others: readonly UnlistedPerson[]): Html =>
  others.length === 0
    ? html``
    : html`<section aria-labelledby="andre">
        <h2 id="andre">Uten vindu</h2>
        <p class="quiet">De får meldinger likevel. Et vindu tar et par sekunder å lage.</p>
        <ul class="people">
          ${others.map(otherPerson)}
        </ul>
      </section>`;

const head = (nonce: string): Html =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Sent ute på denne maskinen</title>
    <link rel="icon" href="data:," />
    ${style(nonce)}
  </head>`;

/** The whole landing page. */
export const landingPage = ({ windows, others, outbox, now, untilMorning, nonce }: Landing): string =>
  html`<!doctype html>
    <html lang="nb">
      ${head(nonce)}
      <body>
        <div class="page">
          <header>
            <h1>Sent ute på denne maskinen</h1>
            <p>Alle personer og saker her er oppdiktet, og alt lagres bare på denne maskinen.</p>
          </header>
          <p id="status" role="status"></p>
          <div class="layout">
            <main>${windowsSection(windows)}${othersSection(others)}</main>
            <aside aria-label="Klokke og utboks">
              ${clockPanel(now, untilMorning)}${outboxPanel(outbox)}
            </aside>
          </div>
        </div>
        ${script(nonce)}
      </body>
    </html>`.markup;
