import { closed, closeOnSignals } from '../src/shutdown';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const settled = () => new Promise(resolve => setImmediate(resolve));

/** What a signal would do, without one: the listeners are called, and the end of the process is only noted. */
const aProcess = () => {
  const before = SIGNALS.map(signal => process.listeners(signal));
  const ended: unknown[] = [];
  jest.spyOn(process, 'exit').mockImplementation(code => ended.push(code) as never);
  return {
    ended,
    signal: (signal: (typeof SIGNALS)[number]) => {
      process
        .listeners(signal)
        .filter(listener => !before.flat().includes(listener))
        .forEach(listener => {
          listener(signal);
        });
    },
    restore: () => {
      SIGNALS.forEach((signal, place) => {
        process
          .listeners(signal)
          .filter(listener => before[place]?.includes(listener) !== true)
          .forEach(listener => process.off(signal, listener));
      });
    },
  };
};

let stage: ReturnType<typeof aProcess>;
beforeEach(() => {
  stage = aProcess();
});
afterEach(() => {
  stage.restore();
});

describe('closeOnSignals', () => {
  it.each(SIGNALS)('closes at %s, and ends when that is done', async signal => {
    let finish: () => void = () => undefined;
    closeOnSignals(() => new Promise(resolve => (finish = resolve)));

    stage.signal(signal);
    await settled();
    expect(stage.ended).toEqual([]);
    finish();
    await settled();

    expect(stage.ended).toEqual([undefined]);
  });

  it('closes once, however often it is asked', async () => {
    let closed = 0;
    closeOnSignals(() => {
      closed += 1;
      return Promise.resolve();
    });

    stage.signal('SIGINT');
    stage.signal('SIGTERM');
    stage.signal('SIGINT');
    await settled();

    expect(closed).toBe(1);
    expect(stage.ended).toEqual([undefined]);
  });

  it('ends with a fault when closing failed', async () => {
    closeOnSignals(() => Promise.reject(new Error('the database is gone')));

    stage.signal('SIGTERM');
    await settled();

    expect(stage.ended).toEqual([1]);
  });

  it('does nothing before it is asked', async () => {
    closeOnSignals(() => Promise.resolve());

    await settled();

    expect(stage.ended).toEqual([]);
  });
});

describe('closed', () => {
  it('waits for what is under way', async () => {
    let finish: () => void = () => undefined;
    let isClosed = false;
    const closing = closed({ close: done => (finish = done) }).then(() => (isClosed = true));

    await settled();
    expect(isClosed).toBe(false);
    finish();
    await closing;

    expect(isClosed).toBe(true);
  });

  it('does not wait for ever', async () => {
    await expect(closed({ close: () => undefined }, 10)).resolves.toBeUndefined();
  });
});
