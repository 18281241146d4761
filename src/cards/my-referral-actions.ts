import { type Case, isParticipant } from '../domain/case';
import { isUninformed } from '../domain/informed-clock';
import { may } from '../policy/may';
import { type CaseOperation } from '../policy/operations';
import { button, unfolding } from './button';
import { hurrying } from './case-asking';
import { decisionsButton } from './decisions';
import { type Drawing } from './drawing';
import { processOf } from './next-step';
import { offered } from './parts';
import { sharingButtons } from './sharing-in-case';
import { type Card } from './template';
import { unfolded } from './unfolded';

const asks = ({ reader }: Drawing, kase: Case, ask: CaseOperation): boolean =>
  may(reader, { about: 'case', ask, kase });

const withdrawal = ({ t, nonce }: Drawing, { id: caseId }: Case): Card =>
  unfolding(
    t.mine.withdraw,
    unfolded(
      { lines: [t.mine.withdrawMeans] },
      button(t.mine.withdrawYes, { verb: 'withdraw-referral', caseId, nonce }, { danger: true }),
    ),
    { rare: true },
  );

/** What the case waits for from its author, if anything: that is the primary button. */
const firstOf = (kase: Case): 'add' | 'informed' | 'consent' => {
  if (kase.state === 'needs-info' && kase.missing !== 'informed') return 'add';
  return isUninformed(kase) ? 'informed' : 'consent';
};

/** On a phone the first button is the one in sight. */
const primaryFirst = (actions: readonly Card[]): readonly Card[] => [
  ...actions.filter(action => action['style'] === 'positive'),
  ...actions.filter(action => action['style'] !== 'positive'),
];

/** Only what `may` grants the reader now; the way out is always there. */
export const myReferralActions = (d: Drawing, kase: Case): readonly Card[] => {
  const { t, nonce } = d;
  const caseId = kase.id;
  const first = firstOf(kase);
  const press = (title: string, verb: string, primary: boolean): Card =>
    button(title, { verb, caseId, nonce }, { primary });
  const name = button(t.sending.giveName, { verb: 'start-case-identity', caseId, nonce }, { rare: true });
  const visible = [
    [asks(d, kase, 'record-informed'), press(t.mine.tellInformed, 'start-informed', first === 'informed')],
    [asks(d, kase, 'add-information'), press(t.mine.add, 'start-information', first === 'add')],
    [asks(d, kase, 'record-consent'), press(t.mine.consent, 'open-consent', first === 'consent')],
    [isParticipant(kase) && asks(d, kase, 'withdraw-consent'), press(t.kase.consent, 'open-consent', false)],
  ] as const;
  return [
    ...primaryFirst(offered(visible)),
    button(t.common.close, { verb: 'list-my-referrals', nonce }),
    ...offered([
      [!kase.named && asks(d, kase, 'name-candidate'), name],
      [!kase.urgent && asks(d, kase, 'mark-urgent'), hurrying(d, processOf(d, kase))],
      [asks(d, kase, 'withdraw-referral'), withdrawal(d, kase)],
    ]),
    ...decisionsButton(d, kase),
    ...sharingButtons(d, kase),
  ];
};
