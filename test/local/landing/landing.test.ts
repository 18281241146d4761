import { createLanding } from '../../../src/local/landing/landing';
import { HELSE, INNMELDER, PEOPLE } from '../windows/people';
import { type Listening, listen } from '../windows/server';

const NOW = new Date('2026-12-04T08:00:00Z');

const startLanding = async () => {
  const asked: string[] = [];
  const server = await listen(app =>
    app.use(
      createLanding({
        people: [...PEOPLE, { ...HELSE, window: 'ond', id: '29:ond', name: '<script>alert(1)</script>' }],
        windows: {
          open: window => {
            asked.push(window);
            return Promise.resolve('http://127.0.0.1:57000');
          },
          opened: () => [{ person: HELSE, url: 'http://127.0.0.1:57002' }],
        },
        relay: { waiting: id => (id === INNMELDER.id ? ['Du har 2 oppgaver med frist', 'Melding'] : []) },
        outbox: () =>
          Promise.resolve({
            pending: 12,
            due: 3,
            inFlight: 1,
            waiting: 4,
            dead: 0,
            oldestDueAt: NOW.toISOString(),
            leader: 'a-holder',
            epoch: 7,
          }),
        now: () => NOW,
      }),
    ),
  );
  return { asked, server };
};

describe('createLanding', () => {
  let server: Listening;
  let asked: string[];
  beforeEach(async () => {
    ({ server, asked } = await startLanding());
  });
  afterEach(() => server.close());
  const page = async () => (await fetch(server.url)).text();

  it('links each window, with what to try there', async () => {
    const text = await page();

    expect(text).toContain('href="http://127.0.0.1:57002"');
    expect(text).toContain('Medlem, DPS');
    expect(text).toContain('«Åpne sak»');
  });

  it('offers a window to those without, and says what waits for them', async () => {
    const text = await page();

    expect(text).toContain('data-post="/windows/innmelder"');
    expect(text).not.toContain('data-post="/windows/medlem-helse"');
    expect(text).toContain('2 meldinger venter');
    expect(text).toContain('Du har 2 oppgaver med frist');
  });

  it('shows the clock, and the ways to move it', async () => {
    const text = await page();

    expect(text).toContain('Fredag 4. desember 2026 kl.\u00a009.00');
    for (const duration of ['PT1H', 'P1D', 'P7D', 'PT71H30M'])
      expect(text).toContain(`{&quot;advance&quot;:&quot;${duration}&quot;}`);
  });

  it('shows the outbox, and that somebody sends, but not by which name', async () => {
    const text = await page();

    expect(text).toMatch(/Skal ut nå<\/dt>\s*<dd class="">3<\/dd>/);
    expect(text).toContain('Utsendingen er i gang.');
    expect(text).not.toContain('a-holder');
  });

  it('shows the outbox again without the rest of the page, and to no other site', async () => {
    const response = await fetch(`${server.url}/utboks`);
    const text = await response.text();

    expect(text).toMatch(/^<section class="panel" id="utboks-panel"/);
    for (const [name, value] of [
      ['Venter på sin tid', 12],
      ['Skal ut nå', 3],
      ['Sendes', 1],
      ['Venter på adresse', 4],
      ['Kom ikke fram', 0],
    ])
      expect(text).toMatch(new RegExp(`${String(name)}</dt>\\s*<dd class="">${String(value)}</dd>`));
    expect(text).toContain('Omgang 7.');
    expect(text).not.toContain('a-holder');
    expect(response.headers.get('cache-control')).toBe('no-store');
    const other = await fetch(`${server.url}/utboks`, { headers: { origin: 'https://ond.example' } });
    expect(other.status).toBe(403);
  });

  it('lets only its own style and script run, and shows names as text', async () => {
    const response = await fetch(server.url);
    const text = await response.text();

    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(text.split(`nonce="${nonce}"`)).toHaveLength(3);
    expect(text).not.toContain('<script>alert');
  });

  it('opens a window for someone when asked', async () => {
    const response = await fetch(`${server.url}/windows/innmelder`, { method: 'POST' });

    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ url: 'http://127.0.0.1:57000' });
    expect(asked).toEqual(['innmelder']);
  });

  it('opens none for a stranger, nor for a page of another site', async () => {
    const stranger = await fetch(`${server.url}/windows/ukjent`, { method: 'POST' });
    const headers = { origin: 'https://ond.example' };
    const other = await fetch(`${server.url}/windows/innmelder`, { method: 'POST', headers });

    expect([stranger.status, other.status]).toEqual([404, 403]);
    expect(asked).toEqual([]);
  });
});
