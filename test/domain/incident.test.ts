import {
  checkIncident,
  incidentBehind,
  incidentIn,
  sharedTasks,
  withIncident,
} from '../../src/domain/incident';
import { briefOf } from '../../src/domain/action';
import { aCase, anAction } from '../builders/cases';
import { actionId, day } from '../builders/ids';
import { anIncident, incidentId } from '../builders/learning';

const TODAY = day('2026-12-04');
const GOOD = { when: '2026-12-03', kind: 'violence', reported: 'prevented' };

describe('checkIncident', () => {
  it('reads three answers and no words', () => {
    expect(checkIncident(GOOD, TODAY)).toEqual({
      ok: true,
      value: { what: { on: '2026-12-03', kind: 'violence' }, reporting: 'prevented' },
    });
  });

  it.each([
    [{}, ['when: missing', 'kind: missing', 'reported: missing']],
    [{ ...GOOD, when: 'i går' }, ['when: missing']],
    [{ ...GOOD, when: '2026-12-05' }, ['when: future']],
    [{ ...GOOD, when: '2025-12-03' }, ['when: too-old']],
    [{ ...GOOD, kind: 'x' }, ['kind: missing']],
    [{ ...GOOD, reported: 'x' }, ['reported: missing']],
  ])('says what is wrong with %j', (values, problems) => {
    const checked = checkIncident(values, TODAY);

    expect(checked.ok ? [] : checked.error.map(({ field, problem }) => `${field}: ${problem}`)).toEqual(
      problems,
    );
  });

  it('takes today, and the day a year ago', () => {
    expect(checkIncident({ ...GOOD, when: TODAY }, TODAY).ok).toBe(true);
    expect(checkIncident({ ...GOOD, when: '2025-12-04' }, TODAY).ok).toBe(true);
  });
});

describe('withIncident', () => {
  it('puts a new one last, and one that is known where it was', () => {
    const two = withIncident(withIncident(aCase(), anIncident()), anIncident({ id: incidentId('other') }));

    const settled = withIncident(two, anIncident({ reporting: 'reported' }));

    expect(settled.incidents?.map(({ id, reporting }) => [id, reporting])).toEqual([
      [incidentId(), 'reported'],
      [incidentId('other'), 'considered'],
    ]);
    expect(incidentIn(settled, incidentId('none'))).toBeUndefined();
  });
});

describe('sharedTasks', () => {
  it('leaves out those that follow up an incident, also one that no incident is behind', () => {
    const own = anAction({ title: 'follow-up-incident' });
    const older = anAction({ id: actionId('older'), title: 'follow-up-incident' });
    const shared = anAction({ id: actionId('shared') });
    const kase = aCase({
      actions: [briefOf(own), briefOf(older), briefOf(shared)],
      incidents: [anIncident({ action: own.id })],
    });

    expect(sharedTasks(kase).map(({ id }) => id)).toEqual([shared.id]);
    expect(sharedTasks(aCase({ actions: [briefOf(own)] }))).toEqual([]);
    expect(incidentBehind(kase, own)?.id).toBe(incidentId());
  });
});
