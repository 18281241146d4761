import { type Case } from '../../src/domain/case';
import { caseCode, caseId, day, meetingId } from '../builders/ids';
import { type House, putReferral } from '../use-cases/asking';
import { type GoodPress } from './good-press';

const caseKey = { caseId: caseId() };
const meetingKey = { meetingId: meetingId() };
const ofState =
  (state: Case['state'], over: object = {}) =>
  (house: House): void => {
    putReferral(house, { state, presented: true, ...over });
  };

/** A good press of every verb of an agenda made by hand, and of a case that waits or ends. */
export const ON_AGENDA: Readonly<Record<string, GoodPress>> = {
  'add-to-agenda': { by: 'coordinator', given: ofState('mapping'), data: caseKey, changes: true },
  'take-off-agenda': {
    by: 'coordinator',
    given: ofState('ready-for-review'),
    data: { ...caseKey, 'off-reason': 'time' },
    changes: true,
  },
  'start-order-agenda': {
    by: 'coordinator',
    given: ofState('ready-for-review'),
    data: meetingKey,
    changes: false,
  },
  'order-agenda': {
    by: 'coordinator',
    given: ofState('ready-for-review'),
    data: { ...meetingKey, item: caseCode(), after: 'first', minutes: '30' },
    changes: true,
  },
  'start-pause-case': { by: 'coordinator', given: ofState('mapping'), data: caseKey, changes: false },
  'pause-case': {
    by: 'coordinator',
    given: ofState('mapping'),
    data: { ...caseKey, until: '2027-03-01' },
    changes: true,
  },
  'resume-case': {
    by: 'coordinator',
    given: ofState('mapping', { pausedUntil: day('2027-03-01') }),
    data: caseKey,
    changes: true,
  },
  'start-conclude-case': { by: 'coordinator', given: ofState('active'), data: caseKey, changes: false },
  'conclude-case': {
    by: 'coordinator',
    given: ofState('active'),
    data: { ...caseKey, reason: 'moved' },
    changes: true,
  },
};
