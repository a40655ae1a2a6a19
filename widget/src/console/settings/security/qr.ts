/** Data codewords and error correction of level L for versions 1 to 10 (ISO/IEC 18004, table 9). */
const total = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
const correction = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18];
const blocks = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4];

type Grid = (boolean | null)[][];

/**
 * A QR code (ISO/IEC 18004) of a short text, as rows of dark and light modules without the quiet zone: bytes, level L, mask 0.
 * Throws for more than 271 bytes; a link for an authenticator app has half of that.
 */
export function qr(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = total.findIndex((_, at) => bytes.length + (at < 9 ? 2 : 3) <= capacity(at)) + 1;
  if (version === 0) throw new RangeError('Too long for a QR code');
  const size = version * 4 + 17;
  const grid: Grid = Array.from({ length: size }, () => Array<boolean | null>(size).fill(null));
  drawPatterns(grid, version);
  drawData(grid, interleaved(codewords(bytes, version), version));
  return grid.map((row) => row.map((module) => module === true));
}

const capacity = (at: number) => (total[at] ?? 0) - (correction[at] ?? 0) * (blocks[at] ?? 0);

/** The text with its mode and length, filled up to what the version holds. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >>> bit) & 1);
  };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) put(byte, 8);
  put(0, 4);
  const words: number[] = [];
  for (let at = 0; at + 8 <= bits.length; at += 8) words.push(bits.slice(at, at + 8).reduce((word, bit) => word * 2 + bit, 0));
  for (let pad = 0xec; words.length < capacity(version - 1); pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** The blocks with their error correction, one word of each in turn. */
function interleaved(words: number[], version: number): number[] {
  const [count, extra] = [blocks[version - 1] ?? 1, correction[version - 1] ?? 0];
  const short = Math.floor(words.length / count);
  const long = words.length % count;
  const parts: number[][] = [];
  for (let block = 0, at = 0; block < count; block++) {
    const length = short + (block >= count - long ? 1 : 0);
    parts.push(words.slice(at, at + length));
    at += length;
  }
  const divisor = divisorOf(extra);
  const checks = parts.map((part) => remainder(part, divisor));
  const turn = (of: number[][], length: number) => Array.from({ length }, (_, at) => of.flatMap((one) => one[at] ?? [])).flat();
  return [...turn(parts, short + 1), ...turn(checks, extra)];
}

function multiply(x: number, y: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit--) product = ((product << 1) ^ ((product >>> 7) * 0x11d)) ^ (((y >>> bit) & 1) * x);
  return product & 0xff;
}

/** Reed–Solomon's generator polynomial of a degree, without its leading 1. */
function divisorOf(degree: number): number[] {
  const result: number[] = [...Array<number>(degree - 1).fill(0), 1];
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let at = 0; at < degree; at++) result[at] = multiply(result[at] ?? 0, root) ^ (result[at + 1] ?? 0);
    root = multiply(root, 2);
  }
  return result;
}

function remainder(words: number[], divisor: number[]): number[] {
  const result = divisor.map(() => 0);
  for (const word of words) {
    const factor = word ^ (result.shift() ?? 0);
    result.push(0);
    divisor.forEach((coefficient, at) => (result[at] = (result[at] ?? 0) ^ multiply(coefficient, factor)));
  }
  return result;
}

function drawPatterns(grid: Grid, version: number): void {
  const size = grid.length;
  const set = (x: number, y: number, isDark: boolean) => {
    const row = grid[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  const square = (x: number, y: number, reach: number, isDark: (ring: number) => boolean) => {
    for (let dy = -reach; dy <= reach; dy++) for (let dx = -reach; dx <= reach; dx++) set(x + dx, y + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  const places = alignments(version, size);
  places.forEach((x, i) => places.forEach((y, j) => {
    const last = places.length - 1;
    if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) square(x, y, 2, (ring) => ring !== 1);
  }));
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  drawFormat(set, size);
  if (version >= 7) drawVersion(set, size, version);
}

function alignments(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - (count - 2 - at) * step)];
}

/** Level L, mask 0: 01 000 with its BCH code, masked (table C.1). */
function drawFormat(set: (x: number, y: number, isDark: boolean) => void, size: number): void {
  const format = 0x77c4;
  const bit = (at: number) => ((format >>> at) & 1) === 1;
  for (let at = 0; at < 6; at++) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

function drawVersion(set: (x: number, y: number, isDark: boolean) => void, size: number, version: number): void {
  let rest = version;
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(far, near, ((bits >>> at) & 1) === 1);
    set(near, far, ((bits >>> at) & 1) === 1);
  }
}

/** Up and down in pairs of columns from the right, past the timing column; masked where row and column are even together. */
function drawData(grid: Grid, words: number[]): void {
  const size = grid.length;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = grid[y];
        if (!row || row[x] !== null) continue;
        const bit = (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1;
        row[x] = bit !== ((x + y) % 2 === 0);
        at++;
      }
    }
  }
}
