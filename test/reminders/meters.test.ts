import { aCase } from '../builders/cases';
import { caseCode, caseId, day, personId } from '../builders/ids';
import { type Meters } from '../../src/reminders/meters';
import { type SendFailure } from '../../src/use-cases/ports/messenger';
import { aScene } from './scene';

const NOTICE = {
  ...{ kind: 'notice' as const, to: personId('koordinator'), caseId: caseId(), code: caseCode() },
  notice: { kind: 'new-referral' as const },
};

const aCount = () => {
  const counted: unknown[] = [];
  const meters: Meters = {
    sent: lateness => counted.push(['sent', lateness]),
    postponed: cause => counted.push(['postponed', cause]),
    settled: state => counted.push(['settled', state]),
  };
  return { counted, meters };
};
const aNotice = () => {
  const scene = aScene();
  scene.putCase(aCase());
  return { scene, ...aCount(), due: scene.post(NOTICE) };
};

describe('the meters of the dispatcher', () => {
  it('count what was sent, and how long after it was due', async () => {
    const { scene, counted, meters } = aNotice();
    scene.pass(5_000);

    await scene.replica({ meters }).tick();

    expect(counted).toEqual([['sent', 5_999]]);
  });

  it.each<[SendFailure, unknown[]]>([
    [{ kind: 'throttled', retryAfterMs: 7_000 }, [['postponed', 'throttled']]],
    [{ kind: 'unavailable' }, [['postponed', 'unavailable']]],
    [{ kind: 'ambiguous' }, [['postponed', 'ambiguous']]],
    [{ kind: 'refused', status: 403 }, [['settled', 'dead']]],
  ])('count why it was not: %j', async (failure, expected) => {
    const { scene, counted, meters } = aNotice();
    scene.teams.moods.push(failure);

    await scene.replica({ meters }).tick();

    expect(counted).toEqual(expected);
  });

  it('count a chat that cannot be opened', async () => {
    const { scene, counted, meters } = aNotice();
    scene.join({ ...(scene.inside.people.get('koordinator')?.person ?? fail()) }, false);
    scene.teams.chats.opening = { kind: 'unavailable' };

    await scene.replica({ meters }).tick();

    expect(counted).toEqual([['postponed', 'unavailable']]);
  });

  it('count what is no longer true', async () => {
    const { scene, counted, meters } = aNotice();
    scene.inside.outbox.clear();
    scene.post({ kind: 'digest', to: personId('ansvarlig'), on: day('2026-12-04') });

    await scene.replica({ meters }).tick();

    expect(counted).toEqual([['settled', 'dropped']]);
  });
});

const fail = (): never => {
  throw new Error('nobody is called that');
};
