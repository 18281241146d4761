import { z } from 'zod';
import {
  type Company,
  documents,
  gather,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  stateOf,
  takeIn,
  words,
} from './company';
import { type Inputs } from '../../src/local/demo/player';

const [I, K, H, P, A, ST] = [
  'innmelder-mo',
  'koordinator',
  'medlem-helse',
  'medlem-politi',
  'ansvarlig',
  'styringsgruppe',
] as const;
const REFUSED = 'Ikke tilgjengelig';
const MO = 'etat-sosiale-tjenester';
const NAME = 'Oppdiktet Kandidat';

const Event = z.looseObject({
  event: z.looseObject({
    sequence: z.number(),
    operation: z.string(),
    by: z.looseObject({ person: z.string() }),
    disclosed: z.array(z.object({ origin: z.string(), section: z.string() })),
  }),
});

/** What this person sees when they open the case: the heading, the parts the audit says were shown, and the words. */
const looks = (company: Company, sent: Sent) => async (person: string) => {
  const said = words(await opens(company, person, sent));
  const own = (await documents(company, 'audit'))
    .map(document => Event.parse(document).event)
    .filter(({ by, operation }) => by.person === person && operation === 'open-case')
    .sort((one, other) => other.sequence - one.sequence);
  const parts = (own[0]?.disclosed ?? []).map(({ section, origin }) => `${section} from ${origin}`);
  return { title: said.split('\n')[1] ?? '', parts: parts.sort(), said };
};
const from = (origin: string, sections: string): readonly string[] =>
  Array.from(sections, section => `${section} from ${origin}`);
const SUMMARY = [`summary from ${MO}`];
const CONTACT = [`contact from ${MO}`];

/** Records a consent, as the author of the referral. */
const records = async (company: Company, { caseId }: Sent, given: Inputs) => {
  const player = company.player('innmelder-lar');
  const form = await player.sends('start-consent', { caseId, nonce: 'form' });
  const saved = await player.presses(form, 'record-consent', given);
  await company.settle();
  return saved;
};

describe('the ordinary story of domain.md §14', () => {
  let company: Company;
  let sent: Sent;
  let see: ReturnType<typeof looks>;

  beforeAll(async () => {
    company = await gather([I, K, H, P, A, ST, 'medlem-kommune']);
    sent = await refer(company);
    see = looks(company, sent);
  });
  afterAll(() => company.leave());

  it('sent without a name: the author sees their own, the coordinator the summary, nobody else anything', async () => {
    expect((await see(I)).parts).toEqual([...from(MO, 'CDEF'), ...CONTACT, ...SUMMARY]);
    expect((await see(K)).parts).toEqual([...CONTACT, ...SUMMARY]);
    for (const other of [H, P, A, ST]) expect((await see(other)).title).toBe(REFUSED);
  });

  it('on the agenda and taken in: the author sees the outcome, the members the summary', async () => {
    await setReady(company, sent);
    await publish(company);
    await startMeeting(company);
    await takeIn(company, sent);

    expect((await see(I)).said).toContain('Tatt inn, venter på samtykke');
    expect((await see(K)).parts).toEqual([...CONTACT, ...SUMMARY]);
    for (const member of [H, P]) expect((await see(member)).parts).toEqual(SUMMARY);
    for (const other of [A, ST]) expect((await see(other)).title).toBe(REFUSED);
  });

  it('consents to B and C, D to the coordinator’s agency, the police left out', async () => {
    const author = company.player(I);
    await author.sends('name-case-candidate', { caseId: sent.caseId, name: NAME, nonce: 'name' });
    expect((await see(K)).said).not.toContain(NAME);
    const coordinator = company.player(K);
    const form = await coordinator.sends('start-consent', { caseId: sent.caseId, nonce: 'form' });
    const matrix = await coordinator.presses(form, 'adjust-consent', {
      ...{ preset: 'coordination', understands: 'yes', how: 'oral', 'asked-by': K },
      'left-out': 'innsatsgruppen,felles-enhet-patale',
    });
    const both = 'sent-ute-koordinering,kronstad-dps';
    const shut = Object.fromEntries(['E', 'F'].map(group => [`see-${group}-${MO}`, '']));
    await coordinator.presses(matrix, 'record-consent', {
      ...{ [`see-B-${MO}`]: both, [`see-C-${MO}`]: both, [`see-D-${MO}`]: 'sent-ute-koordinering' },
      ...shut,
    });
    await company.settle();

    expect(await stateOf(company, sent.caseId)).toBe('mapping');
    expect((await see(I)).parts).toEqual([...from(MO, 'BCDEF'), ...CONTACT, ...SUMMARY]);
    expect((await see(K)).parts).toEqual([...from(MO, 'BCD'), ...CONTACT]);
    expect((await see(K)).said).toContain(NAME);
    expect((await see(H)).parts).toEqual(from(MO, 'BC'));
    expect((await see(P)).parts).toEqual([]);
    expect((await see(P)).title).toBe('Kartlegging');
    expect((await see(P)).said).not.toContain(NAME);
    for (const other of [A, ST]) expect((await see(other)).title).toBe(REFUSED);
  });

  it('a task is given: its owner sees code, title, date and detail', async () => {
    const member = company.player('medlem-kommune');
    await member.sends('create-action', {
      ...{ caseId: sent.caseId, title: 'clarify-living', owner: A, due: '2026-12-03', nonce: 'task' },
      ...{ detail: 'Ring vaktmester først', 'detail-group': 'C' },
    });
    await company.settle();

    const seen = await see(A);
    expect(seen.title).toBe('Oppgavene dine i saken');
    expect(seen.parts).toEqual(from(MO, 'C'));
    for (const word of [sent.code, 'Avklare bosituasjon', '3. des.', 'Ring vaktmester først'])
      expect(seen.said).toContain(word);
    for (const other of [K, H, P]) expect((await see(other)).said).toContain('Avklare bosituasjon');
    for (const other of [K, H, P]) expect((await see(other)).said).not.toContain('Ring vaktmester først');
    expect((await see(I)).parts).toEqual([...from(MO, 'BCDEF'), ...CONTACT, ...SUMMARY]);
    expect((await see(ST)).title).toBe(REFUSED);
  });

  it('is blocked by a gap: the group sees that it stands still, the steering group no case', async () => {
    const { actions } = z
      .looseObject({ kase: z.looseObject({ actions: z.array(z.looseObject({ id: z.string() })) }) })
      .parse((await documents(company, 'case'))[0]).kase;
    await company.player(A).sends('block-action', {
      ...{ caseId: sent.caseId, actionId: actions[0]?.id, row: 1, 'gap-1': 'housing', nonce: 'gap' },
    });
    await company.settle();

    for (const other of [K, H, A]) expect((await see(other)).said).toContain('Står fast');
    expect((await see(P)).parts).toEqual([]);
    expect((await see(ST)).title).toBe(REFUSED);
  });
});

describe('the story of a refusal and a later withdrawal of domain.md §14', () => {
  let company: Company;
  let sent: Sent;
  let see: ReturnType<typeof looks>;
  const LAR = 'innmelder-lar';
  const OF_LAR = 'avd-rusmedisin';

  const given = { preset: 'coordination', how: 'oral', 'asked-by': LAR } as const;

  beforeAll(async () => {
    company = await gather([LAR, K, H, P, A]);
    sent = await refer(company, { by: LAR, identity: { name: NAME } });
    see = looks(company, sent);
    await setReady(company, sent);
    await publish(company);
    await startMeeting(company);
    await takeIn(company, sent);
  });
  afterAll(() => company.leave());

  it('taken in, and said no: the author and the coordinator know, the coordinator never the name', async () => {
    await company.player(LAR).sends('refuse-consent', {
      ...{ caseId: sent.caseId, version: '0', 'ask-again': '2026-12-07', nonce: 'no' },
    });
    await company.settle();

    expect((await see(LAR)).said).toContain('Takket nei');
    expect((await see(LAR)).parts).toContain(`B from ${OF_LAR}`);
    const coordinator = await see(K);
    expect(coordinator).toMatchObject({ title: 'Takket nei', parts: [] });
    expect(coordinator.said).not.toContain(NAME);
    for (const member of [H, P]) expect(await see(member)).toMatchObject({ title: 'Takket nei', parts: [] });
    expect((await see(A)).title).toBe(REFUSED);
  });

  it('asked again when the day has come, while intoxicated: nothing is saved', async () => {
    company.world.clock.advance('P15D');
    await company.player(K).sends('ask-again', { caseId: sent.caseId, nonce: 'again' });

    const answer = await records(company, sent, { ...given, understands: 'no' });

    expect(words(answer)).toContain('Samtykket er ikke lagret');
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
    expect((await see(K)).said).not.toContain(NAME);
  });

  it('consents when they understand, and a task is given: each sees what the consent opens', async () => {
    await records(company, sent, { ...given, understands: 'yes' });
    await company.player(K).sends('create-action', {
      ...{ caseId: sent.caseId, title: 'clarify-living', owner: A, due: '2026-12-23', nonce: 'task' },
      ...{ detail: 'Ring vaktmester først', 'detail-group': 'C' },
    });
    await company.settle();

    expect((await see(LAR)).parts).toContain(`B from ${OF_LAR}`);
    expect((await see(K)).parts).toEqual([...from(OF_LAR, 'BCD'), `contact from ${OF_LAR}`]);
    expect((await see(H)).parts).toEqual(from(OF_LAR, 'BCD'));
    expect((await see(P)).parts).toEqual(from(OF_LAR, 'B'));
    expect((await see(A)).said).toContain('Ring vaktmester først');
  });

  it('withdrawn: the author has their own, the coordinator the state, the members a dead card, the owner a stop', async () => {
    const before = company.player(H).newest();
    await company.player(H).sends('withdraw-consent', { caseId: sent.caseId, nonce: 'withdraw' });
    await company.settle();

    expect((await see(LAR)).parts).toContain(`B from ${OF_LAR}`);
    expect((await see(LAR)).said).toContain('Trukket seg');
    const coordinator = await see(K);
    expect(coordinator).toMatchObject({ title: 'Trukket seg', parts: [] });
    expect(coordinator.said).not.toContain(NAME);
    for (const member of [H, P])
      expect(await see(member)).toMatchObject({ title: 'Ikke lenger tilgjengelig', parts: [] });
    expect((await see(A)).title).toBe('Arbeidet stopper');
    expect((await see(A)).said).not.toContain('Ring vaktmester først');
    expect(words(company.player(A).newest())).toContain('Arbeidet har stoppet');
    expect(words(before)).not.toContain(NAME);
  });
});
