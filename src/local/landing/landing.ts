import { randomBytes } from 'node:crypto';

import { type RequestHandler, Router } from 'express';

import { osloCalendar } from '../../calendar';
import { type Calendar, instantOf } from '../../domain/time';
import { type WindowPerson } from '../windows/people';
import { type Relay } from '../windows/relay';
import { onlyFromThisMachine } from '../windows/replies';
import { type Windows } from '../windows/windows';
import { untilMorning } from './clock';
import { landingPage } from './page';
import { outboxPanel, type OutboxState } from './panels';
import { introduce } from './words';

export type LandingOptions = {
  /** Everyone, in the order to list them. */
  readonly people: readonly WindowPerson[];
  readonly windows: Pick<Windows, 'open' | 'opened'>;
  readonly relay: Pick<Relay, 'waiting'>;
  readonly outbox: () => Promise<OutboxState>;
  /** The local world's clock. */
  readonly now: () => Date;
};

const listed = (person: WindowPerson) => ({
  window: person.window,
  name: person.name,
  ...introduce(person),
});

const listing = ({ people, windows, relay }: LandingOptions) => {
  const opened = windows.opened();
  const isOpen = (person: WindowPerson) => opened.some(each => each.person.window === person.window);
  return {
    windows: opened.map(({ person, url }) => ({ ...listed(person), url })),
    others: people
      .filter(person => !isOpen(person))
      .map(person => ({ ...listed(person), waiting: relay.waiting(person.id) })),
  };
};

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const showPage =
  (options: LandingOptions, calendar: Calendar): RequestHandler =>
  async (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    const now = options.now();
    const page = landingPage({
      ...listing(options),
      outbox: await options.outbox(),
      now,
      untilMorning: untilMorning(instantOf(now), calendar),
      nonce,
    });
    response
      .set({
        'content-security-policy': policy(nonce),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .type('html')
      .send(page);
  };

/**
 * The page at `/` for whoever started the local world, the outbox as it stands now, and the one thing its buttons ask
 * of itself: a window for someone. The clock's buttons go to `/local/clock`.
 */
export const createLanding = (options: LandingOptions): Router => {
  const { people, windows } = options;
  const ifKnown: RequestHandler<{ window: string }> = ({ params }, response, next) => {
    if (people.some(({ window }) => window === params.window)) next();
    else response.status(404).json({ error: { code: 'NotFound', message: 'No such person.' } });
  };
  const router = Router();
  router.get('/', onlyFromThisMachine, showPage(options, osloCalendar()));
  router.get('/utboks', onlyFromThisMachine, async (_request, response) => {
    const { markup } = outboxPanel(await options.outbox());
    response.set('cache-control', 'no-store').type('html').send(markup);
  });
  router.post('/windows/:window', onlyFromThisMachine, ifKnown, async ({ params }, response) => {
    response.status(201).json({ url: await windows.open(params.window) });
  });
  return router;
};
