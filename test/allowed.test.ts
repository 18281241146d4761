import { keeping } from '../src/allowed';

describe('keeping', () => {
  const kept = keeping(['kind', 'status', 'late']);

  it('keeps what is on the list, whatever kind of value it is', () => {
    expect(kept({ kind: 'notice', status: 503, late: false })).toEqual({
      kind: 'notice',
      status: 503,
      late: false,
    });
  });

  it('T25 leaves out what is not on the list, and what is not there', () => {
    expect(kept({ kind: undefined, text: 'Kanari', constructor: 'Kanari', ['__proto__']: 'Kanari' })).toEqual(
      {},
    );
  });

  it('T25 cuts what is long', () => {
    expect(kept({ kind: 'x'.repeat(101) })).toEqual({ kind: 'x'.repeat(100) });
  });
});
