import { summaryOf } from '../../src/cards/summary';
import { CASE_STATES } from '../../src/domain/case';
import { LANGUAGES } from '../../src/domain/people';
import { wordsFor } from '../../src/i18n/words';
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
      `Sak ${code}: skjemaet du åpnet`,
      `Sak ${code}: arbeidet har stoppet`,
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

  it('says of the agenda its day, and of an item its code', () => {
    expect(summaryOf(t, { kind: 'agenda', meeting: aPlannedMeeting(), today })).toBe(
      'Saksliste for tirsdag 1.\u00a0desember er klar',
    );
    expect(summaryOf(t, { kind: 'item', item: anItem({ code }) })).toBe(`Sak ${code}: ny på sakslisten`);
  });
});
