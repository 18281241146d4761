import { formIsInChatCard, noticeCard, spokenState } from '../../src/cards/notice';
import { CASE_STATES, type CaseState } from '../../src/domain/case';
import { type Notice } from '../../src/domain/notice';
import { codeOf, everyNotice, meetingId, noticeOf } from './group-subjects';
import { dataOf, faultsIn, nodesIn, verbsIn, wordsIn } from './rules';
import { aDrawing, caseId, coordinator, inEachLanguage } from './subjects';

const d = aDrawing({ reader: coordinator });
const cardFor = (notice: Notice) => noticeCard(d, noticeOf(notice));

describe('noticeCard', () => {
  it.each(inEachLanguage({ reader: coordinator }))('keeps the rules of every card, in %s', (_, drawing) => {
    expect(everyNotice.map(notice => noticeCard(drawing, noticeOf(notice))).flatMap(faultsIn)).toEqual([]);
  });

  it('has the code and one button', () => {
    const cards = everyNotice.map(cardFor);

    const primaries = cards.map(card => nodesIn(card).filter(({ style }) => style === 'positive').length);
    expect(new Set(primaries)).toEqual(new Set([1]));
    expect(cards.every(card => wordsIn(card).includes(codeOf(1)))).toBe(true);
  });

  it.each<[Notice['kind'], string]>([
    ['new-referral', 'open-case'],
    ['answer-needed', 'open-case'],
    ['informed-unanswered', 'start-informed'],
    ['new-action', 'list-my-actions'],
    ['new-date-asked', 'start-new-date'],
    ['new-date-granted', 'list-my-actions'],
    ['hand-over-asked', 'open-hand-over'],
    ['hand-over-accepted', 'list-my-actions'],
    ['hand-over-declined', 'list-my-actions'],
    ['action-moved', 'list-my-actions'],
    ['action-cancelled', 'list-my-actions'],
    ['stopped', 'open-case'],
  ])('leads from %s to %s', (kind, verb) => {
    const card = everyNotice.filter(notice => notice.kind === kind).map(cardFor);

    expect(card.map(verbsIn)).toEqual([[verb]]);
  });

  it('leads to the form that was asked for in the channel', () => {
    const decision = cardFor({ kind: 'form', form: 'record-decision', meetingId });
    const action = cardFor({ kind: 'form', form: 'create-action' });
    const gap = cardFor({ kind: 'form', form: 'record-gap' });

    expect(dataOf(decision, 'start-decision')).toEqual({ caseId: caseId('1'), meetingId, nonce: 'nonce' });
    expect(dataOf(action, 'start-action')).toEqual({ caseId: caseId('1'), nonce: 'nonce' });
    expect(dataOf(gap, 'start-gap')).toEqual({ caseId: caseId('1'), nonce: 'nonce' });
  });

  it('names a state only before consent is answered, and never an end', () => {
    const named = CASE_STATES.filter(state =>
      wordsIn(cardFor({ kind: 'state', state })).includes(d.t.common.states[state]),
    );

    expect(named).toEqual(['submitted', 'needs-info', 'ready-for-review', 'deferred', 'awaiting-consent']);
  });
});

describe('spokenState', () => {
  it.each<[CaseState, ReturnType<typeof spokenState>]>([
    ['submitted', 'named'],
    ['mapping', 'progressed'],
    ['active', 'progressed'],
    ['consent-refused', 'stopped'],
    ['withdrawn', 'stopped'],
    ['declined', 'stopped'],
    ['consent-expired', 'stopped'],
  ])('says that %s is %s', (state, spoken) => {
    expect(spokenState(state)).toBe(spoken);
  });
});

describe('formIsInChatCard', () => {
  it.each(inEachLanguage())('keeps the rules of every card, in %s', (_, drawing) => {
    expect(faultsIn(formIsInChatCard(drawing, { caseId: caseId('1'), meetingId }))).toEqual([]);
  });

  it('gives the base card back', () => {
    expect(dataOf(formIsInChatCard(d, { caseId: caseId('1'), meetingId }), 'close-item')).toEqual({
      caseId: caseId('1'),
      meetingId,
      nonce: 'nonce',
    });
  });
});
