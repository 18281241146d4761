import { type AgencyId, type PersonId, type SeatId } from './ids';
import { type LocalDate, type TimeOfDay } from './time';

export const PARTNERS = ['kommune', 'helse', 'politi'] as const;
export type Partner = (typeof PARTNERS)[number];

/** domain.md §2; `chair` is per meeting, `owner` per task and `author` per referral: standings, not roles. */
export const ROLES = [
  'referrer',
  'coordinator',
  'member',
  'leader',
  'steering',
  'privacy-officer',
  'admin',
] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Secrecy binds between agencies; the partner is only a heading. */
export type Agency = { readonly id: AgencyId; readonly name: string; readonly partner: Partner };
/** A place at the table of the resource group. `asked` seats are asked for innspill. */
export type Seat = {
  readonly id: SeatId;
  readonly name: string;
  readonly agency: AgencyId;
  /** Registers on the seat's behalf, where its holder has no access to the tenant; shown, and logged. */
  readonly registrar?: PersonId;
};

/** Who someone is to Teams. A person may have several, one per tenant. */
export type Identity = { readonly tenantId: string; readonly objectId: string };

/** The days somebody is away, the last one too. */
export type Absence = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Of the same agency; it gives no standing in any case. */
  readonly standIn?: PersonId;
};

export type Person = {
  readonly id: PersonId;
  /** As colleagues know them; in the local world a role, never a name. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly agency: AgencyId;
  readonly partner: Partner;
  /** The service inside the agency, as people say it: "MO-senter". Rules read agencies only. */
  readonly service: string;
  readonly seat?: SeatId;
  readonly standIn?: PersonId;
  readonly identities: readonly Identity[];
  readonly language: Language;
  /** The person's own number at work, prefilled in the referral. */
  readonly workPhone?: string;
  /** When they want their digest; DIGEST_TIME unless they said so. */
  readonly digestAt?: TimeOfDay;
  readonly absence?: Absence;
  /** When they last signed the yearly declaration of confidentiality. */
  readonly declaredOn?: LocalDate;
  /** A removed person keeps their history and may do nothing. */
  readonly removedOn?: LocalDate;
};

export const isSameIdentity = (one: Identity, other: Identity): boolean =>
  one.tenantId === other.tenantId && one.objectId === other.objectId;
/** Nobody was taken out or replaced: a chat captured for who it was still leads to who it is. */
export const keepsIdentities = (before: Person, after: Person): boolean =>
  before.identities.every(held => after.identities.some(one => isSameIdentity(one, held)));

export const isActive = (person: Person): boolean => person.removedOn === undefined;
export const hasRole = (person: Person, role: Role): boolean => person.roles.includes(role);

/** The agency of the coordinator and the stand-in; it refers nobody (domain.md §2). */
export const COORDINATION = 'sent-ute-koordinering';
