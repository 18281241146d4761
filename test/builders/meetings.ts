import { type EndedMeeting, type PlannedMeeting, type RunningMeeting } from '../../src/domain/meeting';
import { USUAL_LADDER } from '../../src/domain/ladder';
import { type Programme } from '../../src/domain/programme';
import { type Statute, STATUTE_LISTS } from '../../src/domain/statute';
import { agencyId, day, instant, meetingId, NOON, personId, seatId, statuteId } from './ids';
import { type TimeOfDay } from '../../src/domain/time';

/** A planned meeting on Wednesday 9 December 2026, not published. */
export const aMeeting = (over: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  id: meetingId(),
  on: day('2026-12-09'),
  startsAt: instant('2026-12-09T08:00'),
  place: 'Møterom 1',
  lengthMinutes: 90,
  chair: personId('moteleder'),
  agenda: [],
  order: [],
  allotted: [],
  revision: 0,
  state: 'planned',
  ...over,
});

/** The same meeting while it runs, with one seat of each partner present. */
export const aRunningMeeting = (over: Partial<PlannedMeeting> = {}): RunningMeeting => ({
  ...aMeeting({ publishedAt: NOON, ...over }),
  state: 'running',
  attendance: { present: ALL_SEATS, standIns: [], confidentialityReadBy: personId('moteleder') },
  startedAt: instant('2026-12-09T08:05'),
});

/** And when it is over. */
export const anEndedMeeting = (over: Partial<EndedMeeting> = {}): EndedMeeting => ({
  ...aRunningMeeting(),
  endedAt: instant('2026-12-09T09:30'),
  ...over,
  state: 'ended',
});

/** One of each list, in force since long. */
const STATUTES: readonly Statute[] = STATUTE_LISTS.map((list, place) => ({
  id: statuteId(['hpl-22', 'hpl-23', 'hpl-31', 'gdpr-6-1-e'][place] ?? ''),
  list,
  citation: ['hpl. § 22', 'hpl. § 23 nr. 3', 'hpl. § 31', 'GDPR art. 6 nr. 1 bokstav e'][place] ?? '',
  partners: [],
  validFrom: day('2001-01-01'),
}));

const ALL_SEATS = [seatId('sosial'), seatId('dps'), seatId('politi')];

/** Three agencies, one of each partner, each with a seat; meetings every other Wednesday from 25 November 2026. */
export const aProgramme = (over: Partial<Programme> = {}): Programme => ({
  name: 'Sent ute',
  anchor: day('2026-11-25'),
  time: '09:00' as TimeOfDay,
  place: 'Møterom 1',
  lengthMinutes: 90,
  channelId: '19:ressursgruppen@thread.tacv2',
  defaultChair: personId('moteleder'),
  agencies: [
    { id: agencyId('sosiale-tjenester'), name: 'Etat for sosiale tjenester', partner: 'kommune' },
    { id: agencyId('kronstad-dps'), name: 'Kronstad DPS', partner: 'helse' },
    { id: agencyId('innsatsgruppen'), name: 'Innsatsgruppen', partner: 'politi' },
    { id: agencyId('sent-ute-koordinering'), name: 'Sent ute-koordinering', partner: 'kommune' },
  ],
  seats: [
    { id: seatId('sosial'), name: 'Etat for sosiale tjenester', agency: agencyId('sosiale-tjenester') },
    { id: seatId('dps'), name: 'Kronstad DPS', agency: agencyId('kronstad-dps') },
    { id: seatId('politi'), name: 'Politiets innsatsgruppe', agency: agencyId('innsatsgruppen') },
  ],
  reminders: USUAL_LADDER,
  statutes: STATUTES,
  ...over,
});
