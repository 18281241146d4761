import { type Contribution } from '../domain/contribution';
import { type Holding } from '../domain/groups';
import { lookCommandId } from '../domain/ids';
import { type Seat } from '../domain/people';
import { mayHaveLooked, mayReadContribution } from '../policy/visible-notes';
import { type Asked, todayOf } from './asked';
import { type Place } from './contribution-round';
import { looked } from './lookup';
import { type ContributionFile } from './ports/cases';
import { type World } from './world';

/** A case the seat is asked about, with what it has answered so far. */
export type RoundItem = Place & {
  readonly current?: Contribution;
  /** What it said in words, where the reader is of the seat's own agency. */
  readonly text?: string;
  /** There are words that the reader may not read back. */
  readonly hasHiddenText: boolean;
  /** A consent has told the agency who it is: "ikke kjent hos oss" can be answered. */
  readonly mayHaveLooked: boolean;
};

type Showing = { readonly seat: Seat; readonly rule: string };

/** The words are the own agency's: whoever registers for another's seat does not read them back. */
const mayReadBack = (
  world: World,
  asked: Asked,
  { kase, file }: Place & { readonly file: ContributionFile },
): boolean => {
  const { contribution, note } = file;
  const reading = { contribution, today: todayOf(world, asked) };
  const { person } = asked.by;
  return (
    note !== undefined && contribution.agency === person.agency && mayReadContribution(person, kase, reading)
  );
};

/** Each case whose words are shown has an event of its own, so that its log tells of it; stored before they are opened. */
const wordsOf = async (
  world: World,
  asked: Asked,
  { place, file, rule }: { readonly place: Place; readonly file: ContributionFile; readonly rule: string },
): Promise<string | undefined> => {
  if (!mayReadBack(world, asked, { ...place, file })) return undefined;
  const { turn, ...rest } = asked;
  const { id: caseId } = place.kase;
  const operation = 'open-contributions';
  const commandId = lookCommandId(world.derive, turn ?? asked.commandId, `${operation} ${caseId}`);
  const disclosed: readonly Holding[] = [{ origin: file.contribution.agency, section: 'notes' }];
  await looked(world, { ...rest, commandId }, { operation, subject: caseId, caseId, disclosed, rule });
  return world.cases.noteOf(file, asked.within);
};

const itemFor = async (
  world: World,
  asked: Asked,
  { place, seat, rule }: Showing & { readonly place: Place },
): Promise<RoundItem> => {
  const { caseId, meetingId } = place.item;
  const file = await world.cases.contribution({ caseId, meetingId, seat: seat.id }, asked.within);
  const text = file && (await wordsOf(world, asked, { place, file, rule }));
  return {
    ...place,
    ...(file && { current: file.contribution }),
    ...(text === undefined ? {} : { text }),
    hasHiddenText: file?.note !== undefined && text === undefined,
    mayHaveLooked: mayHaveLooked(place.kase, seat.agency, todayOf(world, asked)),
  };
};

export const roundItems = (
  world: World,
  asked: Asked,
  { places, ...showing }: Showing & { readonly places: readonly Place[] },
): Promise<readonly RoundItem[]> =>
  Promise.all(places.map(place => itemFor(world, asked, { ...showing, place })));
