import { type Element } from '../../src/local/demo/element';
import {
  bytesIn,
  caseOf,
  chatOf,
  type Company,
  CONSENT,
  consent,
  documents,
  events,
  EVERY_PARTNER,
  gather,
  giveTask,
  itemCard,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  stateOf,
  telling,
  verbsOn,
  words,
} from './company';
import { faultsIn } from '../cards/rules';
import { headingOf, isAllowed, kindsShown, laidBy, type Shown, withGallery } from './three-meetings/gallery';
import { type Log } from '../../src/log';
import { verifyLocal } from '../../src/local/verify-local';
import { hasKeys, stateIn, unsent } from './three-meetings/database';
import { DONE, FINALLY, LAID, READ_BY, REFUSED, SHOWN } from './three-meetings/expected';
import { field, handsIn, MEMBERS, OTHERS } from './three-meetings/hands';

const OWN_WORDS = 'Jeg vil ha et sted å bo.';
const GOAL = 'Sove hele natten.';
const NAME = 'Deltaker En';
/** Everything that anybody types in a text field about a case: nothing of it stands where others read. */
const TYPED = {
  words: OWN_WORDS,
  goal: GOAL,
  name: NAME,
  declining: 'Dekkes i dag.',
  takingIn: 'Samlet innsats.',
  dissent: 'Vi mener behandling kommer først.',
  postponing: 'Vi vet for lite.',
  housing: 'Har ikke bolig.',
  detail: 'Ring utleieren.',
  question: 'Skal botreningen anbefales?',
  recommending: 'Det andre er prøvd.',
} as const;

/** What was chosen rather than typed, and stands in no card of the channel either. */
const NOT_IN_CHANNEL = ['Innmelder', 'MO-senter', 'Bolig', 'Trussel', '1980'];

/** Seven weeks pass in half a minute: by the real clock that is more than Teams permits. */
const UNPACED = { thread: [], overall: [] };

/** Files are fetched over plain HTTP on one's own machine, and nowhere else. */
const LOCAL_LINK = ': leads to http://127.0.0.1:';

let company: Company;
let shown: readonly Shown[];
/** What was typed and lay in the clear in the data folder after any step of the journey. */
const readable: string[] = [];
const logged: string[] = [];
/** What the clock or a press failed in. */
const troubles: string[] = [];
const log: Log = (event, fields) => {
  logged.push(JSON.stringify({ event, ...fields }));
  if (/fail|broken|dead/.test(event)) troubles.push(event);
};
/** Taken in, followed through the mapping and the plan, concluded and archived. */
let one: Sent;
/** Not taken in. */
let two: Sent;
/** Postponed, paused, taken up again and taken in; said no. */
let three: Sent;
/** Taken in, waited long for a consent, took part until that ran out. */
let four: Sent;

beforeAll(async () => {
  ({ company, shown } = withGallery(
    await gather([...MEMBERS, ...OTHERS], { log, reminders: { limits: UNPACED } }),
  ));
});
afterEach(() => {
  const bytes = bytesIn(company.dataDir);
  readable.push(...Object.values(TYPED).filter(text => bytes.includes(text)));
});
afterAll(() => company.leave());

const {
  agenda,
  channelAgenda,
  coordinator,
  decides,
  decisionForm,
  ends,
  fetched,
  newestOf,
  onCase,
  presses,
} = handsIn(() => company);

describe('before the first meeting', () => {
  it('waits for the deadline, and then asks the coordinator to publish', async () => {
    one = await refer(company, {
      values: { words: OWN_WORDS },
      identity: { name: NAME, 'birth-year': '1980' },
    });
    two = await refer(company, { by: 'innmelder-lar' });
    three = await refer(company, { by: 'innmelder-politi' });
    four = await refer(company);
    for (const sent of [one, two, three, four]) await setReady(company, sent);
    await company.advance('P3DT3H30M');

    const inbox = words(await coordinator().says('innboks'));

    expect(inbox).toContain('Publiser sakslisten');
  });

  it('is ordered by hand, with minutes that are held against the length of the meeting', async () => {
    const form = await presses(await agenda(), 'start-order-agenda');

    const ordered = words(
      await presses(form, 'order-agenda', { item: three.code, after: 'first', minutes: '30' }),
    );

    expect(ordered).toContain('60 av 90 minutter');
    expect(ordered.indexOf(three.code)).toBeLessThan(ordered.indexOf(one.code));
  });

  it('is published on Thursday after noon, and every seat is asked once', async () => {
    await publish(company);

    const asked = MEMBERS.filter(person => /Saksliste?[na] er klar|Saklista er klar/.test(newestOf(person)));

    expect(asked).toEqual(MEMBERS);
    expect(channelAgenda()).toContain('4 saker');
    expect(newestOf('medlem-sifer')).not.toContain(one.code);
  });

  it('takes the answers of all at once, and shows which seats have answered, not what', async () => {
    const answering = MEMBERS.filter(person => person !== 'medlem-sifer');
    const forms = new Map<string, Element>();
    for (const person of answering) {
      const player = company.player(person);
      forms.set(person, await player.presses(player.newest(), 'open-contributions'));
    }

    const answers = answering.map(person => {
      const forTwo = person === 'medlem-politi' ? {} : field('answer', two, 'cannot');
      return company.player(person).presses(forms.get(person) ?? {}, 'contribute', {
        ...forTwo,
        ...field('answer', one, 'can'),
        ...field('answer', three, 'needs-clarifying'),
        ...field('answer', four, 'can'),
      });
    });
    const sent = await Promise.all(answers);
    await company.settle();

    const card = words(itemCard(company, one));
    expect(sent.map(words).every(text => /Innsp[ie]ll? sendt/.test(text))).toBe(true);
    expect(card).toContain('Innspill: 9 av 11 plasser');
    expect(card).not.toContain('Kan bidra');
  });

  it('lets an answer be changed until the meeting, and counts it once', async () => {
    const member = company.player('medlem-helse');
    const form = await member.sends('open-contributions', { nonce: 'another' });

    await member.presses(form, 'contribute', field('answer', one, 'needs-clarifying'));
    await company.settle();

    const view = words(await onCase(one, 'open-innspill'));
    expect(words(itemCard(company, one))).toContain('Innspill: 9 av 11 plasser');
    expect(view).toMatch(/Kronstad DPS.*\n?.*[Tt]renger avklaring/);
  });

  it('lets the registrar answer for a seat that cannot, and says so', async () => {
    const form = await coordinator().sends('open-contributions', { nonce: 'for-a-seat' });

    await presses(form, 'contribute', field('answer', one, 'can'));

    const view = words(await onCase(one, 'open-innspill'));
    expect(words(itemCard(company, one))).toContain('Innspill: 10 av 11 plasser');
    expect(view).toContain('Politiadvokat');
    expect(view).toContain('Sent ute-koordinator');
  });

  it('reminds once who has not answered', async () => {
    await company.advance('P1D');
    const reminded = (person: string): number =>
      chatOf(company, person).filter(text => text.includes('Vi mangler svar fra deg')).length;

    await company.advance('P1D');

    expect(reminded('medlem-sifer')).toBe(1);
    expect(reminded('medlem-politi')).toBe(1);
    expect(reminded('medlem-helse')).toBe(0);
  });
});

describe('the first meeting', () => {
  it('begins with who is there, stand-ins too, and the text that is read', async () => {
    await company.advance('P2DT19H30M');
    const form = await presses(await agenda(), 'start-attendance');

    const held = words(
      await presses(form, 'start-meeting', {
        kommune: 'sosiale-tjenester,ruskoordinator',
        helse: 'kronstad-dps',
        politi: '',
        'stand-ins': 'kronstad-dps',
        confidential: 'yes',
      }),
    );

    expect(held).toContain('3 av 11 plasser, 1 ved stedfortreder');
    expect(held).toContain('Årserklæring mangler');
  });

  it('lets a member sign the declaration of the year', async () => {
    const member = company.player('medlem-kommune');

    const form = await member.presses(await member.says('saksliste'), 'start-declaration');
    await member.presses(form, 'sign-declaration', { signed: 'yes' });

    expect(verbsOn(await member.says('saksliste'))).not.toContain('start-declaration');
  });

  it('says at the top of the channel which case is up', async () => {
    await presses(await agenda(), 'take-up-item');

    expect(channelAgenda()).toContain(`Nå: Sak 1 · ${three.code}`);
  });

  it('refuses a member everything about the one case they are not impartial in, from then on', async () => {
    const member = company.player('medlem-divisjon');
    const [item, other] = [itemCard(company, two), itemCard(company, one)];
    const before = words(await member.pressesInChannel(item, 'open-item'));
    const view = await member.pressesInChannel(item, 'open-item');

    await member.pressesInChannel(view, 'declare-disqualified');
    await company.settle();

    const afterwards = [
      await member.pressesInChannel(itemCard(company, two), 'open-item'),
      await opens(company, 'medlem-divisjon', two),
      await member.sends('open-innspill', { caseId: two.caseId, nonce: 'innspill' }),
      await member.sends('open-decisions', { caseId: two.caseId, nonce: 'decisions' }),
      await member.presses(await member.says(`sak ${two.code}`), 'open-by-code'),
      await member.presses(view, 'close-item'),
    ].map(words);
    const round = words(await member.sends('open-contributions', { nonce: 'round' }));
    expect(before).not.toContain('Ikke tilgjengelig');
    expect(afterwards.filter(text => !text.includes('Ikke tilgjengelig'))).toEqual([]);
    expect(round).not.toContain(two.code);
    expect(words(await member.pressesInChannel(other, 'open-item'))).toContain(one.code);
  });

  it('lets the chair name another, with a reason', async () => {
    const form = await onCase(two, 'start-disqualification');

    await presses(form, 'disqualify-other', { person: 'medlem-sifer', reason: 'other' });

    expect(words(await opens(company, 'medlem-sifer', two))).toContain('Ikke tilgjengelig');
    expect(words(await opens(company, 'medlem-sifer', one))).not.toContain('Ikke tilgjengelig');
  });

  it('takes nobody in without all three partners, and says who is missing; other decisions can be made', async () => {
    const form = await decisionForm(two);

    expect(words(form)).toContain('Ingen fra politiet er til stede');
    expect(words(form)).not.toContain('[Ta inn]');
    await decides(form, { outcome: 'declined', rationale: TYPED.declining, 'decline-reason': 'covered' });
    expect(await stateOf(company, two.caseId)).toBe('declined');
  });

  it('counts innspill from a partner that is not there', async () => {
    const taken = words(
      await presses(await decisionForm(one), 'Ta inn', {
        rationale: TYPED.takingIn,
        'dissent-seat': 'kronstad-dps',
        dissent: TYPED.dissent,
      }),
    );

    expect(taken).toContain('Tatt inn');
    expect(taken).toContain('Kronstad DPS');
    expect(await stateOf(company, one.caseId)).toBe('awaiting-consent');
    expect(words(itemCard(company, one))).toContain('Beslutning registrert');
  });

  it('postpones, with the reason', async () => {
    await decides(await decisionForm(three), {
      outcome: 'deferred',
      rationale: TYPED.postponing,
      'defer-reason': 'information',
    });

    expect(await stateOf(company, three.caseId)).toBe('deferred');
  });

  it('takes one in who has not answered yet', async () => {
    await presses(await decisionForm(four), 'Ta inn', { rationale: TYPED.takingIn });

    expect(await stateOf(company, four.caseId)).toBe('awaiting-consent');
  });

  it('tells the referrer that there is an outcome, and shows it to them alone', async () => {
    const told = chatOf(company, 'innmelder-mo').findLast(text => text.includes(one.code)) ?? '';
    const seen = words(
      await company.player('innmelder-mo').sends('open-decisions', { caseId: one.caseId, nonce: 'mine' }),
    );

    expect(told).toContain('Tatt inn, venter på samtykke');
    expect(told).not.toContain(TYPED.takingIn);
    expect(seen).toContain('Tatt inn');
  });

  it('leaves minutes that make themselves, are approved and locked, added to and fetched', async () => {
    await ends();
    const preview = await presses(coordinator().newest(), 'open-minutes');
    const approved = await presses(preview, 'approve-minutes');
    const added = await presses(await presses(approved, 'start-addendum'), 'add-addendum', {
      text: 'Neste gang begynner vi kl. 9.30.',
    });

    const file = await fetched(await presses(added, 'export-minutes'));

    expect(words(preview)).toContain('Beslutninger: 4');
    expect(words(approved)).toContain('Referatet er godkjent');
    expect(words(added)).toContain('Neste gang begynner vi');
    expect(file).toContain('.docx');
    expect(channelAgenda()).toContain('Referatet er godkjent');
  });

  it('is handed over to the archive, which gives a reference', async () => {
    const minutes = await coordinator().sends('open-minutes', { nonce: 'archiving' });
    const step = await presses(minutes, 'start-meeting-archive');
    const early = words(await presses(step, 'record-meeting-ref', { 'archive-ref': '2026/1001-1' }));

    const file = await fetched(await presses(step, 'export-meeting'));
    const archived = words(
      await presses(await presses(minutes, 'start-meeting-archive'), 'record-meeting-ref', {
        'archive-ref': '2026/1001-1',
      }),
    );

    expect(early).not.toContain('Arkivreferanse: 2026/1001-1');
    expect(file).toContain(one.code);
    expect(file).not.toContain(NAME);
    expect(archived).toContain('2026/1001-1');
  });
});

describe('between the meetings', () => {
  const member = () => company.player('medlem-helse');
  const asMember = async (what: string): Promise<Element> =>
    member().presses(await opens(company, 'medlem-helse', one), what);

  it('puts the postponed case on the agenda again, and lets it rest until a day', async () => {
    await onCase(three, 'return-to-agenda');
    const form = await onCase(three, 'start-pause-case');

    await presses(form, 'pause-case', { until: '2026-12-22' });

    expect((await caseOf(company, three.caseId)).pausedUntil).toBe('2026-12-22');
    expect(words(await agenda())).not.toContain(three.code);
  });

  it('maps with the participant, each agency its own', async () => {
    await consent(company, one);
    const form = await presses(await onCase(one, 'open-mapping'), 'start-mapping');
    await presses(form, 'record-mapping', { housing: 'red', 'text-housing': TYPED.housing });

    const own = await member().presses(await asMember('open-mapping'), 'start-mapping');
    const seen = await member().presses(own, 'record-mapping', { mental: 'yellow' });
    const police = { caseId: one.caseId, domain: 'housing', nonce: 'mapping' };

    expect(words(seen)).toContain('2 av 11 områder');
    expect(words(await member().presses(seen, 'Boligsituasjon'))).toContain(TYPED.housing);
    expect(words(await company.player('medlem-politi').sends('open-mapping', police))).not.toContain(
      TYPED.housing,
    );
    expect(words(await opens(company, 'medlem-politi', one))).not.toContain(TYPED.housing);
  });

  it('writes a plan in the participant’s own words, with tasks on services that exist', async () => {
    await giveTask(company, one, {
      title: 'clarify-living',
      owner: 'ansvarlig',
      due: '2026-12-10',
      detail: TYPED.detail,
      'detail-group': 'C',
    });
    const [task] = (await caseOf(company, one.caseId)).actions;
    const form = await presses(await onCase(one, 'open-plan'), 'start-plan');

    const plan = words(
      await presses(form, 'write-plan', {
        'goal-1': GOAL,
        contact: 'ansvarlig',
        measures: task?.id ?? '',
        review: '2027-01-12',
      }),
    );
    await onCase(one, 'start-measures');

    expect(plan).toContain(GOAL);
    expect(words(await opens(company, 'ansvarlig', one))).toContain(TYPED.detail);
    expect(await stateOf(company, one.caseId)).toBe('active');
  });

  it('asks before a new plan changes the contact person, and keeps every version', async () => {
    const form = await presses(await onCase(one, 'open-plan'), 'start-plan');
    const asked = await presses(form, 'write-plan', { contact: 'medlem-kommune' });

    await presses(asked, 'write-plan', { contact: 'medlem-kommune', confirm: 'yes' });

    expect((await caseOf(company, one.caseId)).plan).toMatchObject({ version: 2, contact: 'medlem-kommune' });
    expect(await documents(company, 'plan')).toHaveLength(2);
  });

  it('makes an incident the task of the agency where it happened, seen by nobody else', async () => {
    const form = await member().presses(await asMember('open-incidents'), 'start-incident');
    await member().presses(form, 'record-incident', {
      when: '2026-12-01',
      kind: 'threat',
      reported: 'considered',
    });
    await company.settle();

    const others = words(await onCase(one, 'open-incidents'));

    const kase = await caseOf(company, one.caseId);
    expect(kase.incidents).toHaveLength(1);
    expect(kase.actions.map(({ title, owner }) => [title, owner])).toContainEqual([
      'follow-up-incident',
      'medlem-helse',
    ]);
    expect(others).not.toContain('Trussel');
  });

  it('registers the gap that a blocked task shows, without the case', async () => {
    const owner = company.player('ansvarlig');
    const blocked = await owner.presses(await owner.says('mine oppgaver'), 'block-action', {
      'gap-1': 'housing',
    });
    const form = await owner.presses(blocked, 'start-gap');
    await owner.presses(form, 'record-gap', {
      partners: 'kommune',
      missing: 'Ingen bolig for dem som er utestengt.',
    });

    const register = await coordinator().says('glippsoner');
    const cleared = await presses(await presses(register, 'open-gap'), 'clear-gap');

    expect(words(register)).toContain('Bolig');
    expect(words(register)).not.toContain(one.code);
    expect(words(cleared)).toContain('Ingen bolig for dem');
    expect(words(await company.player('styringsgruppe').says('glippsoner'))).toContain('Bolig');
  });
});

const EVERYBODY = { ...EVERY_PARTNER, confidential: 'yes' };

describe('the second meeting', () => {
  it('is moved by a day, and everybody is told', async () => {
    await company.advance('P9DT3H');
    const form = await presses(await agenda(), 'start-plan-meeting');

    await presses(form, 'plan-meeting', { day: '2026-12-16' });

    expect(newestOf('medlem-helse')).toContain('Møtet er flyttet');
    expect(words(await agenda())).toContain('Onsdag 16. desember');
  });

  it('has a calendar file without any case', async () => {
    const file = await fetched(await presses(await agenda(), 'export-calendar'));

    expect(file).toContain('BEGIN:VCALENDAR');
    expect(file).toContain('20261216');
    expect(file).not.toContain('SU-');
  });

  it('leaves out a case that somebody takes off, with the reason', async () => {
    await onCase(four, 'take-off-agenda', { 'off-reason': 'person-wishes' });

    const foreseen = words(await agenda());

    expect(foreseen).not.toContain(four.code);
  });

  it('takes up a participant whom the coordinator puts on late, and recommends a new measure', async () => {
    await publish(company);
    await onCase(one, 'add-to-agenda');
    expect(channelAgenda()).toMatch(
      new RegExp(`Ny etter publisering.*${one.code}|${one.code}.*Ny etter publisering`),
    );
    expect(channelAgenda()).not.toMatch(new RegExp(`${three.code}|${four.code}`));
    await company.advance('P5DT21H');
    await presses(await presses(await agenda(), 'start-attendance'), 'start-meeting', EVERYBODY);
    const form = await decisionForm(one);

    await decides(form, {
      question: TYPED.question,
      outcome: 'recommended',
      rationale: TYPED.recommending,
    });

    const view = words(await onCase(one, 'open-decisions'));
    expect(view).toContain(TYPED.question);
    expect(view).toContain('Anbefales');
    expect(await stateOf(company, one.caseId)).toBe('active');
  });

  it('lets a new measure carry the decision that recommends it', async () => {
    const form = await onCase(one, 'start-action');
    const decision = /"value":"([0-9a-f]{32})"/.exec(JSON.stringify(form))?.[1] ?? '';

    await presses(form, 'create-action', {
      title: 'follow-up-existing',
      owner: 'medlem-kommune',
      due: '2026-12-18',
      kind: 'new-measure',
      decision,
      tried: 'social',
    });
    await ends();

    const measures = (await documents(company, 'action')).map(({ action }) => action);
    expect(measures).toContainEqual(expect.objectContaining({ recommendedBy: decision }));
  });
});

describe('the meeting that was cancelled', () => {
  it('had the case that rested on its agenda, the one whose task is late and the one without consent', async () => {
    await company.advance('P8DT4H');

    const published = words(await publish(company));

    expect(published).toContain('Tirsdag 29. desember');
    expect(published).toContain('Oppgaver over fristen');
    for (const { code } of [one, three, four]) expect(published).toContain(code);
  });

  it('is told to all, and leaves nothing in the channel but that', async () => {
    const items = [one, three, four].map(sent => ({ sent, before: words(itemCard(company, sent)) }));
    const form = await presses(await agenda(), 'start-plan-meeting');

    await presses(form, 'cancel-meeting', { reason: 'too-few' });

    expect(MEMBERS.filter(person => newestOf(person).includes('Møtet er avlyst'))).toEqual(MEMBERS);
    expect(channelAgenda()).toContain('Møtet er avlyst. Grunn: for få kan komme.');
    for (const { sent, before } of items) {
      expect(before).not.toContain('Ikke lenger tilgjengelig');
      expect(words(itemCard(company, sent))).toContain('Ikke lenger tilgjengelig');
      expect(await caseOf(company, sent.caseId)).not.toHaveProperty('meetingId');
    }
  });

  it('gives its cases to the next agenda by itself', async () => {
    const next = words(await agenda());

    expect(next).toContain('Tirsdag 12. januar');
    for (const { code } of [one, three, four]) expect(next).toContain(code);
  });
});

describe('the third meeting', () => {
  it('brings back, after 28 days, whoever was taken in and has not answered', async () => {
    const early = words(await coordinator().says('innboks'));
    await company.advance('P14D');

    const inbox = words(await coordinator().says('innboks'));
    await publish(company);

    expect(early).not.toContain('Ta opp samtykket på nytt');
    expect(inbox).toContain('Ta opp samtykket på nytt');
    expect(channelAgenda()).toContain('Tatt inn, uten samtykke');
    expect(words(itemCard(company, four))).toContain('Har ventet: 37 dager, grensen er 28');
  });

  it('never holds a case that rests, whoever asks for it', async () => {
    const form = await onCase(three, 'start-pause-case');
    await presses(form, 'pause-case', { until: '2027-02-01' });
    const resting = { foreseen: words(await agenda()), item: words(itemCard(company, three)) };
    await coordinator().sends('add-to-agenda', { caseId: three.caseId, nonce: 'all-the-same' });
    const asked = words(await agenda());

    await onCase(three, 'resume-case');
    await onCase(three, 'add-to-agenda');

    expect(resting.foreseen).not.toContain(three.code);
    expect(resting.item).toContain('Ikke lenger tilgjengelig');
    expect(asked).not.toContain(three.code);
    expect(words(await agenda())).toContain(three.code);
  });

  it('takes in, and leaves whoever says no alone', async () => {
    await company.advance('P4DT20H');
    await presses(await presses(await agenda(), 'start-attendance'), 'start-meeting', EVERYBODY);
    await presses(await decisionForm(three), 'Ta inn', { rationale: TYPED.takingIn });

    await presses(await onCase(three, 'open-consent'), 'refuse-consent');

    expect(await stateOf(company, three.caseId)).toBe('consent-refused');
    expect(words(itemCard(company, three))).toContain('Ikke lenger tilgjengelig');
    expect(newestOf('innmelder-politi')).not.toContain('Takket nei');
  });

  it('speaks of the one without consent, who gives it, for a while', async () => {
    await coordinator().pressesInChannel(itemCard(company, four), 'take-up-item');
    await consent(company, four, { ...CONSENT, until: '2027-03-25' });

    await onCase(four, 'start-measures');
    await ends();

    expect(await stateOf(company, four.caseId)).toBe('active');
    expect((await caseOf(company, four.caseId)).takenUpOn).toBe('2027-01-12');
  });

  it('concludes a case; everybody hears that the work stops, and nobody why', async () => {
    const form = await onCase(one, 'start-conclude-case');

    await presses(form, 'conclude-case', { reason: 'ordinary' });

    expect(await stateOf(company, one.caseId)).toBe('concluded');
    expect(chatOf(company, 'ansvarlig').join('\n')).toContain('Arbeidet har stoppet');
    expect(chatOf(company, 'ansvarlig').join('\n')).not.toContain('Videreført');
  });

  it('is archived, for nothing may be erased before', async () => {
    await company.advance('P7D');
    const inbox = words(await coordinator().says('innboks'));
    const step = await onCase(one, 'start-archive');
    const file = await fetched(await presses(step, 'export-archive'));
    const archived = words(
      await presses(await onCase(one, 'start-archive'), 'record-archive-ref', {
        'archive-ref': '2026/1001-7',
      }),
    );

    expect(inbox).toContain(one.code);
    expect(file).toContain(one.code);
    expect(archived).toContain('2026/1001-7');
    expect(words(await opens(company, 'innmelder-mo', one))).toContain(OWN_WORDS);
  });
});

describe('the standing clocks', () => {
  it('leave a participant in peace between two reviews', async () => {
    await company.advance('P30DT4H');

    const foreseen = words(await agenda());
    const inbox = words(await coordinator().says('innboks'));

    expect(foreseen).toContain('Tirsdag 23. februar');
    expect(foreseen).not.toContain(four.code);
    expect(inbox).not.toContain('Snakk med personen om samtykket');
  });

  it('remind of a consent that is about to run out', async () => {
    await company.advance('P7D');

    const inbox = words(await coordinator().says('innboks'));

    expect(inbox).toContain('Snakk med personen om samtykket');
    expect(inbox).toContain('Samtykket utløper om 28 dager');
    expect(inbox).toContain(four.code);
  });

  it('bring up a participant 56 days after the group last spoke of them', async () => {
    await company.advance('P7D');

    await publish(company);

    expect(channelAgenda()).toContain('Tirsdag 9. mars');
    expect(channelAgenda()).toContain('Deltakere til gjennomgang');
    expect(words(itemCard(company, four))).toContain('Gjennomgang');
  });

  it('end a consent on its day: nothing crosses any more, and the coordinator is asked to begin anew', async () => {
    await giveTask(company, four, { title: 'clarify-living', owner: 'ansvarlig', due: '2027-04-20' });

    await company.advance('P22D');

    expect(await stateOf(company, four.caseId)).toBe('consent-expired');
    expect(words(await coordinator().says('innboks'))).toContain('Spør om nytt samtykke');
    expect(words(itemCard(company, four))).not.toContain('Samtykke');
    expect(newestOf('ansvarlig')).toContain('Arbeidet har stoppet');
  });

  it('erase what was archived twelve months before, and nothing else', async () => {
    const cases = [one, two, three, four];
    const keysOf = async (): Promise<readonly boolean[]> =>
      Promise.all(cases.map(sent => hasKeys(company, sent)));
    const before = await keysOf();
    await company.advance('PT1M');
    const pending = await unsent(company);

    await company.advance('P13M');

    expect(before).toEqual([true, true, true, true]);
    expect(await keysOf()).toEqual([false, true, true, true]);
    expect(pending).toEqual([]);
    expect((await caseOf(company, one.caseId)).erasedOn).toBeDefined();
    expect(words(await opens(company, 'innmelder-mo', one))).not.toContain(OWN_WORDS);
  });
});

describe('when it is over', () => {
  const who = (): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries({ one, two, three, four }).map(([name, { caseId }]) => [caseId, name]));

  it('has come as far as this with every case, meeting, item, task and consent', async () => {
    const stored = await stateIn(company, who());

    expect(stored).toEqual(FINALLY);
  });

  it('has done everything of the part at least once, and refused what it had to', async () => {
    const happened = await events(company);
    const operations = (allowed: boolean): readonly string[] => [
      ...new Set(happened.filter(event => event.allowed === allowed).map(({ operation }) => operation)),
    ];

    expect(operations(true)).toEqual(expect.arrayContaining([...DONE]));
    expect(operations(false).toSorted()).toEqual(REFUSED);
  });

  it('has sent or dropped everything there was to send', async () => {
    expect(await unsent(company)).toEqual([]);
    expect(troubles).toEqual([]);
  });

  it('has an audit that holds, as a whole and for every case, the erased one too', async () => {
    const said: string[] = [];
    const verified = async (code?: string): Promise<boolean> =>
      verifyLocal(company.dataDir, { code, say: text => said.push(text) });

    const holds = [await verified()];
    for (const { code } of [one, two, three, four]) holds.push(await verified(code));

    expect({ holds, said }).toMatchObject({ holds: [true, true, true, true, true] });
  });

  it('has kept nothing readable, at any time, on disk or in the log', () => {
    const bytes = bytesIn(company.dataDir);

    expect(bytes).toContain(one.code);
    expect([...new Set(readable)]).toEqual([]);
    expect(Object.values(TYPED).filter(text => logged.join('\n').includes(text))).toEqual([]);
  });
});

describe('every card of the journey', () => {
  it('keeps the rules of cards', () => {
    const laid = laidBy(company);

    const faults = [...shown, ...laid].flatMap(({ card }) =>
      faultsIn(card).map(fault => `${headingOf(card)}: ${fault}`),
    );

    expect([shown.length, laid.length].every(count => count > 200)).toBe(true);
    expect(faults.filter(fault => !fault.includes(LOCAL_LINK))).toEqual([]);
  });

  it('tells nothing that anybody typed unless somebody pressed for it, least of all in the channel', () => {
    const laid = laidBy(company);
    const told = laid.filter(({ body }) => Object.values(TYPED).some(text => body.includes(text)));
    const inChannel = laid.filter(({ place }) => place === 'channel');

    expect(told).toEqual([]);
    expect(inChannel.length).toBeGreaterThan(60);
    expect(inChannel.flatMap(({ body }) => telling(NOT_IN_CHANNEL, JSON.parse(body)))).toEqual([]);
  });

  it('is announced by a fixed text, with a code, a number or a day', () => {
    const summaries = new Set(laidBy(company).map(({ summary }) => summary.replaceAll('\u00a0', ' ')));

    expect(summaries.size).toBeGreaterThan(20);
    expect([...summaries].filter(summary => !isAllowed(summary))).toEqual([]);
  });

  it('was one of these, for everybody, in the order they first saw them', () => {
    expect(kindsShown(shown)).toEqual(SHOWN);
  });

  it('was one of these in the channel, and in the chats', () => {
    const headings = (place: 'chat' | 'channel'): readonly string[] => [
      ...new Set(
        laidBy(company)
          .filter(card => card.place === place)
          .map(({ card }) => headingOf(card)),
      ),
    ];

    expect({ channel: headings('channel'), chat: headings('chat').toSorted() }).toEqual(LAID);
  });

  it('showed what was typed to those alone who may read it', () => {
    const readers = (text: string): readonly string[] => [
      ...new Set(shown.filter(({ card }) => words(card).includes(text)).map(({ to }) => to)),
    ];

    expect(Object.entries(TYPED).map(([name, text]) => [name, readers(text).toSorted()])).toEqual(READ_BY);
  });
});
