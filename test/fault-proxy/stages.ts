import { type Inputs } from '../../src/local/demo/player';
import {
  type Company,
  consent,
  giveTask,
  publish,
  refer,
  type Sent,
  setReady,
  startMeeting,
  takeIn,
} from '../journeys/company';
import { directory, draft, meetings, published, ready, submitted } from './before-meeting';
import { busy, consented, decided, onTheDay, running } from './from-meeting';
import { type Stage } from './stage';

export const PEOPLE: readonly string[] = [
  ...['innmelder-mo', 'koordinator', 'medlem-helse', 'ansvarlig', 'tilgangsansvarlig'],
  ...['medlem-politi', 'medlem-kommune'],
];

const TASK: Inputs = { title: 'clarify-living', owner: 'ansvarlig', due: '2026-12-11' };

const stays = (): void => undefined;

/** The main job, from a draft to a task in somebody's list. */
export const STAGES: readonly Stage[] = [
  { name: 'draft', go: stays, presses: draft },
  { name: 'directory', go: stays, presses: directory },
  { name: 'meetings', go: stays, presses: meetings },
  { name: 'submitted', go: stays, presses: submitted },
  { name: 'ready', go: setReady, presses: ready },
  { name: 'published', go: publish, presses: published },
  { name: 'on the day', go: company => company.advance('P8D'), presses: onTheDay },
  { name: 'running', go: company => startMeeting(company), presses: running },
  { name: 'decided', go: takeIn, presses: decided },
  { name: 'consented', go: consent, presses: consented },
  { name: 'busy', go: (company, sent) => giveTask(company, sent, TASK), presses: busy },
];
export const firstCase = (company: Company): Promise<Sent> => refer(company);
