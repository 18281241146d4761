import {
  caseOf,
  chatOf,
  type Company,
  CONSENT,
  consent,
  EVERY_PARTNER,
  gather,
  giveTask,
  itemCard,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  stateOf,
  takeIn,
  verbsOn,
  words,
} from './company';

const PEOPLE = ['innmelder-mo', 'koordinator', 'medlem-helse', 'medlem-politi', 'ansvarlig'];
/** What stands in the referral and may be read by some only. */
const OWN_WORDS = 'Jeg vil bo ved sjøen';
const NAME = 'Oppdiktet Person';
const DETAIL = 'Ring om rommet i andre etasje';
/** The whole of the person's "no" to the police, beside the municipality and the hospital. */
const WITHOUT_POLICE = { ...CONSENT, 'left-out': 'innsatsgruppen,felles-enhet-patale' };

let company: Company;
let sent: Sent;

beforeAll(async () => {
  company = await gather(PEOPLE);
});
afterAll(() => company.leave());

/** The same case, as each of these people sees it now. */
const seenBy = async (people: readonly string[]): Promise<readonly string[]> => {
  const cards = [];
  for (const person of people) cards.push(words(await opens(company, person, sent)));
  return cards;
};

describe('the main job, one step after the other', () => {
  it('begins with a referral that only its author and the coordinator know of', async () => {
    sent = await refer(company, {
      values: { words: OWN_WORDS, contact: 'mo,lar' },
      identity: { name: NAME, nin: '', 'birth-year': '' },
    });

    const [author = '', coordinator = '', member = ''] = await seenBy(PEOPLE);

    expect(await stateOf(company, sent.caseId)).toBe('submitted');
    expect(author).toContain(OWN_WORDS);
    expect(coordinator).toContain('Kriterier');
    expect(coordinator).not.toContain(OWN_WORDS);
    expect(coordinator).not.toContain(NAME);
    expect(member).toContain('Ikke tilgjengelig');
  });

  it('rings at the coordinator with the code and nothing else', () => {
    const [newest = ''] = chatOf(company, 'koordinator').slice(-1);

    expect(newest.split('\n')).toEqual([
      `Sak ${sent.code}`,
      'Ny innmelding',
      'Neste: se over innmeldingen.',
      '[Åpne sak]',
    ]);
  });

  it('waits in the inbox until it is set ready for the group', async () => {
    const waiting = words(await company.player('koordinator').says('innboks'));
    await setReady(company, sent);

    const after = words(await company.player('koordinator').says('innboks'));

    expect(waiting).toContain(`Se over innmeldingen ${sent.code}`);
    expect(after).not.toContain(sent.code);
    expect(await stateOf(company, sent.caseId)).toBe('ready-for-review');
    expect(chatOf(company, 'innmelder-mo').at(-1)).toContain('Klar for ressursgruppen');
  });

  it('shows whoever publishes the agenda what is on it, and the channel process only', async () => {
    const answer = words(await publish(company));

    const item = itemCard(company, sent);

    expect(answer).toContain('1 sak');
    expect(answer).toContain(sent.code);
    expect(words(item).split('\n')).toEqual([
      `Sak 1 · ${sent.code}`,
      'Ny kandidat',
      'Gruppen skal ta stilling til om kandidaten tas inn.',
      'Har ventet: 0 dager',
      'Innspill: Ingen ennå',
      'Åpne oppgaver: Ingen',
      '[Gi innspill]',
      '[Åpne sak]',
      '[Ny oppgave]',
    ]);
  });

  it.each(['medlem-helse', 'medlem-politi'])(
    'gives %s the de-identified summary in the channel, and the shared card back',
    async person => {
      const member = company.player(person);

      const view = await member.pressesInChannel(itemCard(company, sent), 'open-item');
      const closed = await member.pressesInChannel(view, 'Lukk');

      expect(words(view)).toContain('Bare du ser dette');
      expect(words(view)).toContain('Slags tjenester: Rusbehandling og lavterskeltilbud');
      expect(words(view)).not.toContain(OWN_WORDS);
      expect(words(view)).not.toContain(NAME);
      expect(words(closed)).toBe(words(itemCard(company, sent)));
    },
  );

  it('lets the group decide when every partner is there', async () => {
    await company.advance('P8D');
    const meeting = await startMeeting(company, EVERY_PARTNER);

    const decided = await takeIn(company, sent);

    expect(words(meeting)).toContain('Gruppen er beslutningsdyktig.');
    expect(words(decided)).toContain('Tatt inn');
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
    expect(words(itemCard(company, sent))).toContain('Beslutning registrert');
    expect(chatOf(company, 'innmelder-mo').at(-1)).toContain('Tatt inn, venter på samtykke');
  });

  it('still shows nobody anything new before there is a consent', async () => {
    const [author = '', ...others] = await seenBy(PEOPLE);

    expect(author).toContain(OWN_WORDS);
    expect(others.join('\n')).not.toContain(OWN_WORDS);
    expect(others.join('\n')).not.toContain(NAME);
  });

  it('opens with the consent what the person said yes to, for those they said yes to', async () => {
    await consent(company, sent, WITHOUT_POLICE);

    const [author = '', coordinator = '', health = '', police = '', owner = ''] = await seenBy(PEOPLE);

    expect(await stateOf(company, sent.caseId)).toBe('mapping');
    expect(author).toContain(OWN_WORDS);
    expect([coordinator, health].every(card => card.includes(OWN_WORDS) && card.includes(NAME))).toBe(true);
    expect(police).toContain(sent.code);
    expect(police).not.toContain(OWN_WORDS);
    expect(police).not.toContain(NAME);
    expect(owner).toContain('Ikke tilgjengelig');
  });

  it('gives the task to its owner, who sees the code, the task and its detail only', async () => {
    await giveTask(company, sent, {
      title: 'clarify-living',
      owner: 'ansvarlig',
      due: '2026-12-07',
      detail: DETAIL,
      'detail-group': 'C',
    });
    const notice = chatOf(company, 'ansvarlig').at(-1);

    const seen = words(await opens(company, 'ansvarlig', sent));

    expect(notice).toContain('Du har fått en oppgave');
    expect(notice).not.toContain(DETAIL);
    expect(seen).toContain('Avklare bosituasjon');
    expect(seen).toContain(DETAIL);
    expect(seen).not.toContain(OWN_WORDS);
    expect(seen).not.toContain(NAME);
  });

  it('asks an owner who is done for an outcome, and no one else may say it is done', async () => {
    const list = await company.player('ansvarlig').says('mine oppgaver');
    const button = { caseId: sent.caseId, actionId: (await caseOf(company, sent.caseId)).actions[0]?.id };

    const refused = await company
      .player('medlem-helse')
      .sends('complete-action', { ...button, row: 1, 'outcome-1': 'carried-out', nonce: 'not-mine' });

    expect(verbsOn(list)).toContain('complete-action');
    await expect(company.player('ansvarlig').presses(list, 'complete-action')).rejects.toThrow('outcome-1');
    expect(words(refused)).toContain('Det går ikke nå');
    expect((await caseOf(company, sent.caseId)).actions[0]?.state).toBe('open');
  });
});

/** How many digests the owner has got so far. */
const digests = (person: string): number =>
  chatOf(company, person).filter(card => card.startsWith('Dine oppgaver') && !card.includes('Bare du ser'))
    .length;

describe('the digest of a task that is due on Monday 7 December', () => {
  it.each([
    ['Wednesday, three working days before', 'P1D', 0],
    ['Thursday, two working days before', 'P1D', 1],
    ['Friday', 'P1D', 1],
    ['Saturday', 'P1D', 1],
    ['Sunday', 'P1D', 1],
    ['Monday, when it is due', 'P1D', 2],
    ['Tuesday, the day after', 'P1D', 3],
    ['Wednesday', 'P1D', 3],
  ])('has come to its owner so often by %s', async (_, later, count) => {
    await company.advance(later);

    expect(digests('ansvarlig')).toBe(count);
  });

  it('speaks of the title, the code and the date only', () => {
    const digest = chatOf(company, 'ansvarlig').find(card => card.startsWith('Dine oppgaver')) ?? '';

    expect(digest).toContain(`Avklare bosituasjon · ${sent.code} · 7. des.`);
    expect(digest).not.toContain(DETAIL);
  });

  it('can be answered on the card itself; a task that is done is not reminded of again', async () => {
    const owner = company.player('ansvarlig');
    const digest = company.connector
      .standingIn(owner.chat)
      .filter(({ card }) => words(card).startsWith('Dine oppgaver'));
    const [newest] = digest.slice(-1);

    const said = await owner.presses(newest?.card ?? {}, 'complete-action', { 'outcome-1': 'carried-out' });
    await company.advance('PT1S');
    const left = company.connector.standingIn(owner.chat).find(({ id }) => id === newest?.id);
    await company.advance('P5D');

    expect(words(said)).toContain('Oppgaven er gjort');
    expect(words(left?.card ?? {})).toContain('Ingen oppgaver haster nå');
    expect(words(itemCard(company, sent))).toContain('Åpne oppgaver: Ingen');
    expect(digests('ansvarlig')).toBe(3);
  });
});

describe('the digest of a task that is due after Christmas', () => {
  it('skips the holidays between: two working days before Monday 28 December is Wednesday the 23rd', async () => {
    await giveTask(company, sent, { title: 'arrange-meeting', owner: 'ansvarlig', due: '2026-12-28' });
    const before = digests('ansvarlig');
    await company.advance('P8D');
    const onTuesday = digests('ansvarlig') - before;

    await company.advance('P1D');

    expect(company.world.clock.instant().slice(0, 10)).toBe('2026-12-23');
    expect([onTuesday, digests('ansvarlig') - before]).toEqual([0, 1]);
  });
});
