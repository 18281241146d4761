import {
  carriedBy,
  caseOf,
  chatOf,
  codeIn,
  type Company,
  consent,
  CONSENT,
  coordinates,
  decisionForm,
  EIGHT,
  gather,
  giveTask,
  itemCard,
  opens,
  publish,
  published,
  refer,
  setReady,
  startMeeting,
  stateOf,
  takeIn,
  verbsOn,
  words,
} from './company';

let company: Company;
beforeEach(async () => {
  company = await gather(['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig']);
});
afterEach(() => company.leave());

const inbox = async (): Promise<string> => words(await company.player('koordinator').says('innboks'));
/** Everything that stands in any chat or channel. */
const everyMessage = (): string =>
  company.connector
    .everything()
    .map(({ card, summary }) => `${summary}\n${words(card)}`)
    .join('\n');

describe('a referral that lacks something', () => {
  it('goes to its author with a day to answer by, and comes back when they have', async () => {
    const sent = await refer(company);
    const asked = await coordinates(company, sent, {
      what: 'request-information',
      inputs: { missing: 'criteria', 'answer-by': '2026-11-27' },
    });
    const waiting = [await stateOf(company, sent.caseId), await inbox()];
    const author = company.player('innmelder-mo');
    const opened = await author.presses(author.newest(), 'open-case');

    const form = await author.presses(opened, 'start-information');
    const answered = await author.presses(form, 'add-information', { ...EIGHT, mental: 'yes' });
    await company.settle();

    expect(words(asked)).toContain('Mangler opplysninger');
    expect(chatOf(company, 'innmelder-mo').at(-1)).toContain('Svar innen fredag 27. november.');
    expect(waiting[0]).toBe('needs-info');
    expect(waiting[1]).not.toContain(sent.code);
    expect(words(answered)).toContain(sent.code);
    expect(await stateOf(company, sent.caseId)).toBe('submitted');
    expect(await inbox()).toContain(`Les nye opplysninger ${sent.code}`);
    expect(chatOf(company, 'koordinator').at(-2)).toContain('Nye opplysninger');
  });

  it('keeps what was typed when the answer has an error in it', async () => {
    const sent = await refer(company);
    const author = company.player('innmelder-mo');
    const form = await author.presses(await opens(company, 'innmelder-mo', sent), 'start-information');

    const again = await author.presses(form, 'add-information', { ...EIGHT, words: 'a'.repeat(201) });

    expect(words(again)).toContain('«Med egne ord» er for lang. Høyst 200 tegn.');
    expect(words(again)).toContain('a'.repeat(201));
  });
});

describe('a case that is urgent', () => {
  it('stands first on the agenda and says so in the channel; why, it does not say', async () => {
    const calm = await refer(company);
    const urgent = await refer(company);
    await setReady(company, calm);
    await coordinates(company, urgent, { what: 'mark-urgent', inputs: { reason: 'Løslates fredag' } });
    await setReady(company, urgent);

    const agenda = words(await publish(company));

    expect(agenda.indexOf(urgent.code)).toBeLessThan(agenda.indexOf(calm.code));
    expect(words(itemCard(company, urgent))).toMatch(/haste/i);
    expect(everyMessage()).not.toContain('Løslates');
    expect((await caseOf(company, urgent.caseId)).urgent).toBe(true);
  });
});

describe('somebody who can be recognised', () => {
  const recognisable = { values: { anonymous: 'no' } };

  it('is not set ready for the group without a consent', async () => {
    const sent = await refer(company, recognisable);
    const card = await opens(company, 'koordinator', sent);

    const pressed = await company
      .player('koordinator')
      .sends('mark-ready', { caseId: sent.caseId, nonce: 'anyway' });

    expect(verbsOn(card)).not.toContain('mark-ready');
    expect(words(pressed)).toContain('Samtykke først');
    expect(await stateOf(company, sent.caseId)).toBe('submitted');
  });

  it('with a consent before the decision is led straight to mapping by it', async () => {
    const sent = await refer(company, recognisable);
    await consent(company, sent);
    const before = [await stateOf(company, sent.caseId), words(await opens(company, 'koordinator', sent))];
    await setReady(company, sent);
    await publish(company);
    await startMeeting(company);

    await takeIn(company, sent);

    expect(before[0]).toBe('submitted');
    expect(before[1]).not.toContain('Med egne ord');
    expect(await stateOf(company, sent.caseId)).toBe('mapping');
  });
});

describe('a person who says no', () => {
  it('is named so to the author and the coordinator alone, and in no message at all', async () => {
    const sent = await published(company, {
      identity: { name: 'Oppdiktet Person', nin: '', 'birth-year': '' },
    });
    await startMeeting(company);
    await takeIn(company, sent);
    await giveTask(company, sent, { title: 'follow-up-consent', owner: 'ansvarlig', due: '2026-12-03' });
    const answer = await company
      .player('koordinator')
      .presses(await opens(company, 'koordinator', sent), 'open-consent');

    await company.player('koordinator').presses(answer, 'refuse-consent');
    await company.settle();

    const seen = async (person: string) => words(await opens(company, person, sent));
    expect(await stateOf(company, sent.caseId)).toBe('consent-refused');
    expect(await seen('innmelder-mo')).toContain('Takket nei');
    expect(await seen('koordinator')).toContain('Takket nei');
    expect(await seen('koordinator')).not.toContain('Oppdiktet');
    expect(chatOf(company, 'ansvarlig').at(-1)).toContain('Arbeidet har stoppet');
    expect(words(itemCard(company, sent))).toContain('Ikke lenger tilgjengelig');
    expect(everyMessage()).not.toMatch(/Takket nei|Trukket|Ikke tatt inn|Avsluttet/);
  });

  it('may say yes later only while they understand: an intoxicated yes is not saved', async () => {
    const sent = await published(company);
    await startMeeting(company);
    await takeIn(company, sent);

    const answer = await consent(company, sent, { ...CONSENT, understands: 'unsure' });

    expect(words(answer)).toContain('Samtykket er ikke lagret');
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
  });

  it('is not reminded about any more', async () => {
    const sent = await published(company);
    await startMeeting(company);
    await takeIn(company, sent);
    await giveTask(company, sent, { title: 'follow-up-consent', owner: 'ansvarlig', due: '2026-12-03' });
    const answer = await company
      .player('koordinator')
      .presses(await opens(company, 'koordinator', sent), 'open-consent');
    await company.player('koordinator').presses(answer, 'refuse-consent');
    await company.settle();
    const before = chatOf(company, 'ansvarlig').length;

    await company.advance('P14D');

    expect(chatOf(company, 'ansvarlig')).toHaveLength(before);
  });
});

describe('a referral that is withdrawn while it is on the agenda', () => {
  it('leaves nothing but "ikke lenger tilgjengelig" behind in the channel', async () => {
    const sent = await published(company);
    const old = itemCard(company, sent);
    const author = company.player('innmelder-mo');

    await author.presses(await opens(company, 'innmelder-mo', sent), 'withdraw-referral');
    await company.settle();

    const view = words(await company.player('medlem-helse').pressesInChannel(old, 'open-item'));
    expect(words(itemCard(company, sent))).toContain('Ikke lenger tilgjengelig');
    expect(verbsOn(itemCard(company, sent))).toEqual([]);
    expect(view).not.toContain('Samordning');
    expect(view).not.toMatch(/Innmelding trukket/);
    expect(everyMessage()).not.toContain('Innmelding trukket');
  });
});

describe('a group that is not beslutningsdyktig', () => {
  const ONE_PARTNER = { kommune: 'sosiale-tjenester' };

  it('is told who is missing, and takes nobody in', async () => {
    const sent = await published(company);
    const meeting = await startMeeting(company, ONE_PARTNER);
    const form = await decisionForm(company, sent);

    const pressed = await company.player('koordinator').sends('record-decision', {
      ...{ caseId: sent.caseId, meetingId: 'm-2026-12-01', outcome: 'taken-in' },
      ...{ rationale: 'Likevel.', nonce: 'anyway', version: carriedBy(form, 'version') },
    });

    expect(words(meeting)).toContain('ikke beslutningsdyktig');
    expect(words(form)).toContain('Helse Bergen');
    expect(words(form)).toContain('politiet');
    expect(words(form)).not.toContain('[Ta inn]');
    expect(words(pressed)).toContain('Gruppen er ikke beslutningsdyktig for inntak');
    expect(await stateOf(company, sent.caseId)).toBe('ready-for-review');
  });

  it.each([
    ['declined', { 'decline-reason': 'capacity' }, 'declined'],
    ['deferred', { 'defer-reason': 'not-quorate' }, 'deferred'],
  ])('may still record that a case is %s', async (outcome, reason, state) => {
    const sent = await published(company);
    await startMeeting(company, ONE_PARTNER);
    const form = await decisionForm(company, sent);

    await company.player('koordinator').sends('record-decision', {
      ...{ caseId: sent.caseId, meetingId: 'm-2026-12-01', outcome, rationale: 'Slik ble det.' },
      ...{ ...reason, nonce: 'else', version: carriedBy(form, 'version') },
    });
    await company.settle();

    expect(await stateOf(company, sent.caseId)).toBe(state);
    expect(everyMessage()).not.toMatch(/Ikke tatt inn|Kapasitet/);
  });

  it('becomes it when those who were missing come', async () => {
    const sent = await published(company);
    const meeting = await startMeeting(company, ONE_PARTNER);
    const coordinator = company.player('koordinator');
    const attendance = await coordinator.presses(meeting, 'start-attendance');

    const corrected = await coordinator.presses(attendance, 'start-meeting', {
      ...{ helse: 'kronstad-dps', politi: 'innsatsgruppen', confidential: 'yes' },
    });
    await takeIn(company, sent);

    expect(words(corrected)).toContain('Gruppen er beslutningsdyktig.');
    expect(await stateOf(company, sent.caseId)).toBe('awaiting-consent');
  });
});

describe('a case that was postponed', () => {
  it('waits in the inbox, and comes onto the next agenda', async () => {
    const sent = await published(company);
    await startMeeting(company);
    const form = await decisionForm(company, sent);
    const coordinator = company.player('koordinator');
    await coordinator.sends('record-decision', {
      ...{ caseId: sent.caseId, meetingId: 'm-2026-12-01', outcome: 'deferred' },
      ...{ 'defer-reason': 'time', rationale: 'Rakk det ikke.', nonce: 'later' },
      version: carriedBy(form, 'version'),
    });
    const waiting = await inbox();
    await coordinator.presses(await coordinator.says('saksliste'), 'end-meeting');
    await coordinates(company, sent, { what: 'return-to-agenda' });
    await company.advance('P9D');

    const agenda = words(await publish(company));

    expect(codeIn(form)).toBe(sent.code);
    expect(waiting).toContain(`Sett på sakslisten igjen ${sent.code}`);
    expect(agenda).toContain('Tirsdag 15. desember');
    expect(agenda).toContain(sent.code);
    expect((await caseOf(company, sent.caseId)).meetingId).toBe('m-2026-12-15');
  });
});
