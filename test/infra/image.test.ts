import { readFileSync } from 'node:fs';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const after = (word: string): readonly string[] =>
  lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1));
/** What stands after the last FROM is what runs. */
const last = lines.slice(lines.findLastIndex(line => line.startsWith('FROM ')));

describe('the image', () => {
  it('starts from the current LTS, by its public name', () => {
    expect(after('FROM').map(from => from.split(' AS ')[0])).toEqual([
      'node:22-bookworm-slim',
      'node:22-bookworm-slim',
      'node:22-bookworm-slim',
    ]);
  });

  it('installs by the lock and runs nobody’s scripts', () => {
    expect(after('RUN')).toEqual(['npm ci', 'npm run --silent build', 'npm ci --omit=dev']);
    expect(after('COPY').filter(copied => copied.includes('package-lock.json'))).toEqual([
      'package.json package-lock.json .npmrc ./',
      'package.json package-lock.json .npmrc ./',
    ]);
    expect(readFileSync('.npmrc', 'utf8')).toContain('ignore-scripts=true');
  });

  it('runs as nobody in particular, and gets the signals itself', () => {
    expect(last).toContain('USER node');
    expect(last.indexOf('USER node')).toBeGreaterThan(last.findLastIndex(line => line.startsWith('COPY ')));
    expect(last).toContain('CMD ["node", "dist/index.js"]');
  });

  it('holds what the program reads beside dist, and no sources', () => {
    const copied = last.filter(line => line.startsWith('COPY ')).map(line => line.split(' ').at(-2));

    expect(copied).toEqual([
      'package.json',
      '/app/node_modules',
      '/app/dist',
      'cards',
      'infra/statutes.json',
    ]);
  });
});
