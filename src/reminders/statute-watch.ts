import { ageingOn } from '../domain/statute';
import { type Instant, type LocalDate } from '../domain/time';
import { type Outside, type StatuteWatch } from './deps';

/** Says once a day, while this replica leads, which provisions have expired, and which soon will. Stops nothing. */
export const createStatuteWatch = ({ world, log }: Pick<Outside, 'world' | 'log'>): StatuteWatch => {
  const state: { day?: LocalDate } = {};
  return {
    look: (now: Instant) => {
      const today = world.calendar.dayOf(now);
      if (state.day === today) return;
      state.day = today;
      for (const { statute, is } of ageingOn(world.programme.statutes, today))
        log(is === 'expired' ? 'statute-expired' : 'statute-expiring', { id: statute.id });
    },
  };
};
