import { type Case } from '../domain/case';
import { hasRole } from '../domain/people';
import { sharedBy, type Sharing } from '../domain/sharing';
import { may } from '../policy/may';
import { standingOnCase, worksOn } from '../policy/standing';
import { button } from './button';
import { section } from './case-section';
import { type Drawing } from './drawing';
import { offered } from './parts';
import { momentInWords, outcomeOf, timeOf } from './sharing-words';
import { type Card, type Data } from './template';
import { agencyName } from './wording';

/** Somebody who was sent something of the case and has no other part in it: process is all they keep seeing. */
export const receivesOnly = ({ reader }: Pick<Drawing, 'reader'>, kase: Case): boolean => {
  const has = standingOnCase(reader, kase);
  return has.includes('receiver') && !has.includes('owner') && !worksOn(has);
};

const opensOwn = ({ reader }: Drawing, kase: Case, sharing: Sharing): boolean =>
  may(reader, { about: 'sharing', ask: 'open-sharing', kase, sharing, now: sharing.sharedAt });

/** The newest one of the own agency, and the way to share. */
export const sharingButtons = (d: Drawing, kase: Case): readonly Card[] => {
  const { t, nonce, reader } = d;
  const carried = { caseId: kase.id, nonce };
  const start = button(t.sharing.start, { verb: 'start-sharing', ...carried }, { rare: true });
  const own = sharedBy(kase, reader.agency)
    .filter(one => opensOwn(d, kase, one))
    .at(-1);
  const see = (sharing: Sharing): Card =>
    button(
      t.sharing.see,
      { verb: 'open-sharing', sharingId: sharing.id, ...carried },
      { rare: sharing.endedAt !== undefined },
    );
  return [
    ...(own === undefined ? [] : [see(own)]),
    ...offered([[may(reader, { about: 'case', ask: 'share-exceptionally', kase }), start]]),
  ];
};

const MOST = 6;

const lineFor = (d: Drawing, sharing: Sharing, place: number) => {
  const { t, programme } = d;
  const { from, sharedAt, until, endedAt } = sharing;
  const outcome = outcomeOf(d, sharing);
  const shut =
    endedAt === undefined ? t.sharing.until(timeOf(d, until)) : t.sharing.endedAt(timeOf(d, endedAt));
  return {
    left: agencyName(programme, from),
    below: [
      `${t.sharing.at(momentInWords(d, sharedAt))} · ${shut}`,
      outcome === '' ? t.sharing.notReviewed : outcome,
    ],
    right: '',
    rows: [],
    separated: place > 0,
    strong: false,
  };
};

/** That it happened, when, and how it was judged: to the coordinator, and to the agency that did it. */
export const sharingsSection = (d: Drawing, kase: Case): readonly Data[] => {
  const { t, reader } = d;
  const told = hasRole(reader, 'coordinator') ? kase.sharings : sharedBy(kase, reader.agency);
  if (told.length === 0) return [];
  const lines = told.slice(-MOST).map((sharing, place) => lineFor(d, sharing, place));
  const head = { id: 'sharings', title: t.sharing.list, hint: t.sharing.listHint(told.length) };
  return [section(d, head, { lines })];
};
