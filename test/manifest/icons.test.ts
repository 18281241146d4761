import { crc32, deflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { iconFaults } from '../../scripts/teams-app/icons';
import { type Pixel } from '../../scripts/teams-app/picture';

const part = (kind: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

type Painter = (x: number, y: number) => Pixel;

/** A PNG without filters, painted pixel by pixel. */
const painted = (size: number, at: Painter): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const lines = Array.from({ length: size }, (_, y) => [
    0,
    ...Array.from({ length: size }, (__, x) => at(x, y)).flatMap(({ red, green, blue, alpha }) => [
      red,
      green,
      blue,
      alpha,
    ]),
  ]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    part('IHDR', head),
    part('IDAT', deflateSync(Buffer.from(lines.flat()))),
    part('IEND', Buffer.alloc(0)),
  ]);
};

const GROUND: Pixel = { red: 10, green: 90, blue: 102, alpha: 255 };
const WHITE: Pixel = { red: 255, green: 255, blue: 255, alpha: 255 };
const NOTHING: Pixel = { red: 0, green: 0, blue: 0, alpha: 0 };

/** White on a ground: all between two edges, from side to side and from top to bottom. */
const square =
  (ground: Pixel, from: number, to: number): Painter =>
  (x, y) =>
    Math.min(x, y) >= from && Math.max(x, y) < to ? WHITE : ground;
const frame: Painter = (x, y) => (Math.min(x, y, 31 - x, 31 - y) < 2 ? WHITE : NOTHING);
const red =
  (at: Painter): Painter =>
  (x, y) =>
    at(x, y).alpha === 255 ? { ...WHITE, green: 0 } : at(x, y);

describe('iconFaults', () => {
  it.each(['color', 'outline'] as const)('has nothing against our own %s icon', kind => {
    const png = readFileSync(join('manifest', `${kind}.png`));

    expect(iconFaults(kind, png)).toEqual([]);
  });

  it.each([
    ['color', painted(192, square(GROUND, 36, 156))],
    ['outline', painted(32, frame)],
  ] as const)('takes another %s icon that keeps the rules', (kind, png) => {
    expect(iconFaults(kind, png)).toEqual([]);
  });

  it.each([
    ['color', 'another size', painted(32, frame), 'is not 192 pixels wide and high'],
    ['color', 'no ground', painted(192, square(NOTHING, 36, 156)), 'lets what is behind it through'],
    ['color', 'a drawing to the edge', painted(192, square(GROUND, 35, 156)), 'middle of 120'],
    ['color', 'one colour', painted(192, () => GROUND), 'shows nothing'],
    ['outline', 'another size', painted(192, frame), 'is not 32 pixels wide and high'],
    ['outline', 'a colour', painted(32, red(frame)), 'another colour than white'],
    ['outline', 'a ground', painted(32, () => WHITE), 'no outline on a transparent ground'],
    ['outline', 'space around it', painted(32, square(NOTHING, 8, 24)), 'empty space'],
    ['outline', 'nothing drawn', painted(32, () => NOTHING), 'shows nothing'],
  ] as const)('refuses a %s icon with %s', (...[kind, , png, fault]) => {
    expect(iconFaults(kind, png).join()).toContain(fault);
  });

  it('refuses what is no PNG, and one that is cut off', () => {
    const png = painted(32, frame);

    expect(() => iconFaults('outline', Buffer.from('GIF89a'))).toThrow('no PNG');
    expect(() => iconFaults('outline', png.subarray(0, 60))).toThrow(/cut off|unexpected end/);
  });
});
