import { markOfAttendance } from '../../src/domain/attendance';
import { attendanceForm } from '../../src/cards/attendance';
import { meetingCard } from '../../src/cards/meeting';
import {
  anEndedMeeting,
  aPlannedMeeting,
  aRunningMeeting,
  meetingId,
  member,
  nameOf,
} from './group-subjects';
import { dataOf, faultsIn, inputIn, inputsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, coordinator, inEachLanguage, programme, seatId } from './subjects';

const d = aDrawing({ reader: coordinator, nameOf });
const running = aRunningMeeting();
const { attendance } = running;

describe('attendanceForm', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      attendanceForm(drawing, { meeting: aPlannedMeeting() }),
      attendanceForm(drawing, { meeting: running }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('asks for the seats of each partner, and that the confidentiality text was read', () => {
    const card = attendanceForm(d, { meeting: aPlannedMeeting() });

    expect(inputsIn(card).map(({ id }) => id)).toEqual(['kommune', 'helse', 'politi', 'confidential']);
    expect(inputIn(card, 'helse')).toMatchObject({
      isMultiSelect: true,
      value: '',
      choices: [{ title: 'Kronstad DPS', value: 'dps' }],
    });
    expect(inputIn(card, 'confidential')).toMatchObject({ isRequired: true, value: 'no' });
  });

  it('leaves out a partner without a seat', () => {
    const seats = programme.seats.filter(({ id }) => id !== 'politi');

    const card = attendanceForm({ ...d, programme: { ...programme, seats } }, { meeting: aPlannedMeeting() });

    expect(inputsIn(card).map(({ id }) => id)).toEqual(['kommune', 'helse', 'confidential']);
  });

  it('keeps who was present when it is corrected', () => {
    const card = attendanceForm(d, { meeting: running });

    expect(inputIn(card, 'helse')).toMatchObject({ value: 'dps' });
    expect(inputIn(card, 'politi')).toMatchObject({ value: '' });
    expect(inputIn(card, 'confidential')).toMatchObject({ value: 'yes' });
    expect(dataOf(card, 'start-meeting')).toEqual({
      ...{ meetingId, nonce: 'nonce' },
      corrects: markOfAttendance(running.attendance),
    });
  });

  it('keeps what was ticked when somebody else was first, and tells what they registered', () => {
    const typed = { present: [seatId('politi')], standIns: [] };

    const card = attendanceForm(d, { meeting: running, typed });

    expect([inputIn(card, 'politi'), inputIn(card, 'helse')]).toMatchObject([
      { value: 'politi' },
      { value: '' },
    ]);
    expect(wordsIn(card)).toContain('Andre endret oppmøtet samtidig');
    expect(wordsIn(card)).toContain('Registrert nå:');
    expect(dataOf(card, 'start-meeting')).toMatchObject({ corrects: markOfAttendance(running.attendance) });
  });
});

describe('attendanceForm, with stand-ins', () => {
  const holders = [
    { seat: seatId('dps'), person: member, standIn: { ...member, name: 'Vara, Kronstad DPS' } },
    { seat: seatId('politi'), person: member },
  ];

  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const card = attendanceForm(drawing, {
      meeting: running,
      holders,
      undeclared: [member.id],
    });

    expect(faultsIn(card)).toEqual([]);
  });

  it('asks at which of the seats that have one a stand-in sits', () => {
    const standIns = [seatId('dps')];
    const card = attendanceForm(d, {
      meeting: { ...running, attendance: { ...attendance, standIns } },
      holders,
    });

    expect(inputIn(card, 'stand-ins')).toMatchObject({
      value: 'dps',
      choices: [{ title: 'Kronstad DPS: Vara, Kronstad DPS', value: 'dps' }],
    });
  });

  it('tells whose declaration is missing, of those who are there', () => {
    const card = attendanceForm(d, { meeting: running, undeclared: [member.id] });

    expect(wordsIn(card)).toContain('Årserklæring mangler for én');
    expect(wordsIn(card)).toContain(member.name);
  });
});

describe('meetingCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    const cards = [
      meetingCard(drawing, { meeting: running, missing: [] }),
      meetingCard(drawing, { meeting: running, missing: ['kommune', 'helse', 'politi'] }),
      meetingCard(drawing, { meeting: anEndedMeeting, missing: ['politi'] }),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('says that the group can decide', () => {
    const words = wordsIn(meetingCard(d, { meeting: running, missing: [] }));

    expect(words).toContain('Gruppen er beslutningsdyktig.');
    expect(words).toContain('Til stede: 2 av 3 plasser');
  });

  it('says who is missing, in words', () => {
    expect(wordsIn(meetingCard(d, { meeting: running, missing: ['helse', 'politi'] }))).toContain(
      'Ingen fra Helse Bergen eller politiet er til stede.',
    );
  });

  it('lets the coordinator correct and end it, and nobody once it has ended', () => {
    const live = meetingCard(d, { meeting: running, missing: [] });
    const over = meetingCard(d, { meeting: anEndedMeeting, missing: [] });

    expect(verbsIn(live)).toEqual(['open-minutes', 'open-agenda', 'start-attendance', 'end-meeting']);
    expect(verbsIn(over)).toEqual(['open-minutes', 'open-agenda']);
  });

  it('lets a member only look', () => {
    const card = meetingCard(aDrawing({ reader: member }), { meeting: running, missing: [] });

    expect(verbsIn(card)).toEqual(['open-minutes', 'open-agenda']);
  });
});
