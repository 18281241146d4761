import { type Case } from '../../src/domain/case';
import { type Person } from '../../src/domain/people';
import { hearersOf } from '../../src/use-cases/hearers';
import { aCalendar } from '../builders/calendar';
import { aCase, aDisqualification, aSharing } from '../builders/cases';
import { actionId, agencyId, day, personId } from '../builders/ids';
import { anIncident } from '../builders/learning';
import { aProgramme } from '../builders/meetings';
import { aCoordinator, aMember, aPerson } from '../builders/people';

const today = day('2026-12-07');
const WEEK = { from: today, to: day('2026-12-11') };
const owner = aPerson({ id: personId('ansvarlig'), roles: [] });
const standIn = aPerson({ id: personId('stedfortreder'), roles: [] });
const coordinator = aCoordinator();
const member = aMember();
const away = (
  person: Person,
  over: Partial<typeof WEEK> & { readonly standIn?: Person['id'] } = {},
): Person => ({
  ...person,
  absence: { ...WEEK, ...over },
});

type Task = Parameters<typeof hearersOf>[0];
const aTask = (over: Partial<Task> = {}): Task => ({
  id: actionId(),
  title: 'clarify-living',
  owner: owner.id,
  due: today,
  ...over,
});
const inCase = (task: Task, over: object = {}): Case =>
  aCase({
    state: 'mapping',
    presented: true,
    actions: [{ ...task, state: 'open', newDateAsked: false }],
    ...over,
  } as never);

const heard = (people: readonly Person[], task = aTask(), over: object = {}): readonly string[] =>
  hearersOf(task, {
    kase: inCase(task, over),
    people,
    today,
    calendar: aCalendar(),
    programme: aProgramme(),
  }).map(({ id }) => id);

describe('hearersOf', () => {
  const everyone = [owner, standIn, coordinator, member];
  const due = (text: string) => aTask({ due: day(text), standIn: standIn.id });

  it.each([
    ['2026-12-10', []],
    ['2026-12-09', ['ansvarlig']],
    ['2026-12-07', ['ansvarlig']],
    ['2026-12-04', ['ansvarlig', 'stedfortreder']],
    ['2026-12-01', ['ansvarlig', 'stedfortreder']],
    ['2026-11-30', ['ansvarlig', 'stedfortreder', 'koordinator']],
  ])('are, of a task due %s: %j', (on, names) => {
    expect(heard(everyone, due(on))).toEqual(names);
  });

  it('are each named once', () => {
    expect(heard(everyone, aTask({ owner: coordinator.id, due: day('2026-11-02') }))).toEqual([
      'koordinator',
    ]);
  });

  it('are only those who may be told', () => {
    const gone = { ...standIn, removedOn: today };
    const over = { disqualified: [aDisqualification(coordinator.id)] };

    expect(heard([owner, gone, coordinator], due('2026-11-02'), over)).toEqual(['ansvarlig']);
  });
});

describe('hearersOf, of a task whose owner is away', () => {
  it('are its stand-in at once, and the owner when they are back', () => {
    const task = aTask({ standIn: standIn.id });

    expect(heard([away(owner), standIn, coordinator], task)).toEqual(['ansvarlig', 'stedfortreder']);
  });

  it('are as ever on the day before they go and the day they are back', () => {
    const task = aTask({ standIn: standIn.id });
    const days = [{ from: day('2026-12-08') }, { from: day('2026-12-01'), to: day('2026-12-06') }];

    expect(days.map(over => heard([away(owner, over), standIn], task))).toEqual([
      ['ansvarlig'],
      ['ansvarlig'],
    ]);
  });

  it('are who stands in for the owner, where they work on the case themselves', () => {
    const people = [away(owner, { standIn: member.id }), member, coordinator];

    expect(heard(people)).toEqual(['ansvarlig', 'medlem-dps']);
  });

  it('are the task’s own stand-in before the owner’s', () => {
    const people = [away(owner, { standIn: member.id }), member, standIn];

    expect(heard(people, aTask({ standIn: standIn.id }))).toEqual(['ansvarlig', 'stedfortreder']);
    expect(heard([people[0] ?? owner, member, away(standIn)], aTask({ standIn: standIn.id }))).toEqual([
      'ansvarlig',
      'medlem-dps',
    ]);
  });

  const shared = { sharings: [aSharing({ to: [standIn.id] })] };
  it.each<[string, Person, object]>([
    ['has no standing in the case', standIn, {}],
    ['was only sent something of it', standIn, shared],
    ['is disqualified', member, { disqualified: [aDisqualification(member.id)] }],
    ['has left', { ...member, removedOn: today }, {}],
    ['is away, too', away(member), {}],
    ['does not sit in a case that was never up', member, { presented: false }],
  ])('are the coordinators at once, when who stands in for the owner %s', (_, substitute, over) => {
    const people = [away(owner, { standIn: substitute.id }), substitute, coordinator];

    expect(heard(people, aTask(), over)).toEqual(['ansvarlig', 'koordinator']);
  });

  it('are the coordinators at once, when nobody stands in', () => {
    expect(heard([away(owner), coordinator])).toEqual(['ansvarlig', 'koordinator']);
  });

  it('are nobody of another agency, when the task is about an incident of its own', () => {
    const task = aTask({ title: 'follow-up-incident' });
    const incidents = [anIncident({ action: task.id, agency: owner.agency })];
    const author = aPerson({ agency: owner.agency });
    const people = [away(owner, { standIn: author.id }), author, coordinator];

    expect(heard(people, task, { incidents, origin: author.agency, author: author.id })).toEqual([
      'ansvarlig',
      'innmelder',
    ]);
    expect(heard([away(owner), coordinator, member], task, { incidents })).toEqual(['ansvarlig']);
    expect(agencyId('kronstad-dps')).not.toBe(owner.agency);
  });
});
