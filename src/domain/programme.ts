import { type PersonId } from './ids';
import { type Ladder } from './ladder';
import { type Agency, type Seat } from './people';
import { type Statute } from './statute';
import { type LocalDate, type TimeOfDay } from './time';

/** The programme's configuration: names and seats change, the rules do not. */
export type Programme = {
  readonly name: string;
  /** The first meeting; every one after is a whole number of fortnights from it. */
  readonly anchor: LocalDate;
  readonly time: TimeOfDay;
  readonly place: string;
  /** Where meetings are held online. */
  readonly link?: string;
  /** Ninety, unless somebody says otherwise. */
  readonly lengthMinutes: number;
  /** The resource group's channel in Teams. */
  readonly channelId: string;
  readonly defaultChair: PersonId;
  readonly agencies: readonly Agency[];
  readonly seats: readonly Seat[];
  /** When tasks ring. */
  readonly reminders: Ladder;
  readonly statutes: readonly Statute[];
};
