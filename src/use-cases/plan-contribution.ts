import { type Case } from '../domain/case';
import { isClosed } from '../domain/closed-item';
import { answeredBy, type Contribution, type Given } from '../domain/contribution';
import { type CaseId, type MeetingId } from '../domain/ids';
import { isErasingNotes, noted } from '../domain/notes-clock';
import { type Seat } from '../domain/people';
import { type Refusal, TRY_AGAIN, WRONG_STATE } from '../domain/refusal';
import { standingForSeat } from '../policy/standing';
import { mayHaveLooked } from '../policy/visible-notes';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { type CasePlan } from './change-case';
import { type FoundItem } from './item-of';
import { type CaseFile, type ContributionFile } from './ports/cases';
import { type World } from './world';

/** One case's part of a press, checked. */
export type Giving = Asked & {
  readonly caseId: CaseId;
  readonly meetingId: MeetingId;
  readonly seat: Seat;
  readonly given: Given;
};
/** What it rests on, as it lay. */
export type Lying = { readonly found: FoundItem | undefined; readonly before: ContributionFile | undefined };

/** Who may not read the words does not take them away either: what they leave empty stays. */
const staying = (
  { by, seat, given }: Giving,
  before: ContributionFile | undefined,
): ContributionFile | undefined =>
  given.note === undefined && by.person.agency !== seat.agency ? before : undefined;

const contributionOf = (world: World, giving: Giving, { file, before }: Read): Contribution => {
  const { by, at, caseId, meetingId, seat, given } = giving;
  const group = given.note?.group ?? staying(giving, before)?.contribution.group;
  return {
    ...{ caseId, meetingId, seat: seat.id, agency: seat.agency, answer: given.answer, by: by.person.id, at },
    onBehalf: !standingForSeat(by.person, file.kase, seat).includes('asked-seat'),
    ...(mayHaveLooked(file.kase, seat.agency, todayOf(world, giving)) ? { knowing: true } : {}),
    ...(group === undefined ? {} : { group }),
  };
};

type Read = { readonly file: CaseFile; readonly before: ContributionFile | undefined };

const planned = (world: World, giving: Giving, read: Read & { readonly found: FoundItem }): CasePlan => {
  const { before, file } = read;
  const contribution = contributionOf(world, giving, read);
  const keep = staying(giving, before)?.note;
  const { item, version, rationale } = read.found.file;
  return {
    kase: giving.given.note === undefined ? file.kase : noted(file.kase, contribution),
    item: { item: answeredBy(item, contribution), version, ...(rationale && { keep: rationale }) },
    contribution: {
      contribution,
      ...(before && { version: before.version }),
      ...(giving.given.note && { text: giving.given.note.text }),
      ...(keep && { keep }),
    },
  };
};

/** New words of an agency wait until its old ones are gone: they would go with them. */
export const isGoingOut = ({ seat, given }: Giving, kase: Case): boolean =>
  given.note !== undefined && isErasingNotes(kase, seat.agency);

/** The answer, and the seat among those that have answered; not of a case that has left the agenda. */
export const planContribution = (
  world: World,
  giving: Giving,
  { file, lying: { found, before } }: { readonly file: CaseFile; readonly lying: Lying },
): Result<CasePlan, Refusal> => {
  const { seat, given } = giving;
  if (found === undefined || isClosed(found.file.item, file.kase)) return err(WRONG_STATE);
  const hasLooked = mayHaveLooked(file.kase, seat.agency, todayOf(world, giving));
  if (given.answer === 'unknown-here' && !hasLooked) return err(WRONG_STATE);
  if (isGoingOut(giving, file.kase)) return err(TRY_AGAIN);
  return ok(planned(world, giving, { file, found, before }));
};

/** Whether just this lies there already; nobody who may not read the words learns so. */
export const isSaidAlready = async (
  { cases }: Pick<World, 'cases'>,
  { by, seat, given, within }: Giving,
  before: ContributionFile | undefined,
): Promise<boolean> => {
  if (before?.contribution.answer !== given.answer) return false;
  if (by.person.agency !== seat.agency) return given.note === undefined;
  if (given.note?.group !== before.contribution.group) return false;
  return given.note === undefined || given.note.text === (await cases.noteOf(before, within));
};
