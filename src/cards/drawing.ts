import { type AgencyId, type PersonId } from '../domain/ids';
import { type Programme } from '../domain/programme';
import { type Person } from '../domain/people';
import { type Calendar, type LocalDate } from '../domain/time';
import { type Words } from '../i18n/words';

/** For whom a card is drawn, in which language, on which day. Everything a card knows besides its subject. */
export type Drawing = {
  readonly reader: Person;
  readonly t: Words;
  readonly today: LocalDate;
  readonly calendar: Calendar;
  readonly programme: Programme;
  /** Drawn once per answered card; with it a double press is one command. */
  readonly nonce: string;
  readonly nameOf: (id: PersonId) => string;
  /** The last day of their absence, for a reader who coordinates; undefined for whoever is here. */
  readonly awayUntil?: (id: PersonId) => LocalDate | undefined;
  /** Who sits in the group for an agency, by the name colleagues know. */
  readonly holderOf: (agency: AgencyId) => string | undefined;
};
