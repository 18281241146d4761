import { type AgendaItem } from '../../src/domain/agenda';
import { type SeatId } from '../../src/domain/ids';
import { noted } from '../../src/domain/notes-clock';
import { type Instant } from '../../src/domain/time';
import { useCasesIn } from '../../src/use-cases/all';
import { ringCaseClock } from '../../src/use-cases/ring-case-clock';
import { type World } from '../../src/use-cases/world';
import { aCase, aConsent, anItem } from '../builders/cases';
import { aContribution, putContribution } from '../builders/contributions';
import { agencyId, caseId, instant, meetingId, NOON, seatId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { inTime } from '../fakes/fake-world';
import { aScene } from '../reminders/scene';
import { aHouse, type House, ORIGIN, putReferral } from './asking';

const DPS = agencyId('kronstad-dps');
const POLICE = agencyId('innsatsgruppen');
const DPS_SEAT = seatId('dps');
/** Ninety days after noon on 4 December 2026. */
const DUE = instant('2027-03-04T07:00');
const OLD = 'Gamle ord';
const NEW = 'Nye ord';

const LATER = meetingId('2027-03-10');
/** The member's old words lie in a case that stands on the agenda of a later meeting. */
const due = (): House => {
  const house = aHouse();
  const kase = noted(aCase({ state: 'ready-for-review', presented: true, meetingId: LATER }), {
    ...{ agency: DPS, at: NOON },
  });
  putReferral(house, kase);
  putContribution(house, aContribution({ group: 'D' }), OLD);
  house.putMeeting(aMeeting({ id: LATER, publishedAt: NOON, agenda: [caseId()] }));
  house.putItem(anItem({ meetingId: LATER } satisfies Partial<AgendaItem>));
  return house;
};
type Typed = { readonly command?: string; readonly text?: string; readonly at?: Instant };
const give = (house: House, { command = 'give', text = NEW, at = DUE }: Typed = {}) =>
  house.does.contribute({
    ...house.ask('member', { command, at }),
    ...{ meetingId: LATER, seat: DPS_SEAT },
    answers: [{ caseId: caseId(), answer: 'can', ...(text === '' ? {} : { text, group: 'D' }) }],
  });
const SAVED = { ok: true, value: [{ caseId: caseId() }] };
const NOT_SAVED = { ok: true, value: [{ caseId: caseId(), problem: 'not-saved' }] };

const ring = (world: Pick<World, 'cases' | 'people' | 'pointers' | 'calendar' | 'derive'>) =>
  ringCaseClock(world)(caseId(), DUE, inTime());
const kept = ({ inside }: House) => inside.cases.get(caseId())?.kase;
const ringOut = async (house: House): Promise<void> => {
  for (let rings = 0; rings < 10 && kept(house)?.notes !== undefined; rings += 1) await ring(house);
};
const wordsIn = ({ inside }: House, meeting = meetingId(), seat: SeatId = DPS_SEAT) =>
  inside.contributions.get(`${caseId()}/${meeting}/${seat}`)?.note?.box;
const erasedIn = (house: House) => house.events().flatMap(({ erased }) => erased ?? []);
const consented = (house: House, group: 'D' | 'E'): void => {
  const consent = aConsent({ version: 1, grants: [{ group, from: DPS, to: ORIGIN }] });
  house.inside.consents.set(`${caseId()}/1`, { caseId: caseId(), consent });
  house.inside.cases.forEach((file, id) =>
    house.inside.cases.set(id, { ...file, kase: { ...file.kase, consents: 1 } }),
  );
};

describe('eraseNotes', () => {
  it('says what is erased once the key is gone, and not before', async () => {
    const house = due();
    const lost: unknown[] = [];
    const destroyKeys: World['cases']['destroyKeys'] = async (...asked) => {
      lost.push(...erasedIn(house));
      await house.cases.destroyKeys(...asked);
    };

    for (let rings = 0; rings < 3; rings += 1)
      await ring({ ...house, cases: { ...house.cases, destroyKeys } });

    expect(lost).toEqual([]);
    expect(wordsIn(house)).toBeUndefined();
    expect(kept(house)).not.toHaveProperty('notes');
    expect(house.events().map(({ operation }) => operation)).toEqual(Array(3).fill('erase-notes'));
    expect(house.events().map(({ erased = [] }) => erased)).toEqual([
      ...[[], []],
      [{ origin: DPS, section: 'notes' }],
    ]);
  });

  it('takes no new words between any two steps, so that none are lost, and takes them afterwards', async () => {
    const house = due();
    const answers = [];
    for (let step = 0; step < 3; step += 1) {
      await ring(house);
      answers.push(await give(house, { command: `step ${String(step)}` }));
    }

    expect(answers).toEqual([NOT_SAVED, NOT_SAVED, SAVED]);
    expect(wordsIn(house)).toBeUndefined();
    expect(wordsIn(house, LATER)).toBe(NEW);
    expect(erasedIn(house)).toEqual([{ origin: DPS, section: 'notes' }]);
    expect(kept(house)?.notes).toEqual([{ agency: DPS, at: DUE }]);
  });

  it('takes none while the key is being destroyed either', async () => {
    const house = due();
    const answers: unknown[] = [];
    const destroyKeys: World['cases']['destroyKeys'] = async (...asked) => {
      answers.push(await give(house));
      await house.cases.destroyKeys(...asked);
    };

    for (let rings = 0; rings < 3; rings += 1)
      await ring({ ...house, cases: { ...house.cases, destroyKeys } });

    expect(answers).toEqual([NOT_SAVED]);
    expect(wordsIn(house, LATER)).toBeUndefined();
  });

  it('does not answer that the same words lie there already when they are about to go', async () => {
    const house = due();
    putContribution(house, aContribution({ group: 'D', meetingId: LATER }), NEW);

    await ring(house);

    expect(await give(house)).toEqual(NOT_SAVED);
  });

  it('lets an answer without words through', async () => {
    const house = due();
    await ring(house);

    expect(await give(house, { text: '' })).toEqual(SAVED);
    await ringOut(house);

    expect(erasedIn(house)).toEqual([{ origin: DPS, section: 'notes' }]);
  });

  it('tells words that were on their way when it began to be given again', async () => {
    const house = due();
    const { cases } = house;
    let begun = false;
    const contribution: World['cases']['contribution'] = async (...asked) => {
      const found = await cases.contribution(...asked);
      if (!begun) await ring(house);
      begun = true;
      return found;
    };

    const answered = await useCasesIn({ ...house, cases: { ...cases, contribution } }).contribute({
      ...house.ask('member', { at: DUE }),
      ...{ meetingId: LATER, seat: DPS_SEAT },
      answers: [{ caseId: caseId(), answer: 'can', text: NEW, group: 'D' }],
    });

    expect(answered).toEqual(NOT_SAVED);
    expect(wordsIn(house, LATER)).toBeUndefined();
  });

  it('empties what no consent covered, and keeps what one did of the same agency', async () => {
    const house = due();
    putContribution(house, aContribution({ group: 'E', meetingId: LATER }), NEW);
    consented(house, 'D');

    await ringOut(house);

    expect([wordsIn(house), wordsIn(house, LATER)]).toEqual([OLD, undefined]);
    expect(erasedIn(house)).toEqual([]);
    expect(kept(house)).not.toHaveProperty('notes');
  });

  it('keeps what a consent covers that came after it had begun', async () => {
    const house = due();
    await ring(house);
    consented(house, 'D');

    await ringOut(house);

    expect(wordsIn(house)).toBe(OLD);
    expect(erasedIn(house)).toEqual([]);
  });

  it('leaves another agency its words', async () => {
    const house = due();
    const seat = seatId('politi');
    putContribution(house, aContribution({ agency: POLICE, seat, group: 'D' }), OLD);

    await ringOut(house);

    expect(wordsIn(house, meetingId(), seat)).toBe(OLD);
    expect(erasedIn(house)).toEqual([{ origin: DPS, section: 'notes' }]);
  });

  it('asks no more of innspill whose document is gone already', async () => {
    const scene = aScene();
    const kase = scene.putCase(noted(aCase({ informed: 'week' }), { agency: DPS, at: NOON }), NOON);

    for (let rings = 0; rings < 3; rings += 1) await ring(scene);

    expect(scene.inside.cases.get(kase.id)?.kase).not.toHaveProperty('notes');
    expect(scene.inside.cases.get(kase.id)).not.toHaveProperty('clockAt');
  });
});
