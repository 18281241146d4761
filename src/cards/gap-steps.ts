import { type GapCategory } from '../domain/action-choices';
import { type Case } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { may } from '../policy/may';
import { button } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { headed, note, offered, privately } from './parts';
import { type Card, fill } from './template';

/** It is reported: what happens to it next, and that nothing leads back to a case. */
export const gapRecorded = (d: Drawing, { caseId }: { readonly caseId?: CaseId }): Card => {
  const { t, reader, nonce } = d;
  return fill('done', {
    ...headed(t, { eyebrow: t.gap.eyebrow, title: t.gap.saved }),
    done: note({ style: 'accent', text: t.gap.savedLead }),
    actions: offered([
      [
        caseId !== undefined,
        button(t.common.openCase, { verb: 'open-case', caseId: caseId ?? '', nonce }, { primary: true }),
      ],
      [
        may(reader, { about: 'role', ask: 'open-gaps' }),
        button(t.gap.eyebrow, { verb: 'open-gaps', nonce }, { primary: caseId === undefined }),
      ],
      [true, button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
    ]),
  });
};

type Stuck = { readonly kase: Case; readonly category: GapCategory };

/** A task stands before a gap: whoever owns it may report the gap, with its category filled in. */
export const taskStuck = (d: Drawing, { kase, category }: Stuck): Card => {
  const { t, reader, nonce } = d;
  const caseId = kase.id;
  const mayReport = may(reader, { about: 'case', ask: 'record-gap', kase });
  return fill('done', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.gap.stuck,
      lead: t.action.gaps[category],
    }),
    done: note({ style: 'accent', text: mayReport ? t.gap.stuckLead : t.gap.stuckSeen }),
    actions: offered([
      [
        mayReport,
        button(t.gap.reportThis, { verb: 'start-gap', caseId, category, nonce }, { primary: true }),
      ],
      [true, button(t.action.all, { verb: 'list-my-actions', nonce })],
    ]),
  });
};

/** Behind "…" in the case view; pressed in the channel its form waits in the presser's own chat. */
export const gapButtons = (d: Drawing, { kase, meeting }: CaseSubject): readonly Card[] => {
  const meetingId = meeting?.id ?? kase.meetingId;
  const carried = { caseId: kase.id, nonce: d.nonce, ...(meetingId === undefined ? {} : { meetingId }) };
  return offered([
    [
      may(d.reader, { about: 'case', ask: 'record-gap', kase }),
      button(d.t.gap.report, { verb: 'start-gap', ...carried }, { rare: true }),
    ],
  ]);
};
