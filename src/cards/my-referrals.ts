import { type Case, isEnded } from '../domain/case';
import { type CaseId } from '../domain/ids';
import { askOn, isUninformed } from '../domain/informed-clock';
import { type Instant } from '../domain/time';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { nextStep } from './next-step';
import { headed, offered, row } from './parts';
import { type Card, type Data, fill } from './template';
import { dayOrToday, waited } from './wording';

type DraftBrief = { readonly id: CaseId; readonly savedAt: Instant };
type MyReferrals = {
  readonly cases: readonly Case[];
  readonly drafts: readonly DraftBrief[];
  /** There are older ones than these. */
  readonly more: boolean;
};

/** Ten rows to a list (design.md §3). */
const MOST = 10;

/** Day 14 has come and nobody has said whether the person knows (domain.md §3). */
const mustTell = ({ today, calendar }: Drawing, kase: Case): boolean =>
  isUninformed(kase) && askOn(kase, calendar) <= today;
const waitsForYou = (d: Drawing, kase: Case): boolean => kase.state === 'needs-info' || mustTell(d, kase);

const rightOf = (d: Drawing, kase: Case): string => {
  if (waitsForYou(d, kase)) return d.t.mine.answerNow;
  return isEnded(kase) ? '' : waited(d, kase.since);
};

const caseRow = (d: Drawing, kase: Case): Data => {
  const { t, nonce } = d;
  const about = mustTell(d, kase) ? [t.referral.questions.informed] : [nextStep(d, kase)];
  return row(
    {
      title: kase.code,
      lines: [t.common.states[kase.state], ...about],
      right: rightOf(d, kase),
      urgent: waitsForYou(d, kase),
    },
    { verb: 'open-case', caseId: kase.id, nonce },
    t.mine.open(kase.code),
  );
};

const draftRow = (d: Drawing, { id, savedAt }: DraftBrief): Data => {
  const { t, calendar, nonce } = d;
  return row(
    { title: t.mine.draft, lines: [t.mine.savedOn(dayOrToday(d, calendar.dayOf(savedAt)))] },
    { verb: 'edit-draft', draftId: id, nonce },
    t.mine.continueDraft,
  );
};

const headOf = ({ t }: Drawing, { cases, drafts }: MyReferrals): Data =>
  cases.length + drafts.length === 0
    ? headed(t, { eyebrow: t.mine.eyebrow, title: t.mine.empty, lead: t.mine.emptyLead })
    : headed(t, { eyebrow: t.mine.eyebrow, title: t.mine.count(cases.length, drafts.length) });

/** Everything the reader has referred, what waits for them first, with what happens next (ux 04a, 04c). */
export const myReferralsCard = (d: Drawing, mine: MyReferrals): Card => {
  const { t, reader, nonce } = d;
  const urgentFirst = [
    ...mine.cases.filter(kase => waitsForYou(d, kase)),
    ...mine.cases.filter(kase => !waitsForYou(d, kase)),
  ];
  const rows = [
    ...mine.drafts.map(draft => draftRow(d, draft)),
    ...urgentFirst.map(kase => caseRow(d, kase)),
  ];
  const refer = t.welcome.doors['start-referral'];
  return fill('my-referrals', {
    ...headOf(d, mine),
    rows: rows.slice(0, MOST),
    more: mine.more || rows.length > MOST ? [t.mine.more] : [],
    actions: offered([
      [
        may(reader, { about: 'role', ask: 'start-referral' }),
        button(refer, { verb: 'start-referral', nonce }, { primary: true }),
      ],
    ]),
  });
};
