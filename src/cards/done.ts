import { type Case } from '../domain/case';
import { type LocalDate } from '../domain/time';
import { may } from '../policy/may';
import { type Words } from '../i18n/words';
import { button } from './button';
import { leadOf } from './case-facts';
import { type Drawing } from './drawing';
import { nextSentence, processOf } from './next-step';
import { headed, note, offered, privately } from './parts';
import { type Card, fill } from './template';

/** What was just done. */
export type Done = keyof Words['done'];
type Doing = {
  readonly kase: Case;
  readonly what: Done;
  /** What happens next; the case's own next step when it is left out. */
  readonly next?: string;
  /** The day the group really meets; what the series says when it is left out. */
  readonly nextMeeting?: LocalDate;
};

/** The referrer is told in the referrer's words, everybody else as on the case itself. */
const leadFor = (d: Drawing, { kase, nextMeeting }: Doing): string => {
  const process = processOf(d, kase);
  const subject = { ...process, nextMeeting: nextMeeting ?? process.nextMeeting };
  return kase.author === d.reader.id ? nextSentence(d, kase, subject.nextMeeting) : leadOf(d, subject);
};

/** After a change in a case: its new state and what happens next, never content. */
export const doneCard = (d: Drawing, doing: Doing): Card => {
  const { kase, what, next } = doing;
  const { t, reader, nonce } = d;
  const { doors } = t.welcome;
  return fill('done', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.common.states[kase.state],
      lead: next ?? leadFor(d, doing),
    }),
    done: note({ style: 'accent', text: t.done[what] }),
    actions: offered([
      [
        may(reader, { about: 'case', ask: 'open-case', kase }),
        button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { primary: true }),
      ],
      [
        may(reader, { about: 'role', ask: 'open-inbox' }),
        button(t.inbox.title, { verb: 'open-inbox', nonce }),
      ],
      [
        kase.author === reader.id && may(reader, { about: 'role', ask: 'list-my-referrals' }),
        button(doors['list-my-referrals'], { verb: 'list-my-referrals', nonce }),
      ],
    ]),
  });
};
