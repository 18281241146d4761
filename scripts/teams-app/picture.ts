import { inflateSync } from 'node:zlib';

export type Pixel = {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
};
export type Picture = {
  readonly width: number;
  readonly height: number;
  readonly at: (x: number, y: number) => Pixel;
};

const SIGNATURE = '89504e470d0a1a0a';
/** Bytes a pixel by the colour type; every sample is one byte, nothing is interlaced. */
const DEPTHS = new Map([
  [2, 3],
  [6, 4],
]);

const partsOf = function* (png: Buffer): Generator<{ readonly kind: string; readonly data: Buffer }> {
  let at = 8;
  while (at + 8 <= png.length) {
    const length = png.readUInt32BE(at);
    yield {
      kind: png.toString('latin1', at + 4, at + 8),
      data: png.subarray(at + 8, at + 8 + length),
    };
    at += length + 12;
  }
};

const paeth = (left: number, above: number, corner: number): number => {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map(one => Math.abs(guess - one));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
};

/** What each of the five filters adds to a byte. */
const FILTERS: readonly ((left: number, above: number, corner: number) => number)[] = [
  () => 0,
  left => left,
  (_, above) => above,
  (left, above) => Math.floor((left + above) / 2),
  paeth,
];

type Line = { readonly filter: number; readonly bytes: Buffer; readonly depth: number };

/** A line is read beside the one above it; both begin with an empty pixel, so that the first has one to its left. */
const readLine = (above: Buffer, { filter, bytes, depth }: Line): Buffer => {
  const line = Buffer.alloc(bytes.length + depth);
  const add = FILTERS[filter] ?? (() => 0);
  for (const [x, byte] of bytes.entries()) {
    const added = add(line.readUInt8(x), above.readUInt8(x + depth), above.readUInt8(x));
    line.writeUInt8((byte + added) & 0xff, x + depth);
  }
  return line;
};

type Lines = { readonly raw: Buffer; readonly depth: number; readonly stride: number };

const unfiltered = ({ raw, depth, stride }: Lines): Buffer => {
  const lines: Buffer[] = [];
  for (let at = 0; at + stride < raw.length; at += stride + 1) {
    const bytes = raw.subarray(at + 1, at + 1 + stride);
    const above = lines.at(-1) ?? Buffer.alloc(stride + depth);
    lines.push(readLine(above, { filter: raw.readUInt8(at), bytes, depth }));
  }
  return Buffer.concat(lines.map(line => line.subarray(depth)));
};

const headOf = (png: Buffer) => {
  if (png.toString('hex', 0, 8) !== SIGNATURE || png.length < 33) throw new Error('is no PNG');
  const depth = DEPTHS.get(png[25] ?? -1);
  if (depth === undefined || png[24] !== 8 || png[28] !== 0) throw new Error('is no plain PNG in colours');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), depth };
};

/** Every pixel of a PNG with one byte a sample. Throws over any other file. */
export const pictureIn = (png: Buffer): Picture => {
  const { width, height, depth } = headOf(png);
  const packed = [...partsOf(png)].filter(({ kind }) => kind === 'IDAT').map(({ data }) => data);
  const bytes = unfiltered({ raw: inflateSync(Buffer.concat(packed)), depth, stride: width * depth });
  if (bytes.length !== width * height * depth) throw new Error('is cut off');
  const sample = (at: number): number => bytes[at] ?? 0;
  return {
    width,
    height,
    at: (x, y) => {
      const at = (y * width + x) * depth;
      const alpha = depth === 4 ? sample(at + 3) : 255;
      return { red: sample(at), green: sample(at + 1), blue: sample(at + 2), alpha };
    },
  };
};
