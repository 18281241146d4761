import { type Picture, pictureIn, type Pixel } from './picture';

type Place = { readonly x: number; readonly y: number; readonly pixel: Pixel };

const placesIn = ({ width, height, at }: Picture): readonly Place[] =>
  Array.from({ length: width * height }, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return { x, y, pixel: at(x, y) };
  });

const isSame = (one: Pixel, other: Pixel): boolean =>
  one.red === other.red && one.green === other.green && one.blue === other.blue && one.alpha === other.alpha;

/** Teams may cut the corners off; what must be seen stands within this middle. */
const SAFE = { from: 36, to: 156 } as const;
const isSafe = ({ x, y }: Place): boolean => Math.min(x, y) >= SAFE.from && Math.max(x, y) < SAFE.to;

const colourFaults = (picture: Picture): readonly string[] => {
  const ground = picture.at(0, 0);
  const places = placesIn(picture);
  const drawn = places.filter(({ pixel }) => !isSame(pixel, ground));
  return [
    ...(places.some(({ pixel }) => pixel.alpha !== 255) ? ['lets what is behind it through'] : []),
    ...(drawn.length === 0 ? ['shows nothing'] : []),
    ...(drawn.every(isSafe) ? [] : ['is drawn outside of its middle of 120 pixels']),
  ];
};

const isWhite = ({ red, green, blue }: Pixel): boolean => Math.min(red, green, blue) === 255;
/** Half a pixel of the drawing may fade. */
const MARGIN = 1;

const outlineFaults = (picture: Picture): readonly string[] => {
  const places = placesIn(picture);
  const drawn = places.filter(({ pixel }) => pixel.alpha > 0);
  const across = Math.max(...drawn.map(({ x }) => x)) - Math.min(...drawn.map(({ x }) => x)) + 1;
  const down = Math.max(...drawn.map(({ y }) => y)) - Math.min(...drawn.map(({ y }) => y)) + 1;
  return [
    ...(drawn.every(({ pixel }) => isWhite(pixel)) ? [] : ['has another colour than white']),
    ...(drawn.some(({ pixel }) => pixel.alpha === 255) ? [] : ['shows nothing']),
    ...(drawn.length * 2 > places.length ? ['is no outline on a transparent ground'] : []),
    ...(Math.max(across, down) < picture.width - 2 * MARGIN ? ['has empty space around it'] : []),
  ];
};

type Rule = { readonly size: number; readonly faultsOf: (picture: Picture) => readonly string[] };
const RULES: Readonly<Record<'color' | 'outline', Rule>> = {
  color: { size: 192, faultsOf: colourFaults },
  outline: { size: 32, faultsOf: outlineFaults },
};

/** What Teams' rules for icons have against this one. */
export const iconFaults = (kind: 'color' | 'outline', png: Buffer): readonly string[] => {
  const { size, faultsOf } = RULES[kind];
  const picture = pictureIn(png);
  const isSized = picture.width === size && picture.height === size;
  return isSized ? faultsOf(picture) : [`is not ${String(size)} pixels wide and high`];
};
