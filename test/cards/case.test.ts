import { caseCard } from '../../src/cards/case';
import { type CaseSubject } from '../../src/cards/case-subject';
import { type Drawing } from '../../src/cards/drawing';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import {
  aBrief,
  actionId,
  aFullReferral,
  anItem,
  aRunningMeeting,
  caseIn,
  codeOf,
  consentTo,
  meetingId,
  member,
  nameOf,
  owner,
  seenOf,
} from './group-subjects';
import { CANARY, dataOf, faultsIn, HARMLESS, inputIn, nodesIn, verbsIn, wordsIn } from './rules';
import { agencyId, aDrawing, at, coordinator, day, inEachLanguage } from './subjects';

const nextMeeting = day('2026-12-01');
const by = (reader: Person): Drawing => aDrawing({ reader, nameOf });
const subject = (kase: Case, more: Partial<CaseSubject> = {}): CaseSubject => ({
  kase,
  seen: [],
  nextMeeting,
  place: 'chat',
  ...more,
});
const view = (kase: Case, more: Partial<CaseSubject> = {}, reader = coordinator) =>
  caseCard(by(reader), subject(kase, more));
const primaryIn = (card: Parameters<typeof nodesIn>[0]) => {
  const actions: unknown = card['actions'];
  return (Array.isArray(actions) ? (actions as { style?: string; verb?: string }[]) : [])
    .filter(({ style }) => style === 'positive')
    .map(({ verb }) => verb);
};
const past = Array.from({ length: 12 }, () => ({
  state: 'ready-for-review' as const,
  since: at('2026-11-17T09:00:00Z'),
}));
const actions = (['open', 'blocked', 'done', 'cancelled'] as const)
  .flatMap(state => [state, state, state])
  .map((state, n) => aBrief({ id: actionId(String(n)), state, title: 'gather-information' }));
const LONG = 'æ*'.repeat(100);

/** What the coordinator may do whatever the state, behind the rest. */
const IN_EVERY_STATE: readonly string[] = [
  'start-archive',
  'open-access-log',
  'declare-disqualified',
  'open-innspill',
  'open-incidents',
  'start-gap',
  'open-decisions',
];
const PAUSING = ['start-pause-case'];
const ENDING = [...PAUSING, 'start-conclude-case'];

describe('caseCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card in every state, in %s', (_, d) => {
    const item = anItem();
    const meeting = aRunningMeeting();

    const cards = [coordinator, member, owner].flatMap(reader =>
      CASE_STATES.flatMap(state => [
        caseCard({ ...d, reader }, subject(caseIn(state))),
        caseCard(
          { ...d, reader },
          subject(caseIn(state, { urgent: true, past, actions, meetingId }), {
            seen: seenOf(['summary', 'contact']),
            meeting,
            item,
            place: 'channel',
            linked: codeOf(2),
          }),
        ),
      ]),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it.each(inEachLanguage({ reader: coordinator }))('fits when everything is open and long, in %s', (_, d) => {
    const referral = aFullReferral({ words: LONG, contactRole: LONG, urgent: LONG, reach: LONG });
    const kase = { ...caseIn('active', { past, actions, urgent: true }), consent: consentTo('except') };
    const seen = [
      ...seenOf(['B', 'C', 'D', 'E', 'F', 'summary', 'contact'], referral),
      { origin: agencyId('sent-ute-koordinering'), content: { C: { urgent: LONG } } },
    ];

    expect(faultsIn(caseCard(d, subject(kase, { seen, linked: codeOf(2) })))).toEqual([]);
  });

  it('shows the de-identified summary before consent, each thing once', () => {
    const words = wordsIn(view(caseIn('ready-for-review'), { seen: seenOf(['summary']) }));

    expect(words).toContain('Ber om: Samordning');
    expect(words).toContain('5 oppfylt, 1 usikkert');
    expect(words).toContain('Alvorlig psykisk lidelse: Usikker');
    expect(words).toContain('Avidentifisert sammendrag. Det er fortsatt personopplysninger.');
    expect(words.match(/Slags tjenester: /g)).toHaveLength(1);
  });

  it('says of what is locked only who holds it, and whom to ask', () => {
    const words = wordsIn(view(caseIn('ready-for-review'), { seen: seenOf(['summary']) }, member));

    expect(words).toContain('0 åpne, 5 låste');
    expect(words).toContain('Etat for sosiale tjenester');
    expect(words).toContain('Spør Innmelder, MO-senter');
    expect(words).not.toMatch(/Testperson|fred|LAR|Strax/);
  });

  it.each(['consent-refused', 'withdrawn'] as const)(
    'lets the coordinator ask again on the day, once the case is %s',
    state => {
      const kase = caseIn(state);
      const on = (today: Drawing['today']) => verbsIn(caseCard({ ...by(coordinator), today }, subject(kase)));

      expect(on(kase.askAgainAfter)).toContain('ask-again');
      expect(on(day('2026-01-01'))).not.toContain('ask-again');
      expect(verbsIn(view({ ...kase, holdings: [] }))).not.toContain('ask-again');
    },
  );

  it('says that a consent has run out, and begins nothing on it, before the clock has said so', () => {
    const kase = { ...caseIn('mapping'), consent: consentTo('coordination') };

    const card = caseCard({ ...by(coordinator), today: day('2027-06-01') }, subject(kase));

    expect(wordsIn(card)).toContain('Samtykke: Gjaldt til');
    expect(verbsIn(card)).not.toContain('start-action');
    expect(wordsIn(view(kase))).toContain('Samtykke: Gitt, gjelder til');
  });

  it('does not tell that another agency has put in something the reader may not see', () => {
    const holdings = [{ origin: agencyId('innsatsgruppen'), section: 'E' as const }];
    const drawn = (kase: Case) =>
      JSON.stringify(caseCard(aDrawing({ reader: member, nameOf }), subject(kase)));
    const referred = caseIn('mapping');

    expect(drawn({ ...referred, holdings: [...referred.holdings, ...holdings] })).toBe(drawn(referred));
    expect(drawn(caseIn('mapping', { holdings }))).not.toContain('Politiets innsatsgruppe');
  });

  it('says that something is mapped where it is open, and stays small when everybody has mapped everything', () => {
    const mapping = {
      housing: { level: 'red', text: 'KANARI', on: day('2026-11-20'), by: owner.id },
    } as const;
    const agencies = Array.from({ length: 13 }, (_, n) => agencyId(`etat-${String(n)}`));
    const held = agencies.flatMap(origin =>
      (['C', 'D', 'E', 'F'] as const).map(section => ({ origin, section })),
    );
    const seen = agencies.map(origin => ({
      origin,
      content: { C: { mapping }, D: { mapping }, E: { mapping }, F: { mapping } },
    }));
    const card = view(caseIn('mapping', { holdings: held }), { seen });

    expect(faultsIn(card)).toEqual([]);
    expect(wordsIn(card)).toContain('1 område er kartlagt');
    expect(wordsIn(card)).toContain('Og 40 til. Se kartleggingen.');
    expect(JSON.stringify(card)).not.toContain('KANARI');
  });

  it('shows what consent opened, with where it comes from, and keeps the rest locked', () => {
    const kase = { ...caseIn('mapping'), consent: consentTo('coordination') };

    const words = wordsIn(view(kase, { seen: seenOf(['B', 'C', 'D', 'summary']) }));

    expect(words).toContain('3 åpne, 2 låste');
    expect(words).toContain('Navn: Testperson En');
    expect(words).toContain('I kontakt med: LAR');
    expect(words).not.toContain('I kontakt med: Politiet');
  });

  it('never shows a national identity number in full', () => {
    const card = JSON.stringify(view(caseIn('mapping'), { seen: seenOf(['B']) }));

    expect(card).toContain('010190 •••••');
    expect(card).not.toContain('12345');
  });

  it("calls the reader's own agency so, and says when it entered nothing", () => {
    const seen = [{ origin: agencyId('kronstad-dps'), content: { E: {} } }];
    const holdings = [{ origin: agencyId('kronstad-dps'), section: 'E' as const }];

    const words = wordsIn(view(caseIn('mapping', { holdings }), { seen }, member));

    expect(words).toContain('Din etat\nIngenting er lagt inn.');
  });

  it('lets own words stand first, and shows that nobody asked', () => {
    const asked = wordsIn(view(caseIn('mapping'), { seen: seenOf(['C']) }));
    const silent = wordsIn(view(caseIn('mapping'), { seen: seenOf(['C'], aFullReferral({ words: '' })) }));

    expect(asked).toContain('Med egne ord\n«Jeg vil ha et sted der jeg får være i fred\\.»');
    expect(silent).toContain('Med egne ord\nIkke spurt');
  });

  it('shows whatever people typed as text only', () => {
    const referral = aFullReferral({ words: CANARY, contactRole: CANARY, urgent: CANARY, reach: CANARY });
    const details = new Map([[actionId('1'), CANARY]]);
    const kase = caseIn('mapping', { actions: [aBrief()] });

    const card = view(kase, { seen: seenOf(['C', 'contact'], referral), details });

    expect(wordsIn(card).split(HARMLESS)).toHaveLength(6);
    expect(JSON.stringify(card)).not.toContain('<at>');
  });

  it('shows no groups after an end', () => {
    const words = wordsIn(view(caseIn('declined'), { seen: seenOf(['C']) }));

    expect(words).not.toContain('Hvem har opplysningene');
  });

  it('says how to reach the referrer to whom it is open', () => {
    const open = wordsIn(view(caseIn('submitted'), { seen: seenOf(['contact']) }));
    const shut = wordsIn(view(caseIn('submitted')));

    expect(open).toContain('Slik når du innmelderen\nInnmelder, MO-senter: 55 00 00 00');
    expect(shut).not.toContain('Slik når du innmelderen');
  });

  it('says what happens next in each state', () => {
    expect(wordsIn(view(caseIn('ready-for-review')))).toContain(
      'gruppen tar stilling tirsdag 1.\u00a0desember',
    );
    expect(wordsIn(view(caseIn('submitted', { recognisable: true })))).toContain(
      'Neste: samtykke før gruppen',
    );
    expect(wordsIn(view(caseIn('submitted', { answered: true })))).toContain('Nye opplysninger har kommet.');
    expect(wordsIn(view(caseIn('needs-info')))).toContain('Mangler: Er personen informert?');
    expect(wordsIn(view(caseIn('deferred')))).toContain('Årsak: Avventer tjeneste');
    expect(wordsIn(view(caseIn('awaiting-consent')))).toContain('11 dager, grensen er 28');
    expect(wordsIn(view(caseIn('concluded')))).toContain('Årsak: Flyttet');
  });

  it('counts open tasks with the next date, and draws the open ones first', () => {
    const kase = caseIn('mapping', {
      actions: [
        aBrief({ state: 'done', title: 'update-plan' }),
        aBrief({ due: day('2026-12-11') }),
        aBrief({ state: 'blocked', due: day('2026-12-04'), title: 'arrange-meeting' }),
      ],
    });

    const words = wordsIn(view(kase));

    expect(words).toContain('Åpne oppgaver: 2, neste frist fredag 4.\u00a0desember');
    expect(words).toContain('Ansvarlig, MO-senter · Står fast');
    expect(words.indexOf('Avtale møte')).toBeLessThan(words.indexOf('Oppdatere plan'));
  });

  it('never tells a member that somebody withdrew before they came back', () => {
    const since = at('2026-11-12T09:00:00Z');
    const kase = caseIn('awaiting-consent', {
      presented: true,
      past: [
        { state: 'submitted', since },
        { state: 'active', since },
        { state: 'withdrawn', since },
      ],
    });

    expect(wordsIn(view(kase))).toContain('Trukket seg');
    expect(wordsIn(view(kase, {}, member))).not.toContain('Trukket seg');
  });

  it('tells the history from the referral on', () => {
    const since = at('2026-11-12T09:00:00Z');
    const kase = caseIn('ready-for-review', { past: [{ state: 'submitted', since }] });

    expect(wordsIn(view(kase))).toContain(
      '2 hendelser\nVis\nSkjul\n12.\u00a0nov.\nInnmeldt av Innmelder, MO-senter\n12.\u00a0nov.\nKlar for ressursgruppen',
    );
  });

  it.each<[CaseState, readonly string[], readonly string[]]>([
    [
      'submitted',
      ['mark-ready'],
      ['mark-ready', 'open-consent', 'request-information', 'mark-urgent', 'close-view', ...PAUSING],
    ],
    ['needs-info', [], ['open-consent', 'mark-urgent', 'close-view', ...PAUSING]],
    [
      'ready-for-review',
      ['open-agenda'],
      [
        'open-agenda',
        'open-consent',
        'start-action',
        'request-information',
        'mark-urgent',
        'close-view',
        ...PAUSING,
      ],
    ],
    [
      'deferred',
      ['return-to-agenda'],
      ['return-to-agenda', 'open-consent', 'mark-urgent', 'close-view', ...PAUSING],
    ],
    ['awaiting-consent', ['open-consent'], ['open-consent', 'start-action', 'close-view', ...ENDING]],
    [
      'mapping',
      ['open-mapping'],
      [
        'open-mapping',
        'open-consent',
        'start-action',
        'close-view',
        'start-measures',
        ...ENDING,
        'open-plan',
      ],
    ],
    ['consent-refused', ['start-archive'], ['close-view']],
    ['consent-expired', ['open-consent'], ['open-consent', 'close-view', 'open-mapping', ...ENDING]],
  ])('offers the coordinator in %s what the state allows', (state, primary, verbs) => {
    const card = view(caseIn(state, { meetingId }));

    expect(primaryIn(card)).toEqual(primary);
    expect(verbsIn(card).filter(verb => !IN_EVERY_STATE.includes(verb))).toEqual(verbs);
    expect(verbsIn(card)).toEqual(expect.arrayContaining([...IN_EVERY_STATE]));
  });

  it('does not offer to call a recognisable case ready before there is consent', () => {
    const kase = caseIn('submitted', { recognisable: true });

    expect(primaryIn(view(kase))).toEqual(['open-consent']);
    expect(verbsIn(view(kase))).not.toContain('mark-ready');
    expect(verbsIn(view({ ...kase, consent: consentTo('meeting') }))).toContain('mark-ready');
  });

  it('does not offer to make an urgent case urgent', () => {
    expect(verbsIn(view(caseIn('submitted', { urgent: true })))).not.toContain('mark-urgent');
    expect(wordsIn(view(caseIn('submitted', { urgent: true })))).toContain('· Hastesak · Bare du ser dette');
  });

  it('asks for what is missing with a working week to answer', () => {
    expect(inputIn(view(caseIn('submitted')), 'answer-by')).toMatchObject({ value: '2026-11-30' });
    expect(inputIn(view(caseIn('submitted')), 'reason')).toMatchObject({ maxLength: 200, isRequired: true });
  });

  it('records a decision first while the meeting runs', () => {
    const kase = caseIn('ready-for-review', { meetingId });
    const meeting = aRunningMeeting();

    expect(primaryIn(view(kase, { meeting, item: anItem() }))).toEqual(['start-decision']);
    expect(dataOf(view(kase, { meeting, item: anItem() }), 'start-decision')).toEqual({
      caseId: kase.id,
      meetingId,
      nonce: 'nonce',
    });
    expect(verbsIn(view(kase, { meeting }))).not.toContain('start-decision');
    expect(verbsIn(view(kase, { meeting, item: anItem() }, member))).not.toContain('start-decision');
  });

  it('holds no input in the channel, and gives the base card back', () => {
    const kase = caseIn('ready-for-review', { meetingId });

    const card = view(kase, { place: 'channel', seen: seenOf(['summary']) });

    expect(nodesIn(card).filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
    expect(dataOf(card, 'close-item')).toEqual({ caseId: kase.id, meetingId, nonce: 'nonce' });
  });

  it('shows an owner the own tasks and their details, and nothing else of the case', () => {
    const mine = aBrief();
    const others = aBrief({ id: actionId('2'), owner: member.id, title: 'update-plan' });
    const kase = caseIn('mapping', { actions: [mine, others] });

    const words = wordsIn(view(kase, { details: new Map([[mine.id, 'Ring utleier']]) }, owner));

    expect(words).toContain('Avklare bosituasjon');
    expect(words).toContain('Ring utleier');
    expect(words).not.toMatch(/Kartlegging|Oppdatere plan|Historikk|Samtykke/);
  });

  it('tells an owner that the work stops, not why', () => {
    const kase = caseIn('consent-refused', { actions: [aBrief()] });

    const words = wordsIn(view(kase, {}, owner));

    expect(words).toContain('Arbeidet stopper');
    expect(words).not.toMatch(/Takket nei|Avklare bosituasjon/);
  });

  it('tells a member no more of a withdrawal than the channel does', () => {
    expect(wordsIn(view(caseIn('withdrawn'), {}, member))).not.toContain('Trukket seg');
    expect(wordsIn(view(caseIn('withdrawn'), {}, member))).toContain('Ikke lenger tilgjengelig');
    expect(wordsIn(view(caseIn('withdrawn')))).toContain('Trukket seg');
  });

  it('tells of an earlier case only when it is given', () => {
    expect(wordsIn(view(caseIn('submitted'), { linked: codeOf(2) }))).toContain(codeOf(2));
    expect(wordsIn(view(caseIn('submitted')))).not.toContain('tidligere sak');
  });
});
