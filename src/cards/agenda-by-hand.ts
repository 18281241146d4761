import { mayStandOn } from '../domain/agenda';
import { OFF_REASONS } from '../domain/by-hand';
import { type Case } from '../domain/case';
import { type Meeting } from '../domain/meeting';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { carriedBy } from './case-asking';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { choicesOf, pick } from './fields';
import { offered } from './parts';
import { type Card } from './template';
import { unfolded } from './unfolded';

/** Off the next agenda, for a reason. */
const takingOff = (d: Drawing, subject: CaseSubject): Card => {
  const { agenda } = d.t;
  const reason = pick(d.t, {
    id: 'off-reason',
    label: agenda.whyOff,
    choices: choicesOf(OFF_REASONS, agenda.offReasons),
    must: d.t.common.chooseOne,
  });
  const press = { verb: 'take-off-agenda', ...carriedBy(d, subject) };
  return unfolding(
    agenda.takeOff,
    unfolded(
      { lines: [agenda.takeOffHint], choices: [reason] },
      button(agenda.reallyTakeOff, press, { danger: true }),
    ),
    { rare: true },
  );
};

const isOff = ({ byHand }: Case, { id }: Meeting): boolean =>
  byHand?.meetingId === id && byHand.wants === 'off';
const isPutOn = ({ byHand, meetingId }: Case, { id }: Meeting): boolean =>
  meetingId === id || (byHand?.meetingId === id && byHand.wants === 'on');

/** On the next agenda, and off it, for whoever may: one that it comes to by itself can be kept off, too. */
export const byHandButtons = (d: Drawing, subject: CaseSubject): readonly Card[] => {
  const { kase, next } = subject;
  if (next?.state !== 'planned' || !mayStandOn(kase, next.on)) return [];
  const asks = (ask: 'add-to-agenda' | 'take-off-agenda'): boolean =>
    may(d.reader, { about: 'case', ask, kase, meeting: next });
  const add = { verb: 'add-to-agenda', ...carriedBy(d, subject) };
  return offered([
    [asks('add-to-agenda') && !isPutOn(kase, next), button(d.t.agenda.add, add, { rare: true })],
    [asks('take-off-agenda') && !isOff(kase, next), takingOff(d, subject)],
  ]);
};
