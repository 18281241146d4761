import { underConsent } from '../audit/under-consent';
import { type Case } from '../domain/case';
import { type Contribution } from '../domain/contribution';
import { type Holding } from '../domain/groups';
import { lookCommandId } from '../domain/ids';
import { type Seat } from '../domain/people';
import { mayHaveLooked, mayReadAnswer, mayReadContribution } from '../policy/visible-notes';
import { type Asked, todayOf } from './asked';
import { type Place } from './contribution-round';
import { looked } from './lookup';
import { type ContributionFile } from './ports/cases';
import { type World } from './world';

/** A case the seat is asked about, with what it has answered so far. */
export type RoundItem = Place & {
  /** Absent, too, where the reader is told only that the seat has answered. */
  readonly current?: Contribution;
  /** The seat has answered, and this reader may not read what. */
  readonly hasHiddenAnswer: boolean;
  /** What it said in words, where the reader is of the seat's own agency. */
  readonly text?: string;
  /** There are words that the reader may not read back. */
  readonly hasHiddenText: boolean;
  /** A consent has told the agency who it is: "ikke kjent hos oss" can be answered. */
  readonly mayHaveLooked: boolean;
};

type Showing = { readonly seat: Seat; readonly rule: string };

type Readable = { readonly file: ContributionFile; readonly answer: boolean; readonly text: boolean };

/** The words are the own agency's: whoever registers for another's seat does not read them back. */
const readableFor = (
  world: World,
  asked: Asked,
  { kase, file }: { readonly kase: Case; readonly file: ContributionFile },
): Readable => {
  const { contribution, note } = file;
  const reading = { contribution, today: todayOf(world, asked) };
  const { person } = asked.by;
  const isOwn = contribution.agency === person.agency;
  const text = note !== undefined && isOwn && mayReadContribution(person, kase, reading);
  return { file, answer: mayReadAnswer(person, kase, reading), text };
};

/** That nobody in another agency knows the person is read as the identity is (open-innspill.ts). */
const disclosedBy = (
  { by }: Asked,
  { file: { contribution }, answer, text }: Readable,
): readonly Holding[] => {
  const { agency: origin } = contribution;
  const tells = answer && contribution.answer === 'unknown-here' && origin !== by.person.agency;
  return [
    ...(text ? [{ origin, section: 'notes' as const }] : []),
    ...(tells ? [{ origin, section: 'B' as const }] : []),
  ];
};

/** Each case of which something is shown has an event of its own, so that its log tells of it; stored before it is opened. */
const told = async (
  world: World,
  asked: Asked,
  { place, readable, rule }: { readonly place: Place; readonly readable: Readable; readonly rule: string },
): Promise<void> => {
  const disclosed = disclosedBy(asked, readable);
  if (disclosed.length === 0) return;
  const { turn, ...rest } = asked;
  const { id: caseId } = place.kase;
  const operation = 'open-contributions';
  const commandId = lookCommandId(world.derive, turn ?? asked.commandId, `${operation} ${caseId}`);
  const what = { operation, subject: caseId, caseId, ...underConsent(place.kase), disclosed, rule };
  await looked(world, { ...rest, commandId }, what);
};

type Given = Pick<RoundItem, 'current' | 'text' | 'hasHiddenAnswer' | 'hasHiddenText'>;

const givenFor = async (
  world: World,
  asked: Asked,
  { place, rule, file }: { readonly place: Place; readonly rule: string; readonly file: ContributionFile },
): Promise<Given> => {
  const readable = readableFor(world, asked, { kase: place.kase, file });
  await told(world, asked, { place, readable, rule });
  const text = readable.text ? await world.cases.noteOf(file, asked.within) : undefined;
  return {
    ...(readable.answer && { current: file.contribution }),
    ...(text === undefined ? {} : { text }),
    hasHiddenAnswer: !readable.answer,
    hasHiddenText: file.note !== undefined && text === undefined,
  };
};

const itemFor = async (
  world: World,
  asked: Asked,
  { place, seat, rule }: Showing & { readonly place: Place },
): Promise<RoundItem> => {
  const { caseId, meetingId } = place.item;
  const file = await world.cases.contribution({ caseId, meetingId, seat: seat.id }, asked.within);
  const given = file && (await givenFor(world, asked, { place, rule, file }));
  return {
    ...place,
    ...(given ?? { hasHiddenAnswer: false, hasHiddenText: false }),
    mayHaveLooked: mayHaveLooked(place.kase, seat.agency, todayOf(world, asked)),
  };
};

export const roundItems = (
  world: World,
  asked: Asked,
  { places, ...showing }: Showing & { readonly places: readonly Place[] },
): Promise<readonly RoundItem[]> =>
  Promise.all(places.map(place => itemFor(world, asked, { ...showing, place })));
