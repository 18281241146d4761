import { bounded, jitter } from '../../../src/storage/database/bounded';

const never = () => new Promise<string>(() => undefined);

describe('bounded', () => {
  it('gives what was asked for', async () => {
    expect(await bounded(new AbortController().signal, () => Promise.resolve('here'))).toBe('here');
  });

  it('fails as what was asked for fails', async () => {
    const failing = bounded(new AbortController().signal, () => Promise.reject(new Error('no')));

    await expect(failing).rejects.toThrow('no');
  });

  it('does not begin after the deadline', async () => {
    const begun: string[] = [];

    const late = bounded(AbortSignal.abort(new Error('too late')), () => {
      begun.push('begun');
      return Promise.resolve();
    });

    await expect(late).rejects.toThrow('too late');
    expect(begun).toEqual([]);
  });

  it('does not wait past the deadline for what never answers', async () => {
    const deadline = new AbortController();
    const waiting = bounded(deadline.signal, never);

    deadline.abort(new Error('too late'));

    await expect(waiting).rejects.toThrow('too late');
  });
});

describe('jitter', () => {
  it('ends with the deadline', async () => {
    const deadline = AbortSignal.abort(new Error('too late'));

    await expect(jitter(5, deadline)).rejects.toThrow('too late');
  });

  it('is over soon, even after many attempts', async () => {
    const begun = performance.now();

    await jitter(50, new AbortController().signal);

    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
