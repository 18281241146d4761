import { MEETING_NOTICES } from '../../src/domain/notice';
import { spokenState } from '../../src/cards/notice';
import { summaryOf } from '../../src/cards/summary';
import { CASE_STATES } from '../../src/domain/case';
import { LANGUAGES } from '../../src/domain/people';
import { wordsFor } from '../../src/i18n/words';
import { ALLOWED_SUMMARIES } from './allowed-summaries';
import { anAction, anItem, aPlannedMeeting, codeOf, done, everyNotice, noticeOf } from './group-subjects';
import { day } from './subjects';

const t = wordsFor('nb');
const today = day('2026-11-23');
const said = (notice: Parameters<typeof noticeOf>[0], words = t): string =>
  summaryOf(words, { kind: 'notice', errand: noticeOf(notice) });
const code = codeOf(1);

describe('summaryOf', () => {
  it('says about a notice a fixed text, with no more than a code, a state and a day', () => {
    expect(everyNotice.map(notice => said(notice))).toEqual([
      `Sak ${code}: ny innmelding`,
      `Sak ${code}: Utsatt`,
      `Sak ${code}: trenger svar fra deg innen fredag 27.\u00a0november`,
      `Sak ${code}: nye opplysninger`,
      `Sak ${code}: trenger svar fra deg innen lørdag 12.\u00a0desember`,
      `Sak ${code}: du har fått en oppgave`,
      `Sak ${code}: noen ber om ny frist`,
      `Sak ${code}: oppgaven har fått ny frist`,
      `Sak ${code}: kan du ta over en oppgave?`,
      `Sak ${code}: oppgaven er tatt over`,
      `Sak ${code}: oppgaven er fortsatt din`,
      `Sak ${code}: oppgaven er gitt til en annen`,
      `Sak ${code}: en oppgave er avlyst`,
      `Sak ${code}: skjemaet du åpnet`,
      `Sak ${code}: skjemaet du åpnet`,
      `Sak ${code}: arbeidet har stoppet`,
      `Sak ${code}: noe er delt med deg`,
      `Sak ${code}: en deling venter på gjennomgang`,
      `Sak ${code}: deling har skjedd`,
      `Sak ${code}: en deling er gjennomgått`,
    ]);
  });

  it.each(LANGUAGES)('names no end and nothing after consent, in %s', language => {
    const words = wordsFor(language);
    const hidden = CASE_STATES.slice(4).filter(state => state !== 'awaiting-consent');

    const texts = hidden.map(state => said({ kind: 'state', state }, words));

    expect(new Set(texts)).toEqual(
      new Set([words.notice.summary.stopped(code), words.notice.summary.progressed(code)]),
    );
  });

  it('counts what is due, and what is late when something is', () => {
    const late = anAction({ due: day('2026-11-20') });
    const digest = (actions: Parameters<typeof summaryOf>[1] & { kind: 'digest' }) => summaryOf(t, actions);

    expect(digest({ kind: 'digest', actions: [anAction(), done], today })).toBe('Du har 1 oppgave med frist');
    expect(digest({ kind: 'digest', actions: [anAction(), anAction()], today })).toBe(
      'Du har 2 oppgaver med frist',
    );
    expect(digest({ kind: 'digest', actions: [anAction(), late], today })).toBe(
      'Du har 1 oppgave over fristen',
    );
  });

  it('says of what somebody lost sight of that something is new', () => {
    expect(summaryOf(t, { kind: 'door', code })).toBe(t.notice.summary.progressed(code));
  });

  it('says of what is gone no more than that work has stopped', () => {
    expect(summaryOf(t, { kind: 'gone', code })).toBe(`Sak ${code}: arbeidet har stoppet`);
  });

  it('says of the agenda its day, and of an item its code', () => {
    expect(summaryOf(t, { kind: 'agenda', meeting: aPlannedMeeting(), today })).toBe(
      'Saksliste for tirsdag 1.\u00a0desember er klar',
    );
    expect(summaryOf(t, { kind: 'item', item: anItem({ code }) })).toBe(`Sak ${code}: ny på sakslisten`);
  });

  it.each(LANGUAGES)(
    'T11 can only ever say what stands on the list, and all that stands there, in %s',
    language => {
      const words = wordsFor(language);
      const { state, due, overdue, agenda, answerNeeded, meeting, ...ofCode } = words.notice.summary;
      const named = CASE_STATES.filter(one => spokenState(one) === 'named');

      const possible = [
        ...[...Object.values(ofCode), ...Object.values(words.task.summaries)].map(text => text('…')),
        words.action.doneForNow,
        ...named.map(one => state('…', words.common.states[one])),
        ...[due, overdue].flatMap(text => [text(1), text(2)].map(said => said.replace(/\d/, '#'))),
        ...[agenda('@'), answerNeeded('…', '@')],
        ...Object.values(meeting).map(text => text('@')),
      ];

      expect([...new Set(possible)].toSorted()).toEqual(ALLOWED_SUMMARIES[language].toSorted());
    },
  );

  it.each(LANGUAGES)('T11 says nothing else about any notice, in any state, in %s', language => {
    const words = wordsFor(language);
    const dayless = (text: string): string =>
      ['2026-11-27', '2026-12-12', '2026-12-01'].reduce(
        (rest, date) => rest.replace(words.day(day(date), day(date)), '@'),
        text.replace(code, '…').replace(anItem().code, '…'),
      );

    const texts = [
      ...everyNotice.map(notice => said(notice, words)),
      ...CASE_STATES.map(state => said({ kind: 'state', state }, words)),
      summaryOf(words, { kind: 'agenda', meeting: aPlannedMeeting(), today }),
      ...MEETING_NOTICES.map(about =>
        summaryOf(words, { kind: 'meeting-notice', about, meeting: aPlannedMeeting(), today }),
      ),
      summaryOf(words, { kind: 'item', item: anItem() }),
      summaryOf(words, { kind: 'digest', actions: [anAction()], today }).replace(/\d+/, '#'),
    ].map(dayless);

    expect(texts.filter(text => !ALLOWED_SUMMARIES[language].includes(text))).toEqual([]);
  });
});
