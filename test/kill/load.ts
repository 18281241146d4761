import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Playing, presses, says } from './people';

const EIGHT = {
  ...{ scene: 'yes', violence: 'both', substance: 'yes', mental: 'unsure', history: 'yes', effect: 'yes' },
  ...{ asked: 'coordination', informed: 'today', 'contact-consent': 'yes', children: 'no', anonymous: 'yes' },
};
export const AUTHORS = ['innmelder-mo', 'innmelder-lar', 'innmelder-politi'];
const COORDINATOR = 'koordinator';
const OWNER = 'ansvarlig';
const BETWEEN_MS = 60;
/** A case in so many goes on to the group, and gets a task. */
const GOES_ON = 2;

type Followed = { readonly caseId: string; readonly author: string };
type Desk = Playing & {
  readonly fresh: Followed[];
  readonly asked: Followed[];
  readonly answered: Followed[];
  readonly published: Followed[];
};

const button = (card: Element | undefined, verb: string): Element | undefined => {
  const found = card === undefined ? undefined : pressablesIn(card).find(one => one.verb === verb);
  return found && { ...found.data, ...found.inputs };
};

const refers = async (desk: Desk, by: string): Promise<void> => {
  const form = button(await says(desk, by, 'meld inn'), 'review-referral');
  if (form === undefined) return;
  const review = await presses(desk, { by, verb: 'review-referral', data: { ...form, ...EIGHT } });
  const data = button(review, 'submit-referral');
  if (data === undefined) return;
  const receipt = await presses(desk, { by, verb: 'submit-referral', data });
  if (receipt !== undefined) desk.fresh.push({ caseId: String(data['draftId']), author: by });
};

const answers = async (desk: Desk, by: string): Promise<void> => {
  const at = desk.asked.findIndex(({ author }) => author === by);
  const [followed] = at < 0 ? [] : desk.asked.splice(at, 1);
  if (followed === undefined) return;
  const data = { caseId: followed.caseId, ...EIGHT, mental: 'yes', nonce: randomUUID() };
  const done = await presses(desk, { by, verb: 'add-information', data });
  if (done !== undefined) desk.answered.push(followed);
};

const asks = async (desk: Desk): Promise<void> => {
  const followed = desk.fresh.shift();
  if (followed === undefined) return;
  const { caseId } = followed;
  const data = { caseId, missing: 'criteria', 'answer-by': '2026-12-03', nonce: randomUUID() };
  const done = await presses(desk, { by: COORDINATOR, verb: 'request-information', data });
  if (done !== undefined) desk.asked.push(followed);
};

/** Sets it ready and publishes: the group gets its card, and it may have tasks. */
const goesOn = async (desk: Desk): Promise<void> => {
  if (desk.answered.length < GOES_ON) return;
  const [followed] = desk.answered.splice(0, GOES_ON);
  if (followed === undefined) return;
  const data = { caseId: followed.caseId, nonce: randomUUID() };
  if ((await presses(desk, { by: COORDINATOR, verb: 'mark-ready', data })) === undefined) return;
  const agenda = button(await says(desk, COORDINATOR, 'saksliste'), 'publish-agenda');
  if (agenda !== undefined) await presses(desk, { by: COORDINATOR, verb: 'publish-agenda', data: agenda });
  desk.published.push(followed);
};

/** It may not have come to the agenda yet: then it is another one's turn. */
const givesTask = async (desk: Desk): Promise<void> => {
  const followed = desk.published.shift();
  if (followed === undefined) return;
  const { caseId } = followed;
  const task = { caseId, title: 'arrange-meeting', owner: OWNER, due: '2026-11-24', nonce: randomUUID() };
  const done = await presses(desk, { by: COORDINATOR, verb: 'create-action', data: task });
  if (done === undefined) desk.published.push(followed);
};

const completes = async (desk: Desk): Promise<void> => {
  const data = button(await says(desk, OWNER, 'mine oppgaver'), 'complete-action');
  if (data === undefined) return;
  await presses(desk, { by: OWNER, verb: 'complete-action', data: { ...data, 'outcome-1': 'carried-out' } });
};

const allDay = async (desk: Desk, work: readonly (() => Promise<void>)[]): Promise<void> => {
  while (!desk.book.stopped)
    for (const one of work) {
      await sleep(Math.random() * BETWEEN_MS);
      await one();
    }
};

/** Everybody at work until the book is closed; answers when they have all gone home. */
export const everybodyWorks = async (playing: Playing): Promise<void> => {
  const desk: Desk = { ...playing, fresh: [], asked: [], answered: [], published: [] };
  await Promise.all([
    ...AUTHORS.map(by => allDay(desk, [() => refers(desk, by), () => answers(desk, by)])),
    allDay(desk, [() => asks(desk), () => goesOn(desk)]),
    allDay(desk, [() => givesTask(desk), () => sleep(BETWEEN_MS * 8)]),
    allDay(desk, [() => completes(desk), () => sleep(BETWEEN_MS * 4)]),
  ]);
};
