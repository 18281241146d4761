import { type Case } from '../domain/case';
import { type LocalDate } from '../domain/time';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { facts, headed, offered, privately, row } from './parts';
import { type Card, type Data, fill } from './template';
import { shown } from './text';

type Erasure = { readonly kase: Case; readonly on: LocalDate };
type Erasures = { readonly erased: readonly Erasure[]; readonly planned: readonly Erasure[] };

/** Ten rows to a list (design.md §3). */
const MOST = 10;

const rowFor = ({ t, nonce }: Drawing, { kase }: Erasure, when: string): Data =>
  row(
    { title: t.common.caseOf(kase.code), lines: [when, t.common.states[kase.state]] },
    { verb: 'open-case', caseId: kase.id, nonce },
    t.archive.erasures.rowName(kase.code),
  );

/** What will be erased, soonest first, and what was lately (domain.md §12): codes and dates. */
export const erasuresCard = (d: Drawing, { erased, planned }: Erasures): Card => {
  const { t, today, nonce } = d;
  const words = t.archive.erasures;
  const all = [
    ...planned.map(one => rowFor(d, one, words.planned(t.day(one.on, today)))),
    ...erased.map(one => rowFor(d, one, words.erased(t.day(one.on, today)))),
  ];
  return fill('my-referrals', {
    ...headed(t, {
      eyebrow: t.inbox.title,
      title: words.title,
      lead: all.length === 0 ? words.none : words.lead,
    }),
    rows: all.slice(0, MOST),
    more: all.length > MOST ? [words.more(all.length - MOST)] : [],
    actions: [button(t.common.close, { verb: 'open-inbox', nonce }, { leavesInputs: true })],
  });
};

/**
 * A case whose content is gone: that it was, its state where the reader may know it, and nothing else. The same for
 * everybody, for there is nothing left that anybody could be shown.
 */
export const erasedCard = (d: Drawing, kase: Case): Card => {
  const { t, today, calendar, nonce, reader } = d;
  const { id: caseId, archived, erasedOn } = kase;
  const asks = (ask: 'open-item' | 'open-access-log' | 'record-archive-ref'): boolean =>
    may(reader, { about: 'case', ask, kase });
  const ref = asks('record-archive-ref') ? archived?.ref : undefined;
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: t.archive.erased.title,
      lead: t.archive.erased.lead(t.day(erasedOn ?? today, today)),
    }),
    ...facts([
      ...(asks('open-item')
        ? [[t.common.states[kase.state], t.day(calendar.dayOf(kase.since), today)] as const]
        : []),
      ...(ref === undefined ? [] : [[t.archive.ref, shown(ref)] as const]),
    ]),
    actions: offered([
      [
        asks('open-access-log'),
        button(t.lookups.log.title, { verb: 'open-access-log', caseId, nonce }, { rare: true }),
      ],
      [true, button(t.common.close, { verb: 'close-view', caseId, nonce }, { leavesInputs: true })],
    ]),
  });
};
