import { type Case } from '../domain/case';
import { askOn, eraseOn, isUninformed } from '../domain/informed-clock';
import { type LocalDate } from '../domain/time';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed, note, only } from './parts';
import { type Card, type Data, fill } from './template';

type Receipt = {
  readonly kase: Case;
  /** The first meeting that can take it up. */
  readonly earliest: LocalDate;
};

/** Someone who does not know of it yet: by when to tell, and what happens to the name otherwise. */
const informedNote = (d: Drawing, { kase }: Receipt): readonly Data[] => {
  const { t, today, calendar } = d;
  const told = t.receipt.informedBy(t.day(askOn(kase, calendar), today));
  const erased = t.receipt.erasedOn(t.day(eraseOn(kase, calendar), today));
  return only(isUninformed(kase), () =>
    note({ style: 'accent', text: kase.named ? `${told} ${erased}` : told }),
  );
};

/** The code to keep, and what happens now (ux 03). */
export const receiptCard = (d: Drawing, receipt: Receipt): Card => {
  const { t, today, nonce } = d;
  const { kase, earliest } = receipt;
  const { receipt: words } = t;
  const second = kase.recognisable ? words.consentFirst : words.decided(t.day(earliest, today));
  return fill('receipt', {
    ...headed(t, { eyebrow: words.eyebrow, title: kase.code, lead: words.lead }),
    whatNow: words.whatNow,
    steps: [words.checked, second, words.told],
    notes: informedNote(d, receipt),
    actions: [
      button(t.mine.eyebrow, { verb: 'list-my-referrals', nonce }),
      button(words.another, { verb: 'start-referral', nonce }),
    ],
  });
};
