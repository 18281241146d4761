import { type Action } from '../domain/action';
import { type ActionTitle } from '../domain/action-brief';
import { type AgendaItem } from '../domain/agenda';
import { type Case } from '../domain/case';
import { type Draft } from '../domain/draft';
import { type GapState } from '../domain/gap';
import { type AgencyId } from '../domain/ids';
import { type Meeting } from '../domain/meeting';
import { type Seat } from '../domain/people';
import { type Sharing } from '../domain/sharing';
import { type Instant, type LocalDate } from '../domain/time';
import {
  type ActionOperation,
  type AgencyOperation,
  type CaseOperation,
  type DraftOperation,
  type FreeOperation,
  type GapOperation,
  type ItemOperation,
  type MeetingOperation,
  type RoleOperation,
  type SharingOperation,
} from './operations';

/** A task someone wants to create: what §15 makes depend on its title and on whose task it becomes. */
export type NewAction = { readonly title: ActionTitle; readonly agency: AgencyId };

type Subjects = {
  readonly self: { readonly ask: FreeOperation };
  readonly role: { readonly ask: RoleOperation };
  readonly agency: { readonly ask: AgencyOperation; readonly agency: AgencyId };
  readonly draft: { readonly ask: DraftOperation; readonly draft: Draft };
  readonly case: {
    readonly ask: CaseOperation;
    readonly kase: Case;
    readonly meeting?: Meeting;
    readonly action?: NewAction;
    /** What depends on the day is refused without it. */
    readonly today?: LocalDate;
  };
  readonly meeting: { readonly ask: MeetingOperation; readonly meeting: Meeting };
  readonly item: {
    readonly ask: ItemOperation;
    readonly kase: Case;
    readonly item: AgendaItem;
    readonly meeting: Meeting;
    /** For whom innspill is given. */
    readonly seat?: Seat;
  };
  readonly action: { readonly ask: ActionOperation; readonly kase: Case; readonly action: Action };
  readonly sharing: {
    readonly ask: SharingOperation;
    readonly kase: Case;
    readonly sharing: Sharing;
    readonly now: Instant;
  };
  readonly gap: { readonly ask: GapOperation; readonly gap: { readonly state: GapState } };
};

export type Kind = keyof Subjects;
/** A question about one kind of subject. */
export type About<K extends Kind> = { readonly [P in K]: { readonly about: P } & Subjects[P] }[K];
/** What is asked, and of what; the subject grants standing: chair, author, owner, disqualified. */
export type Question = About<Kind>;
