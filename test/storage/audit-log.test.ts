import { type Fact } from '../../src/audit/event';
import { type LogPage } from '../../src/use-cases/ports/audit-log';
import { type PersonFile } from '../../src/use-cases/ports/people';
import { agencyId, caseId, commandId, instant, NOON, personId } from '../builders/ids';
import { aFact } from '../builders/outbox';
import { aMember, aPerson } from '../builders/people';
import { givenCase, givenPerson, soon, there } from './given';
import { BACKENDS, type Lab } from './lab';

describe.each(BACKENDS)('the audit log $name', ({ open }) => {
  let lab: Lab;
  beforeEach(async () => {
    lab = await open();
  });
  afterEach(() => lab.close());

  const member = aMember();
  const reader = (person = member): Promise<PersonFile> => givenPerson(lab, person);

  const looks = async (by: PersonFile, name: string, over: Partial<Fact> = {}): Promise<void> => {
    const now = there(await lab.people.load(by.person.id, soon()));
    const who = { person: by.person.id, agency: by.person.agency, roles: by.person.roles };
    const fact = aFact({
      commandId: commandId(name),
      operation: 'open-case',
      rule: 'open-case/member',
      by: who,
      ...over,
    });
    await lab.people.recordLookup({ by: now, fact }, soon());
  };
  const subjects = (rows: readonly { readonly subject: string }[]) => rows.map(({ subject }) => subject);
  const mine = (page: LogPage) => lab.auditLog.byPerson(member.id, page, soon());

  it('gives looks as they were recorded', async () => {
    const disclosed = [{ origin: agencyId('sosiale-tjenester'), section: 'D' as const }];
    await looks(await reader(), 'one', { disclosed });

    expect(await mine({ most: 10 })).toEqual([
      {
        place: `${NOON}/${commandId('one')}`,
        at: NOON,
        person: member.id,
        agency: member.agency,
        operation: 'open-case',
        subject: caseId(),
        caseId: caseId(),
        disclosed,
        allowed: true,
        rule: 'open-case/member',
      },
    ]);
  });

  it('gives the newest first, so many at a time, and goes on by the key of the last', async () => {
    const by = await reader();
    for (const minute of ['01', '04', '02', '05', '03'])
      await looks(by, minute, { subject: minute, at: instant(`2026-12-04T11:${minute}`) });

    const first = await mine({ most: 2 });
    const second = await mine({ most: 2, before: there(first.at(-1)).place });
    const third = await mine({ most: 2, before: there(second.at(-1)).place });

    expect([first, second, third].map(subjects)).toEqual([['05', '04'], ['03', '02'], ['01']]);
  });

  it('loses none of those that happened in the same moment', async () => {
    const by = await reader();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await looks(by, name, { subject: name });

    const first = await mine({ most: 2 });
    const rest = await mine({ most: 9, before: there(first.at(-1)).place });

    expect([...subjects(first), ...subjects(rest)].sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('gives nothing older than it is asked for', async () => {
    const by = await reader();
    await looks(by, 'old', { subject: 'old', at: instant('2026-11-01T11:00') });
    await looks(by, 'then', { subject: 'then', at: instant('2026-11-02T11:00') });

    expect(subjects(await mine({ most: 9, since: instant('2026-11-02T11:00') }))).toEqual(['then']);
  });

  it('gives a person what they saw and were refused, not what was done to them or by them', async () => {
    const by = await reader();
    await looks(by, 'refused', { allowed: false, rule: 'none', operation: 'save-person' });
    const file = there(await lab.people.load(member.id, soon()));
    const language = aFact({
      commandId: commandId('language'),
      operation: 'choose-language',
      by: { person: member.id, roles: [] },
    });
    await lab.people.save({ person: { ...member, language: 'nn' }, file, fact: language }, soon());
    await looks(await reader(aPerson({ id: personId('en-annen') })), 'other');

    expect((await mine({ most: 9 })).map(({ operation }) => operation)).toEqual(['save-person']);
  });

  it('gives a case everybody’s looks, and none at another case or at none', async () => {
    await givenCase(lab);
    await looks(await reader(), 'one', { at: instant('2026-12-04T11:01') });
    await looks(await reader(aPerson({ id: personId('en-annen') })), 'two', { allowed: false });
    await looks(await reader(aPerson({ id: personId('tredje') })), 'three', { caseId: caseId('other') });

    const log = await lab.auditLog.byCase(caseId(), { most: 9 }, soon());

    expect(log.map(({ person, allowed }) => [person, allowed])).toEqual([
      [member.id, true],
      ['en-annen', false],
    ]);
  });

  describe('what was answered through a message', () => {
    const where = { conversationId: 'chat', activityId: 'message' };
    const operation = 'open-case';
    const about = { person: member.id, at: NOON, through: where, caseId: caseId(), disclosed: [] };
    const shown = { ...about, operation };
    const ofCase = (since = NOON) => lab.auditLog.showingsOf(caseId(), since, soon());
    const toMember = (since = NOON) => lab.auditLog.showingsTo(member.id, since, soon());

    it('is a look at the case, with the consent it was shown under', async () => {
      await looks(await reader(), 'look', { where, consent: 2 });

      const expected = [{ ...shown, consent: 2, kind: 'look' }];
      expect(await ofCase()).toEqual(expected);
      expect(await toMember()).toEqual(expected);
    });

    it('is what it showed of what is sealed', async () => {
      const disclosed = [{ origin: agencyId('sosiale-tjenester'), section: 'B' }] as const;

      await looks(await reader(), 'look', { where, disclosed });

      expect(await ofCase()).toEqual([{ ...shown, disclosed, kind: 'look' }]);
    });

    it('is a change of the case, too', async () => {
      const file = await givenCase(lab);
      const by = { person: member.id, roles: member.roles };
      const fact = aFact({ commandId: commandId('change'), by, where, operation });
      await lab.cases.commit({ file, kase: file.kase, fact, outbox: [] }, soon());

      expect(await ofCase()).toEqual([{ ...shown, kind: 'change' }]);
      expect(await toMember()).toEqual([]);
    });

    it('is something else in their own log, and of a refusal not what it was of', async () => {
      const by = await reader();
      await looks(by, 'list', { where, caseId: undefined as never, operation: 'open-agenda' });
      await looks(by, 'refused', { where, allowed: false });

      const { caseId: _, ...nothing } = shown;
      const seen = { ...nothing, kind: 'look' };
      expect(await toMember()).toEqual([{ ...seen, operation: 'open-agenda' }, seen]);
      expect((await ofCase()).filter(one => one.caseId !== undefined)).toEqual([]);
    });

    it('is nothing that came through no message, was before, or was the clock’s', async () => {
      const by = await reader();
      await looks(by, 'nowhere');
      await looks(by, 'before', { where, at: instant('2026-12-04T10:59') });

      expect(await ofCase()).toEqual([]);
      expect(await toMember()).toEqual([]);
    });
  });
});
