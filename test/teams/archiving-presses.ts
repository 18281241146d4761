import { caseId, meetingId, NOON, personId } from '../builders/ids';
import { anEndedMeeting } from '../builders/meetings';
import { type House, putReferral } from '../use-cases/asking';
import { type GoodPress } from './good-press';

const caseKey = { caseId: caseId() };
const meetingKey = { meetingId: meetingId() };

const concluded = (house: House): void => {
  putReferral(house, { state: 'concluded', presented: true, exportedAt: NOON });
};
const approved = (house: House): void => {
  house.putMeeting(anEndedMeeting({ approved: { by: personId('moteleder'), at: NOON }, exportedAt: NOON }));
};
const archived = (house: House): void => {
  const by = personId('koordinator');
  putReferral(house, { state: 'concluded', presented: true, archived: { ref: '2026/1', at: NOON, by } });
};

/** A good press of every verb about the archive. */
export const ARCHIVING: Readonly<Record<string, GoodPress>> = {
  'start-archive': { by: 'coordinator', given: concluded, data: caseKey, changes: false },
  'export-archive': { by: 'coordinator', given: concluded, data: caseKey, changes: false },
  'record-archive-ref': {
    by: 'coordinator',
    given: concluded,
    data: { ...caseKey, 'archive-ref': '2026/12345' },
    changes: true,
  },
  'start-meeting-archive': { by: 'coordinator', given: approved, data: meetingKey, changes: false },
  'export-meeting': { by: 'coordinator', given: approved, data: meetingKey, changes: false },
  'record-meeting-ref': {
    by: 'coordinator',
    given: approved,
    data: { ...meetingKey, 'archive-ref': '2026/12345' },
    changes: true,
  },
  'list-erasures': { by: 'coordinator', given: archived, data: {}, changes: false },
};
