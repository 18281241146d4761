import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { type EndedMeeting } from '../../src/domain/meeting';
import { type OpenedMinutes } from '../../src/use-cases/look-at-minutes';
import { aCase, aDecision, anItem } from '../builders/cases';
import { caseCode, caseId, decisionId, meetingId, personId, seatId } from '../builders/ids';
import { anEndedMeeting } from '../builders/meetings';
import { aHouse, type House, type Who } from './asking';

export const MEETING = { meetingId: meetingId() };
export const NO = { ok: false, error: { kind: 'not-available' } };
export const CHAIR = personId('moteleder');

/** The case of that name and its item, as they lie when the meeting is over. */
export const putMinuted = (
  house: House,
  name: string,
  over: { readonly kase?: object; readonly item?: Partial<AgendaItem> } = {},
): Case => {
  const decision = aDecision({ id: decisionId(name) });
  const code = caseCode(name);
  house.putItem(anItem({ caseId: caseId(name), code, decision, answered: [seatId('dps')], ...over.item }));
  return house.putCase(
    aCase({
      state: 'awaiting-consent',
      ...{ id: caseId(name), code, presented: true, decision: decision.id },
      ...over.kase,
    }),
  );
};

/** Over, with one case taken in and one that was not decided. */
export const afterMeeting = (over: Partial<EndedMeeting> = {}): House => {
  const house = aHouse();
  house.putMeeting(anEndedMeeting({ agenda: [caseId('one'), caseId('two')], ...over }));
  putMinuted(house, 'one', { item: { number: 1 } });
  const { decision: _, ...undecided } = anItem({ caseId: caseId('two'), code: caseCode('two'), number: 2 });
  house.putItem(undecided);
  house.putCase(
    aCase({ state: 'ready-for-review', id: caseId('two'), code: caseCode('two'), presented: true }),
  );
  return house;
};

export const opensMinutes = (house: House, who: Who, command = 'open') =>
  house.does.openMinutes({ ...house.ask(who, { command }), ...MEETING });

const there = (opened: Awaited<ReturnType<typeof opensMinutes>>): OpenedMinutes => {
  if (!opened.ok) throw new Error(`no minutes: ${opened.error.kind}`);
  return opened.value;
};
/** What they see, as the chair unless somebody else is named. */
export const minutesIn = async (house: House, who: Who = 'chair'): Promise<OpenedMinutes> =>
  there(await opensMinutes(house, who, `see ${who} ${house.events().length.toString()}`));

/** The chair approves what they have just read. */
export const approves = async (house: House, who: Who = 'chair', command = 'approve') => {
  const { seen } = await minutesIn(house);
  return house.does.approveMinutes({ ...house.ask(who, { command }), ...MEETING, seen });
};

export const storedMinutes = ({ inside }: House) => inside.minutes.get(meetingId());
