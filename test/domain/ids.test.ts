import * as ids from '../../src/domain/ids';
import { commandId, derive } from '../builders/ids';

const HASHES = [ids.isCaseId, ids.isActionId, ids.isDecisionId, ids.isOutboxId] as const;
const SLUGS = [ids.isPersonId, ids.isAgencyId, ids.isSeatId] as const;

describe('the proofs of ids', () => {
  it.each(['0'.repeat(32), 'abcdef0123456789'.repeat(2)])('take 128 bits: %s', text => {
    expect(HASHES.map(is => is(text))).toEqual([true, true, true, true]);
  });

  it.each(['', '0'.repeat(31), '0'.repeat(33), 'A'.repeat(32), `${'0'.repeat(32)}\n`, 'case:1'])(
    'take no other text for them: "%s"',
    text => {
      expect(HASHES.map(is => is(text))).toEqual([false, false, false, false]);
    },
  );

  it('take a command for 256 bits', () => {
    expect(ids.isCommandId('0'.repeat(64))).toBe(true);
    expect(ids.isCommandId('0'.repeat(32))).toBe(false);
  });

  it.each(['a', 'sosiale-tjenester', 'p-0123456789abcdef0123456789abcdef', 'a'.repeat(64)])(
    'take a word for who and where: %s',
    text => {
      expect(SLUGS.map(is => is(text))).toEqual([true, true, true]);
    },
  );

  it.each(['', '-a', 'a-', 'a--b', 'A', 'ø', 'a b', 'a/b', 'a'.repeat(65)])(
    'take no other text for them: "%s"',
    text => {
      expect(SLUGS.map(is => is(text))).toEqual([false, false, false]);
    },
  );

  it('take a meeting by its day', () => {
    expect(ids.isMeetingId('m-2026-12-09')).toBe(true);
    expect(ids.isMeetingId('2026-12-09')).toBe(false);
    expect(ids.isMeetingId('m-2026-12-9')).toBe(false);
  });
});

describe('the makers of ids', () => {
  it('make what the proofs take', () => {
    expect(ids.isCaseId(ids.newCaseId(derive, commandId()))).toBe(true);
    expect(ids.isActionId(ids.newActionId(derive, commandId()))).toBe(true);
    expect(ids.isDecisionId(ids.newDecisionId(derive, commandId()))).toBe(true);
    expect(ids.isOutboxId(ids.newOutboxId(derive, 'cause', 'person'))).toBe(true);
    expect(ids.isPersonId(ids.newPersonId(derive, commandId()))).toBe(true);
    expect(ids.isMeetingId(ids.meetingIdOn('2026-12-09'))).toBe(true);
  });

  it('make the same id of the same command, and another for each kind of thing', () => {
    const made = () => [
      ids.newCaseId(derive, commandId()),
      ids.newActionId(derive, commandId()),
      ids.newDecisionId(derive, commandId()),
      ids.newPersonId(derive, commandId()),
      ids.newOutboxId(derive, commandId()),
    ];

    expect(made()).toEqual(made());
    expect(new Set(made()).size).toBe(5);
  });

  it('make a command of what the clock does, the same for the same cause and another for another', () => {
    const made = (...cause: readonly string[]) => ids.systemCommandId(derive, cause);

    expect(ids.isCommandId(made('remind', 'task', '1'))).toBe(true);
    expect(made('remind', 'task', '1')).toBe(made('remind', 'task', '1'));
    expect(made('remind', 'task', '1')).not.toBe(made('remind', 'task', '2'));
  });

  it('make a subject for a code nobody has, which is no case anyone could make', () => {
    const typed = ids.noCaseId(derive, 'SU-1111-1111');

    expect(ids.isCaseId(typed)).toBe(true);
    expect(typed).not.toBe(ids.newCaseId(derive, commandId()));
    expect(typed).not.toBe(ids.noCaseId(derive, 'SU-2222-2222'));
  });

  it('make one message per cause and recipient', () => {
    expect(ids.newOutboxId(derive, 'digest', 'ansvarlig', '2026-12-04')).not.toBe(
      ids.newOutboxId(derive, 'digest', 'ansvarlig', '2026-12-05'),
    );
  });
});
