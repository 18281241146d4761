import { Temporal } from 'temporal-polyfill';
import { type Instant, instantOf } from '../domain/time';

const ZONE = 'Europe/Oslo';

/** `moment` moved by an ISO 8601 duration ("P1D", "PT1H") on the wall clock of Bergen; throws on anything else. */
export const moved = (moment: Instant, duration: string): Instant =>
  instantOf(
    new Date(
      Temporal.Instant.from(moment).toZonedDateTimeISO(ZONE).add(Temporal.Duration.from(duration))
        .epochMilliseconds,
    ),
  );
