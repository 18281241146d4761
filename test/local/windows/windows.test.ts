import { type OpenWindow, type WindowOptions } from '../../../src/local/windows/start-window';
import { createWindows } from '../../../src/local/windows/windows';
import { BOT, CHANNEL, HELSE, KOORDINATOR, PEOPLE } from './people';

const never = () => undefined;

/** A process that is nothing but its promise; `fall` ends it. */
const fakeProcess = (port: number) => {
  let fall: () => void = never;
  const ended = new Promise<void>(resolve => {
    fall = resolve;
  });
  const stop = () => {
    fall();
    return Promise.resolve();
  };
  return { url: `http://127.0.0.1:${String(port)}`, port, ended, stop, fall };
};

const fakeWindows = (start?: () => Promise<OpenWindow>) => {
  const started: WindowOptions[] = [];
  const processes: ReturnType<typeof fakeProcess>[] = [];
  const log: string[] = [];
  const windows = createWindows({
    people: PEOPLE,
    channel: CHANNEL,
    bot: BOT,
    dataDir: '/ingen',
    firstPort: 57_000,
    relay: {
      attach: (window, { url }) => log.push(`+ ${window} ${url}`),
      detach: window => log.push(`- ${window}`),
      endpoint: window => `relay/${window}`,
    },
    start: options => {
      started.push(options);
      const process = fakeProcess(options.port);
      processes.push(process);
      return start?.() ?? Promise.resolve(process);
    },
  });
  return { windows, started, processes, log };
};

describe('createWindows', () => {
  it('starts a person’s window at their own port and endpoint, and attaches it', async () => {
    const { windows, started, log } = fakeWindows();

    const url = await windows.open(HELSE.window);

    expect(url).toBe('http://127.0.0.1:57002');
    expect(started).toMatchObject([
      { person: HELSE, port: 57_002, endpoint: 'relay/medlem-helse', others: PEOPLE },
    ]);
    expect(log).toEqual(['+ medlem-helse http://127.0.0.1:57002']);
    expect(windows.opened()).toEqual([{ person: HELSE, url }]);
  });

  it('starts one window however many ask for it', async () => {
    const { windows, started } = fakeWindows();

    await Promise.all([windows.open(HELSE.window), windows.open(HELSE.window)]);
    await windows.open(HELSE.window);

    expect(started).toHaveLength(1);
  });

  it('detaches a window that falls, and can open it again', async () => {
    const { windows, processes, log } = fakeWindows();
    await windows.open(HELSE.window);

    processes[0]?.fall();
    await processes[0]?.ended;
    const openedAfter = windows.opened();
    await windows.open(HELSE.window);

    expect(openedAfter).toEqual([]);
    expect(log).toEqual([expect.stringMatching(/^\+/), '- medlem-helse', expect.stringMatching(/^\+/)]);
  });

  it('rejects when a window cannot start, and tries anew when asked again', async () => {
    const answers = [() => Promise.reject(new Error('ingen plass')), () => Promise.resolve(fakeProcess(1))];
    const { windows } = fakeWindows(() => (answers.shift() ?? never)() ?? Promise.reject(new Error('tom')));

    await expect(windows.open(HELSE.window)).rejects.toThrow('ingen plass');

    await expect(windows.open(HELSE.window)).resolves.toBe('http://127.0.0.1:1');
  });

  it('rejects for someone it does not know', async () => {
    await expect(fakeWindows().windows.open('ukjent')).rejects.toThrow('ukjent');
  });

  it('stops every window', async () => {
    const { windows } = fakeWindows();
    await Promise.all([windows.open(HELSE.window), windows.open(KOORDINATOR.window)]);

    await windows.stop();
    await Promise.resolve();

    expect(windows.opened()).toEqual([]);
  });
});
