/** Where a process dies: at its n-th step outside, before it takes effect or after. */
export type Fuse = {
  steps: number;
  dead: boolean;
  readonly at: number;
  readonly when: 'before' | 'after';
  /** The step it died at. */
  diedAt?: string;
};
export const aFuse = (at = Infinity, when: Fuse['when'] = 'before'): Fuse => ({
  ...{ steps: 0, dead: false, at, when },
});

class Died extends Error {
  override readonly name = 'Died';
}

const step = async (fuse: Fuse, name: string, act: () => Promise<unknown>): Promise<unknown> => {
  if (fuse.dead) throw new Died();
  fuse.steps += 1;
  const isHere = fuse.steps === fuse.at;
  if (isHere) {
    fuse.dead = true;
    fuse.diedAt = name;
  }
  if (isHere && fuse.when === 'before') throw new Died();
  const answer = await act();
  if (isHere) throw new Died();
  return answer;
};

/** The same port, in a process that dies at its fuse: from then on nothing it does takes effect. */
export const fused = <Port extends object>(port: Port, fuse: Fuse): Port =>
  new Proxy(port, {
    get: (target, key, receiver) => {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) =>
        step(fuse, String(key), () => Promise.resolve(Reflect.apply(member, target, args) as unknown));
    },
  });
