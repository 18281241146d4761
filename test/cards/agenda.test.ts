import { agendaPreviewCard } from '../../src/cards/agenda';
import { type Entry, type ItemKind } from '../../src/domain/agenda';
import { type Person } from '../../src/domain/people';
import {
  anEndedMeeting,
  anItem,
  aPlannedMeeting,
  aRunningMeeting,
  caseIn,
  codeOf,
  meetingId,
  member,
  nameOf,
} from './group-subjects';
import { dataOf, faultsIn, verbsIn, wordsIn } from './rules';
import { aDrawing, at, caseId, coordinator, day, inEachLanguage } from './subjects';

const deadline = at('2026-11-26T11:00:00Z');
const published = aPlannedMeeting({ publishedAt: at('2026-11-19T12:00:00Z') });
const KINDS: readonly ItemKind[] = ['urgent', 'new-candidate', 'awaiting-consent', 'review'];

const entryOf = (kind: ItemKind, n = 1): Entry => {
  const code = codeOf(n);
  if (kind === 'review') return { kind, kase: { ...caseIn('active'), code } };
  const state = kind === 'awaiting-consent' ? 'awaiting-consent' : 'ready-for-review';
  return { kind, kase: { ...caseIn(state), code } };
};
const by = (reader: Person, today = '2026-11-23') => aDrawing({ reader, nameOf, today: day(today) });

describe('agendaPreviewCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, d) => {
    const forty = Array.from({ length: 40 }, (__, n) => entryOf(KINDS[n % 4] ?? 'review', n + 10));
    const items = [anItem(), anItem({ kind: 'review', number: 1 })];

    const cards = [
      agendaPreviewCard(d, { meeting: aPlannedMeeting(), entries: [], deadline }),
      agendaPreviewCard(d, { meeting: aPlannedMeeting(), entries: forty, deadline }),
      ...[published, aRunningMeeting(), anEndedMeeting].map(meeting =>
        agendaPreviewCard(d, { meeting, entries: [], items, deadline }),
      ),
    ];

    expect(cards.flatMap(faultsIn)).toEqual([]);
  });

  it('takes up urgent cases first and reviews last', () => {
    const words = wordsIn(
      agendaPreviewCard(by(coordinator), {
        meeting: aPlannedMeeting(),
        entries: KINDS.map(kind => entryOf(kind)),
        deadline,
      }),
    );

    const places = [
      'Hastesaker',
      'Nye kandidater',
      'Tatt inn, uten samtykke',
      'Deltakere til gjennomgang',
    ].map(title => words.indexOf(title));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('says what a long section leaves out', () => {
    const entries = Array.from({ length: 20 }, (_, n) => entryOf('new-candidate', n + 10));

    const card = agendaPreviewCard(by(coordinator), { meeting: aPlannedMeeting(), entries, deadline });

    expect(wordsIn(card)).toContain('og 16 til');
    expect(wordsIn(card)).toContain('20 saker');
  });

  it.each([
    [
      'coordinator',
      coordinator,
      ['publish-agenda', 'open-inbox', 'start-order-agenda', 'start-plan-meeting', 'export-calendar'],
    ],
    ['member', member, ['export-calendar', 'start-declaration']],
  ])('offers a %s what that person may do with it', (_, reader, verbs) => {
    const card = agendaPreviewCard(by(reader), { meeting: aPlannedMeeting(), entries: [], deadline });

    expect(verbsIn(card)).toEqual(verbs);
  });

  it('lets it be published before input is due, but says that it is not', () => {
    const before = agendaPreviewCard(by(coordinator), { meeting: aPlannedMeeting(), entries: [], deadline });
    const after = agendaPreviewCard(by(coordinator, '2026-11-27'), {
      meeting: aPlannedMeeting(),
      entries: [],
      deadline,
    });

    expect(wordsIn(before)).toContain('Fristen for innspill er ikke ute');
    expect(wordsIn(before)).toContain('Den er torsdag 26.\u00a0november kl.\u00a012.00.');
    expect(wordsIn(after)).not.toContain('Fristen for innspill er ikke ute');
    expect(verbsIn(before)).toContain('publish-agenda');
  });

  it('shows what was published from then on, without what is closed, and starts the meeting', () => {
    const laid = entryOf('urgent', 1);

    const card = agendaPreviewCard(by(coordinator, '2026-12-01'), {
      meeting: { ...published, agenda: [laid.kase.id] },
      entries: [laid],
      items: [
        anItem({ code: codeOf(2), caseId: caseId('2') }),
        anItem({ code: codeOf(3), caseId: caseId('3'), closed: true }),
      ],
      deadline,
    });

    expect(wordsIn(card)).toContain(codeOf(2));
    expect(wordsIn(card)).not.toContain(codeOf(1));
    expect(wordsIn(card)).not.toContain(codeOf(3));
    expect(dataOf(card, 'start-attendance')).toEqual({ meetingId, nonce: 'nonce' });
    expect(verbsIn(card)).not.toContain('publish-agenda');
  });

  it.each([
    ['not before its day', '2026-11-30', false],
    ['on its day', '2026-12-01', true],
    ['after it, when nobody did', '2026-12-02', true],
  ])('lets the meeting be started %s', (_, today, offered) => {
    const card = agendaPreviewCard(by(coordinator, today), { meeting: published, entries: [], deadline });

    expect(verbsIn(card).includes('start-attendance')).toBe(offered);
  });

  it('offers to publish again when more has become ready, until the meeting runs', () => {
    const late = { entries: [entryOf('urgent', 1)], items: [anItem({ code: codeOf(2) })], deadline };

    const planned = agendaPreviewCard(by(coordinator), { ...late, meeting: published });
    const running = agendaPreviewCard(by(coordinator), { ...late, meeting: aRunningMeeting() });

    expect(wordsIn(planned)).toContain(codeOf(1));
    expect(verbsIn(planned)).toContain('publish-agenda');
    expect(wordsIn(running)).not.toContain(codeOf(1));
    expect(verbsIn(running)).not.toContain('publish-agenda');
  });

  it('offers to publish again what left the agenda and has come back', () => {
    const back = entryOf('urgent', 1);
    const item = anItem({ code: codeOf(1), caseId: back.kase.id });
    const again = (closed: boolean) =>
      agendaPreviewCard(by(coordinator), {
        meeting: { ...published, agenda: [back.kase.id] },
        entries: [back],
        items: [{ ...item, closed }],
        deadline,
      });

    expect(verbsIn(again(true))).toContain('publish-agenda');
    expect(verbsIn(again(false))).not.toContain('publish-agenda');
  });

  it('says what the cases take of the meeting, and warns when it is more', () => {
    const urgent = (n: number) =>
      wordsIn(
        agendaPreviewCard(by(coordinator), {
          meeting: aPlannedMeeting(),
          entries: Array.from({ length: n }, (_, place) => entryOf('urgent', place + 1)),
          deadline,
        }),
      );

    expect(urgent(6)).toContain('90 av 90 minutter');
    expect(urgent(6)).not.toContain('Sakene tar lengre tid enn møtet');
    expect(urgent(7)).toContain('Sakene tar lengre tid enn møtet');
    expect(urgent(7)).toContain('Til sammen 105 minutter, og møtet varer 90.');
  });

  it('marks what came late', () => {
    const items = [anItem({ code: codeOf(2), late: true })];

    const words = wordsIn(
      agendaPreviewCard(by(coordinator), { meeting: published, entries: [], items, deadline }),
    );

    expect(words).toContain('Ny etter publisering');
  });

  it('says how many gaps are new, when it is told', () => {
    const card = (newGaps?: number) =>
      wordsIn(
        agendaPreviewCard(by(coordinator), {
          meeting: published,
          entries: [],
          deadline,
          ...(newGaps === undefined ? {} : { newGaps }),
        }),
      );

    expect(card(2)).toContain('2 nye siden sist');
    expect(card(0)).not.toContain('Glippsoner');
    expect(card()).not.toContain('Glippsoner');
  });

  it('ends a running meeting behind a warning', () => {
    const card = agendaPreviewCard(by(coordinator), { meeting: aRunningMeeting(), entries: [], deadline });

    expect(verbsIn(card)).toEqual(['start-attendance', 'end-meeting', 'open-inbox', 'export-calendar']);
    expect(wordsIn(card)).toContain('Det kan ikke angres.');
  });

  it('opens only the cases its reader may open', () => {
    const kase = { ...caseIn('ready-for-review', { presented: false }) };

    const card = agendaPreviewCard(by(member), {
      meeting: aPlannedMeeting(),
      entries: [{ kind: 'new-candidate', kase }],
      deadline,
    });

    expect(wordsIn(card)).toContain(kase.code);
    expect(verbsIn(card)).not.toContain('open-case');
  });
});
