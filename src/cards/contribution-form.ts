import { type Seat } from '../domain/people';
import { button, type Carried, unfolding } from './button';
import { type Again, caseFields } from './contribution-fields';
import { type RoundSubject } from './contribution-subject';
import { type Drawing } from './drawing';
import { pick } from './fields';
import { facts, headed, note, offered, only, privately } from './parts';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';
import { peopleChoices } from './wording';

type Asking = RoundSubject & { readonly seat: Seat };
export type Returned = {
  readonly again?: Again;
  /** Nothing was chosen. */
  readonly isEmpty?: boolean;
};

const isOwn = ({ reader }: Drawing, seat: Seat): boolean => reader.seat === seat.id;
const carried = ({ nonce }: Drawing, { meeting, seat, page }: Asking): Carried => ({
  ...{ meetingId: meeting.id, seat: seat.id, page, nonce },
});

const head = ({ t, today }: Drawing, { meeting }: RoundSubject): Data =>
  headed(t, {
    eyebrow: privately(t, t.contribution.meeting(t.day(meeting.on, today))),
    title: t.contribution.title,
    lead: t.contribution.lead,
  });

/** Which cases were not saved, by code: one that is not there any more has none to be named by. */
const failedNote = ({ t }: Drawing, { items }: Asking, { problems }: Again): readonly Data[] => {
  const codes = items.filter(({ item }) => problems.has(item.caseId)).map(({ item }) => item.code);
  const text = codes.length === 0 ? t.contribution.failedElsewhere : t.contribution.failedOn(t.list(codes));
  return only(problems.size > 0, () =>
    note({ style: 'attention', title: t.contribution.failed(problems.size), text }),
  );
};

const notes = (d: Drawing, asking: Asking, { again, isEmpty }: Returned): readonly Data[] => [
  ...(again === undefined ? [] : failedNote(d, asking, again)),
  ...only(isEmpty === true, () => note({ style: 'attention', title: d.t.contribution.nothing })),
];

const factsOf = (d: Drawing, { seat, answered, of, page, pages }: Asking): Data => {
  const { t } = d;
  const words = t.contribution;
  const rows: readonly (readonly [string, string])[] = [
    [words.answersFor, isOwn(d, seat) ? seat.name : words.onBehalf(seat.name)],
    [words.answered, words.cases(answered, of)],
    ...only(pages > 1, () => [words.page, words.pageOf(page, pages)] as const),
  ];
  return facts(rows);
};

/** Going to another seat saves this one's page, too. */
const otherSeat = (d: Drawing, asking: Asking): Card => {
  const { t } = d;
  const { seats, seat } = asking;
  const choice = pick(t, {
    id: 'for-seat',
    label: t.contribution.seat,
    choices: peopleChoices(seats.filter(({ id }) => id !== seat.id)),
  });
  const press = { verb: 'contribute', ...carried(d, asking), other: 'yes' };
  return unfolding(
    t.contribution.otherSeat,
    unfolded({ choices: [choice] }, button(t.contribution.showSeat, press)),
    { rare: true },
  );
};

/** Going to another page saves this one, so that nothing typed is lost. */
const actions = (d: Drawing, asking: Asking): readonly Card[] => {
  const { t, nonce } = d;
  const { page, pages, seats } = asking;
  const press = { verb: 'contribute', ...carried(d, asking) };
  const isLast = page === pages;
  return offered([
    [!isLast, button(t.contribution.next, { ...press, then: page + 1 }, { primary: true })],
    [isLast, button(t.contribution.send, press, { primary: true })],
    [page > 1, button(t.contribution.previous, { ...press, then: page - 1 })],
    [true, button(t.common.cancel, { verb: 'close-view', nonce }, { leavesInputs: true })],
    [seats.length > 1, otherSeat(d, asking)],
  ]);
};

const hasSeat = (subject: RoundSubject): subject is Asking => subject.seat !== undefined;

const whyNone = ({ t }: Drawing, { seat, meeting }: RoundSubject): string => {
  if (seat === undefined) return t.contribution.noSeat;
  return meeting.publishedAt === undefined ? t.contribution.notPublished : t.contribution.noCases;
};

const noneCard = (d: Drawing, subject: RoundSubject): Card => {
  const { t, today, nonce } = d;
  const eyebrow = privately(t, t.contribution.meeting(t.day(subject.meeting.on, today)));
  return fill('plain-view', {
    ...headed(t, { eyebrow, title: t.contribution.none, lead: whyNone(d, subject) }),
    ...facts([]),
    actions: offered([
      [hasSeat(subject) && subject.seats.length > 1, hasSeat(subject) ? otherSeat(d, subject) : {}],
      [true, button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true })],
    ]),
  });
};

/** All the cases a seat is asked about, five a page (ux 09b): what can the service do, in general? */
export const contributionForm = (d: Drawing, subject: RoundSubject, returned: Returned = {}): Card => {
  if (!hasSeat(subject) || subject.items.length === 0) return noneCard(d, subject);
  const { t } = d;
  const stays = isOwn(d, subject.seat) ? t.contribution.textStays : t.contribution.textStaysThere;
  return fill('contribution-form', {
    ...head(d, subject),
    notes: notes(d, subject, returned),
    ...factsOf(d, subject),
    items: subject.items.map(one => caseFields(d, one, returned.again)),
    hints: [stays, t.common.keepItShort],
    actions: actions(d, subject),
  });
};

/** It is saved, and can be changed (ux 09c). */
export const contributionSent = (d: Drawing, subject: RoundSubject): Card => {
  const { t, today, nonce } = d;
  const { meeting, seat, answered, of } = subject;
  const which = { meetingId: meeting.id, ...(seat && { seat: seat.id }) };
  return fill('plain-view', {
    ...headed(t, {
      eyebrow: seat === undefined ? t.common.onlyYou : privately(t, seat.name),
      title: t.contribution.sent,
      lead: t.contribution.sentLead(t.day(meeting.on, today)),
    }),
    ...facts([[t.contribution.answered, t.contribution.cases(answered, of)]]),
    actions: [
      button(t.contribution.change, { verb: 'open-contributions', ...which, nonce }),
      button(t.common.close, { verb: 'close-view', nonce }, { leavesInputs: true }),
    ],
  });
};
