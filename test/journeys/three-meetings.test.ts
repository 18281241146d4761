import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import {
  caseOf,
  chatOf,
  type Company,
  consent,
  documents,
  gather,
  giveTask,
  itemCard,
  opens,
  publish,
  refer,
  type Sent,
  setReady,
  stateOf,
  verbsOn,
  words,
} from './company';

/** Who holds each seat of the resource group; the eleventh is registered for by the coordinator. */
const MEMBERS = [
  'medlem-kommune',
  'medlem-psykisk-helse',
  'medlem-helsetjenester',
  'medlem-ruskoordinator',
  'medlem-prosjekt',
  'medlem-rusmedisin',
  'medlem-helse',
  'medlem-sifer',
  'medlem-divisjon',
  'medlem-politi',
];
const OTHERS = [
  'koordinator',
  'innmelder-mo',
  'innmelder-lar',
  'innmelder-politi',
  'ansvarlig',
  'styringsgruppe',
];
const OWN_WORDS = 'Jeg vil ha et sted å bo.';
const GOAL = 'Sove hele natten.';
const NAME = 'Deltaker En';

let company: Company;
/** Taken in, followed through the mapping and the plan, concluded and archived. */
let one: Sent;
/** Not taken in. */
let two: Sent;
/** Postponed, paused, and taken up again. */
let three: Sent;

beforeAll(async () => {
  company = await gather([...MEMBERS, ...OTHERS]);
});
afterAll(() => company.leave());

const coordinator = () => company.player('koordinator');
const agenda = (): Promise<Element> => coordinator().says('saksliste');
/** Presses on a card of the coordinator's, and lets everything be sent that it causes. */
const presses = async (card: Element, what: string, inputs = {}): Promise<Element> => {
  const answer = await coordinator().presses(card, what, inputs);
  await company.settle();
  return answer;
};
const onCase = async (sent: Sent, what: string, inputs = {}): Promise<Element> =>
  presses(await opens(company, 'koordinator', sent), what, inputs);
const channelAgenda = (): string =>
  company
    .inChannel()
    .map(({ card }) => words(card))
    .filter(text => text.startsWith('Saksliste'))
    .at(-1) ?? '';
const newestOf = (person: string): string => chatOf(company, person).at(-1) ?? '';
const field = (name: string, sent: Sent, value: string) => ({ [`${name}-${sent.caseId}`]: value });

describe('before the first meeting', () => {
  it('waits for the deadline, and then asks the coordinator to publish', async () => {
    one = await refer(company, {
      values: { words: OWN_WORDS },
      identity: { name: NAME, 'birth-year': '1980' },
    });
    two = await refer(company, { by: 'innmelder-lar' });
    three = await refer(company, { by: 'innmelder-politi' });
    for (const sent of [one, two, three]) await setReady(company, sent);
    await company.advance('P3DT3H30M');

    const inbox = words(await coordinator().says('innboks'));

    expect(inbox).toContain('Publiser sakslisten');
  });

  it('is ordered by hand, with minutes that are held against the length of the meeting', async () => {
    const form = await presses(await agenda(), 'start-order-agenda');

    const ordered = words(
      await presses(form, 'order-agenda', { item: three.code, after: 'first', minutes: '30' }),
    );

    expect(ordered).toContain('50 av 90 minutter');
    expect(ordered.indexOf(three.code)).toBeLessThan(ordered.indexOf(one.code));
  });

  it('is published on Thursday after noon, and every seat is asked once', async () => {
    await publish(company);

    const asked = MEMBERS.filter(person => /Saksliste?[na] er klar|Saklista er klar/.test(newestOf(person)));

    expect(asked).toEqual(MEMBERS);
    expect(channelAgenda()).toContain('3 saker');
    expect(newestOf('medlem-sifer')).not.toContain(one.code);
  });

  it('takes the answers of all at once, and shows which seats have answered, not what', async () => {
    const answering = MEMBERS.filter(person => person !== 'medlem-sifer').map(async person => {
      const player = company.player(person);
      const form = await player.presses(player.newest(), 'open-contributions');
      const forTwo = person === 'medlem-politi' ? {} : field('answer', two, 'cannot');
      return player.presses(form, 'contribute', {
        ...forTwo,
        ...field('answer', one, 'can'),
        ...field('answer', three, 'needs-clarifying'),
      });
    });

    const sent = await Promise.all(answering);
    await company.settle();

    const card = words(itemCard(company, one));
    expect(sent.map(words).every(text => /Innsp[ie]ll? sendt/.test(text))).toBe(true);
    expect(card).toContain('Innspill: 9 av 11 plasser');
    expect(card).not.toContain('Kan bidra');
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

/** The decision form, from the item card in the channel to the coordinator's own chat. */
const decisionForm = async (sent: Sent): Promise<Element> => {
  await coordinator().pressesInChannel(itemCard(company, sent), 'start-decision');
  await company.settle();
  return presses(coordinator().newest(), 'start-decision');
};
/** Saves the outcome that is named, as the button behind *Ikke ta inn* or *Utsett* does. */
const decides = async (form: Element, values: Readonly<Record<string, string>>): Promise<Element> => {
  const saves = pressablesIn(form).filter(({ verb }) => verb === 'record-decision');
  const button = saves.find(({ data }) => data['outcome'] === values['outcome']) ?? saves[0];
  const answer = await coordinator().sends('record-decision', {
    ...button?.data,
    ...button?.inputs,
    ...values,
  });
  await company.settle();
  return answer;
};
const ends = async (): Promise<void> => {
  await presses(await agenda(), 'end-meeting');
};
/** What an answer offered for download holds. */
const fetched = async (card: Element): Promise<string> => {
  const [url = ''] = /http:[^"\s]+\/files\/[^"\s]+/.exec(JSON.stringify(card)) ?? [];
  const { pathname } = new URL(url);
  const response = await fetch(`${company.url}${pathname}`);
  return `${response.headers.get('content-disposition') ?? ''}\n${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
};

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

  it('takes nobody in without all three partners, and says who is missing; other decisions can be made', async () => {
    const form = await decisionForm(two);

    expect(words(form)).toContain('Ingen fra politiet er til stede');
    expect(words(form)).not.toContain('[Ta inn]');
    await decides(form, { outcome: 'declined', rationale: 'Dekkes i dag.', 'decline-reason': 'covered' });
    expect(await stateOf(company, two.caseId)).toBe('declined');
  });

  it('counts innspill from a partner that is not there', async () => {
    const taken = words(
      await presses(await decisionForm(one), 'Ta inn', {
        rationale: 'Samlet innsats.',
        'dissent-seat': 'kronstad-dps',
        dissent: 'Vi mener behandling kommer først.',
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
      rationale: 'Vi vet for lite.',
      'defer-reason': 'information',
    });

    expect(await stateOf(company, three.caseId)).toBe('deferred');
  });

  it('tells the referrer that there is an outcome, and shows it to them alone', async () => {
    const told = newestOf('innmelder-mo');
    const seen = words(
      await company.player('innmelder-mo').sends('open-decisions', { caseId: one.caseId, nonce: 'mine' }),
    );

    expect(told).toContain('Tatt inn, venter på samtykke');
    expect(told).not.toContain('Samlet innsats');
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

    expect(words(preview)).toContain('Beslutninger: 3');
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
    await presses(form, 'record-mapping', { housing: 'red', 'housing-text': 'Har ikke bolig.' });

    const own = await member().presses(await asMember('open-mapping'), 'start-mapping');
    const seen = words(await member().presses(own, 'record-mapping', { mental: 'yellow' }));

    expect(seen).toContain('2 av 11 områder');
    expect(words(await opens(company, 'medlem-politi', one))).not.toContain('Har ikke bolig');
  });

  it('writes a plan in the participant’s own words, with tasks on services that exist', async () => {
    await giveTask(company, one, {
      title: 'clarify-living',
      owner: 'ansvarlig',
      due: '2026-12-10',
      detail: 'Ring utleieren.',
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

describe('the second meeting', () => {
  const SECOND = {
    kommune: 'sosiale-tjenester',
    helse: 'kronstad-dps',
    politi: 'innsatsgruppen',
    confidential: 'yes',
  };

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

  it('takes up a participant whom the coordinator puts on, and recommends a new measure', async () => {
    await onCase(one, 'add-to-agenda');
    await publish(company);
    await company.advance('P5DT21H');
    await presses(await presses(await agenda(), 'start-attendance'), 'start-meeting', SECOND);
    const form = await decisionForm(one);

    await decides(form, {
      question: 'Skal botreningen anbefales?',
      outcome: 'recommended',
      rationale: 'Det andre er prøvd.',
    });

    const view = words(await onCase(one, 'open-decisions'));
    expect(view).toContain('Skal botreningen anbefales?');
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

describe('the third meeting', () => {
  it('has the case that rested on its agenda, and the one whose task is late', async () => {
    await company.advance('P8DT4H');

    const published = words(await publish(company));

    expect(published).toContain(three.code);
    expect(published).toContain('Oppgaver over fristen');
    expect(published).toContain(one.code);
  });

  it('concludes a case; everybody hears that the work stops, and nobody why', async () => {
    const form = await onCase(one, 'start-conclude-case');

    await presses(form, 'conclude-case', { reason: 'ordinary' });

    expect(await stateOf(company, one.caseId)).toBe('concluded');
    expect(chatOf(company, 'ansvarlig').join('\n')).toContain('Arbeidet har stoppet');
    expect(chatOf(company, 'ansvarlig').join('\n')).not.toContain('Videreført');
  });

  it('is archived before anything may be erased, and twelve months later nothing can be read', async () => {
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

    await company.advance('P13M');

    expect((await caseOf(company, one.caseId)).erasedOn).toBeDefined();
    expect(words(await opens(company, 'innmelder-mo', one))).not.toContain(OWN_WORDS);
  });
});
