import { type Ticket } from '../../src/use-cases/ports/tickets';
import { caseId, instant, meetingId, personId } from '../builders/ids';
import { TENANT } from '../builders/people';
import { soon } from './given';
import { BACKENDS, type Lab, openEmbedded, type WiredLab } from './lab';

const aTicket = (over: Partial<Ticket> = {}): Ticket => ({
  person: personId('koordinator'),
  account: { tenantId: TENANT, objectId: 'object' },
  what: { kind: 'access-log', caseId: caseId() },
  expiresAt: instant('2026-12-04T11:05'),
  nonce: 'nonce',
  ...over,
});

describe.each(BACKENDS)('tickets $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  it('come back whole from their text, which is fit for an address', () => {
    const token = lab.tickets.seal(aTicket());

    expect(lab.tickets.open(token)).toEqual(aTicket());
    expect(encodeURIComponent(token)).toBe(token);
  });

  it.each<Ticket['what']>([
    { kind: 'case-archive', caseId: caseId() },
    { kind: 'meeting-archive', meetingId: meetingId() },
    { kind: 'minutes', meetingId: meetingId() },
  ])('stand for other files, too: $kind', what => {
    const ticket = aTicket({ what });

    expect(lab.tickets.open(lab.tickets.seal(ticket))).toEqual(ticket);
  });

  it('stand for a calendar, too', () => {
    const ticket = aTicket({ what: { kind: 'calendar' } });

    expect(lab.tickets.open(lab.tickets.seal(ticket))).toEqual(ticket);
  });

  it.each(['', '.', '..', 'a.b.c', 'æ.ø.å', 'x'.repeat(5_000)])('are not made of %j', token => {
    expect(lab.tickets.open(token)).toBeUndefined();
  });

  it('T28 are used once, however many try', async () => {
    const tries = await Promise.all([1, 2, 3, 4].map(() => lab.tickets.claim(aTicket(), soon())));

    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await lab.tickets.claim(aTicket({ nonce: 'another' }), soon())).toBe(true);
  });
});

describe('a sealed ticket', () => {
  let lab: WiredLab;
  beforeEach(async () => {
    lab = await openEmbedded();
  });
  afterEach(() => lab.close());

  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('T28 is void when a single sign of it is changed', () => {
    const token = lab.tickets.seal(aTicket());
    const [body = '', keyId = '', signature = ''] = token.split('.');
    const flipped = Array.from(token).map((sign, place) => {
      const other = sign === 'A' ? 'B' : 'A';
      return sign === '.' ? token : token.slice(0, place) + other + token.slice(place + 1);
    });
    // The last sign of base64url carries bits that mean nothing.
    const opened = flipped.slice(0, -1).filter(one => one !== token && lab.tickets.open(one) !== undefined);

    expect(opened).toEqual([]);
    expect(
      lab.tickets.open([encoded(aTicket({ person: personId('en-annen') })), keyId, signature].join('.')),
    ).toBe(undefined);
    expect(lab.tickets.open(body)).toBeUndefined();
  });

  it('T28 is made by nobody without the key', () => {
    const body = encoded(aTicket());
    const { keyId, signature } = lab.secrets.sign(body);

    expect(lab.tickets.open([body, keyId, signature].join('.'))).toBeUndefined();
  });

  it('holds at another replica, and is used up there', async () => {
    const token = lab.tickets.seal(aTicket());
    await lab.tickets.claim(aTicket(), soon());

    const { tickets } = lab.replica();

    expect(tickets.open(token)).toEqual(aTicket());
    expect(await tickets.claim(aTicket(), soon())).toBe(false);
  });

  it.each([
    ['not JSON', 'x'],
    ['of another kind', JSON.stringify({ ...aTicket(), what: { kind: 'everything', caseId: caseId() } })],
    ['with more in it', JSON.stringify({ ...aTicket(), more: true })],
  ])('is nothing when it is %s, even signed', (_, text) => {
    const body = Buffer.from(text).toString('base64url');
    const { keyId, signature } = lab.secrets.sign(`sent-ute/ticket/1|${body}`);

    expect(lab.tickets.open([body, keyId, signature].join('.'))).toBeUndefined();
  });
});
