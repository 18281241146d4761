import { type Html, html } from './html';
import { pressed } from './press';
import { momentInWords } from './words';

export type OutboxState = {
  readonly pending: number;
  readonly due: number;
  readonly inFlight: number;
  readonly waiting: number;
  readonly dead: number;
  /** A moment in ISO 8601. */
  readonly oldestDueAt?: string;
  /** Whoever sends now. */
  readonly leader?: string;
  /** How many have, one after another. */
  readonly epoch?: number;
};

const advance = (duration: string, label: string, looks = ''): Html =>
  pressed(
    {
      post: '/local/clock',
      body: { advance: duration },
      busy: 'Flytter klokken og sender det som skal ut …',
    },
    html`${label}`,
    looks,
  );

/** The moment the local world is at, and how to move it forward; `untilMorning` is a duration. */
export const clockPanel = (now: Date, untilMorning: string): Html =>
  html`<section class="panel" aria-labelledby="klokken">
    <h2 id="klokken">Klokken her</h2>
    <p class="moment"><time datetime="${now.toISOString()}">${momentInWords(now)}</time></p>
    <div class="buttons" role="group" aria-label="Flytt klokken fram">
      ${advance('PT1H', 'En time')}${advance('P1D', 'En dag')}${advance('P7D', 'En uke')}
      ${advance(untilMorning, 'Til neste virkedag kl.\u00a008.30', 'wide primary')}
    </div>
  </section>`;

const fact = (name: string, value: string | number, looks = ''): Html =>
  html`<dt>${name}</dt>
    <dd class="${looks}">${value}</dd>`;

const oldest = (oldestDueAt: string | undefined): Html =>
  oldestDueAt === undefined
    ? html``
    : html`<p class="quiet">
        Den eldste har ventet siden ${momentInWords(new Date(oldestDueAt)).toLowerCase()}.
      </p>`;

const leading = ({ leader, epoch = 0 }: OutboxState): Html =>
  leader === undefined
    ? html`<p class="quiet">Ingen sender akkurat nå.</p>`
    : html`<p class="quiet">Utsendingen er i gang. Omgang ${epoch}.</p>`;

/** What waits to be sent, and what never arrived. The page's script puts a new one in its place. */
export const outboxPanel = (outbox: OutboxState): Html => {
  const { pending, due, inFlight, waiting, dead, oldestDueAt } = outbox;
  return html`<section class="panel" id="utboks-panel" aria-labelledby="utboks">
    <h2 id="utboks">Utboks</h2>
    <dl>
      ${fact('Venter på sin tid', pending)}${fact('Skal ut nå', due)}${fact('Sendes', inFlight)}
      ${fact('Venter på adresse', waiting)}${fact('Kom ikke fram', dead, dead > 0 ? 'alert' : '')}
    </dl>
    ${oldest(oldestDueAt)} ${leading(outbox)}
  </section>`;
};
