import { createWatchTurn } from '../../src/teams/turns';
import { type Marks, type Traced } from '../../src/use-cases/ports/tracing';
import { aFront } from './front';

const aWatch = () => {
  const spans: { readonly name: string; readonly marks: Marks }[] = [];
  const counted: string[] = [];
  const clock = { ms: 0 };
  const traced: Traced = async ({ name, marks }, run) => {
    const all = { ...marks };
    try {
      return await run(more => Object.assign(all, more));
    } finally {
      spans.push({ name, marks: all });
    }
  };
  const watch = createWatchTurn({
    traced,
    count: (ms, { kind, outcome }) => counted.push(`${kind} ${outcome} ${ms.toString()}`),
    mono: () => (clock.ms += 10),
  });
  return { spans, counted, watch };
};

describe('createWatchTurn', () => {
  it('tells how long a turn took and how it ended, and answers what it answers', async () => {
    const { spans, counted, watch } = aWatch();

    const answer = await watch({ kind: 'press', verb: 'open-case', place: 'chat' }, () => Promise.resolve(7));

    expect(answer).toBe(7);
    expect(counted).toEqual(['press answered 10']);
    expect(spans).toEqual([
      { name: 'open-case', marks: { verb: 'open-case', place: 'chat', outcome: 'answered' } },
    ]);
  });

  it('tells of the outcome it is told, with the code that somebody was shown', async () => {
    const { spans, counted, watch } = aWatch();

    await watch({ kind: 'message', place: 'chat' }, ended => {
      ended({ outcome: 'too-late', correlation: 'abc' });
      return Promise.resolve();
    });

    expect(counted).toEqual(['message too-late 10']);
    expect(spans).toEqual([
      { name: 'message', marks: { place: 'chat', outcome: 'too-late', correlation: 'abc' } },
    ]);
  });

  it('counts what throws as failed, and lets it through', async () => {
    const { counted, watch } = aWatch();

    await expect(
      watch({ kind: 'arrival', place: 'chat' }, () => Promise.reject(new Error('x'))),
    ).rejects.toThrow('x');

    expect(counted).toEqual(['arrival failed 10']);
  });
});

describe('a press', () => {
  const pressed = async (verb: string, front = aFront()) => {
    const { spans, watch } = aWatch();
    Object.assign(front.deps, { watch });
    await front.press('coordinator', verb, { nonce: 'n' });
    return { span: spans[0], logged: front.logged };
  };

  it('is told under its verb, with where and how it ended', async () => {
    const { span } = await pressed('show-help');

    expect(span).toEqual({
      name: 'show-help',
      marks: { verb: 'show-help', place: 'chat', outcome: 'answered' },
    });
  });

  it('T25 is not told under what is no verb, whatever somebody sent', async () => {
    const { span } = await pressed('Kanari');

    expect(span).toEqual({ name: 'unknown', marks: { verb: 'unknown', place: 'chat', outcome: 'no-verb' } });
  });

  it('is told with the code that stands on the line in the log, when it fails', async () => {
    const front = aFront();
    const broken = {
      ...front.house,
      people: { ...front.house.people, byIdentity: () => Promise.reject(new Error('x')) },
    };
    const { span, logged } = await pressed('show-help', aFront(front.house, broken));

    const correlation = logged.find(({ event }) => event === 'turn-failed')?.fields['correlation'];
    expect(typeof correlation).toBe('string');
    expect(span?.marks).toEqual({ verb: 'show-help', place: 'chat', outcome: 'failed', correlation });
  });
});
