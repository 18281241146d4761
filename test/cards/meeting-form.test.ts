import { osloCalendar } from '../../src/calendar';
import { meetingForm } from '../../src/cards/meeting-form';
import { CANCEL_REASONS } from '../../src/domain/meeting';
import { MEETING_FIELDS, type MeetingProblem } from '../../src/domain/meeting-form';
import { aPlannedMeeting, member } from './group-subjects';
import { CANARY, dataOf, faultsIn, inputIn, inputsIn, KEPT, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, coordinator, day, inEachLanguage } from './subjects';

const meeting = aPlannedMeeting({ link: 'https://moete.example/1', revision: 2 });
const form = {
  meeting,
  bounds: { after: day('2026-11-17'), before: day('2026-12-15') },
  people: [coordinator, member],
};
const EVERY_PROBLEM: readonly MeetingProblem[] = [
  ...(['not-a-day', 'past', 'weekend', 'holiday', 'beside-another'] as const).map(problem => ({
    field: 'day' as const,
    problem,
  })),
  { field: 'time', problem: 'not-a-time' },
  { field: 'time', problem: 'past' },
  { field: 'place', problem: 'missing' },
  { field: 'place', problem: 'too-long' },
  { field: 'place', problem: 'holds-number' },
  { field: 'link', problem: 'not-https' },
  { field: 'length', problem: 'not-minutes' },
  { field: 'chair', problem: 'not-a-chair' },
];
const d = aDrawing({ reader: coordinator, nameOf: () => 'Tidligere møteleder' });

describe('meetingForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, each) => {
    const cards = [
      meetingForm(each, form),
      meetingForm(each, { ...form, bounds: { before: day('2026-12-15') }, isStale: true }),
      meetingForm(each, { ...form, problems: EVERY_PROBLEM }),
      ...EVERY_PROBLEM.map(problem => meetingForm(each, { ...form, problems: [problem] })),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for every field, and starts from the meeting as it is on the wall clock', () => {
    const card = meetingForm(d, form);
    const values = Object.fromEntries(MEETING_FIELDS.map(field => [field, inputIn(card, field)['value']]));

    expect(new Set(inputsIn(card).map(({ id }) => id))).toEqual(new Set([...MEETING_FIELDS, 'reason']));
    expect(values).toEqual({
      ...{ day: '2026-12-01', time: '09:00', place: 'Rådhuset, møterom 3' },
      ...{ link: 'https://moete.example/1', length: '90', chair: coordinator.id },
    });
    expect(dataOf(card, 'plan-meeting')).toEqual({ meetingId: meeting.id, revision: 2, nonce: 'nonce' });
  });

  it('shows the hour after the clock has been changed', () => {
    const summer = aPlannedMeeting({ on: day('2027-03-30'), startsAt: at('2027-03-30T07:00:00Z') });

    const card = meetingForm({ ...d, calendar: osloCalendar() }, { ...form, meeting: summer });

    expect(inputIn(card, 'time')).toMatchObject({ value: '09:00' });
  });

  it('says between which days it can lie', () => {
    expect(wordsIn(meetingForm(d, form))).toContain('etter tirsdag 17.');
    expect(wordsIn(meetingForm(d, form))).toContain('før tirsdag 15.');
    expect(wordsIn(meetingForm(d, { ...form, bounds: { before: day('2026-12-15') } }))).toContain(
      'En virkedag før tirsdag',
    );
  });

  it('keeps what was typed, with what is wrong above and under the field', () => {
    const card = meetingForm(d, {
      ...form,
      values: { place: CANARY, link: 'møterom' },
      problems: [{ field: 'link', problem: 'not-https' }],
    });

    expect([inputIn(card, 'place')['value'], inputIn(card, 'link')['value']]).toEqual([KEPT, 'møterom']);
    expect(wordsIn(card).split(d.t.series.problems['not-https'])).toHaveLength(3);
    expect(wordsIn(card)).toContain('Rett ett felt');
  });

  it('names whoever chairs it, also when they take part no longer', () => {
    const gone = aPlannedMeeting({ chair: member.id });

    const { choices } = inputIn(meetingForm(d, { ...form, meeting: gone, people: [coordinator] }), 'chair');

    expect(choices).toEqual([
      { title: 'Tidligere møteleder', value: member.id },
      { title: coordinator.name, value: coordinator.id },
    ]);
  });

  it('cancels only behind the consequence and a reason', () => {
    const card = meetingForm(d, form);
    const unfolds = nodesIn(card).find(({ type }) => type === 'Action.ShowCard');

    expect(unfolds).toMatchObject({ title: 'Avlys møtet' });
    expect(JSON.stringify(unfolds)).toContain(d.t.series.cancelConsequence);
    expect(inputIn(card, 'reason')).toMatchObject({
      isRequired: true,
      choices: CANCEL_REASONS.map(value => ({ title: d.t.series.reasons[value], value })),
    });
    expect(dataOf(card, 'cancel-meeting')).toEqual({ meetingId: meeting.id, nonce: 'nonce' });
  });

  it('offers nobody to cancel who may not', () => {
    expect(verbsIn(meetingForm({ ...d, reader: member }, form))).not.toContain('cancel-meeting');
  });

  it('says that somebody else was faster', () => {
    expect(wordsIn(meetingForm(d, { ...form, isStale: true }))).toContain('Noen endret møtet samtidig');
  });
});
