import { type Outgoing } from '../../src/local/demo/connector';
import { type Person } from '../../src/domain/people';
import { PersonId } from '../../src/ids';
import {
  chatOf,
  type Company,
  gather,
  giveTask,
  held,
  opens,
  published,
  refer,
  setReady,
  startMeeting,
  takeIn,
  verbsOn,
  within,
  words,
} from './company';

const TENANT = '11111111-1111-4111-8111-111111111111';
const NEW = {
  name: 'Innmelder, Strax-huset',
  roles: 'referrer',
  agency: 'etat-helsetjenester',
  service: 'Strax-huset',
  seat: '',
  'stand-in': '',
  language: 'nn',
  'tenant-id': TENANT,
  'object-id': '00000000-0000-4000-8000-000000000099',
  'work-phone': '55 00 00 09',
};
const NEWCOMER = {
  id: PersonId.parse('newcomer'),
  name: NEW.name,
  identities: [{ tenantId: TENANT, objectId: NEW['object-id'] }],
};

let company: Company;
beforeEach(async () => {
  company = await gather([
    ...['innmelder-mo', 'koordinator', 'koordinator-stedfortreder', 'tilgangsansvarlig', 'medlem-helse'],
  ]);
});
afterEach(() => company.leave());

const directory = (): Promise<readonly Person[]> => company.world.app.world.people.all(within());
const admin = () => company.player('tilgangsansvarlig');

describe('an admin', () => {
  it('adds somebody, who is known from their next press on, in their own language', async () => {
    const newcomer = company.stranger(NEWCOMER);
    const before = words(await newcomer.says('meld inn'));
    const fresh = await admin().sends('edit-person', { nonce: 'new' });

    const saved = await admin().presses(fresh, 'save-person', NEW);

    expect(before).toContain('Du er ikke med i Sent ute ennå');
    expect(words(saved)).toContain(NEW.name);
    expect(words(await newcomer.says('meld inn'))).toContain('Ny innmelding');
    expect((await directory()).find(({ name }) => name === NEW.name)).toMatchObject({ language: 'nn' });
  });

  it.each([
    ['name', ''],
    ['agency', 'ingen-etat'],
    ['object-id', 'ikke-en-id'],
    ['tenant-id', '1'],
    ['roles', 'sjef'],
    ['seat', 'kronstad-dps'],
    ['service', 'a'.repeat(101)],
  ])('is told what is wrong with %s, and what was typed is kept', async (field, value) => {
    const fresh = await admin().sends('edit-person', { nonce: 'new' });

    const again = await admin().presses(fresh, 'save-person', { ...NEW, [field]: value });

    expect(verbsOn(again)).toContain('save-person');
    expect(held(again, 'work-phone')).toBe(NEW['work-phone']);
    expect((await directory()).some(({ service }) => service === NEW.service)).toBe(false);
  });

  it('changes somebody’s role, which holds from their next press on', async () => {
    const member = company.player('medlem-helse');
    const before = words(await member.says('saksliste'));
    const form = await admin().sends('edit-person', { personId: 'medlem-helse', nonce: 'change' });

    const saved = await admin().presses(form, 'save-person', { roles: 'leader', seat: '' });

    expect(before).toContain('Saksliste');
    expect(words(saved)).toContain('Medlem, Kronstad DPS');
    expect(words(await member.says('saksliste'))).toContain('Ikke tilgjengelig');
  });

  it('removes somebody, but not themselves', async () => {
    const form = await admin().sends('edit-person', { personId: 'medlem-helse', nonce: 'remove' });
    await admin().presses(form, 'remove-person');

    const themselves = await admin().sends('remove-person', { personId: 'tilgangsansvarlig', nonce: 'self' });

    expect(words(await company.player('medlem-helse').says('hjelp'))).toContain('Du er ikke med');
    expect(words(themselves)).toContain('Det går ikke nå');
    const rest = await admin().presses(await admin().says('tilganger'), 'Vis flere');
    expect(words(rest)).toContain('Medlem, Kronstad DPS Medlem · Kronstad DPS fjernet');
  });

  it('sees no case', async () => {
    const sent = await refer(company);

    const answer = await opens(company, 'tilgangsansvarlig', sent);

    expect(words(answer)).toContain('Ikke tilgjengelig');
  });
});

/** The case as far as a task for somebody who never wrote to the bot. */
const taskForTheUnreached = async () => {
  const members = company.world.setup.people.filter(({ roles }) => roles.includes('member'));
  for (const { id } of members) await company.player(id).installs();
  const sent = await published(company);
  await startMeeting(company);
  await takeIn(company, sent);
  await giveTask(company, sent, { title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-03' });
  return sent;
};
const isBeginning = ({ path, body }: Outgoing): boolean =>
  path === '/v3/conversations' && body.includes('members');
const conversationsBegun = () => company.connector.outgoing().filter(isBeginning);

describe('somebody who never wrote to the bot', () => {
  it('is reached in a conversation the bot begins', async () => {
    const sent = await taskForTheUnreached();

    const [begun, ...more] = conversationsBegun();

    expect(begun?.body).toContain('00000000-0000-4000-8000-000000000006');
    expect(more).toEqual([]);
    const reached = company.connector.everything().map(({ card }) => words(card));
    expect(reached.some(text => text.includes(sent.code) && text.includes('Du har fått en oppgave'))).toBe(
      true,
    );
  });

  it('and has not installed the app is shown in the inbox, and gets what waited as soon as they do', async () => {
    company.connector.refuse(request => (isBeginning(request) ? 403 : undefined));
    const sent = await taskForTheUnreached();
    await giveTask(company, sent, { title: 'gather-information', owner: 'ansvarlig', due: '2026-12-04' });
    const inbox = words(await company.player('koordinator').says('innboks'));
    const before = chatOf(company, 'ansvarlig');
    company.connector.refuse(() => undefined);

    await company.player('ansvarlig').installs();
    await company.settle();

    expect(inbox.split('Ansvarlig, bolig må installere Sent ute i Teams')).toHaveLength(2);
    expect(before).toEqual([]);
    const came = chatOf(company, 'ansvarlig').filter(card => card.includes('Du har fått en oppgave'));
    expect(came.map(card => card.includes(sent.code))).toEqual([true, true]);
    expect(words(await company.player('koordinator').says('innboks'))).not.toContain('må installere');
  });
});

describe('a message that cannot be delivered', () => {
  it('is dead after a 404, and the coordinator is told whom it was for', async () => {
    const sent = await refer(company);
    company.connector.refuse(({ method, path }) =>
      method === 'POST' && path.includes('a:00000000-0000-4000-8000-000000000001') ? 404 : undefined,
    );

    await setReady(company, sent);
    const inbox = words(await company.player('koordinator').says('innboks'));

    expect(inbox).toContain(`En melding kom ikke frem ${sent.code}`);
    expect(inbox).toContain('Til Innmelder, MO-senter');
  });
});
