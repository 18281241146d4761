import { type Case } from '../domain/case';
import { standsOn } from '../domain/case-place';
import { type Answer, type Contribution } from '../domain/contribution';
import { type Holding } from '../domain/groups';
import { type CaseId, dayOfMeeting } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { type LocalDate } from '../domain/time';
import { mayReadAnswer, mayReadContribution } from '../policy/visible-notes';
import { type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { lookAtCase } from './lookup';
import { meetingById } from './next-meeting';
import { type ContributionFile } from './ports/cases';
import { type World } from './world';

/** One seat's innspill, as one reader may see it. */
type SeenContribution = Pick<Contribution, 'seat' | 'by' | 'onBehalf' | 'group'> & {
  /** Absent where the reader is told only that the seat has answered. */
  readonly answer?: Answer;
  readonly text?: string;
  /** The day of the meeting it was given to, when the case does not stand on that one now. */
  readonly on?: LocalDate;
};
type OpenedInnspill = {
  readonly kase: Case;
  readonly seen: readonly SeenContribution[];
};

type Readable = {
  readonly file: ContributionFile;
  readonly answer: boolean;
  readonly text: boolean;
};

const readableFor = (
  world: World,
  asked: Asked,
  { kase, file }: { readonly kase: Case; readonly file: ContributionFile },
): Readable => {
  const { person } = asked.by;
  const reading = { contribution: file.contribution, today: todayOf(world, asked) };
  const text = file.note !== undefined && mayReadContribution(person, kase, reading);
  return { file, answer: mayReadAnswer(person, kase, reading), text };
};

/**
 * What is opened of another agency is named by the group it belongs with, too: whoever loses sight of that group loses
 * sight of this.
 */
const disclosedBy = ({ by }: Asked, { file: { contribution }, text }: Readable): readonly Holding[] => {
  const { agency: origin, group } = contribution;
  const notes: Holding = { origin, section: 'notes' };
  if (!text) return [];
  return group === undefined || origin === by.person.agency ? [notes] : [notes, { origin, section: group }];
};

/** That nobody there knows the person is read as the identity is. */
const looksDisclosed = ({ by }: Asked, { file: { contribution }, answer }: Readable): readonly Holding[] =>
  answer && contribution.answer === 'unknown-here' && contribution.agency !== by.person.agency
    ? [{ origin: contribution.agency, section: 'B' }]
    : [];

const earlierDay = async (
  world: World,
  { within }: Asked,
  { kase, file }: { readonly kase: Case; readonly file: ContributionFile },
): Promise<Pick<SeenContribution, 'on'>> => {
  const { meetingId } = file.contribution;
  if (standsOn(kase, meetingId)) return {};
  return { on: (await meetingById(world, meetingId, within))?.meeting.on ?? dayOfMeeting(meetingId) };
};

const seenBy = async (
  world: World,
  asked: Asked,
  { kase, file, answer, text }: Readable & { readonly kase: Case },
): Promise<SeenContribution> => {
  const { seat, by, onBehalf, group, answer: given } = file.contribution;
  const [words, day] = await Promise.all([
    text ? world.cases.noteOf(file, asked.within) : undefined,
    earlierDay(world, asked, { kase, file }),
  ]);
  return {
    ...{ seat, by, onBehalf, ...day },
    ...(answer ? { answer: given } : {}),
    ...(words === undefined ? {} : { text: words, ...(group && { group }) }),
  };
};

/** What every seat answered last: one that has not answered to the newest meeting yet has still answered. */
const newestOfEach = (files: readonly ContributionFile[]): readonly ContributionFile[] => {
  const oldestFirst = files.toSorted((one, other) =>
    one.contribution.meetingId.localeCompare(other.contribution.meetingId),
  );
  return [...new Map(oldestFirst.map(file => [file.contribution.seat, file])).values()];
};

/** What the seats have answered about a case: the answers for who works on it, the words for who may read them. */
export const openInnspill =
  (world: World) =>
  async (asked: Asked & { readonly caseId: CaseId }): Promise<Result<OpenedInnspill, Refusal>> => {
    const files = newestOfEach(await world.cases.contributions(asked.caseId, asked.within));
    const readable = (kase: Case): readonly Readable[] =>
      files.map(file => readableFor(world, asked, { kase, file }));
    return lookAtCase(world, asked, {
      operation: 'open-innspill',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'open-innspill', kase }),
      shows: ({ kase }) =>
        readable(kase).flatMap(one => [...disclosedBy(asked, one), ...looksDisclosed(asked, one)]),
      answer: async ({ kase }) => ({
        kase,
        seen: await Promise.all(readable(kase).map(one => seenBy(world, asked, { kase, ...one }))),
      }),
    });
  };
