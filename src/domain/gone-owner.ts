import { type ActionBrief } from './action-brief';
import { type Case, isEnded } from './case';
import { type InboxEntry } from './inbox-entry';
import { isPaused } from './pause';
import { type Person } from './people';
import { type Calendar, type Instant, type LocalDate, type TimeOfDay } from './time';

const MORNING = '08:00' as TimeOfDay;

type Around = {
  /** The whole directory, with those who were removed. */
  readonly people: readonly Person[];
  readonly today: LocalDate;
  readonly calendar: Calendar;
};

/** Since when its owner can do nothing: they were removed, or are disqualified; undefined while they can. */
const goneSince = (kase: Case, { owner }: ActionBrief, { people, calendar }: Around): Instant | undefined => {
  const { removedOn } = people.find(({ id }) => id === owner) ?? {};
  const out = kase.disqualified.find(({ person }) => person === owner);
  return removedOn === undefined ? out?.at : calendar.at(removedOn, MORNING);
};

/** Tasks that nobody does any more: their owner has left, and they must be given to somebody else (domain.md §9). */
export const goneOwners = (kase: Case, around: Around): readonly InboxEntry[] =>
  isEnded(kase) || isPaused(kase, around.today)
    ? []
    : kase.actions
        .filter(({ state }) => state === 'open' || state === 'blocked')
        .flatMap(task => {
          const since = goneSince(kase, task, around);
          const { id: caseId, code } = kase;
          const about = { caseId, code, actionId: task.id, person: task.owner };
          return since === undefined ? [] : [{ step: 'owner-gone', since, ...about, urgent: false }];
        });
