import { chairButton, chairForm } from '../../src/cards/chair-form';
import { type HeldMeeting } from '../../src/domain/meeting';
import { type Person } from '../../src/domain/people';
import { anEndedMeeting, aRunningMeeting, meetingId, member, owner } from './group-subjects';
import { approvedMeeting } from './minutes-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn } from './rules';
import { aDrawing, aPerson, coordinator, inEachLanguage, personId } from './subjects';

const form = { meeting: anEndedMeeting, people: [coordinator, member] };
const d = aDrawing({ reader: coordinator });
/** As many as a group and its stand-ins can be, each with a name as long as one may be. */
const many = Array.from({ length: 30 }, (_, n) =>
  aPerson({ id: personId(`medlem-${String(n)}`), name: `${'Ås'.repeat(30)} ${String(n)}` }),
);

describe('chairForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, each) => {
    const cards = [form, { ...form, people: many }, { ...form, meeting: aRunningMeeting() }].map(subject =>
      chairForm(each, subject),
    );

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks who leads from now on, among those who may, and names the meeting', () => {
    const card = chairForm(d, form);

    expect(inputsIn(card).map(({ id }) => id)).toEqual(['chair']);
    expect(inputIn(card, 'chair')).toMatchObject({
      isRequired: true,
      choices: [{ value: coordinator.id }, { value: member.id }],
    });
    expect(dataOf(card, 'name-chair')).toEqual({ meetingId, nonce: 'nonce' });
  });

  it('leads back to the minutes without reading what was chosen', () => {
    const back = nodesIn(chairForm(d, form)).find(({ verb }) => verb === 'open-minutes');

    expect(back).toMatchObject({ associatedInputs: 'none', data: { meetingId } });
  });

  it('shows a name as text', () => {
    const card = chairForm(d, { ...form, people: [aPerson({ name: CANARY })] });

    expect(JSON.stringify(inputIn(card, 'chair')['choices'])).toContain(JSON.stringify(KEPT).slice(1, -1));
  });
});

describe('chairButton', () => {
  const verbs = (meeting: HeldMeeting, reader: Person = coordinator) =>
    verbsIn({ actions: chairButton(aDrawing({ reader }), meeting) });

  it('is there while the meeting runs, and after it until the minutes are approved', () => {
    expect(verbs(aRunningMeeting())).toEqual(['start-name-chair']);
    expect(verbs(anEndedMeeting)).toEqual(['start-name-chair']);
    expect(verbs(approvedMeeting)).toEqual([]);
  });

  it('is for who leads it and who coordinates, and nobody else', () => {
    const led = { ...anEndedMeeting, chair: member.id };

    expect(verbs(led, member)).toEqual(['start-name-chair']);
    expect(verbs(anEndedMeeting, member)).toEqual([]);
    expect(verbs(anEndedMeeting, owner)).toEqual([]);
  });
});
