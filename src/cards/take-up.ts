import { type AgendaItem } from '../domain/agenda';
import { currentOf, type Meeting } from '../domain/meeting';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { pick } from './fields';
import { note, only } from './parts';
import { type Card, type Data } from './template';
import { unfolded } from './unfolded';

type Running = {
  readonly meeting: Meeting;
  /** Those the reader may take up, in their order. */
  readonly items: readonly AgendaItem[];
};

/** A long agenda is opened from its own rows as well. */
const MOST = 40;

/** The item that is up; none for a reader who does not see it. */
const currentIn = ({ meeting, items }: Running): AgendaItem | undefined =>
  items.find(({ caseId }) => caseId === currentOf(meeting));

/** In their order from the one that is up; those before it, that were passed over, last. */
const waiting = (running: Running): readonly AgendaItem[] => {
  const after = currentIn(running)?.number ?? 0;
  const open = running.items.filter(
    ({ caseId, decision }) => decision === undefined && caseId !== currentOf(running.meeting),
  );
  return [...open.filter(({ number }) => number > after), ...open.filter(({ number }) => number < after)];
};

/** "Nå: Sak 3 · SU-…" */
export const nowNote = ({ t }: Drawing, running: Running): readonly Data[] => {
  const item = currentIn(running);
  return item === undefined
    ? []
    : [note({ style: 'accent', title: t.meeting.now(t.agenda.item.eyebrow(item.number, item.code)) })];
};

/** The private view of what is up, one press away. */
const opening = ({ t, nonce }: Drawing, running: Running): readonly Card[] => {
  const item = currentIn(running);
  return item === undefined
    ? []
    : [button(t.common.openCase, { verb: 'open-case', caseId: item.caseId, nonce })];
};

const choosing = ({ t, nonce }: Drawing, { meeting }: Running, items: readonly AgendaItem[]): Card => {
  const field = pick(t, {
    id: 'caseId',
    label: t.meeting.whichItem,
    choices: items.slice(0, MOST).map(({ number, code, caseId }) => ({
      title: t.agenda.item.eyebrow(number, code),
      value: caseId,
    })),
    must: t.meeting.chooseItem,
  });
  const take = button(
    t.meeting.takeUpThis,
    { verb: 'take-up-item', meetingId: meeting.id, nonce },
    { primary: true },
  );
  return unfolding(t.meeting.takeUpOther, unfolded({ choices: [field] }, take), { rare: true });
};

/** The next in order is one press away, and every other is in a list. */
export const takingUp = (d: Drawing, running: Running): readonly Card[] => {
  const { t, nonce, reader } = d;
  const { meeting } = running;
  if (meeting.state !== 'running') return [];
  const mayTakeUp = may(reader, { about: 'meeting', ask: 'take-up-item', meeting });
  const items = mayTakeUp ? waiting(running) : [];
  const [next] = items;
  const taking =
    next === undefined
      ? []
      : [
          button(
            t.meeting.takeUp(next.number),
            { verb: 'take-up-item', caseId: next.caseId, meetingId: meeting.id, nonce },
            { primary: true },
          ),
        ];
  return [...taking, ...opening(d, running), ...only(items.length > 1, () => choosing(d, running, items))];
};
